package org.cytovigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cytovigil.clinical.ScaleId;
import org.jspecify.annotations.Nullable;

/**
 * What one scale says of one picture, and why. The grade and its criteria are there at once; what a
 * reader may ask further is worked out from the picture when asked for.
 *
 * @param scale the scale
 * @param picture the facts it looked at
 * @param policy what the site decided where the criteria are silent
 * @param range the grade, as the range that the known facts allow
 * @param findings what each axis says
 */
public record Assessment(
        ScaleId scale,
        ClinicalPicture picture,
        SitePolicy policy,
        GradeRange range,
        List<Finding> findings) {

    /** When the picture was so. */
    public Instant at() {
        return picture.at();
    }

    /** Names the policy that it went by. */
    public String policyVersion() {
        return policy.version();
    }

    /** The finding that sets the lowest possible grade; the first of several equals. */
    public Finding deciding() {
        Finding worst = findings.getFirst();
        for (int i = 1; i < findings.size(); i++) {
            Finding finding = findings.get(i);
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

    /**
     * The range without the clinician's attributions or, on ASTCT, with fever; {@code null} when
     * the same.
     */
    public @Nullable GradeRange wouldBe() {
        GradeRange wouldBe = GradingScales.of(scale).wouldBe(picture, policy);
        return range.equals(wouldBe) ? null : wouldBe;
    }

    /** What must be known beside the grade. */
    public Set<Note> notes() {
        return GradingScales.of(scale).notes(picture, policy);
    }

    /** The smallest single changes of which each would raise the grade; empty when none would. */
    public List<String> raisedBy() {
        return Escalation.of(this);
    }

    /** The rise that comes by time alone if nothing changes, or {@code null}. */
    public @Nullable TimedRise timedRise() {
        return Escalation.byTime(this);
    }

    /** The decisions of the site without which the grade might be another. */
    public List<Setting<?>> settings() {
        return PolicyUse.of(this);
    }

    /** The grade that a clinician set on this scale, or {@code null}. */
    public @Nullable GradeOverride override() {
        return picture.overrides().isEmpty() ? null : picture.overrides().get(scale);
    }

    /** The grade to act on: the one a clinician set, else the computed one. */
    public GradeRange standing() {
        GradeOverride override = override();
        return override == null ? range : GradeRange.of(override.grade());
    }

    /**
     * Whether the grade, computed and set, and the criterion that decides it are the same, whatever
     * the facts behind it and the grade that would be.
     */
    public boolean decidesTheSame(Assessment other) {
        return range.equals(other.range)
                && deciding().axis() == other.deciding().axis()
                && deciding().criterion().equals(other.deciding().criterion())
                && Objects.equals(override(), other.override());
    }

    /**
     * Whether a reader would see the same grade for the same reason, whatever the ages of the
     * facts.
     */
    public boolean saysTheSame(Assessment other) {
        return range.equals(other.range)
                && (findings.equals(other.findings)
                        || deciding().criterion().equals(other.deciding().criterion()))
                && picture.attributions().isEmpty() == other.picture.attributions().isEmpty()
                && Objects.equals(override(), other.override())
                && Objects.equals(wouldBe(), other.wouldBe());
    }
}
