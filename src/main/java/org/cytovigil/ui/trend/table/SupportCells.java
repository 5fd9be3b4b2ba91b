package org.cytovigil.ui.trend.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.cytovigil.clinical.OxygenRung;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.NorepinephrineEquivalent;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.ChartData.DoseStep;
import org.cytovigil.monitor.ChartData.OxygenStep;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What is set and holds until it is set anew: the oxygen device and the vasopressors of one row.
 */
final class SupportCells {
    private final RowWriter row;

    SupportCells(RowWriter row) {
        this.row = row;
    }

    /** The device at the end, and the strongest one when that was another. */
    Cell oxygen() {
        List<OxygenStep> steps = row.facts().data().oxygen();
        int latest = Within.lastAt(steps, OxygenStep::at, row.last());
        if (latest < 0) {
            return Cell.UNKNOWN;
        }
        OxygenStep now = steps.get(latest);
        String words = Wording.shortOxygen(now.support());
        if (now.at().isBefore(row.interval().from())) {
            return row.earlier(words, now.at(), row.facts().policy().get(Settings.OXYGEN_FRESH));
        }
        OxygenSupport strongest = now.support();
        int first = Math.max(0, Within.lastAt(steps, OxygenStep::at, row.interval().from()));
        for (OxygenStep step : steps.subList(first, latest)) {
            if (height(step.support()) > height(strongest)) {
                strongest = step.support();
            }
        }
        boolean weaned = height(strongest) > height(now.support());
        return Cell.known(
                words,
                weaned
                        ? Texts.of("trend.table.strongest", Wording.shortOxygen(strongest))
                        : row.time(now.at()));
    }

    /** A device that nobody knows stands on no rung, and below all. */
    private static int height(OxygenSupport support) {
        OxygenRung rung = OxygenRung.of(support);
        return rung == null ? -1 : rung.height();
    }

    /** The drugs at the end, and the highest equivalent of them together. */
    Cell vasopressors() {
        Map<Vasopressor, List<DoseStep>> drugs = row.facts().data().vasopressors();
        List<DoseStep> running = at(row.last());
        Instant charted = latestCharted(drugs);
        if (charted == null) {
            return Cell.UNKNOWN;
        }
        if (running.isEmpty()) {
            return none(charted);
        }
        List<String> lines = new ArrayList<>();
        Instant oldest = running.getFirst().at();
        for (DoseStep step : running) {
            lines.add(dose(step.infusion()));
            oldest = step.at().isBefore(oldest) ? step.at() : oldest;
        }
        String equivalent = equivalent();
        if (row.interval().contains(oldest)) {
            return new Cell(lines, equivalent, Cell.State.KNOWN);
        }
        Cell aged = row.earlier("", oldest, row.facts().policy().get(Settings.INFUSION_CONFIRMED));
        boolean anyNew = running.stream().anyMatch(step -> row.interval().contains(step.at()));
        return new Cell(
                lines,
                equivalent + " · " + aged.detail(),
                // A dose charted here is no dose of before, whatever runs beside it.
                anyNew && aged.state() == Cell.State.STANDING ? Cell.State.KNOWN : aged.state());
    }

    private Cell none(Instant stopped) {
        String none = Texts.of("trend.table.no-vasopressor");
        if (!row.interval().contains(stopped)) {
            // Nobody charts a drug that does not run: the stop stands for good.
            return Cell.earlier(none, stopped, row.end(), true);
        }
        return Cell.known(none, equivalent());
    }

    private static String dose(VasopressorInfusion infusion) {
        return infusion.rate() == null
                ? Wording.shortInfusion(infusion)
                : Wording.shortInfusion(infusion) + " " + Wording.unit(infusion.rate().unit());
    }

    /** When any drug was charted last up to the end of the row; {@code null} for never. */
    private @Nullable Instant latestCharted(Map<Vasopressor, List<DoseStep>> drugs) {
        Instant latest = null;
        for (List<DoseStep> steps : drugs.values()) {
            int i = Within.lastAt(steps, DoseStep::at, row.last());
            if (i >= 0 && (latest == null || steps.get(i).at().isAfter(latest))) {
                latest = steps.get(i).at();
            }
        }
        return latest;
    }

    /** The drugs as charted at a moment, in the order of the drugs; those that run. */
    private List<DoseStep> at(Instant moment) {
        List<DoseStep> found = new ArrayList<>();
        for (Vasopressor drug : Vasopressor.values()) {
            List<DoseStep> steps = row.facts().data().vasopressors().getOrDefault(drug, List.of());
            int i = Within.lastAt(steps, DoseStep::at, moment);
            if (i >= 0 && steps.get(i).infusion().running()) {
                found.add(steps.get(i));
            }
        }
        return found;
    }

    /** The highest norepinephrine equivalent of the row, or that it cannot be known. */
    private String equivalent() {
        TreeSet<Instant> changes = new TreeSet<>();
        changes.add(row.interval().from());
        row.facts()
                .data()
                .vasopressors()
                .values()
                .forEach(
                        steps ->
                                Within.of(steps, DoseStep::at, row.interval().from(), row.last())
                                        .forEach(step -> changes.add(step.at())));
        double highest = 0;
        for (Instant change : changes) {
            OptionalDouble sum =
                    NorepinephrineEquivalent.of(
                            at(change).stream().map(DoseStep::infusion).toList(), weight(change));
            if (sum.isEmpty()) {
                return Texts.of("trend.table.equivalent-unknown");
            }
            highest = Math.max(highest, sum.getAsDouble());
        }
        return Texts.of("trend.table.equivalent", Wording.number(Math.rint(highest * 1000) / 1000));
    }

    private @Nullable Weight weight(Instant at) {
        Series charted = row.facts().data().of(Parameter.WEIGHT);
        int i = charted.lastAt(at.toEpochMilli());
        return i < 0 ? row.facts().weight() : new Weight(charted.value(i));
    }
}
