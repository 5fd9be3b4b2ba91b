package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs of settings of which the first must not be above the second. */
// [utest->req~policy.settings~1]
class PolicyConflictTest {
    private static SitePolicy with(String key, String value, String other, String otherValue) {
        return SitePolicy.of(
                "test",
                Map.of(
                        Settings.of(key).orElseThrow(),
                        value,
                        Settings.of(other).orElseThrow(),
                        otherValue));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    pressure.newborn-systolic,   71 mm[Hg], pressure.infant-systolic,   70 mm[Hg]
                    pressure.infant-systolic,    76 mm[Hg], pressure.adult-systolic,    75 mm[Hg]
                    pressure.child-systolic,     76 mm[Hg], pressure.adult-systolic,    75 mm[Hg]
                    oxygen.simple-mask-at-5,     41 %,      oxygen.simple-mask-at-6,    40 %
                    oxygen.simple-mask-at-6,     51 %,      oxygen.simple-mask-at-7,    50 %
                    vasopressor.high-equivalent-with-vasopressin, 21 ug/min, vasopressor.high-equivalent, 20 ug/min
                    schedule.vitals-from-grade-3, 2.5 h,    schedule.vitals-from-grade-2, 2 h
                    schedule.vitals-from-grade-2, 4.5 h,    schedule.vitals,            4 h
                    tocilizumab.doses-in-24-h,   4,         tocilizumab.doses-in-all,   3
                    pressure.bolus-counts,       8 h,       penn.boluses-within,        7 h
                    """)
    void theFirstMayEqualTheSecondAndNotExceedIt(
            String lower, String above, String upper, String limit) {
        PolicyConflictException conflict =
                catchThrowableOfType(
                        PolicyConflictException.class, () -> with(lower, above, upper, limit));
        assertThat(conflict.conflicts())
                .singleElement()
                .satisfies(
                        pair -> {
                            assertThat(pair.lower().key()).isEqualTo(lower);
                            assertThat(pair.upper().key()).isEqualTo(upper);
                            assertThat(pair.reason())
                                    .isEqualTo("%s is above %s of %s", above, limit, upper);
                        });
        assertThat(with(lower, limit, upper, limit).text(Settings.of(lower).orElseThrow()))
                .isEqualTo(limit);
    }
}
