package org.cytovigil.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cytovigil.derived.Bedside.exact;
import static org.cytovigil.derived.Bedside.given;

import java.time.ZoneOffset;
import java.util.Map;
import org.cytovigil.clinical.Facts;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~derived.counters~1]
class TocilizumabCounterTest {
    private static Bedside dosesAt(double... hours) {
        Bedside bedside = Bedside.adult();
        for (double hour : hours) {
            bedside.at(hour, given("tocilizumab", 560.0));
        }
        return bedside;
    }

    private static TocilizumabCounter count(Bedside bedside, double hours) {
        return TocilizumabCounter.of(bedside.picture(hours), SitePolicy.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # 8 mg/kg from 30 kg on, 12 mg/kg below, at most 800 mg
                    70,   560
                    30,   240
                    29.9, 358.8
                    10,   120
                    100,  800
                    110,  800
                    -,    -
                    """)
    void milligramsGoByTheWeight(@Nullable Double kilograms, @Nullable Double milligrams) {
        Bedside bedside = Bedside.of(20.0, kilograms);
        DerivedValue value = bedside.value("tocilizumab-dose", 1);

        assertThat(value.isNone()).isEqualTo(milligrams == null);
        if (milligrams == null) {
            assertThat(value.missing()).containsExactly("weight: never charted");
            assertThat(count(bedside, 1).milligrams()).isNull();
        } else {
            assertThat(exact(value)).isCloseTo(milligrams, within(1e-9));
        }
    }

    @Test
    void beforeTheFirstDoseThereIsNothingToWaitFor() {
        Bedside bedside = Bedside.adult().at(1, Facts.FEVER);

        assertThat(exact(bedside.value("tocilizumab-doses", 1))).isZero();
        assertThat(bedside.value("tocilizumab-doses", 1).remarks())
                .containsExactly("the next would be dose 1 of at most 4");
        assertThat(bedside.value("tocilizumab-next", 1).isNone()).isTrue();
        assertThat(count(bedside, 1).earliest()).isNull();
    }

    @Test
    void theNextDoseIsEightHoursAfterTheLast() {
        Bedside bedside = dosesAt(10);

        assertThat(count(bedside, 12).earliest()).isEqualTo(Facts.hour(18));
        DerivedValue next = bedside.value("tocilizumab-next", 12);
        assertThat(next.valueText(ZoneOffset.UTC)).isEqualTo("18:00");
        assertThat(next.remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"17.99, false", "18, true", "19, true"})
    void fromEightHoursOnTheTimeHasPassed(double hours, boolean passed) {
        assertThat(dosesAt(10).value("tocilizumab-next", hours).remarks()).hasSize(passed ? 1 : 0);
    }

    @Test
    void notMoreThanThreeIn24Hours() {
        // At 2, 10 and 18: the interval ends at 26, and so do the 24 h of the dose at 2.
        assertThat(count(dosesAt(2, 10, 18), 19).earliest()).isEqualTo(Facts.hour(26));
        // At 2, 10 and 19: by the interval 27, by the day 26.
        assertThat(count(dosesAt(2, 10, 19), 19).earliest()).isEqualTo(Facts.hour(27));
    }

    @Test
    void theDayBindsWhereTheIntervalIsShorter() {
        // Every 6 h at 0, 6 and 12: by the interval 18, by the day 24.
        SitePolicy cartox = SitePolicy.of("c", Map.of(Settings.TOCILIZUMAB_INTERVAL, "6 h"));

        assertThat(TocilizumabCounter.of(dosesAt(0, 6, 12).picture(13), cartox).earliest())
                .isEqualTo(Facts.hour(24));
    }

    @Test
    void afterFourDosesThereIsNoFurtherOne() {
        Bedside bedside = dosesAt(0, 8, 16, 30);

        TocilizumabCounter counter = count(bedside, 31);
        assertThat(counter.exhausted()).isTrue();
        assertThat(counter.earliest()).isNull();
        assertThat(bedside.value("tocilizumab-doses", 31).remarks())
                .containsExactly("no further dose: 4 given, at most 4");
        assertThat(bedside.value("tocilizumab-dose", 31).isNone()).isTrue();
        assertThat(bedside.value("tocilizumab-next", 31).missing())
                .containsExactly("no further dose: 4 given, at most 4");
    }

    @Test
    void chartedTwiceWithTheSameTimeItCountsOnce() {
        Bedside bedside =
                Bedside.adult()
                        .at(1, given("tocilizumab", 560.0), given("Actemra", null))
                        .at(9, given("RoActemra", 560.0))
                        .at(17, given("Tocilizumab-aazg", 560.0))
                        .at(18, given("siltuximab", 770.0));

        assertThat(count(bedside, 20).given())
                .containsExactly(Facts.hour(1), Facts.hour(9), Facts.hour(17));
    }

    @Test
    void ofAnotherDayTheTimeNamesTheDay() {
        assertThat(dosesAt(20).value("tocilizumab-next", 21).valueText(ZoneOffset.UTC))
                .isEqualTo("2026-03-02 04:00");
    }
}
