package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Condition;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A course of an adult of 70 kg in few words, and what became of an alarm on the way: "1:00" is the
 * time after the admission, and what follows was charted then. Watched minute by minute; read at
 * once, as after a restart, it must come to the same.
 */
final class Bedside {
    private final SitePolicy policy;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param settings "key=value, ..." where they are not the default; empty for none
     */
    Bedside(@Nullable String settings, String course) {
        Map<Setting<?>, String> changed = new HashMap<>();
        for (String setting : settings == null ? new String[0] : settings.split(", ", -1)) {
            String[] parts = setting.split("=", -1);
            changed.put(Settings.of(parts[0]).orElseThrow(), parts[1]);
        }
        policy = changed.isEmpty() ? SitePolicy.DEFAULT : SitePolicy.of("site-1", changed);
        entries.add(Watch.admitted());
        double hours = 0;
        for (String word : course.split(" +", -1)) {
            if (word.matches("\\d+:\\d\\d")) {
                hours = hours(word);
            } else if (!word.isEmpty()) {
                entries.add(Watch.observed(hours, fact(word)));
            }
        }
    }

    /** Nothing wrong at the admission, and everything known. */
    static Bedside well(@Nullable String settings, String course) {
        return new Bedside(settings, "0:00 T36.8 BP120/70 air none " + course);
    }

    private static double hours(String clock) {
        String[] parts = clock.split(":", -1);
        return Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]) / 60.0;
    }

    private static Observation fact(String word) {
        String name = word.replaceAll("[0-9./].*", "");
        String[] amounts = word.substring(name.length()).split("/", -1);
        double first = amounts[0].isEmpty() ? 0 : Double.parseDouble(amounts[0]);
        return switch (name) {
            case "T" -> Facts.celsius(first);
            case "SAT" -> Facts.spo2(first);
            case "BP" -> Facts.pressure(first, Double.parseDouble(amounts[1]));
            case "bolus" -> Facts.bolus();
            case "none" -> Facts.list();
            case "NE" -> Facts.norepinephrine(first);
            case "NK" ->
                    Facts.running(Vasopressor.NOREPINEPHRINE, first, DoseUnit.UG_PER_KG_PER_MIN);
            case "NE?" ->
                    new Observation.VasopressorCharted(
                            Facts.unknownDose(Vasopressor.NOREPINEPHRINE));
            case "NEoff" -> Facts.stopped(Vasopressor.NOREPINEPHRINE);
            case "EPI" -> Facts.running(Vasopressor.EPINEPHRINE, first, DoseUnit.UG_PER_MIN);
            case "EPIoff" -> Facts.stopped(Vasopressor.EPINEPHRINE);
            case "VP" -> Facts.running(Vasopressor.VASOPRESSIN, first, DoseUnit.U_PER_MIN);
            case "DOB" -> Facts.running(Vasopressor.DOBUTAMINE, first, DoseUnit.UG_PER_KG_PER_MIN);
            case "air" -> Facts.ROOM_AIR;
            case "nc" -> Facts.cannula(first);
            case "hf" -> Facts.device("hfnc", first, Double.parseDouble(amounts[1]) / 100);
            case "vent" -> Facts.device("ventilator", null, first / 100);
            case "helmet" ->
                    new Observation.OxygenDevice(
                            new OxygenSupport.Unrecognised("helmet", null, null));
            case "ICE" -> examined(new IceScore.Total((int) first));
            case "ICE?" ->
                    examined(new IceScore.Items(true, null, false, false, 0, false, false, false));
            case "set" ->
                    new Observation.GradeOverridden(
                            ScaleId.ASTCT_2019, (int) first, "sepsis", "Dr. Y");
            case "apart" -> Facts.attributed(Observation.AttributionScope.WHOLE, false);
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Observation examined(IceScore ice) {
        return new Observation.NeurologicalExamination(
                ice,
                null,
                Observation.Consciousness.AWAKE,
                Observation.Seizure.NONE,
                false,
                Observation.CerebralOedema.NONE,
                false);
    }

    /**
     * What became of an alarm: "1:00 2 words" raised at level 2, "1:00 (2 words)" told inside
     * another, "-" over, "gone" over and not answered. Separated by "; ".
     */
    String log(AlarmKind kind, String until) {
        Instant end = Facts.hour(hours(until));
        List<AlarmLine> live = live(end);
        assertThat(live).as("read at once").isEqualTo(atOnce(end));
        List<String> lines = new ArrayList<>();
        for (AlarmLine line : live) {
            if (line.kind() == kind) {
                long minutes = Duration.between(Facts.ZERO, line.at()).toMinutes();
                lines.add("%d:%02d %s".formatted(minutes / 60, minutes % 60, words(line.after())));
            }
        }
        return String.join("; ", lines);
    }

    private static String words(AlarmState state) {
        return switch (state) {
            case AlarmState.Normal normal -> "-";
            case AlarmState.Unacknowledged raised -> words(raised.condition());
            case AlarmState.Suppressed inside -> "(" + words(inside.condition()) + ")";
            case AlarmState.ReturnedUnacknowledged returned -> "gone";
            case AlarmState.Acknowledged answered -> "answered";
            case AlarmState.Shelved shelved -> "put off";
            case AlarmState.OutOfService out -> "out";
        };
    }

    private static String words(Condition condition) {
        return condition.level() + " " + condition.cause();
    }

    /** Everything charted, oldest first. */
    List<Entry> entries() {
        return entries;
    }

    /** A unit that goes by these settings. */
    UnitMonitor unit() {
        return new UnitMonitor(PolicyTimeline.always(policy), ZoneOffset.UTC, Facts.ZERO);
    }

    private List<AlarmLine> live(Instant end) {
        UnitMonitor unit = unit();
        int told = 0;
        for (Instant now = Facts.ZERO; !now.isAfter(end); now = now.plusSeconds(60)) {
            unit.now(now);
            for (; told < entries.size() && !entries.get(told).learned().isAfter(now); told++) {
                unit.accept(entries.get(told));
            }
            unit.tick(now);
        }
        return logOf(unit);
    }

    private List<AlarmLine> atOnce(Instant end) {
        UnitMonitor unit = unit();
        unit.now(end);
        entries.stream().filter(e -> !e.learned().isAfter(end)).forEach(unit::accept);
        unit.tick(end);
        return logOf(unit);
    }

    private static List<AlarmLine> logOf(UnitMonitor unit) {
        // What time alone brings stands in the log where it was looked for.
        return unit.snapshot().logs().getOrDefault(Watch.STAY, List.of()).stream()
                .sorted(Comparator.comparing(AlarmLine::at).thenComparing(AlarmLine::kind))
                .toList();
    }
}
