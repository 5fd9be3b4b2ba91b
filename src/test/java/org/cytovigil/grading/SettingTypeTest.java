package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.Weight;
import org.junit.jupiter.api.Test;

/** Each kind of setting reads what a policy file has and writes it back in its own unit. */
// [utest->req~policy.settings~1]
class SettingTypeTest {
    private static <T> void readsAndWrites(SettingType<T> type, String text, T value) {
        assertThat(type.read(text)).isEqualTo(value);
        assertThat(type.write(value)).isEqualTo(text);
    }

    @Test
    void quantitiesAreWrittenWithTheirUnit() {
        readsAndWrites(SettingType.temperature(37.5, 39), "38.3 Cel", Temperature.ofCelsius(38.3));
        readsAndWrites(SettingType.pressure(70, 110), "85 mm[Hg]", new Pressure(85));
        readsAndWrites(SettingType.flow(2, 10), "5 L/min", new OxygenFlow(5));
        readsAndWrites(SettingType.fraction(30, 60), "45 %", OxygenFraction.of(0.45));
        readsAndWrites(SettingType.weight(0.3, 10), "2.5 kg", new Weight(2.5));
        readsAndWrites(
                SettingType.dose(DoseUnit.UG_PER_KG_PER_MIN, 3, 30),
                "12 ug/kg/min",
                new DoseRate(12, DoseUnit.UG_PER_KG_PER_MIN));
        readsAndWrites(SettingType.number("a", 6, 18), "11.5 a", 11.5);
    }

    @Test
    void anAmountWithManyDecimalsKeepsThemAll() {
        readsAndWrites(SettingType.weight(0.3, 10), "2.34567891 kg", new Weight(2.34567891));
    }

    @Test
    void aCountIsAWholeNumberWithoutAUnit() {
        readsAndWrites(SettingType.count(2, 5), "3", 3);
        assertThatThrownBy(() -> SettingType.count(2, 5).read("2.5"))
                .hasMessage("2.5 is no whole number");
    }

    @Test
    void aSpanMayBeWrittenInMinutesOrDaysAndReadsBackInHours() {
        SettingType<Duration> span = SettingType.hours(0.5, 48);
        readsAndWrites(span, "6 h", Duration.ofHours(6));
        assertThat(span.read("45 min")).isEqualTo(Duration.ofMinutes(45));
        assertThat(span.read("2 d")).isEqualTo(Duration.ofDays(2));
        // 50 min are 0.8333... h, so that only minutes say it in full.
        readsAndWrites(span, "50 min", Duration.ofMinutes(50));
    }

    @Test
    void bothEndsArePermitted() {
        SettingType<Duration> span = SettingType.hours(0.5, 24);
        assertThat(span.read("0.5 h")).isEqualTo(Duration.ofMinutes(30));
        assertThat(span.read("24 h")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aChoiceGoesByNameInLowerCaseUnlessToldOtherwise() {
        readsAndWrites(SettingType.choice(Salt.values()), "tartrate", Salt.TARTRATE);
        SettingType<Vasopressor> drug =
                SettingType.choice(
                        Vasopressor.values(), value -> value.shortName().toLowerCase(Locale.ROOT));
        readsAndWrites(drug, "epi", Vasopressor.EPINEPHRINE);
        readsAndWrites(
                SettingType.choice(Vasopressor.values()),
                "angiotensin-ii",
                Vasopressor.ANGIOTENSIN_II);
    }

    @Test
    void aValueWithoutItsUnitIsRefusedWithAnExample() {
        assertThatThrownBy(() -> SettingType.hours(0.5, 24).read("8"))
                .hasMessage("\"8\" has no unit; write for instance \"0.5 h\"");
    }
}
