package org.cytovigil.ui.bedside;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.LaneId;
import org.cytovigil.ui.trend.Readouts;
import org.cytovigil.ui.trend.Readouts.Line;
import org.cytovigil.ui.trend.Readouts.Readout;

/** The bedside in words, for those who hear it. */
// [impl->req~ui.screen-reader~1]
final class BedsideWords {
    private BedsideWords() {}

    /** Who it is, the grade, and the present values of the chart. */
    static String of(PatientHeader header, GradeCard grade, Readouts now) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Texts.of("bedside.accessible.bed", header.bed(), header.name()),
                                header.identity(),
                                header.day(),
                                header.silence(),
                                grade.title(),
                                grade.since()));
        if (!header.risks().isEmpty()) {
            words.add(Texts.of("risk.all", String.join("; ", header.risks())));
        }
        words.removeIf(String::isBlank);
        return String.join(", ", words) + ". " + values(now);
    }

    /** The present values of the lanes. */
    static String values(Readouts now) {
        List<String> lanes = new ArrayList<>();
        for (LaneId lane : LaneId.values()) {
            lanes.add(lane(lane.id(), now.of(lane)));
        }
        return String.join(". ", lanes);
    }

    private static String lane(String name, Readout readout) {
        List<String> words = new ArrayList<>();
        words.add(stale((readout.value() + " " + readout.unit()).strip(), readout.stale()));
        for (Line line : readout.lines()) {
            words.add(stale(line.text(), line.stale()));
        }
        return Texts.of("bedside.accessible." + name, String.join(", ", words));
    }

    private static String stale(String words, boolean stale) {
        return stale ? Texts.of("accessible.stale", words) : words;
    }
}
