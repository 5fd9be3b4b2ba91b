package org.cytovigil.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cytovigil.derived.Bedside.exact;
import static org.cytovigil.derived.Bedside.given;
import static org.cytovigil.derived.Bedside.range;

import java.util.Objects;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~derived.counters~1]
class SteroidCounterTest {
    private static final String DAY = "steroids-24-h";
    private static final String ALL = "steroids-in-all";

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    dexamethasone,      10,   10
                    # 40 x 0.75 / 4 = 7.5
                    methylprednisolone, 40,   7.5
                    Solu-Medrol,        500,  93.75
                    # 100 x 0.75 / 5 = 15
                    prednisolone,       100,  15
                    prednisone,         50,   7.5
                    # 80 x 0.75 / 20 = 3
                    hydrocortisone,     80,   3
                    """)
    void amountsCountAsDexamethasone(String drug, double milligrams, double equivalent) {
        DerivedValue value = Bedside.adult().at(1, given(drug, milligrams)).value(DAY, 2);

        assertThat(exact(value)).isCloseTo(equivalent, within(1e-9));
    }

    @Test
    void dosesAddUpOverADayAndInAll() {
        // In the last 24 h of hour 30: 10 at 7 and 40 x 0.75 / 4 = 7.5 at 20; before, 10 at 1.
        Bedside bedside =
                Bedside.adult()
                        .at(1, given("dexamethasone", 10.0))
                        .at(7, given("dexamethasone", 10.0))
                        .at(20, given("methylprednisolone", 40.0), given("paracetamol", 1000.0));

        DerivedValue day = bedside.value(DAY, 30);
        assertThat(exact(day)).isCloseTo(17.5, within(1e-9));
        assertThat(day.inputsText())
                .isEqualTo(
                        "last: methylprednisolone 40 mg (10 h ago), dexamethasone 1 dose, 10 mg"
                                + " (23 h ago), methylprednisolone 1 dose, 40 mg (10 h ago)");
        // 17.5 / 10 = 1.75, to one decimal 1.8
        assertThat(day.remarks())
                .containsExactly("as much as 1.8 x dexamethasone 10 mg", "2 doses");
        DerivedValue all = bedside.value(ALL, 30);
        assertThat(exact(all)).isCloseTo(27.5, within(1e-9));
        assertThat(all.inputsText())
                .isEqualTo(
                        "dexamethasone 2 doses, 20 mg (23 h ago), methylprednisolone 1 dose, 40 mg"
                                + " (10 h ago)");
    }

    @ParameterizedTest
    @CsvSource({"24.99, 10", "25, 0", "25.01, 0"})
    void aDoseOf24HoursAgoIsNoMoreOfTheDay(double hours, double milligrams) {
        Bedside bedside = Bedside.adult().at(1, given("dexamethasone", 10.0));

        assertThat(exact(bedside.value(DAY, hours))).isEqualTo(milligrams);
        assertThat(exact(bedside.value(ALL, hours))).isEqualTo(10);
    }

    @Test
    void withoutMilligramsOnlyTheDosesCount() {
        Bedside bedside =
                Bedside.adult().at(1, given("dexamethasone", null)).at(7, given("Decadron", null));

        DerivedValue day = bedside.value(DAY, 8);
        assertThat(day.isNone()).isTrue();
        assertThat(day.missing()).containsExactly("amount of 2 of 2 doses: not charted in mg");
        assertThat(day.remarks()).containsExactly("2 doses");
        assertThat(day.inputsText()).contains("last: dexamethasone amount not charted");
    }

    @Test
    void someMilligramsAreTheLeast() {
        Bedside bedside =
                Bedside.adult()
                        .at(1, given("dexamethasone", null))
                        .at(7, given("dexamethasone", 10.0));

        DerivedValue day = bedside.value(DAY, 8);
        assertThat(range(day).least()).isEqualTo(10);
        assertThat(range(day).most()).isInfinite();
        assertThat(day.inputsText()).contains("2 doses, 10 mg in 1 of them");
    }

    @Test
    void chartedTwiceWithTheSameTimeItCountsOnceAndWithItsAmount() {
        Bedside bedside =
                Bedside.adult()
                        .at(
                                1,
                                given("dexamethasone", 10.0),
                                new Observation.TreatmentGiven(
                                        new Treatment("Dexamethasone", "10 mg")));

        assertThat(exact(bedside.value(ALL, 2))).isEqualTo(10);
        assertThat(bedside.value(ALL, 2).remarks()).containsExactly("1 dose");
    }

    @Test
    void theLastSteroidIsKnownWithItsTime() {
        Bedside bedside =
                Bedside.adult()
                        .at(1, given("dexamethasone", 10.0))
                        .at(40, given("hydrocortisone", 100.0), given("tocilizumab", 560.0));

        SteroidCounter counter = SteroidCounter.of(bedside.picture(90));
        assertThat(Objects.requireNonNull(counter.last()).at()).isEqualTo(Facts.hour(40));
        assertThat(counter.lastDay().doses()).isEmpty();
        assertThat(counter.inAll().doses()).hasSize(2);
    }

    @Test
    void withoutSteroidsTheSumIsZero() {
        DerivedValue all = Bedside.adult().at(1, Facts.FEVER).value(ALL, 1);

        assertThat(exact(all)).isZero();
        assertThat(all.remarks()).containsExactly("no dose charted");
        assertThat(SteroidCounter.of(Bedside.adult().picture(1)).last()).isNull();
    }
}
