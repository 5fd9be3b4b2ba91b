package org.cytovigil.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cytovigil.derived.Bedside.exact;
import static org.cytovigil.derived.Bedside.range;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.Test;

// [utest->req~derived.values~1]
class EquivalentsTest {
    private static final String KOTANI = "norepinephrine-equivalent-kotani";
    private static final String VASST = "norepinephrine-equivalent-vasst";

    private static final Observation FOUR_DRUGS =
            Facts.list(
                    Facts.infusion(Vasopressor.NOREPINEPHRINE, 14, DoseUnit.UG_PER_MIN),
                    Facts.infusion(Vasopressor.PHENYLEPHRINE, 70, DoseUnit.UG_PER_MIN),
                    Facts.infusion(Vasopressor.DOPAMINE, 5, DoseUnit.UG_PER_KG_PER_MIN),
                    Facts.infusion(Vasopressor.VASOPRESSIN, 0.04, DoseUnit.U_PER_MIN));

    @Test
    void kotaniAddsUpTheDrugsPerKilogram() {
        // 70 kg: 14/70 + 0.06 x 70/70 + 0.01 x 5 + 2.5 x 0.04 = 0.2 + 0.06 + 0.05 + 0.1 = 0.41
        DerivedValue sum = Bedside.adult().at(1, FOUR_DRUGS).value(KOTANI, 1);

        assertThat(exact(sum)).isCloseTo(0.41, within(1e-9));
        assertThat(sum.valueText(ZoneOffset.UTC)).isEqualTo("0.410 µg/kg/min");
        assertThat(sum.label()).contains("trend");
    }

    @Test
    void vasstAddsUpWithoutVasopressin() {
        // 14 + 70/10 + 5/2 = 14 + 7 + 2.5 = 23.5
        DerivedValue sum = Bedside.adult().at(1, FOUR_DRUGS).value(VASST, 1);

        assertThat(exact(sum)).isCloseTo(23.5, within(1e-9));
        assertThat(sum.valueText(ZoneOffset.UTC)).isEqualTo("23.50 µg/min");
        assertThat(sum.label()).contains("high-dose rule");
        assertThat(sum.remarks()).anyMatch(remark -> remark.contains("vasopressin is not"));
    }

    @Test
    void theyAreShownWhileAVasopressorRuns() {
        Bedside bedside =
                Bedside.adult()
                        .at(
                                1,
                                Facts.running(
                                        Vasopressor.MILRINONE, 0.3, DoseUnit.UG_PER_KG_PER_MIN))
                        .at(2, Facts.norepinephrine(5))
                        .at(3, Facts.stopped(Vasopressor.NOREPINEPHRINE));

        assertThat(names(bedside, 3)).doesNotContain(KOTANI, VASST);
        Bedside before =
                Bedside.adult()
                        .at(
                                1,
                                Facts.running(
                                        Vasopressor.MILRINONE, 0.3, DoseUnit.UG_PER_KG_PER_MIN))
                        .at(2, Facts.norepinephrine(5));
        assertThat(names(before, 2)).startsWith(KOTANI, VASST);
    }

    private static List<String> names(Bedside bedside, double hours) {
        return DerivedValues.of(bedside.picture(hours), SitePolicy.DEFAULT).stream()
                .map(DerivedValue::name)
                .toList();
    }

    @Test
    void anUnknownWeightLeavesARange() {
        // 12 ug/min from 2 to 240 kg: 12/240 = 0.05 to 12/2 = 6 ug/kg/min
        Bedside bedside = Bedside.of(45.0, null).at(1, Facts.norepinephrine(12));

        DerivedValue kotani = bedside.value(KOTANI, 1);
        assertThat(range(kotani).least()).isCloseTo(0.05, within(1e-9));
        assertThat(range(kotani).most()).isCloseTo(6, within(1e-9));
        assertThat(kotani.missingText()).startsWith("weight: never charted");
        assertThat(kotani.valueText(ZoneOffset.UTC))
                .isEqualTo("at least 0.050 (up to 6.000) µg/kg/min");

        // An absolute dose needs no weight here.
        assertThat(exact(bedside.value(VASST, 1))).isEqualTo(12);
    }

    @Test
    void aDosePerKilogramWithoutAWeightLeavesARangeOnTheOther() {
        // 0.1 ug/kg/min from 2 to 240 kg: 0.2 to 24 ug/min
        Bedside bedside =
                Bedside.of(45.0, null)
                        .at(
                                1,
                                Facts.running(
                                        Vasopressor.NOREPINEPHRINE,
                                        0.1,
                                        DoseUnit.UG_PER_KG_PER_MIN));

        assertThat(exact(bedside.value(KOTANI, 1))).isCloseTo(0.1, within(1e-9));
        DerivedValue vasst = bedside.value(VASST, 1);
        assertThat(range(vasst).least()).isCloseTo(0.2, within(1e-9));
        assertThat(range(vasst).most()).isCloseTo(24, within(1e-9));
        assertThat(vasst.missingText()).startsWith("weight");
    }

    @Test
    void anUnknownDoseLeavesWhatTheOthersGive() {
        // 7 ug/min at 70 kg = 0.1 ug/kg/min, epinephrine at an unknown dose on top
        Bedside bedside =
                Bedside.adult()
                        .at(
                                1,
                                Facts.list(
                                        Facts.infusion(
                                                Vasopressor.NOREPINEPHRINE, 7, DoseUnit.UG_PER_MIN),
                                        Facts.unknownDose(Vasopressor.EPINEPHRINE)));

        DerivedValue kotani = bedside.value(KOTANI, 1);
        assertThat(range(kotani).least()).isCloseTo(0.1, within(1e-9));
        assertThat(range(kotani).most()).isInfinite();
        assertThat(kotani.missing()).containsExactly("dose of epinephrine: not charted");
        assertThat(bedside.value(VASST, 1).valueText(ZoneOffset.UTC))
                .isEqualTo("at least 7.00 µg/min");
    }

    @Test
    void onlyUnknownDosesLeaveNothing() {
        Bedside bedside =
                Bedside.adult().at(1, Facts.list(Facts.unknownDose(Vasopressor.NOREPINEPHRINE)));

        assertThat(bedside.value(KOTANI, 1).isNone()).isTrue();
        assertThat(bedside.value(VASST, 1).isNone()).isTrue();
        assertThat(bedside.value(VASST, 1).missingText()).contains("not charted");
    }

    @Test
    void aDrugWithoutATermIsNamed() {
        Bedside bedside =
                Bedside.adult()
                        .at(
                                1,
                                Facts.norepinephrine(7),
                                Facts.running(
                                        Vasopressor.ANGIOTENSIN_II,
                                        20,
                                        DoseUnit.NG_PER_KG_PER_MIN));

        assertThat(bedside.value(KOTANI, 1).missing())
                .containsExactly("angiotensin-ii: has no term in this sum");
        assertThat(exact(bedside.value(VASST, 1))).isEqualTo(7);
        assertThat(bedside.value(VASST, 1).remarks()).contains("angiotensin-ii is not in the sum");
    }

    @Test
    void anUnlabelledMassIsWhatTheSiteMeansByIt() {
        // 14 ug/min of tartrate are 7 of base: 7/70 = 0.1
        SitePolicy tartrate = SitePolicy.of("t", Map.of(Settings.NOREPINEPHRINE_MASS, "tartrate"));
        Bedside bedside =
                Bedside.adult()
                        .at(
                                1,
                                Facts.list(
                                        Facts.unlabelled(
                                                Facts.infusion(
                                                        Vasopressor.NOREPINEPHRINE,
                                                        14,
                                                        DoseUnit.UG_PER_MIN))));

        List<DerivedValue> values = DerivedValues.of(bedside.picture(1), tartrate);
        assertThat(exact(values.get(0))).isCloseTo(0.1, within(1e-9));
        assertThat(exact(values.get(1))).isCloseTo(7, within(1e-9));
        assertThat(values.get(0).remarks()).anyMatch(remark -> remark.contains("tartrate"));
    }

    @Test
    void aDoseNotConfirmedForLongIsSaid() {
        Bedside bedside = Bedside.adult().at(1, Facts.norepinephrine(7));

        assertThat(bedside.value(KOTANI, 14).remarks())
                .contains("norepinephrine was last charted 13 h ago and still counts");
    }
}
