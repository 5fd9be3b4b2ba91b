package org.cytovigil.monitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.monitor.ChartData.DoseStep;

/**
 * Turns charted vasopressors into steps by drug; a stop and a start in one minute are one running
 * infusion.
 */
final class VasopressorSteps {
    private VasopressorSteps() {}

    /** A fact about drugs that run, and who says so. */
    record Told(TimedFact fact, String by) {}

    static Map<Vasopressor, List<DoseStep>> of(List<Told> facts) {
        Map<Vasopressor, List<DoseStep>> steps = new EnumMap<>(Vasopressor.class);
        for (Told told : facts) {
            TimedFact fact = told.fact();
            if (fact.observation() instanceof Observation.VasopressorCharted charted) {
                add(steps, fact.at(), charted.infusion(), told.by());
            } else if (fact.observation() instanceof Observation.VasopressorList list) {
                replace(steps, fact.at(), list.infusions(), told.by());
            }
        }
        steps.replaceAll((drug, made) -> List.copyOf(made));
        return steps;
    }

    private static void replace(
            Map<Vasopressor, List<DoseStep>> steps,
            Instant at,
            List<VasopressorInfusion> listed,
            String by) {
        for (Map.Entry<Vasopressor, List<DoseStep>> entry : steps.entrySet()) {
            boolean stopped =
                    listed.stream().noneMatch(infusion -> infusion.drug() == entry.getKey());
            if (stopped && entry.getValue().getLast().infusion().running()) {
                entry.getValue()
                        .add(new DoseStep(at, VasopressorInfusion.stopped(entry.getKey()), by));
            }
        }
        listed.forEach(infusion -> add(steps, at, infusion, by));
    }

    private static void add(
            Map<Vasopressor, List<DoseStep>> steps,
            Instant at,
            VasopressorInfusion infusion,
            String by) {
        List<DoseStep> made = steps.computeIfAbsent(infusion.drug(), drug -> new ArrayList<>());
        DoseStep last = made.isEmpty() ? null : made.getLast();
        boolean sameMinute =
                last != null
                        && last.at()
                                .truncatedTo(ChronoUnit.MINUTES)
                                .equals(at.truncatedTo(ChronoUnit.MINUTES));
        if (sameMinute
                && last != null
                && last.infusion().running()
                && !infusion.running()
                && made.size() > 1) {
            boolean ranBefore = made.get(made.size() - 2).infusion().running();
            if (ranBefore) {
                return;
            }
        }
        if (sameMinute && last != null && !last.infusion().running() && infusion.running()) {
            made.removeLast();
        }
        made.add(new DoseStep(at, infusion, by));
    }
}
