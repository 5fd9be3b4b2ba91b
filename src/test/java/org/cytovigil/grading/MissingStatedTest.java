package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.Weight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not known, named so closely that a nurse knows what to chart. */
// [utest->req~grading.reasons~1]
class MissingStatedTest {
    private static final Observation PER_KILOGRAM =
            Facts.running(Vasopressor.NOREPINEPHRINE, 0.3, DoseUnit.UG_PER_KG_PER_MIN);

    private static Explanation explain(Charted course, ScaleId scale, double hours) {
        return new Explanation(course.assess(scale, hours), ZoneOffset.UTC);
    }

    private static Charted febrile(Patient patient, Observation... more) {
        return Charted.of(patient)
                .at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR, Facts.spo2(96))
                .at(1, more);
    }

    @Test
    void aDoseUnknownNowIsMissingNow() {
        Charted course =
                febrile(Facts.adult(), Facts.list(Facts.unknownDose(Vasopressor.NOREPINEPHRINE)));
        assertThat(explain(course, ScaleId.LEE_2014, 4).missing())
                .containsExactly("the vasopressor's dose (2 to 3)");
    }

    @Test
    void aDoseUnknownBeforeThePresentOneIsMissingOverThoseHours() {
        Charted course =
                febrile(Facts.adult(), Facts.list(Facts.unknownDose(Vasopressor.NOREPINEPHRINE)))
                        .at(3, Facts.norepinephrine(20));
        assertThat(explain(course, ScaleId.LEE_2014, 4.5).missing())
                .containsExactly("the vasopressor's dose over the last 3 h (2 to 3)");
    }

    @Test
    void aWeightUnknownNowIsMissingNow() {
        Charted course = febrile(Facts.patient(45.0, null), PER_KILOGRAM);
        assertThat(explain(course, ScaleId.LEE_2014, 4).missing())
                .containsExactly("the patient's weight (2 to 3)");
    }

    @Test
    void aWeightUnknownBeforeThePresentOneIsMissingOverThoseHours() {
        // 0.3 ug/kg/min is 24 ug/min at 80 kg; nobody knew the weight before hour 3.
        Charted course =
                febrile(Facts.patient(45.0, null), PER_KILOGRAM)
                        .at(3, new Observation.BodyWeight(new Weight(80)));
        assertThat(explain(course, ScaleId.LEE_2014, 4.5).missing())
                .containsExactly("the patient's weight over the last 3 h (2 to 3)");
    }

    @Test
    void anInotropesUnknownDoseIsNotWhatIsMissing() {
        Charted course =
                febrile(
                        Facts.patient(45.0, null),
                        PER_KILOGRAM,
                        new Observation.VasopressorCharted(
                                Facts.unknownDose(Vasopressor.DOBUTAMINE)));
        assertThat(explain(course, ScaleId.LEE_2014, 4).missing())
                .containsExactly("the patient's weight (2 to 3)");
    }

    @Test
    void aMeanAloneLacksTheSystolicPressure() {
        Charted course = febrile(Facts.adult(), Facts.pressure(null, null, 70.0));
        // Charted in the set of hour 1, it joins that reading: a later set has the mean alone.
        course.at(2, Facts.pressure(null, null, 70.0));
        assertThat(explain(course, ScaleId.CARTOX, 2).missing())
                .containsExactly("a systolic pressure (0 to 2)");
        assertThat(explain(course, ScaleId.CARTOX, 2).facts()).contains("mean 70 mmHg (0 min ago)");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    simple-mask,        , the flow through the mask
                    blow-by,            5, the FiO2 that reaches the patient
                    face-tent,          8, the FiO2 that reaches the patient
                    partial-rebreather, 8, the FiO2 that reaches the patient
                    venturi,            8, the set FiO2
                    hfnc,              40, the set FiO2
                    nasal-cannula,       , the flow through the nasal cannula
                    """)
    void whatWouldTellTheFractionOfADeviceIsNamed(
            String device, @Nullable Double litres, String words) {
        Charted course = febrile(Facts.adult(), Facts.device(device, litres, null));
        assertThat(explain(course, ScaleId.LEE_2014, 1).missing())
                .containsExactly(words + " (2 to 3)");
    }

    private static NeurologicalExamination exam(@Nullable IceScore ice, @Nullable CapdScore capd) {
        return new NeurologicalExamination(ice, capd, Consciousness.AWAKE, null, null, null, null);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    45,   the ICE score
                    12,   the ICE score
                    11.9, the CAPD score
                    ,     the ICE score (below 12 years CAPD)
                    """)
    void theScoreMissingIsThatOfTheAge(@Nullable Double age, String words) {
        Charted course = Charted.of(Facts.patient(age, 30.0)).at(1, exam(null, null));
        assertThat(explain(course, ScaleId.ICANS, 2).missing())
                .containsExactly(words + " (no usable one in the examination 1 h ago, 0 to 4)");
        assertThat(explain(course, ScaleId.ICANS, 40).missing())
                .containsExactly(words + " (no usable one in the examination 39 h ago, 0 to 4)");
    }

    @Test
    void theAgeIsThatOfTheSite() {
        SitePolicy site = SitePolicy.of("site", Map.of(Settings.ICE_FROM, "10 a"));
        ClinicalPicture picture =
                Charted.of(Facts.patient(11.0, 30.0)).at(1, exam(null, null)).picture(1);
        Assessment assessment = GradingScales.of(ScaleId.ICANS).assess(picture, site);
        assertThat(new Explanation(assessment, ZoneOffset.UTC).missing())
                .singleElement()
                .asString()
                .startsWith("the ICE score (");
    }

    @Test
    void aScoreThatWasRejectedWasNotCharted() {
        Charted course = Charted.adult().at(1, exam(new IceScore.Total(11), null));
        assertThat(explain(course, ScaleId.ICANS, 1).missing())
                .containsExactly(
                        "the ICE score (no usable one in the examination 0 min ago, 0 to 4)");
    }

    @Test
    void theOtherScoreIsNoneAtThisAge() {
        Charted course = Charted.adult().at(1, exam(null, new CapdScore.Total(4)));
        assertThat(explain(course, ScaleId.ICANS, 1).missing())
                .containsExactly(
                        "the ICE score (no usable one in the examination 0 min ago, 0 to 4)");
    }
}
