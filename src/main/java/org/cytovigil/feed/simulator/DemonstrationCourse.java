package org.cytovigil.feed.simulator;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Entry;

/**
 * A course shown to someone who opens the program for the first time: a profile with a seed that
 * shows it well.
 *
 * @param profile what the course is
 * @param seed which of the profile's courses
 */
public record DemonstrationCourse(CourseProfile profile, long seed) {
    /**
     * Axi-cel, adult, peak grade 3 by one vasopressor and high-flow oxygen or a mask. ZUMA-1: onset
     * day 2 (1-12), 7 days; pressure falls 12-36 h after the fever, grade 3 after 24-72 h.
     */
    public static final DemonstrationCourse AXI_CEL_ADULT_GRADE_3 =
            new DemonstrationCourse(
                    CourseProfile.typical(CarTProduct.AXI_CEL, 61, new Weight(78), 3)
                            .named("Alfa", 1)
                            .timed(52, 38, 168, 11),
                    12);

    /**
     * Tisa-cel, child, peak grade 4 by norepinephrine and epinephrine and positive pressure. Pooled
     * leukaemia trials: onset day 3 (1-22), onset to grade 4 a median of 4.5 days, grades 3 and 4
     * lasting 10 days.
     */
    public static final DemonstrationCourse TISA_CEL_CHILD_GRADE_4 =
            new DemonstrationCourse(
                    CourseProfile.typical(CarTProduct.TISA_CEL, 8, new Weight(25), 4)
                            .named("Bravo", 2)
                            .timed(34, 96, 216, 13),
                    14);

    /**
     * Cilta-cel, adult, late onset, peak grade 2 by pressure and cannula. CARTITUDE-1: onset day 7
     * (1-12), 4 days.
     */
    public static final DemonstrationCourse CILTA_CEL_ADULT_GRADE_2 =
            new DemonstrationCourse(
                    CourseProfile.typical(CarTProduct.CILTA_CEL, 66, new Weight(71), 2)
                            .named("Charlie", 3)
                            .timed(174, 20, 84, 13),
                    9);

    /** Ide-cel, adult, early onset, fever alone. KarMMa: onset day 1 (1-12), 5 days. */
    public static final DemonstrationCourse IDE_CEL_ADULT_GRADE_1 =
            new DemonstrationCourse(
                    CourseProfile.typical(CarTProduct.IDE_CEL, 58, new Weight(84), 1)
                            .named("Delta", 4)
                            .timed(30, 0, 72, 10),
                    14);

    /** The demonstration courses, severest first. */
    public static List<DemonstrationCourse> all() {
        return List.of(
                TISA_CEL_CHILD_GRADE_4,
                AXI_CEL_ADULT_GRADE_3,
                CILTA_CEL_ADULT_GRADE_2,
                IDE_CEL_ADULT_GRADE_1);
    }

    /**
     * The course's entries as {@link SyntheticCourse#generate} makes them, for that infusion time
     * and bed.
     */
    public List<Entry> entries(Instant infusion, String bed) {
        return SyntheticCourse.generate(profile, seed, infusion, bed);
    }
}
