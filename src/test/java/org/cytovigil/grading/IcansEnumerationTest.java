package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.ScaleId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * ICANS against tables written from criteria section 1.8. The policy page does not say what a part
 * that was not charted means: the score left out leaves the grade open, the other parts count as
 * not disturbed (but for the awakening beside an ICE of 0), and nothing counts of a sedated
 * patient's score and awakening.
 */
// [utest->req~grading.icans~1]
class IcansEnumerationTest {
    private static final Instant EXAMINED = Facts.hour(30);
    private static final Instant NOW = EXAMINED.plus(Duration.ofHours(24));

    /** ICE from 0 to 10. */
    private static final int[] BY_ICE = {3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 0};

    private static final List<@Nullable Boolean> DONE = Arrays.asList(false, true, null);

    private final List<String> wrong = new ArrayList<>();
    private int situations;

    private static GradeRange graded(
            @Nullable Double age, Instant now, NeurologicalExamination... examinations) {
        Charted charted = Charted.of(Facts.patient(age, 70.0));
        charted.at(EXAMINED, examinations);
        return GradingScales.of(ScaleId.ICANS).assess(charted.picture(now), Charted.POLICY).range();
    }

    private void check(
            @Nullable Double age, NeurologicalExamination examination, GradeRange expected) {
        situations++;
        GradeRange range = graded(age, NOW, examination);
        if (!range.equals(expected) && wrong.size() < 100) {
            wrong.add("%s %s is %s, not %s".formatted(age, examination, range, expected));
        }
    }

    private static NeurologicalExamination awake(@Nullable IceScore ice, @Nullable CapdScore capd) {
        return new NeurologicalExamination(
                ice, capd, Consciousness.AWAKE, Seizure.NONE, false, CerebralOedema.NONE, false);
    }

    // ---- ICE item by item

    /** Year, month, city, hospital, command, sentence, counting; then the objects named. */
    private static IceScore items(List<@Nullable Boolean> done, @Nullable Integer objects) {
        return new IceScore.Items(
                done.get(0),
                done.get(1),
                done.get(2),
                done.get(3),
                objects,
                done.get(4),
                done.get(5),
                done.get(6));
    }

    private static List<@Nullable Boolean> digits(int number, int base) {
        List<@Nullable Boolean> digits = new ArrayList<>();
        for (int i = 0, rest = number; i < 7; i++, rest /= base) {
            digits.add(DONE.get(rest % base));
        }
        return digits;
    }

    @Test
    void everyIceWithoutMissingItemsGoesByItsSum() {
        for (int number = 0; number < 128; number++) {
            for (int objects = 0; objects <= 3; objects++) {
                int sum = Integer.bitCount(number) + objects;
                IceScore ice = items(digits(number, 2), objects);
                check(45.0, awake(ice, null), GradeRange.of(BY_ICE[sum]));
                check(45.0, awake(new IceScore.Total(sum), null), GradeRange.of(BY_ICE[sum]));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(situations).isEqualTo(1_024);
    }

    @Test
    void everyIceWithMissingItemsIsTheHullOfItsCompletions() {
        for (int number = 0; number < 2_187; number++) {
            List<@Nullable Boolean> done = digits(number, 3);
            for (int objects = 0; objects <= 4; objects++) {
                Integer named = objects == 4 ? null : Integer.valueOf(objects);
                NeurologicalExamination examination = awake(items(done, named), null);
                check(45.0, examination, hull(done, named, 3));
                check(45.0, unwoken(examination), hull(done, named, 4));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(situations).isEqualTo(2_187 * 5 * 2);
    }

    private static NeurologicalExamination unwoken(NeurologicalExamination e) {
        return new NeurologicalExamination(
                e.ice(), e.capd(), null, e.seizure(), e.motorWeakness(), e.oedema(), e.sedated());
    }

    /**
     * Tries every way in which the missing items may have gone.
     *
     * @param none the highest grade of an ICE of 0; its lowest is 3
     */
    private static GradeRange hull(
            List<@Nullable Boolean> done, @Nullable Integer objects, int none) {
        int lowest = 4;
        int highest = 0;
        for (int way = 0; way < 128; way++) {
            int sum = 0;
            boolean completes = true;
            for (int i = 0; i < 7; i++) {
                boolean item = (way >> i & 1) == 1;
                Boolean known = done.get(i);
                completes &= known == null || known == item;
                sum += item ? 1 : 0;
            }
            for (int named = 0; completes && named <= 3; named++) {
                if (objects == null || objects == named) {
                    int points = sum + named;
                    lowest = Math.min(lowest, BY_ICE[points]);
                    highest = Math.max(highest, points == 0 ? none : BY_ICE[points]);
                }
            }
        }
        return GradeRange.of(lowest, highest);
    }

    // ---- the domains against each other

    private static GradeRange worst(GradeRange... ranges) {
        int lowest = 0;
        int highest = 0;
        for (GradeRange range : ranges) {
            lowest = Math.max(lowest, range.lowest());
            highest = Math.max(highest, range.highest());
        }
        return GradeRange.of(lowest, highest);
    }

    private static GradeRange expected(@Nullable Double age, NeurologicalExamination e) {
        boolean child = age != null && age < 12;
        if (Boolean.TRUE.equals(e.sedated())) {
            return worst(GradeRange.of(0, 4), signs(e));
        }
        GradeRange score = child ? capd(e.capd()) : ice(e.ice(), e.consciousness() == null);
        return worst(score, consciousness(e.consciousness()), signs(e));
    }

    /** Seizure, motor findings and oedema; what was not charted was not seen. */
    private static GradeRange signs(NeurologicalExamination e) {
        int seizure = e.seizure() == Seizure.PROLONGED ? 4 : 0;
        int shortSeizure = e.seizure() == Seizure.RESOLVING ? 3 : 0;
        int motor = Boolean.TRUE.equals(e.motorWeakness()) ? 4 : 0;
        int diffuse = e.oedema() == CerebralOedema.DIFFUSE ? 4 : 0;
        int focal = e.oedema() == CerebralOedema.FOCAL ? 3 : 0;
        return GradeRange.of(
                IntStream.of(seizure, shortSeizure, motor, diffuse, focal).max().orElseThrow());
    }

    /** Of an ICE of 0 it must be known how the patient is woken: awake it is 3. */
    private static GradeRange ice(@Nullable IceScore ice, boolean awakeningUnknown) {
        if (ice == null) {
            return GradeRange.of(0, 4);
        }
        int points = ice.least();
        return points == 0 && awakeningUnknown
                ? GradeRange.of(3, 4)
                : GradeRange.of(BY_ICE[points]);
    }

    private static GradeRange capd(@Nullable CapdScore capd) {
        if (capd == null) {
            return GradeRange.of(0, 4);
        }
        return GradeRange.of(capd.least() >= 9 ? 3 : capd.least() > 0 ? 1 : 0);
    }

    private static GradeRange consciousness(@Nullable Consciousness consciousness) {
        return GradeRange.of(
                switch (consciousness) {
                    case null -> 0;
                    case AWAKE -> 0;
                    case SPONTANEOUSLY -> 1;
                    case TO_VOICE -> 2;
                    case TO_TOUCH -> 3;
                    case UNAROUSABLE -> 4;
                });
    }

    private static <T> List<@Nullable T> orNothing(T[] values) {
        List<@Nullable T> list = new ArrayList<>(Arrays.asList(values));
        list.add(null);
        return list;
    }

    @Test
    void everyCombinationOfTheDomains() {
        List<@Nullable Double> ages = Arrays.asList(11.99, 12.0, 45.0, null);
        Integer[] ices = {null, 0, 2, 3, 6, 7, 9, 10};
        Integer[] capds = {null, 0, 1, 8, 9, 32};
        for (Double age : ages) {
            for (Integer ice : ices) {
                for (Integer capd : capds) {
                    everyOtherDomain(
                            age,
                            ice == null ? null : new IceScore.Total(ice),
                            capd == null ? null : new CapdScore.Total(capd));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(situations).isEqualTo(4 * 8 * 6 * (6 * 4 * 3 * 4 * 3));
    }

    private void everyOtherDomain(
            @Nullable Double age, @Nullable IceScore ice, @Nullable CapdScore capd) {
        for (Consciousness consciousness : orNothing(Consciousness.values())) {
            for (Seizure seizure : orNothing(Seizure.values())) {
                for (Boolean motor : DONE) {
                    for (CerebralOedema oedema : orNothing(CerebralOedema.values())) {
                        for (Boolean sedated : DONE) {
                            NeurologicalExamination examination =
                                    new NeurologicalExamination(
                                            ice,
                                            capd,
                                            consciousness,
                                            seizure,
                                            motor,
                                            oedema,
                                            sedated);
                            check(age, examination, expected(age, examination));
                        }
                    }
                }
            }
        }
    }

    @Test
    void noExaminationAndAStaleOneSayNothing() {
        NeurologicalExamination well = awake(new IceScore.Total(10), null);
        assertThat(graded(45.0, NOW)).isEqualTo(GradeRange.of(0, 4));
        assertThat(graded(45.0, NOW, well)).isEqualTo(GradeRange.of(0));
        assertThat(graded(45.0, NOW.plusMillis(1), well)).isEqualTo(GradeRange.of(0, 4));
    }
}
