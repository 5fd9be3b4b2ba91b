package org.cytovigil.grading;

import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Observation.Organ;

/**
 * Organ toxicity as Lee 2014 and CARTOX count it: by its CTCAE grade, transaminases never above 3.
 */
final class OrganFindings {
    private static final String LEE = "Lee 2014, CARTOX";

    private static final Finding NONE =
            Finding.of(Axis.ORGANS, 0, "no organ toxicity that counts", LEE);
    private static final Finding GRADE_1 =
            Finding.of(Axis.ORGANS, 1, "grade 1 organ toxicity", "CARTOX, grade 1");
    private static final Finding GRADE_2 =
            Finding.of(Axis.ORGANS, 2, "grade 2 organ toxicity", LEE);
    private static final Finding GRADE_3 =
            Finding.of(Axis.ORGANS, 3, "grade 3 organ toxicity", LEE);
    private static final Finding TRANSAMINITIS_4 =
            Finding.of(Axis.ORGANS, 3, "grade 4 transaminitis", LEE);
    private static final Finding GRADE_4 =
            Finding.of(Axis.ORGANS, 4, "grade 4 organ toxicity other than transaminitis", LEE);

    private OrganFindings() {}

    static List<Finding> table(int countsFromGrade) {
        return countsFromGrade <= 1
                ? List.of(GRADE_4, GRADE_3, TRANSAMINITIS_4, GRADE_2, GRADE_1, NONE)
                : List.of(GRADE_4, GRADE_3, TRANSAMINITIS_4, GRADE_2, NONE);
    }

    /**
     * @param countsFromGrade the lowest toxicity grade that the scale names
     */
    static Finding byToxicity(ClinicalPicture picture, int countsFromGrade) {
        int worst = 0;
        for (Map.Entry<Organ, Integer> toxicity : picture.organToxicity().entrySet()) {
            worst = Math.max(worst, counted(toxicity.getKey(), toxicity.getValue()));
        }
        if (worst < countsFromGrade) {
            return NONE;
        }
        return switch (worst) {
            case 1 -> GRADE_1;
            case 2 -> GRADE_2;
            case 3 -> picture.organToxicity().containsValue(3) ? GRADE_3 : TRANSAMINITIS_4;
            case 4 -> GRADE_4;
            default -> NONE;
        };
    }

    /** The grade that the toxicity of one organ gives alone. */
    static int counted(Organ organ, int ctcaeGrade) {
        return Math.min(organ == Organ.TRANSAMINASES ? 3 : 4, ctcaeGrade);
    }
}
