package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Bed.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Facts that were unknown and become known only narrow a grade: each range lies within the one
 * before it, and so the fully known one within all. Hidden are readings, settings, doses, the
 * weight, what was tried for a low pressure, and parts of the examination.
 *
 * <p>The policy page makes exceptions of its own, where what is not charted counts as absent or a
 * range is set narrower than what may come of it:
 *
 * <ul>
 *   <li>"A drug never charted is not running" (section 1), and the like for organ toxicity,
 *       symptoms, plasma products, intravenous therapy, attributions and death: charting one is a
 *       new fact. None is hidden here.
 *   <li>A bolus or the clinician's word makes hypotension of a normal pressure (section 1); they
 *       are hidden only beside a low one, where they answer "nothing tried yet".
 *   <li>"Pressure never charted or stale: [0,2]" but "low pressure, nothing tried yet: [2,3]" on
 *       Lee, CARTOX and Review (section 3): the first low reading opens the range again.
 *   <li>"One vasopressor of unknown dose: Review [2,3]" (section 3) does not look at the pressure,
 *       but "still low while vasopressors have been at high dose for 3 h" is 4 (section 4): the
 *       dose, or the weight it takes, may then raise it.
 *   <li>A sign not charted in a neurological examination was not seen (the page is silent); signs
 *       are hidden only when there are none, awakening only when awake.
 *   <li>"HFNC of unknown flow: 3" but "at 6 L/min or less: 2" (section 4, ASTCT): the flow lowers
 *       the grade.
 *   <li>Room air counts as such whatever the saturation, until one below 90 % is charted (section
 *       3); a saturation is not hidden then.
 *   <li>A set FiO2 replaces an estimate, an FiO2 of 0.21 or a flow not above that at home counts as
 *       room air (sections 1 and 4): neither is drawn here.
 * </ul>
 */
// [utest->req~grading.astct~1]
// [utest->req~grading.lee~1]
// [utest->req~grading.review~1]
// [utest->req~grading.others~1]
// [utest->req~grading.icans~1]
class NarrowingTest {
    private static final int CASES = 100_000;

    private final List<String> wrong = new ArrayList<>();
    private int reveals;

    @Test
    void factsThatBecomeKnownOnlyNarrowTheGrade() {
        for (int seed = 0; reveals < CASES; seed++) {
            Random random = new Random(seed);
            reveal(seed, Bed.drawn(random), random);
        }
        assertThat(wrong).isEmpty();
    }

    private void reveal(int seed, Bed bed, Random random) {
        List<Part> order = new ArrayList<>();
        for (Part part : Part.values()) {
            if (random.nextBoolean() && mayBeHidden(part, bed)) {
                order.add(part);
            }
        }
        Collections.shuffle(order, random);
        Set<Part> hidden = EnumSet.noneOf(Part.class);
        hidden.addAll(order);
        Map<ScaleId, GradeRange> before = ranges(bed, hidden);
        for (Part part : order) {
            hidden.remove(part);
            Map<ScaleId, GradeRange> now = ranges(bed, hidden);
            for (ScaleId scale : ScaleId.values()) {
                boolean narrower = contains(of(before, scale), of(now, scale));
                if (!narrower && !excepted(scale, part, bed, hidden) && wrong.size() < 50) {
                    wrong.add(
                            "seed %d %s %s: %s, then %s with %s; still hidden %s"
                                    .formatted(
                                            seed,
                                            scale,
                                            bed,
                                            before.get(scale),
                                            now.get(scale),
                                            part,
                                            hidden));
                }
            }
            before = now;
            reveals++;
        }
    }

    private static boolean contains(GradeRange range, GradeRange other) {
        return range.lowest() <= other.lowest() && other.highest() <= range.highest();
    }

    private static GradeRange of(Map<ScaleId, GradeRange> ranges, ScaleId scale) {
        return Objects.requireNonNull(ranges.get(scale));
    }

    private static Map<ScaleId, GradeRange> ranges(Bed bed, Set<Part> hidden) {
        ClinicalPicture picture = bed.picture(hidden);
        Map<ScaleId, GradeRange> ranges = new EnumMap<>(ScaleId.class);
        for (GradingScale scale : GradingScales.ALL) {
            ranges.put(scale.id(), scale.assess(picture, Charted.POLICY).range());
        }
        return ranges;
    }

    private static boolean mayBeHidden(Part part, Bed bed) {
        return switch (part) {
            case SATURATION -> !(bed.device.equals("room-air") && bed.spo2 < 90);
            case BOLUSES, STATED -> bed.systolic < systolicLimit(bed.age);
            case CONSCIOUSNESS -> bed.consciousness == Consciousness.AWAKE;
            case SEIZURE -> bed.seizure == Seizure.NONE;
            case MOTOR -> !bed.motor;
            case OEDEMA -> bed.oedema == CerebralOedema.NONE;
            default -> true;
        };
    }

    private static boolean excepted(ScaleId scale, Part part, Bed bed, Set<Part> hidden) {
        return switch (scale) {
            case ASTCT_2019 ->
                    bed.device.equals("hfnc")
                            && bed.flow <= 6
                            && part == Part.FLOW
                            && !hidden.contains(Part.DEVICE);
            case LEE_2014, CARTOX -> firstLowReading(part, bed, hidden);
            case REVIEW ->
                    firstLowReading(part, bed, hidden)
                            || ((part == Part.DOSE || part == Part.WEIGHT)
                                    && (low(bed) || hidden.contains(Part.PRESSURE)));
            default -> false;
        };
    }

    private static boolean firstLowReading(Part part, Bed bed, Set<Part> hidden) {
        return part == Part.PRESSURE && low(bed) && nothingTried(bed, hidden);
    }

    private static boolean nothingTried(Bed bed, Set<Part> hidden) {
        boolean said = bed.stated && !hidden.contains(Part.STATED);
        boolean bolus =
                !hidden.contains(Part.BOLUSES) && bed.boluses.stream().anyMatch(h -> h <= 6);
        return bed.counted() == 0 && !said && !bolus;
    }

    private static boolean low(Bed bed) {
        double mean = (bed.systolic + 2 * Math.min(bed.systolic - 1, 50)) / 3;
        return bed.systolic < systolicLimit(bed.age) || (bed.age > 10 && mean < 65);
    }

    /** Clinical basis section 2. */
    private static double systolicLimit(double age) {
        if (age > 10) {
            return 90;
        }
        return age >= 1 ? 70 + 2 * age : age * 12 >= 1 ? 70 : 60;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # scale,   tried nothing, a bolus, two boluses, low dose, high dose for 3 h
                    LEE_2014,  2-3,           2,       2,           2,        3
                    CARTOX,    2-3,           2,       2,           2,        3
                    PENN,      2-3,           2-3,     3,           3,        4
                    """)
    void whatALowPressureRespondsToNarrowsItsRange(
            ScaleId scale, String nothing, String bolus, String two, String low, String high) {
        assertThat(tried().grade(scale, 10)).isEqualTo(nothing);
        assertThat(tried().at(10, Facts.bolus()).grade(scale, 10)).isEqualTo(bolus);
        assertThat(twoBoluses().grade(scale, 10)).isEqualTo(two);
        assertThat(tried().at(10, Facts.norepinephrine(5)).grade(scale, 10)).isEqualTo(low);
        assertThat(
                        Charted.adult()
                                .at(7, Facts.norepinephrine(20))
                                .at(10, Facts.pressure(80, 50), Facts.ROOM_AIR, Facts.FEVER)
                                .grade(scale, 10))
                .isEqualTo(high);
    }

    private static Charted tried() {
        return Charted.adult().at(10, Facts.pressure(80, 50), Facts.ROOM_AIR, Facts.FEVER);
    }

    private static Charted twoBoluses() {
        return Charted.adult()
                .at(9, Facts.bolus())
                .at(10, Facts.pressure(80, 50), Facts.ROOM_AIR, Facts.FEVER, Facts.bolus());
    }

    @Test
    void anUndosedDrugIsSettledByItsDose() {
        Observation undosed =
                new Observation.VasopressorCharted(Facts.unknownDose(Vasopressor.NOREPINEPHRINE));
        Charted open = Charted.adult().at(5, undosed).at(10, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE);
        Charted known =
                Charted.adult()
                        .at(5, undosed, Facts.norepinephrine(20))
                        .at(10, Facts.ROOM_AIR, Facts.NORMAL_PRESSURE);
        assertThat(open.grade(ScaleId.PENN, 10)).isEqualTo("3-4");
        assertThat(known.grade(ScaleId.PENN, 10)).isEqualTo("4");
    }
}
