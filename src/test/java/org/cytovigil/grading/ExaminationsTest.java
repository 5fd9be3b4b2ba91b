package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.Patient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

// [utest->req~grading.examinations-joined~1]
class ExaminationsTest {
    private static final NeurologicalExamination NOTHING =
            new NeurologicalExamination(null, null, null, null, null, null, null);
    private static final Patient ADULT = Facts.adult();
    private static final Patient CHILD = Facts.patient(8.0, 25.0);

    private static NeurologicalExamination ice(int points) {
        return NOTHING.withIce(new IceScore.Total(points));
    }

    private static NeurologicalExamination sedated(NeurologicalExamination found) {
        return new NeurologicalExamination(
                found.ice(),
                found.capd(),
                found.consciousness(),
                found.seizure(),
                found.motorWeakness(),
                found.oedema(),
                true);
    }

    private static IceScore.Items tasks(
            @Nullable Boolean year, @Nullable Integer objects, @Nullable Boolean sentence) {
        return new IceScore.Items(year, null, null, null, objects, null, sentence, null);
    }

    private static CapdScore.Items questions(@Nullable Integer... points) {
        return new CapdScore.Items(Arrays.asList(points));
    }

    private static NeurologicalExamination capd(CapdScore score) {
        return NOTHING.withCapd(score);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(ice(9), ice(4), ice(4)),
                Arguments.of(
                        ice(3).withSeizure(Seizure.NONE),
                        ice(9).withSeizure(Seizure.PROLONGED),
                        ice(3).withSeizure(Seizure.PROLONGED)),
                Arguments.of(
                        NOTHING.withConsciousness(Consciousness.AWAKE),
                        NOTHING.withConsciousness(Consciousness.TO_TOUCH),
                        NOTHING.withConsciousness(Consciousness.TO_TOUCH)),
                Arguments.of(
                        ice(9).withOedema(CerebralOedema.DIFFUSE),
                        ice(2).withOedema(CerebralOedema.FOCAL),
                        ice(2).withOedema(CerebralOedema.DIFFUSE)),
                Arguments.of(ice(9).withMotorWeakness(), ice(9), ice(9).withMotorWeakness()),
                Arguments.of(ice(9), NOTHING, ice(9)),
                // Task by task: what either could not do was not done.
                Arguments.of(
                        NOTHING.withIce(tasks(true, 3, null)),
                        NOTHING.withIce(tasks(false, 2, true)),
                        NOTHING.withIce(tasks(false, 2, true))),
                // Tasks that allow 9 at most, beside a sum of 7: the sum says it all.
                Arguments.of(NOTHING.withIce(tasks(false, null, null)), ice(7), ice(7)),
                // Tasks that allow 8 at most, beside a sum of 9: the tasks are the worse.
                Arguments.of(
                        NOTHING.withIce(tasks(false, 2, null)),
                        ice(9),
                        NOTHING.withIce(tasks(false, 2, null))),
                Arguments.of(
                        capd(questions(4, null, 0, 1, null, null, null, null)),
                        capd(questions(2, 3, null, 1, null, null, null, 0)),
                        capd(questions(4, 3, 0, 1, null, null, null, 0))),
                // Questions that give 8 at least, beside a sum of 6.
                Arguments.of(
                        capd(questions(4, 4, null, null, null, null, null, null)),
                        capd(new CapdScore.Total(6)),
                        capd(questions(4, 4, null, null, null, null, null, null))),
                // Under sedation a low score tells nothing; the seizure still does.
                Arguments.of(
                        sedated(ice(2).withSeizure(Seizure.PROLONGED)),
                        ice(9),
                        ice(9).withSeizure(Seizure.PROLONGED)),
                Arguments.of(
                        sedated(NOTHING),
                        NOTHING.withSeizure(Seizure.RESOLVING),
                        sedated(NOTHING).withSeizure(Seizure.RESOLVING)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theWorseOfEveryPartStands(
            NeurologicalExamination one,
            NeurologicalExamination other,
            NeurologicalExamination worse) {
        assertThat(Examinations.worse(one, other)).isEqualTo(worse);
        assertThat(Examinations.worse(other, one)).isEqualTo(worse);
    }

    @Test
    void theGradeIsNeverBelowThatOfEitherAloneWithoutSedation() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            NeurologicalExamination one = drawn(random);
            NeurologicalExamination other = drawn(random);
            NeurologicalExamination both = Examinations.worse(one, other);
            for (Patient patient : List.of(ADULT, CHILD)) {
                assertThat(lowest(patient, both))
                        .as("seed %d: %s, %s", seed, one, other)
                        .isGreaterThanOrEqualTo(
                                Math.max(lowest(patient, one), lowest(patient, other)));
            }
        }
    }

    private static int lowest(Patient patient, NeurologicalExamination examination) {
        PictureFold fold = new PictureFold(patient, SitePolicy.DEFAULT);
        fold.add(Facts.ZERO, examination);
        return new IcansScale()
                .assess(fold.picture(Facts.ZERO), SitePolicy.DEFAULT)
                .range()
                .lowest();
    }

    private static NeurologicalExamination drawn(Random random) {
        return new NeurologicalExamination(
                drawnIce(random),
                drawnCapd(random),
                random.nextBoolean() ? null : any(random, Consciousness.values()),
                random.nextBoolean() ? null : any(random, Seizure.values()),
                random.nextBoolean() ? null : random.nextBoolean(),
                random.nextBoolean() ? null : any(random, CerebralOedema.values()),
                random.nextBoolean() ? null : false);
    }

    private static @Nullable IceScore drawnIce(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> new IceScore.Total(random.nextInt(11));
            default ->
                    new IceScore.Items(
                            done(random),
                            done(random),
                            done(random),
                            done(random),
                            random.nextBoolean() ? null : random.nextInt(4),
                            done(random),
                            done(random),
                            done(random));
        };
    }

    private static @Nullable Boolean done(Random random) {
        return random.nextBoolean() ? null : random.nextBoolean();
    }

    private static @Nullable CapdScore drawnCapd(Random random) {
        if (random.nextBoolean()) {
            return random.nextBoolean() ? null : new CapdScore.Total(random.nextInt(33));
        }
        @Nullable Integer[] points = new Integer[CapdScore.QUESTIONS];
        for (int i = 0; i < points.length; i++) {
            points[i] = random.nextBoolean() ? null : random.nextInt(5);
        }
        return questions(points);
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
