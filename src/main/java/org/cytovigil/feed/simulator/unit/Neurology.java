package org.cytovigil.feed.simulator.unit;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.feed.simulator.CourseProfile;
import org.cytovigil.ledger.Entry;

/**
 * The ICE score of a course, asked for each morning and evening. Every third patient with CRS of
 * grade 2 or more becomes confused within two days after its peak, for two or three days. Children
 * and the ventilated are not asked.
 */
final class Neurology {
    // Eight in the evening and eight in the morning after an infusion at ten.
    private static final double FIRST_HOUR = 10;
    private static final double EVERY_HOURS = 12;
    private static final int YOUNGEST_YEARS = 12;

    private Neurology() {}

    /** The examinations by hour of the course. */
    static NavigableMap<Double, NeurologicalExamination> of(
            CourseProfile profile, long seed, List<Entry> charted) {
        NavigableMap<Double, NeurologicalExamination> scores = new TreeMap<>();
        if (profile.ageYears() < YOUNGEST_YEARS) {
            return scores;
        }
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed + profile.number());
        boolean confused = profile.peakGrade() >= 2 && random.nextInt(3) == 0;
        double begins = profile.onsetHour() + profile.hoursToPeak() + random.nextInt(6, 48);
        double lasts = random.nextInt(48, 84);
        double depth = confused ? random.nextInt(2, 8) + 0.4 : 0;
        NavigableMap<Double, OxygenSupport> oxygen = oxygen(charted);
        // The minutes of the chart are taken; a quarter of a minute after one is not.
        for (double hour = FIRST_HOUR + 0.25 / 60;
                hour < 24.0 * profile.lengthDays();
                hour += EVERY_HOURS) {
            var device = oxygen.floorEntry(hour);
            if (device == null || !(device.getValue() instanceof OxygenSupport.Ventilator)) {
                double way = Math.clamp((hour - begins) / lasts, 0, 1);
                int lost = (int) (depth * Math.min(1, 3 * Math.min(way, 1 - way)));
                scores.put(hour, examination(10 - lost));
            }
        }
        return scores;
    }

    private static NavigableMap<Double, OxygenSupport> oxygen(List<Entry> charted) {
        NavigableMap<Double, OxygenSupport> devices = new TreeMap<>();
        for (Entry entry : charted) {
            if (entry.event() instanceof Entry.Observed(var fact)
                    && fact instanceof OxygenDevice(OxygenSupport support)) {
                devices.put(Tenure.hours(entry.at()), support);
            }
        }
        return devices;
    }

    private static NeurologicalExamination examination(int ice) {
        return new NeurologicalExamination(
                new IceScore.Total(ice), null, null, null, null, null, null);
    }
}
