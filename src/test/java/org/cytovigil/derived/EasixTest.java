package org.cytovigil.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cytovigil.derived.Bedside.exact;
import static org.cytovigil.derived.Bedside.laboratory;

import java.util.EnumMap;
import java.util.Map;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Facts;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.LaboratoryValue;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~derived.units~1]
class EasixTest {
    private static Bedside bloods() {
        return Bedside.adult()
                .at(
                        1,
                        laboratory(Analyte.LDH, 500),
                        laboratory(Analyte.CREATININE, 1.2),
                        laboratory(Analyte.CRP, 120),
                        laboratory(Analyte.PLATELETS, 40));
    }

    @Test
    void easixIsLdhTimesCreatinineOverPlatelets() {
        // 500 x 1.2 / 40 = 600 / 40 = 15
        assertThat(exact(bloods().value("easix", 2))).isCloseTo(15, within(1e-9));
    }

    @Test
    void modifiedEasixTakesCrpInMilligramsPerDecilitre() {
        // CRP 120 mg/L = 12 mg/dL; 500 x 12 / 40 = 6000 / 40 = 150, and not 1500
        DerivedValue modified = bloods().value("m-easix", 2);

        assertThat(exact(modified)).isCloseTo(150, within(1e-9));
        assertThat(modified.remarks()).containsExactly("CRP counts as 12 mg/dL");
        assertThat(modified.inputsText())
                .isEqualTo(
                        "LDH 500 U/L (1 h ago), CRP 120 mg/L (1 h ago), platelets 40 10*3/uL (1 h"
                                + " ago)");
    }

    @Test
    void theSameNumberInMilligramsPerDecilitreGivesTenTimesAsMuch() {
        double perLitre = ((Analyte.Conversion.Converted) Analyte.CRP.convert(15, "mg/L")).value();
        double perDecilitre =
                ((Analyte.Conversion.Converted) Analyte.CRP.convert(15, "mg/dL")).value();

        // 400 x 1.5 / 50 = 12; 400 x 15 / 50 = 120
        assertThat(modified(perLitre)).isCloseTo(12, within(1e-9));
        assertThat(modified(perDecilitre)).isCloseTo(120, within(1e-9));
    }

    private static double modified(double crp) {
        return exact(
                Bedside.adult()
                        .at(
                                1,
                                laboratory(Analyte.LDH, 400),
                                laboratory(Analyte.CRP, crp),
                                laboratory(Analyte.PLATELETS, 50))
                        .value("m-easix", 1));
    }

    @ParameterizedTest
    @CsvSource({"37, false", "37.01, true"})
    void resultsStandFor36Hours(double hours, boolean stale) {
        DerivedValue easix = bloods().value("easix", hours);

        assertThat(easix.isNone()).isEqualTo(stale);
        assertThat(easix.missing()).hasSize(stale ? 3 : 0);
        assertThat(easix.missingText().contains("LDH: 500 U/L is 36 h old and stands for 36 h"))
                .isEqualTo(stale);
    }

    @Test
    void eachResultHasItsOwnTime() {
        // 600 x 1.2 / 40 = 18
        DerivedValue easix = bloods().at(20, laboratory(Analyte.LDH, 600)).value("easix", 24);

        assertThat(exact(easix)).isCloseTo(18, within(1e-9));
        assertThat(easix.inputs())
                .extracting(DerivedValue.Input::at)
                .containsExactly(Facts.hour(20), Facts.hour(1), Facts.hour(1));
        assertThat(easix.ageText()).isEqualTo("23 h");
    }

    @Test
    void whatWasNeverChartedIsNamed() {
        DerivedValue easix = Bedside.adult().at(1, laboratory(Analyte.LDH, 500)).value("easix", 1);

        assertThat(easix.missing())
                .containsExactly("creatinine: never charted", "platelets: never charted");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0.9, true", "1, false"})
    void tooFewPlateletsAreNotDividedBy(double platelets, boolean none) {
        DerivedValue easix =
                bloods().at(2, laboratory(Analyte.PLATELETS, platelets)).value("easix", 2);

        assertThat(easix.isNone()).isEqualTo(none);
        assertThat(easix.missingText().contains("too few")).isEqualTo(none);
    }

    @Test
    void aResultThatCannotBeTrueIsNeverTaken() {
        // A picture made by another way than the fold, which would have rejected it.
        ClinicalPicture picture = bloods().picture(1);
        Map<Analyte, LaboratoryValue> results = new EnumMap<>(Analyte.class);
        results.putAll(picture.laboratory());
        results.put(Analyte.LDH, new LaboratoryValue(Double.NaN, Facts.hour(1)));

        DerivedValue easix = Easix.of(withLaboratory(picture, results), SitePolicy.DEFAULT);

        assertThat(easix.isNone()).isTrue();
        assertThat(easix.missingText()).startsWith("LDH:").contains("outside 20 to 100000");
    }

    private static ClinicalPicture withLaboratory(
            ClinicalPicture p, Map<Analyte, LaboratoryValue> laboratory) {
        return new ClinicalPicture(
                p.at(),
                p.patient(),
                p.temperature(),
                p.pressure(),
                p.saturation(),
                p.oxygen(),
                p.heartRate(),
                p.respiratoryRate(),
                p.neurology(),
                p.vasopressors(),
                p.hypotensionStated(),
                p.lastBolus(),
                p.bolusesCounted(),
                p.masking(),
                p.treatments(),
                p.attributions(),
                p.overrides(),
                p.symptoms(),
                p.organToxicity(),
                p.coagulopathyTreated(),
                p.intravenousTherapy(),
                laboratory,
                p.rejectedLately(),
                p.died(),
                p.episode());
    }
}
