package org.cytovigil.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cytovigil.derived.Bedside.breathing;
import static org.cytovigil.derived.Bedside.exact;
import static org.cytovigil.derived.Bedside.pulse;
import static org.cytovigil.derived.Bedside.range;

import java.time.ZoneOffset;
import org.cytovigil.clinical.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~derived.values~1]
class RatiosTest {
    private static Bedside onHighFlow(double saturation) {
        return Bedside.adult()
                .at(1, Facts.device("hfnc", 50.0, 0.5), Facts.spo2(saturation), breathing(25));
    }

    @Test
    void saturationRatioIsSaturationOverTheSetFraction() {
        // 92 / 0.5 = 184
        DerivedValue ratio = onHighFlow(92).value("s-f-ratio", 2);

        assertThat(exact(ratio)).isEqualTo(184);
        assertThat(ratio.inputsText())
                .isEqualTo(
                        "SpO2 92 % (1 h ago), oxygen high-flow nasal cannula 50 L/min, FiO2 50 %"
                                + " (1 h ago), FiO2 50 % (1 h ago)");
        assertThat(ratio.missing()).isEmpty();
        assertThat(ratio.ageText()).isEqualTo("1 h");
    }

    @Test
    void roomAirCountsAs21Percent() {
        // 94.5 / 0.21 = 450
        DerivedValue ratio =
                Bedside.adult().at(1, Facts.ROOM_AIR, Facts.spo2(94.5)).value("s-f-ratio", 1);

        assertThat(exact(ratio)).isEqualTo(450);
    }

    @Test
    void anEstimatedFractionIsLabelled() {
        // cannula 3 L/min: 0.20 + 3 x 0.04 = 0.32; 96 / 0.32 = 300
        DerivedValue ratio =
                Bedside.adult().at(1, Facts.cannula(3), Facts.spo2(96)).value("s-f-ratio", 1);

        assertThat(exact(ratio)).isEqualTo(300);
        assertThat(ratio.inputsText()).contains("FiO2 (estimated) 32 %");
    }

    @ParameterizedTest
    @CsvSource({"97, true", "97.1, false", "98, false", "100, false"})
    void above97PercentItIsALowerBoundAndFlagged(double saturation, boolean valid) {
        DerivedValue ratio = onHighFlow(saturation).value("s-f-ratio", 1);

        assertThat(range(ratio).exact()).isEqualTo(valid);
        assertThat(range(ratio).least()).isCloseTo(saturation / 0.5, within(1e-9));
        assertThat(ratio.valueText(ZoneOffset.UTC).startsWith("at least")).isNotEqualTo(valid);
        assertThat(ratio.remarks().stream().anyMatch(remark -> remark.contains("not valid")))
                .isNotEqualTo(valid);
    }

    @Test
    void pressureRatioIsEstimatedByRice() {
        // S/F 92 / 0.4 = 230; (230 - 64) / 0.84 = 166 / 0.84 = 197.62
        DerivedValue ratio =
                Bedside.adult()
                        .at(1, Facts.device("venturi", null, 0.4), Facts.spo2(92))
                        .value("p-f-ratio-estimated", 1);

        assertThat(exact(ratio)).isCloseTo(197.62, within(0.01));
        assertThat(ratio.valueText(ZoneOffset.UTC)).isEqualTo("198 mmHg");
    }

    @Test
    void belowTheRelationThereIsNoPressureRatio() {
        // 64 / 1.0 = 64: (64 - 64) / 0.84 = 0 would be no oxygen at all.
        DerivedValue ratio =
                Bedside.adult()
                        .at(1, Facts.device("ventilator", null, 1.0), Facts.spo2(64))
                        .value("p-f-ratio-estimated", 1);

        assertThat(ratio.isNone()).isTrue();
        assertThat(ratio.missingText()).contains("64");
    }

    @Test
    void childrenAreToldThatTheRelationIsOfAdults() {
        Bedside child = Bedside.of(8.0, 25.0).at(1, Facts.cannula(2), Facts.spo2(93));

        assertThat(child.value("p-f-ratio-estimated", 1).remarks())
                .anyMatch(remark -> remark.contains("adults"));
    }

    @Test
    void roxIsTheRatioOverTheRespiratoryRate() {
        // 92 / 0.5 = 184; 184 / 25 = 7.36
        DerivedValue rox = onHighFlow(92).value("rox", 1);

        assertThat(exact(rox)).isCloseTo(7.36, within(1e-9));
        assertThat(rox.remarks()).anyMatch(remark -> remark.contains("4.88"));
    }

    @Test
    void theCutOffOfRoxIsNamedOnHighFlowCannulaOnly() {
        // 93 / 0.28 / 20 = 332.14 / 20 = 16.61
        DerivedValue rox =
                Bedside.adult()
                        .at(1, Facts.cannula(2), Facts.spo2(93), breathing(20))
                        .value("rox", 1);

        assertThat(exact(rox)).isCloseTo(16.61, within(0.01));
        assertThat(rox.remarks()).noneMatch(remark -> remark.contains("4.88"));
    }

    @Test
    void withoutBreathsThereIsNoRox() {
        DerivedValue rox =
                Bedside.adult().at(1, Facts.ROOM_AIR, Facts.spo2(93), breathing(0)).value("rox", 1);

        assertThat(rox.isNone()).isTrue();
        assertThat(rox.missingText()).contains("nothing to divide by");
    }

    @Test
    void whatIsMissingOrStaleIsNamedWithItsAge() {
        // Saturation stands for 6 h, the device for 12 h.
        DerivedValue rox = Bedside.adult().at(1, Facts.ROOM_AIR, Facts.spo2(93)).value("rox", 7.5);

        assertThat(rox.isNone()).isTrue();
        assertThat(rox.missing())
                .containsExactly(
                        "SpO2: 93 % is 6 h 30 old and stands for 6 h",
                        "respiratory rate: never charted");
        assertThat(rox.valueText(ZoneOffset.UTC)).isEqualTo("-");
    }

    @Test
    void aDeviceWithoutAFractionLeavesNoRatio() {
        DerivedValue ratio =
                Bedside.adult()
                        .at(1, Facts.device("hfnc", 40.0, null), Facts.spo2(93))
                        .value("s-f-ratio", 1);

        assertThat(ratio.isNone()).isTrue();
        assertThat(ratio.missingText()).contains("FiO2");
    }

    @Test
    void shockIndexIsHeartRateOverSystolic() {
        // 120 / 96 = 1.25
        DerivedValue index =
                Bedside.adult().at(1, pulse(120), Facts.pressure(96, 50)).value("shock-index", 1);

        assertThat(exact(index)).isEqualTo(1.25);
        assertThat(index.valueText(ZoneOffset.UTC)).isEqualTo("1.25");
        assertThat(index.remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7.0, false", "7.01, true"})
    void shockIndexNeedsBothFresh(double hours, boolean stale) {
        // Both stand for 6 h from hour 1 on.
        DerivedValue index =
                Bedside.adult()
                        .at(1, pulse(120), Facts.pressure(96, 50))
                        .value("shock-index", hours);

        assertThat(index.isNone()).isEqualTo(stale);
        assertThat(index.missing()).hasSize(stale ? 2 : 0);
    }

    @Test
    void shockIndexNeedsTheSystolicPart() {
        DerivedValue index =
                Bedside.adult()
                        .at(1, pulse(120), Facts.pressure(null, null, 60.0))
                        .value("shock-index", 1);

        assertThat(index.isNone()).isTrue();
        assertThat(index.missingText()).startsWith("systolic pressure");
    }

    @ParameterizedTest
    @CsvSource({"17.9, true", "18, false"})
    void shockIndexOfAChildSaysThatTheCutOffsOfAdultsDoNotHold(double age, boolean child) {
        DerivedValue index =
                Bedside.of(age, 50.0)
                        .at(1, pulse(120), Facts.pressure(96, 50))
                        .value("shock-index", 1);

        assertThat(exact(index)).isEqualTo(1.25);
        assertThat(index.remarks()).hasSize(child ? 1 : 0);
    }

    @Test
    void aRejectedValueIsNamedWithTheReason() {
        DerivedValue index =
                Bedside.adult().at(1, pulse(400), Facts.pressure(96, 50)).value("shock-index", 1);

        assertThat(index.isNone()).isTrue();
        assertThat(index.missingText()).startsWith("heart rate: rejected,").contains("400");
    }
}
