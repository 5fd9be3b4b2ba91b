package org.cytovigil.ui.trend.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.LaboratoryResult;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.TimedFact;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.EventWords;

/** What was examined, found in blood, given and written down: the other cells of one row. */
final class FindingCells {
    private final RowWriter row;

    FindingCells(RowWriter row) {
        this.row = row;
    }

    /** The latest examination, and the highest grade on ICANS. */
    Cell neurology() {
        List<TimedFact> findings = row.facts().findings();
        int i = Within.lastAt(findings, TimedFact::at, row.last());
        while (i >= 0 && !(findings.get(i).observation() instanceof NeurologicalExamination)) {
            i--;
        }
        if (i < 0 || !(findings.get(i).observation() instanceof NeurologicalExamination found)) {
            return Cell.UNKNOWN;
        }
        String words = words(found);
        if (findings.get(i).at().isBefore(row.interval().from())) {
            return row.earlier(
                    words,
                    findings.get(i).at(),
                    row.facts().policy().get(Settings.NEUROLOGY_FRESH));
        }
        GradeRange icans = new GradeCells(row).highest(row.facts().icans()).range();
        return Cell.known(words, icans == null ? "" : Texts.of("trend.table.icans", icans));
    }

    private static String words(NeurologicalExamination found) {
        List<String> parts = new ArrayList<>();
        IceScore ice = found.ice();
        if (ice != null) {
            parts.add(Texts.of("trend.table.ice", points(ice.least(), ice.most())));
        }
        CapdScore capd = found.capd();
        if (capd != null) {
            parts.add(Texts.of("trend.table.capd", points(capd.least(), capd.most())));
        }
        return parts.isEmpty() ? Texts.of("trend.table.examined") : String.join(", ", parts);
    }

    private static String points(int least, int most) {
        return least == most ? Integer.toString(least) : least + "–" + most;
    }

    /** The latest result of each analyte. A result is of its moment, and stands in no later row. */
    Cell laboratory() {
        Map<Analyte, Double> results = new EnumMap<>(Analyte.class);
        for (TimedFact fact :
                Within.of(
                        row.facts().findings(), TimedFact::at, row.interval().from(), row.last())) {
            if (fact.observation() instanceof LaboratoryResult(Analyte analyte, double value)) {
                results.put(analyte, value);
            }
        }
        List<String> lines = new ArrayList<>();
        results.forEach(
                (analyte, value) ->
                        lines.add(
                                Texts.of(
                                        "trend.table.result",
                                        analyte.label(),
                                        Wording.number(value),
                                        analyte.ucum())));
        return lines.isEmpty() ? Cell.UNKNOWN : new Cell(lines, "", Cell.State.KNOWN);
    }

    /** Everything given, decided and written down, oldest first. */
    Cell events() {
        List<String> lines = new ArrayList<>();
        for (TimedFact event :
                Within.of(
                        row.facts().data().events(),
                        TimedFact::at,
                        row.interval().from(),
                        row.last())) {
            lines.add((row.time(event.at()) + " " + EventWords.whole(event.observation())).strip());
        }
        return lines.isEmpty() ? Cell.NOTHING : new Cell(lines, "", Cell.State.KNOWN);
    }
}
