package org.cytovigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one scale says of one picture, and why.
 *
 * @param scale the scale
 * @param picture the facts it looked at
 * @param policyVersion the policy it went by
 * @param range the grade, as the range that the known facts allow
 * @param findings what each axis says, worst first to decide
 * @param wouldBe the range without the clinician's attributions or, on ASTCT, with fever; {@code
 *     null} when the same
 * @param notes what must be known beside the grade
 * @param raisedBy the criteria of the next grade, any of which would raise this one; empty at grade
 *     4 and above
 * @param raisesAt when the grade rises by time alone if nothing changes, or {@code null}
 */
public record Assessment(
        ScaleId scale,
        ClinicalPicture picture,
        String policyVersion,
        GradeRange range,
        List<Finding> findings,
        @Nullable GradeRange wouldBe,
        Set<Note> notes,
        List<String> raisedBy,
        @Nullable Instant raisesAt) {

    /** When the picture was so. */
    public Instant at() {
        return picture.at();
    }

    /** The finding that sets the lowest possible grade; the first of several equals. */
    public Finding deciding() {
        Finding worst = findings.getFirst();
        for (Finding finding : findings) {
            boolean higher = finding.range().lowest() > worst.range().lowest();
            boolean wider =
                    finding.range().lowest() == worst.range().lowest()
                            && finding.range().highest() > worst.range().highest();
            if (higher || wider) {
                worst = finding;
            }
        }
        return worst;
    }

    /**
     * The findings whose open range could still change the grade; empty when the grade is
     * determined.
     */
    public List<Finding> open() {
        List<Finding> open = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.missing() != null && finding.range().highest() > range.lowest()) {
                open.add(finding);
            }
        }
        return open;
    }
}
