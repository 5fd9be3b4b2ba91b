package org.cytovigil.feed.simulator.unit;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.feed.simulator.CourseProfile;

/**
 * What neurotoxicity takes from the ICE scores of a course. Every third patient with CRS of grade 2
 * or more becomes confused within two days after its peak, for two or three days; children, who are
 * not asked for ICE, do not.
 */
final class Neurology {
    private final double begins;
    private final double lasts;
    private final double depth;

    Neurology(CourseProfile profile, long seed) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed + profile.number());
        boolean confused = profile.peakGrade() >= 2 && random.nextInt(3) == 0;
        begins = profile.onsetHour() + profile.hoursToPeak() + random.nextInt(6, 48);
        lasts = random.nextInt(48, 84);
        depth = confused ? random.nextInt(2, 8) + 0.4 : 0;
    }

    /** The examination as it turns out at an hour of the course. */
    NeurologicalExamination at(double hour, NeurologicalExamination charted) {
        IceScore score = charted.ice();
        if (score == null) {
            return charted;
        }
        double way = Math.clamp((hour - begins) / lasts, 0, 1);
        int lost = (int) (depth * Math.min(1, 3 * Math.min(way, 1 - way)));
        return charted.withIce(new IceScore.Total(Math.max(0, score.least() - lost)));
    }
}
