package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;

/** An assessment in words: one sentence, and its parts. */
// [utest->req~grading.reasons~1]
class ExplanationTest {
    private static Explanation explain(Charted course, ScaleId scale, double hours) {
        return new Explanation(course.assess(scale, hours), ZoneOffset.UTC);
    }

    private static Charted febrile(Observation... more) {
        return Charted.adult()
                .at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR, Facts.spo2(96))
                .at(1, more);
    }

    @Test
    void aDeterminedGradeIsOneSentenceWithTheDecidingFact() {
        Charted course = febrile().at(2, Facts.norepinephrine(6)).at(3, Facts.norepinephrine(6));
        assertThat(explain(course, ScaleId.ASTCT_2019, 4.5).sentence())
                .isEqualTo(
                        "ASTCT 2019 3: hypotension requiring a vasopressor with or without"
                                + " vasopressin - norepinephrine 6 µg/min (for 2 h 30).");
    }

    @Test
    void anOpenGradeSaysWhatIsNotKnownSinceWhenAndWhatItOpens() {
        Charted course = Charted.adult().at(1, Facts.FEVER, Facts.NORMAL_PRESSURE);
        assertThat(explain(course, ScaleId.ASTCT_2019, 8).sentence())
                .isEqualTo(
                        "ASTCT 2019 at least 1 (up to 4): fever - 39.0 °C (7 h ago); not known: a"
                                + " fresh blood pressure (last charted 7 h ago, 0 to 2), the oxygen"
                                + " device (never charted, 0 to 4).");
        assertThat(explain(course, ScaleId.ASTCT_2019, 8).missing())
                .containsExactly(
                        "a fresh blood pressure (last charted 7 h ago, 0 to 2)",
                        "the oxygen device (never charted, 0 to 4)");
    }

    @Test
    void aMissingFactThatCouldChangeNothingIsNotAskedFor() {
        Charted course = Charted.adult().at(1, Facts.device("ventilator", null, 0.5));
        assertThat(explain(course, ScaleId.LEE_2014, 1).missing()).isEmpty();
    }

    @Test
    void aRejectedValueIsNamedAsSuch() {
        Charted course =
                Charted.adult().at(1, Facts.celsius(102.2), Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
        assertThat(explain(course, ScaleId.LEE_2014, 1).missing())
                .containsExactly(
                        "a fresh temperature (rejected: temperature 102.2 °C is outside 25 to 45"
                                + " °C, 0 to 1)");
    }

    @Test
    void anUnsetFractionIsMissingWithoutAnAge() {
        Charted course = febrile(Facts.device("hfnc", 40.0, null));
        assertThat(explain(course, ScaleId.LEE_2014, 1).missing())
                .containsExactly("the set FiO2 (2 to 3)");
        assertThat(explain(course, ScaleId.LEE_2014, 1).state(MissingFact.INSPIRED_OXYGEN))
                .isEmpty();
    }

    @Test
    void factsComeWithAgeAndMeasureTheDecidingAxisFirst() {
        Charted course =
                Charted.adult()
                        .at(
                                1,
                                new BodyTemperature(
                                        Temperature.ofCelsius(38.4), TemperatureSite.ORAL, false),
                                new Observation.BloodPressure(
                                        new Pressure(84),
                                        new Pressure(48),
                                        null,
                                        PressureSource.ARTERIAL_LINE),
                                Facts.cannula(4),
                                Facts.spo2(93))
                        .at(
                                1.5,
                                Facts.bolus(),
                                new Observation.OrganToxicity(Organ.RENAL, 2),
                                new Observation.CoagulopathyTreated(true),
                                new Observation.IntravenousTherapy(true),
                                new Observation.ConstitutionalSymptoms(true),
                                new Observation.HypotensionStated());
        assertThat(explain(course, ScaleId.PENN, 2).facts())
                .containsExactly(
                        "nasal cannula 4 L/min (1 h ago, FiO2 estimated at 36 %)",
                        "SpO2 93 % (1 h ago)",
                        "84/48 mmHg (mean 60) (1 h ago, arterial line)",
                        "hypotension stated by the clinician",
                        "fluid bolus (30 min ago)",
                        "renal toxicity CTCAE grade 2",
                        "coagulopathy treated with plasma products",
                        "intravenous therapy for symptoms",
                        "38.4 °C (1 h ago, oral)",
                        "constitutional symptoms");
        assertThat(explain(course, ScaleId.PENN, 2).decidingFact())
                .isEqualTo("nasal cannula 4 L/min (1 h ago, FiO2 estimated at 36 %)");
    }

    @Test
    void theStatedFactsCarryTheirTimes() {
        Charted course = febrile(Facts.norepinephrine(6));
        assertThat(explain(course, ScaleId.ASTCT_2019, 3).statedFacts())
                .startsWith(
                        new StatedFact(
                                Axis.PRESSURE,
                                "norepinephrine 6 µg/min",
                                Facts.hour(1),
                                true,
                                Facts.hour(1),
                                ""),
                        new StatedFact(
                                Axis.PRESSURE,
                                "120/70 mmHg (mean 87)",
                                Facts.hour(1),
                                false,
                                null,
                                ""));
    }

    @Test
    void aPressureByCuffAndAnUnlabelledMassSaySo() {
        Charted course =
                febrile(
                                Facts.list(
                                        Facts.unlabelled(
                                                Facts.infusion(
                                                        Vasopressor.NOREPINEPHRINE,
                                                        6,
                                                        DoseUnit.UG_PER_MIN))))
                        .at(
                                2,
                                new Observation.BloodPressure(
                                        new Pressure(95), null, null, PressureSource.CUFF));
        assertThat(explain(course, ScaleId.LEE_2014, 2).facts())
                .startsWith(
                        "norepinephrine 6 µg/min (for 1 h, mass taken for base)",
                        "95/? mmHg (0 min ago, cuff)");
    }

    @Test
    void withoutADeviceTheSaturationIsNoDecidingFact() {
        Charted course = Charted.adult().at(1, Facts.spo2(93), Facts.NORMAL_PRESSURE);
        Explanation explanation = explain(course, ScaleId.LEE_2014, 1);
        assertThat(explanation.criterion()).isEqualTo("oxygen support not known");
        assertThat(explanation.decidingFact()).isEmpty();
        assertThat(explanation.sentence())
                .startsWith("Lee 2014 unknown (0 to 4): oxygen support not known; not known: ");
    }

    @Test
    void notesWouldBeAndOverrideEndTheSentence() {
        Charted course =
                Charted.adult()
                        .at(
                                1,
                                Facts.NO_FEVER,
                                Facts.norepinephrine(6),
                                Facts.ROOM_AIR,
                                Facts.NORMAL_PRESSURE);
        assertThat(explain(course, ScaleId.ASTCT_2019, 1).sentence())
                .isEqualTo(
                        "ASTCT 2019 0: no fever so far - 36.8 °C (0 min ago); no fever: look for"
                                + " another cause; would be 3.");
        course.at(
                2,
                new Observation.GradeOverridden(
                        ScaleId.ASTCT_2019, 2, "fever at home", "Dr. Example"));
        Explanation explanation = explain(course, ScaleId.ASTCT_2019, 2);
        assertThat(explanation.override())
                .isEqualTo("set to 2 by Dr. Example at 2026-03-01 02:00: fever at home");
        assertThat(explanation.sentence())
                .endsWith("; set to 2 by Dr. Example at 2026-03-01 02:00: fever at home.");
        assertThat(explain(course, ScaleId.LEE_2014, 2).override()).isEmpty();
    }

    @Test
    void anAttributionIsTheDecidingFact() {
        Charted course = febrile(Facts.attributed(AttributionScope.WHOLE, false));
        Explanation explanation = explain(course, ScaleId.LEE_2014, 1);
        assertThat(explanation.criterion()).isEqualTo("attributed to another cause");
        assertThat(explanation.decidingFact()).startsWith("attributed: ");
    }

    @Test
    void clockTimesStandForAgesInWordsReadLater() {
        Charted course = febrile(Facts.norepinephrine(6));
        Assessment assessment = course.assess(ScaleId.ASTCT_2019, 3);
        assertThat(Explanation.withClockTimes(assessment, ZoneId.of("Europe/Berlin")).facts())
                .startsWith(
                        "norepinephrine 6 µg/min (since 02:00)", "120/70 mmHg (mean 87) (02:00)");
    }

    @Test
    void aRiseByTimeComesFirstWithGradeAndClock() {
        Charted course = febrile(Facts.norepinephrine(22));
        assertThat(explain(course, ScaleId.LEE_2014, 2).raisedBy())
                .startsWith("3 at 04:00 if unchanged (high dose for 3 h)");
        assertThat(explain(course, ScaleId.ASTCT_2019, 2).raisedBy())
                .startsWith("another vasopressor other than vasopressin");
    }

    @Test
    void settingsAreNamedWithTheirValues() {
        assertThat(explain(febrile(), ScaleId.ASTCT_2019, 1).settings())
                .containsExactly("38 °C: from here on a temperature is fever");
    }

    @Test
    void theExaminationIsToldPartByPart() {
        NeurologicalExamination exam =
                new NeurologicalExamination(
                        new IceScore.Items(true, true, true, null, 2, true, true, false),
                        null,
                        Consciousness.TO_VOICE,
                        Seizure.NONE,
                        true,
                        CerebralOedema.FOCAL,
                        false);
        Explanation explanation = explain(Charted.adult().at(1, exam), ScaleId.ICANS, 2);
        assertThat(explanation.facts())
                .containsExactly(
                        "deep focal motor weakness (1 h ago)",
                        "ICE 7 to 8 (1 h ago)",
                        "awakens to voice (1 h ago)",
                        "no seizure (1 h ago)",
                        "focal cerebral oedema (1 h ago)");
        assertThat(explain(Charted.adult().at(1, Facts.FEVER), ScaleId.ICANS, 1).sentence())
                .isEqualTo(
                        "ICANS unknown (0 to 4): no neurological examination; not known: the ICE"
                                + " score (never charted, 0 to 4).");
    }

    @Test
    void anOldExaminationIsNotTakenForThePresent() {
        NeurologicalExamination exam =
                new NeurologicalExamination(
                        new IceScore.Total(10), null, Consciousness.AWAKE, null, null, null, null);
        Charted course = Charted.adult().at(1, exam);
        assertThat(course.grade(ScaleId.ICANS, 25)).isEqualTo("0");
        assertThat(course.grade(ScaleId.ICANS, 25.1)).isEqualTo("0-4");
        assertThat(explain(course, ScaleId.ICANS, 26).missing())
                .containsExactly("the ICE score (last charted 25 h ago, 0 to 4)");
    }
}
