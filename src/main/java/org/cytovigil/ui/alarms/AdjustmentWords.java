package org.cytovigil.ui.alarms;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cytovigil.alarm.AlarmAdjustment;
import org.cytovigil.alarm.AlarmChange;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.grading.AlarmPart;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;

/** What screens say of settings that are others for one patient. */
public final class AdjustmentWords {
    private AdjustmentWords() {}

    /** "delay": what is set. */
    static String part(AlarmPart part) {
        return Texts.of("adjust.part." + part.name());
    }

    /** "delay 10 min, priority high, guidance "call Dr. A."". */
    static String change(AlarmChange change) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<AlarmPart, String> value : change.values().entrySet()) {
            parts.add(
                    Texts.of(
                            value.getKey() == AlarmPart.GUIDANCE
                                    ? "adjust.value.words"
                                    : "adjust.value",
                            part(value.getKey()),
                            value.getValue()));
        }
        return String.join(", ", parts);
    }

    /** "delay 10 min until 18:00". */
    static String brief(AlarmAdjustment adjustment, Instant now, ZoneId zone) {
        return Texts.of(
                "adjust.brief",
                change(adjustment.change()),
                AlarmWords.time(adjustment.until(), now, zone));
    }

    /** "until 18:00 by nurse N2: mask for transport". */
    static String why(AlarmAdjustment adjustment, Instant now, ZoneId zone) {
        return Texts.of(
                "adjust.why",
                AlarmWords.time(adjustment.until(), now, zone),
                adjustment.by(),
                adjustment.reason());
    }

    /** "changed for this patient: delay 10 min until 18:00"; empty when nothing is. */
    static String mark(UnitSnapshot unit, AlarmKey key, ZoneId zone) {
        return unit.adjustment(key)
                .map(found -> Texts.of("adjust.mark", brief(found, unit.at(), zone)))
                .orElse("");
    }

    /** "Alarms adjusted: oxygen step up: delay 10 min until 18:00, by nurse N2: frail". */
    public static String sentence(AlarmAdjustment adjustment, Instant now, ZoneId zone) {
        return Texts.of(
                "adjust.sentence",
                AlarmWords.kind(adjustment.kind()),
                brief(adjustment, now, zone),
                adjustment.by(),
                adjustment.reason());
    }

    /** A line of the log. */
    static String line(AlarmLine.Adjusting adjusting, Instant at, ZoneId zone) {
        AlarmAdjustment what = adjusting.what();
        return switch (adjusting.step()) {
            case BEGUN -> Texts.of("log.adjusted", change(what.change()), why(what, at, zone));
            case WITHDRAWN -> Texts.of("log.adjusted.ended", adjusting.by(), change(what.change()));
            case OVER -> Texts.of("log.adjusted.over", change(what.change()));
        };
    }
}
