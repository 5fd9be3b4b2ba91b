package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which facts stand behind a grade: those without which its criterion would not apply. */
// [utest->req~grading.reasons~1]
class FactsStatedTest {
    private static final NeurologicalExamination WELL =
            new NeurologicalExamination(
                    new IceScore.Total(10),
                    null,
                    Consciousness.AWAKE,
                    Seizure.NONE,
                    false,
                    CerebralOedema.NONE,
                    null);

    private static Explanation explain(Charted course, ScaleId scale, double hours) {
        return new Explanation(course.assess(scale, hours), ZoneOffset.UTC);
    }

    private static Charted febrile(Observation... more) {
        return febrile(Charted.adult(), more);
    }

    private static Charted febrile(Charted course, Observation... more) {
        return course.at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR, Facts.spo2(96))
                .at(1, more);
    }

    @Test
    void aChangedDoseIsToldWithTheRunAndWithItsOwnTime() {
        Charted course = febrile(Facts.norepinephrine(20)).at(4, Facts.norepinephrine(25));
        assertThat(explain(course, ScaleId.LEE_2014, 4.5).decidingFact())
                .isEqualTo(
                        "norepinephrine 25 µg/min (running for 3 h 30, at this dose for 30 min)");
        Assessment assessment = course.assess(ScaleId.LEE_2014, 4.5);
        assertThat(Explanation.withClockTimes(assessment, ZoneId.of("UTC")).decidingFact())
                .isEqualTo(
                        "norepinephrine 25 µg/min (running since 01:00, at this dose since 04:00)");
        assertThat(explain(course, ScaleId.LEE_2014, 4.5).statedFacts().getFirst())
                .isEqualTo(
                        new StatedFact(
                                Axis.PRESSURE,
                                "norepinephrine 25 µg/min",
                                Facts.hour(1),
                                true,
                                Facts.hour(4),
                                ""));
    }

    @Test
    void aDoseNoLongerKnownIsToldWithTheTimeOfThat() {
        Charted course =
                febrile(Facts.norepinephrine(20))
                        .at(4, Facts.list(Facts.unknownDose(Vasopressor.NOREPINEPHRINE)));
        assertThat(explain(course, ScaleId.LEE_2014, 4.5).decidingFact())
                .isEqualTo("norepinephrine, dose unknown (running for 3 h 30, unknown for 30 min)");
    }

    @Test
    void everyVasopressorThatCountsIsNamed() {
        Charted course =
                febrile(
                        Facts.norepinephrine(4),
                        Facts.running(Vasopressor.EPINEPHRINE, 2, DoseUnit.UG_PER_MIN),
                        Facts.running(Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN),
                        Facts.running(Vasopressor.DOBUTAMINE, 5, DoseUnit.UG_PER_KG_PER_MIN));
        assertThat(explain(course, ScaleId.LEE_2014, 2).decidingFacts())
                .containsExactly(
                        "norepinephrine 4 µg/min (for 1 h)",
                        "epinephrine 2 µg/min (for 1 h)",
                        "vasopressin 0.03 U/min (for 1 h)");
        // Several are those other than vasopressin here.
        assertThat(explain(course, ScaleId.ASTCT_2019, 2).decidingFact())
                .isEqualTo("norepinephrine 4 µg/min (for 1 h), epinephrine 2 µg/min (for 1 h)");
    }

    @Test
    void vasopressinBesideOneOtherIsNamedOnAstct() {
        Charted course =
                febrile(
                        Facts.norepinephrine(4),
                        Facts.running(Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN));
        assertThat(explain(course, ScaleId.ASTCT_2019, 1).decidingFacts()).hasSize(2);
    }

    @Test
    void aPressureStillLowOnHighDosesIsNamedWhereTheScaleAsksForIt() {
        Charted course =
                febrile(Facts.norepinephrine(20)).at(4, Facts.FEVER, Facts.pressure(80, 50));
        assertThat(explain(course, ScaleId.REVIEW, 4).decidingFact())
                .isEqualTo("norepinephrine 20 µg/min (for 3 h), 80/50 mmHg (mean 60) (0 min ago)");
        assertThat(explain(course, ScaleId.LEE_2014, 4).decidingFact())
                .isEqualTo("norepinephrine 20 µg/min (for 3 h)");
    }

    @Test
    void hypotensionByTheCliniciansWordRestsOnThatWord() {
        Charted course = febrile(new Observation.HypotensionStated());
        for (ScaleId scale : List.of(ScaleId.ASTCT_2019, ScaleId.LEE_2014, ScaleId.PENN)) {
            assertThat(explain(course, scale, 1).decidingFact())
                    .isEqualTo("hypotension stated by the clinician");
        }
        assertThat(explain(course, ScaleId.LEE_2014, 1).facts())
                .startsWith(
                        "hypotension stated by the clinician", "120/70 mmHg (mean 87) (0 min ago)");
    }

    @Test
    void hypotensionByBolusesRestsOnTheBoluses() {
        Charted one = febrile(Facts.bolus());
        assertThat(explain(one, ScaleId.ASTCT_2019, 2).decidingFact())
                .isEqualTo("fluid bolus (1 h ago)");
        // Seven hours later neither stands for hypotension any more, but Penn counts both in 24 h.
        Charted two = one.at(3, Facts.bolus()).at(10, Facts.FEVER, Facts.NORMAL_PRESSURE);
        assertThat(explain(two, ScaleId.PENN, 10).decidingFact())
                .isEqualTo("the last of 2 fluid boluses within 24 h (7 h ago)");
        assertThat(explain(two, ScaleId.ASTCT_2019, 10).decidingFact()).startsWith("39.0 °C");
    }

    @Test
    void aLowPressureStandsBesideTheBolusItWasTreatedWith() {
        Charted course = febrile(Facts.pressure(85, 60), Facts.bolus());
        assertThat(explain(course, ScaleId.LEE_2014, 1).decidingFacts())
                .containsExactly("85/60 mmHg (mean 68) (0 min ago)", "fluid bolus (0 min ago)");
    }

    @Test
    void aLowSaturationDecidesWithTheDeviceBesideIt() {
        assertThat(explain(febrile(Facts.spo2(88)), ScaleId.ASTCT_2019, 1).decidingFact())
                .isEqualTo("SpO2 88 % (0 min ago), room air (0 min ago)");
        Patient atHome =
                Facts.patient(
                        60.0,
                        70.0,
                        new Patient.Baseline(
                                new OxygenSupport.NasalCannula(new OxygenFlow(2), null), null));
        Charted course =
                Charted.of(atHome)
                        .at(
                                1,
                                Facts.FEVER,
                                Facts.NORMAL_PRESSURE,
                                Facts.cannula(2),
                                Facts.spo2(88));
        Explanation explanation = explain(course, ScaleId.LEE_2014, 1);
        assertThat(explanation.decidingFact())
                .startsWith("SpO2 88 % (0 min ago), nasal cannula 2 L/min");
        assertThat(explanation.notes())
                .containsExactly("oxygen as at home does not count as support");
    }

    @Test
    void symptomsInPlaceOfFeverAreTheDecidingFact() {
        Charted course =
                Charted.adult()
                        .at(
                                1,
                                Facts.NO_FEVER,
                                Facts.NORMAL_PRESSURE,
                                Facts.ROOM_AIR,
                                new Observation.ConstitutionalSymptoms(true));
        assertThat(explain(course, ScaleId.LEE_2014, 1).decidingFact())
                .isEqualTo("constitutional symptoms");
    }

    @ParameterizedTest
    @EnumSource(
            value = AttributionScope.class,
            names = {"PRESSURE", "OXYGEN"})
    void anAttributionOfOneAxisNamesItsCause(AttributionScope scope) {
        String axis = scope == AttributionScope.PRESSURE ? "pressure" : "oxygen support";
        Charted course =
                febrile(Facts.norepinephrine(5), Facts.cannula(4), Facts.attributed(scope, false));
        Explanation explanation = explain(course, ScaleId.ASTCT_2019, 1);
        String note = axis + " attributed to another cause by a clinician: sepsis";
        assertThat(explanation.notes()).containsExactly(note);
        assertThat(explanation.sentence()).contains("; " + note);
        assertThat(explanation.facts()).contains(axis + " attributed: sepsis");
    }

    @Test
    void anEstimateOfTheFractionIsNotedInTheSentenceOfAGradeThatOxygenMakes() {
        Charted course = febrile(Facts.cannula(6));
        String note = Note.FIO2_ESTIMATED.text();
        assertThat(explain(course, ScaleId.LEE_2014, 1).sentence()).contains(note);
        course.at(2, Facts.cannula(2), Facts.norepinephrine(25)).at(6, Facts.norepinephrine(25));
        Explanation explanation = explain(course, ScaleId.LEE_2014, 6);
        assertThat(explanation.sentence()).startsWith("Lee 2014 3: hypotension");
        assertThat(explanation.sentence()).doesNotContain(note);
        assertThat(explanation.notes()).contains(note);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    RENAL,         3, LEE_2014, 3, renal toxicity CTCAE grade 3,         grade 3 organ toxicity
                    TRANSAMINASES, 4, LEE_2014, 3, transaminases toxicity CTCAE grade 4, grade 4 transaminitis
                    TRANSAMINASES, 3, CARTOX,   3, transaminases toxicity CTCAE grade 3, grade 3 organ toxicity
                    TRANSAMINASES, 4, PENN,     3, transaminases toxicity CTCAE grade 4, ''
                    """)
    void theOrganThatDecidesIsNamedAndNoOther(
            Organ organ, int ctcae, ScaleId scale, int grade, String fact, String criterion) {
        Charted course =
                febrile(
                        new Observation.OrganToxicity(organ, ctcae),
                        new Observation.OrganToxicity(Organ.CARDIAC, 2),
                        new Observation.OrganToxicity(Organ.OTHER, 1));
        Explanation explanation = explain(course, scale, 1);
        assertThat(course.grade(scale, 1)).isEqualTo(Integer.toString(grade));
        assertThat(explanation.decidingFact()).isEqualTo(fact);
        if (!criterion.isEmpty()) {
            assertThat(explanation.criterion()).isEqualTo(criterion);
        }
    }

    @Test
    void onPennPlasmaForCoagulopathyDecidesBeforeMilderToxicity() {
        Charted course =
                febrile(
                        new Observation.OrganToxicity(Organ.RENAL, 2),
                        new Observation.CoagulopathyTreated(true));
        assertThat(explain(course, ScaleId.PENN, 1).decidingFact())
                .isEqualTo("coagulopathy treated with plasma products");
    }

    @Test
    void deathRestsOnNoAttribution() {
        Charted course =
                febrile(
                        Facts.attributed(AttributionScope.WHOLE, false),
                        new Observation.DeathDueToCrs());
        assertThat(explain(course, ScaleId.LEE_2014, 1).decidingFact()).isEmpty();
    }

    private static NeurologicalExamination examined(String part) {
        return switch (part) {
            case "score" -> WELL.withIce(new IceScore.Total(5));
            case "voice" -> WELL.withConsciousness(Consciousness.TO_VOICE);
            case "touch" -> WELL.withConsciousness(Consciousness.TO_TOUCH);
            case "unarousable" -> WELL.withConsciousness(Consciousness.UNAROUSABLE);
            case "short seizure" -> WELL.withSeizure(Seizure.RESOLVING);
            case "long seizure" -> WELL.withSeizure(Seizure.PROLONGED);
            case "weakness" -> WELL.withMotorWeakness();
            case "focal" -> WELL.withOedema(CerebralOedema.FOCAL);
            case "diffuse" -> WELL.withOedema(CerebralOedema.DIFFUSE);
            case "no score" ->
                    new NeurologicalExamination(
                            null, null, Consciousness.UNAROUSABLE, null, null, null, null);
            case "sedated" ->
                    new NeurologicalExamination(
                            new IceScore.Total(4), null, null, null, null, null, true);
            default -> throw new IllegalArgumentException(part);
        };
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    score,         ICE 5
                    voice,         awakens to voice
                    touch,         awakens to touch only
                    unarousable,   unarousable
                    short seizure, seizure that resolved rapidly
                    long seizure,  prolonged or repetitive seizure
                    weakness,      deep focal motor weakness
                    focal,         focal cerebral oedema
                    diffuse,       diffuse cerebral oedema
                    no score,      unarousable
                    sedated,       sedated
                    """)
    void thePartOfTheExaminationThatDecidesIsNamed(String part, String words) {
        NeurologicalExamination exam = examined(part);
        Explanation explanation = explain(Charted.adult().at(1, exam), ScaleId.ICANS, 2);
        assertThat(explanation.decidingFact()).isEqualTo(words + " (1 h ago)");
        assertThat(explanation.facts()).first().isEqualTo(words + " (1 h ago)");
    }
}
