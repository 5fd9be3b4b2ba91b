package org.cytovigil.grading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one axis of a scale says: a row of the scale's table, or what is left open for want of a
 * fact.
 *
 * @param axis the axis
 * @param range the grades this axis allows
 * @param criterion the row of the scale's table that applies, in words, with the default numbers
 * @param source where that row comes from
 * @param missing the fact for want of which the range is open, or {@code null} when it is
 *     determined
 * @param settings the decisions of the site that this row rests on
 */
public record Finding(
        Axis axis,
        GradeRange range,
        String criterion,
        String source,
        @Nullable MissingFact missing,
        List<Setting<?>> settings) {
    /** Cited by what the texts leave open and the policy decides. */
    static final String POLICY_3 = "Clinical basis section 3";

    static final String POLICY_4 = "Clinical basis section 4";

    static Finding of(
            Axis axis, int grade, String criterion, String source, Setting<?>... settings) {
        return new Finding(axis, GradeRange.of(grade), criterion, source, null, List.of(settings));
    }

    static Finding open(
            Axis axis,
            int lowest,
            int highest,
            String criterion,
            MissingFact missing,
            String source,
            Setting<?>... settings) {
        return new Finding(
                axis,
                GradeRange.of(lowest, highest),
                criterion,
                source,
                missing,
                List.of(settings));
    }

    /**
     * The row as it reads under a policy: where the site changed a number of it, the site's number
     * stands, "oxygen requirement below 50 %".
     */
    public String criterion(SitePolicy policy) {
        String worded = criterion;
        for (Setting<?> setting : settings) {
            String usual = Wording.plainUnit(SitePolicy.DEFAULT.text(setting));
            String here = Wording.plainUnit(policy.text(setting));
            if (!here.equals(usual)) {
                worded =
                        worded.replaceAll(
                                "(?<![\\w.])" + Pattern.quote(usual) + "(?![\\w.])",
                                Matcher.quoteReplacement(here));
            }
        }
        return worded;
    }

    /** The same row with another range, for rows whose range depends on the other axes. */
    Finding ranging(GradeRange other) {
        return new Finding(axis, other, criterion, source, missing, settings);
    }
}
