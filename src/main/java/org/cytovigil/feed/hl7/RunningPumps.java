package org.cytovigil.feed.hl7;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;

/**
 * Remembers which pumps give a drug to a patient. When the bag is changed to a second pump, the
 * stop of the first is no stop of the drug. Safe for use by several threads.
 */
final class RunningPumps {
    /**
     * Beyond this an infusion without any charting is unconfirmed (Clinical basis section 1); a
     * pump that has been silent for so long does not outweigh another's stop.
     */
    private static final Duration CONFIRMED = Duration.ofHours(12);

    private final Map<Key, Map<String, Said>> pumps = new HashMap<>();

    private record Key(StayId stay, Vasopressor drug) {}

    private record Said(Instant at, VasopressorInfusion infusion) {}

    /**
     * What a drug does after a pump has said what it does.
     *
     * @param pump names it
     */
    synchronized VasopressorInfusion after(
            StayId stay, Instant at, String pump, VasopressorInfusion infusion) {
        Map<String, Said> running =
                pumps.computeIfAbsent(new Key(stay, infusion.drug()), key -> new HashMap<>());
        Said before = running.get(pump);
        if (before == null || !before.at().isAfter(at)) {
            if (infusion.running()) {
                running.put(pump, new Said(at, infusion));
            } else {
                running.remove(pump);
            }
        }
        running.values().removeIf(said -> said.at().plus(CONFIRMED).isBefore(at));
        if (infusion.running()) {
            return infusion;
        }
        return running.entrySet().stream()
                .filter(other -> !other.getKey().equals(pump) && !other.getValue().at().isAfter(at))
                .map(Map.Entry::getValue)
                .max(Comparator.comparing(Said::at))
                .map(Said::infusion)
                .orElse(infusion);
    }
}
