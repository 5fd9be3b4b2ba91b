package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and facts as the ward writes them. */
class WordingTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,     0 min
                    59,    59 min
                    60,    1 h
                    61,    1 h 01
                    150,   2 h 30
                    2879,  47 h 59
                    2880,  2 days
                    4319,  2 days
                    4320,  3 days
                    """)
    void aSpanIsReadAtAGlance(long minutes, String words) {
        assertThat(Wording.duration(Duration.ofMinutes(minutes))).isEqualTo(words);
    }

    @Test
    void aSpanBackwardsIsNone() {
        assertThat(Wording.age(Facts.hour(2), Facts.hour(1))).isEqualTo("0 min");
        assertThat(Wording.age(Facts.hour(1), Facts.hour(2))).isEqualTo("1 h");
    }

    @ParameterizedTest
    @CsvSource({"8, 8", "0.08, 0.08", "0.0004, 0.0004", "0.00125, 0.001", "120.5, 120.5", "0, 0"})
    void aNumberHasNoMoreDecimalsThanItNeeds(double value, String words) {
        assertThat(Wording.number(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"37.95, 37.9", "38, 38.0", "38.04, 38.0", "37.999999999, 38.0", "-0.05, -0.1"})
    void tenthsAreNeverRoundedUpOverALimit(double value, String words) {
        assertThat(Wording.tenths(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    room-air,      ,    ,     room air,                                room air
                    nasal-cannula, 4,   ,     nasal cannula 4 L/min,                   cannula 4 L
                    nasal-cannula, ,    ,     nasal cannula,                           cannula
                    hfnc,          40,  0.5,  'high-flow nasal cannula 40 L/min, FiO2 50 %', HFNC 40 L 50 %
                    blow-by,       5,   ,     blow-by oxygen 5 L/min,                  blow-by 5 L
                    simple-mask,   6,   ,     simple mask 6 L/min,                     mask 6 L
                    venturi,       ,    0.35, 'Venturi mask, FiO2 35 %',               Venturi 35 %
                    non-rebreather, 15, ,     non-rebreather mask 15 L/min,            non-rebreather 15 L
                    partial-rebreather, 10, , partial rebreather mask 10 L/min,        partial rebreather 10 L
                    t-piece,       ,    0.3,  'T-piece, FiO2 30 %',                    T-piece 30 %
                    tracheostomy-collar, , 0.5, 'tracheostomy collar, FiO2 50 %',      tracheostomy collar 50 %
                    face-tent,     8,   ,     face tent 8 L/min,                       face tent 8 L
                    cpap,          ,    0.4,  'CPAP, FiO2 40 %',                       CPAP 40 %
                    bipap,         ,    ,     BiPAP,                                   BiPAP
                    ventilator,    ,    1.0,  'mechanical ventilation, FiO2 100 %',    vent 100 %
                    """)
    void aDeviceIsNamedWithItsSettings(
            String device,
            @Nullable Double litres,
            @Nullable Double fraction,
            String words,
            String shortWords) {
        assertThat(Wording.oxygen(Facts.support(device, litres, fraction))).isEqualTo(words);
        assertThat(Wording.shortOxygen(Facts.support(device, litres, fraction)))
                .isEqualTo(shortWords);
    }

    @Test
    void aDoseIsWrittenInTheUnitCharted() {
        VasopressorInfusion norepinephrine =
                Facts.infusion(Vasopressor.NOREPINEPHRINE, 0.085, DoseUnit.UG_PER_KG_PER_MIN);
        assertThat(Wording.infusion(norepinephrine)).isEqualTo("norepinephrine 0.085 µg/kg/min");
        // Half to even: 8.5 hundredths are 8.
        assertThat(Wording.shortInfusion(norepinephrine)).isEqualTo("NE 0.08");
        VasopressorInfusion small =
                Facts.infusion(Vasopressor.NOREPINEPHRINE, 0.004, DoseUnit.UG_PER_KG_PER_MIN);
        assertThat(Wording.shortInfusion(small)).isEqualTo("NE 0.004");
        VasopressorInfusion vasopressin =
                Facts.infusion(Vasopressor.VASOPRESSIN, 1.8, DoseUnit.U_PER_H);
        assertThat(Wording.infusion(vasopressin)).isEqualTo("vasopressin 1.8 U/h");
        assertThat(Wording.infusion(Facts.unknownDose(Vasopressor.DOPAMINE)))
                .isEqualTo("dopamine, dose unknown");
        assertThat(Wording.shortInfusion(Facts.unknownDose(Vasopressor.DOPAMINE)))
                .isEqualTo("DOPA ?");
    }

    @Test
    void aTartrateIsNamedWithTheBaseItHolds() {
        VasopressorInfusion base =
                Facts.infusion(Vasopressor.NOREPINEPHRINE, 39, DoseUnit.UG_PER_MIN);
        assertThat(
                        Wording.infusion(
                                new VasopressorInfusion(base.drug(), base.rate(), Salt.TARTRATE)))
                .isEqualTo("norepinephrine tartrate 39 µg/min (19.5 as base)");
        assertThat(Wording.infusion(new VasopressorInfusion(base.drug(), null, Salt.TARTRATE)))
                .isEqualTo("norepinephrine tartrate, dose unknown");
        assertThat(Wording.infusion(base)).isEqualTo("norepinephrine 39 µg/min");
        assertThat(Wording.infusion(Facts.unlabelled(base))).isEqualTo("norepinephrine 39 µg/min");
    }

    @ParameterizedTest
    @CsvSource({"0, day 0 00:00", "74.25, day 3 02:15", "-2, day -1 22:00"})
    void aMomentOfAStayIsCountedFromTheInfusion(double hours, String words) {
        assertThat(Wording.dayAndHour(Facts.ZERO, Facts.hour(hours))).isEqualTo(words);
    }

    @Test
    void aPressureShowsWhatWasNotCharted() {
        assertThat(Wording.pressure(Facts.pressure(88.4, 51.0, null)))
                .isEqualTo("88/51 mmHg (mean 63)");
        assertThat(Wording.pressure(Facts.pressure(null, null, 62.0))).isEqualTo("mean 62 mmHg");
        assertThat(Wording.pressureNumbers(Facts.pressure(88.4, null, null))).isEqualTo("88/?");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    temperature.fever,               38 °C
                    pressure.adult-systolic,         90 mmHg
                    pressure.child-until,            10 years
                    vasopressor.high-norepinephrine, 20 µg/min
                    oxygen.high-fraction,            40 %
                    penn.boluses,                    2
                    """)
    void aSettingIsWrittenAsTheWardWritesIt(String key, String value) {
        Setting<?> setting = Settings.of(key).orElseThrow();
        assertThat(Wording.setting(setting, SitePolicy.DEFAULT))
                .isEqualTo(value + ": " + setting.meaning());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    vasopressor.inotropes-count,      no
                    oxygen.high-flow-cannula-by-flow, yes
                    """)
    void whatIsOrIsNotSoEndsOnYesOrNo(String key, String value) {
        Setting<?> setting = Settings.of(key).orElseThrow();
        assertThat(Wording.setting(setting, SitePolicy.DEFAULT))
                .isEqualTo(setting.meaning() + ": " + value);
    }
}
