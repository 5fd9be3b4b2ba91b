package org.cytovigil.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.derived.DerivedValue;
import org.cytovigil.derived.DerivedValues;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.Note;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is charted, nothing breaks, and nothing false passes for normal. */
// [utest->req~grading.bad-input~1]
class BadInputTest {
    static final List<Double> NUMBERS = BadFacts.NUMBERS;

    /** Grades 3 by one drug and by oxygen, with an examination and everything else known. */
    private static final List<TimedFact> SICK =
            List.of(
                    Watch.at(0.5, Facts.FEVER),
                    Watch.at(0.5, Facts.pressure(95, 60)),
                    Watch.at(0.5, Facts.spo2(95)),
                    Watch.at(0.5, Facts.cannula(8)),
                    Watch.at(0.5, BadFacts.examination(new IceScore.Total(8), null)),
                    Watch.at(0.5, Facts.norepinephrine(6)));

    /** Grades 0 on every scale, everything known. */
    private static final List<TimedFact> WELL =
            List.of(
                    Watch.at(0.5, Facts.NO_FEVER),
                    Watch.at(0.5, Facts.NORMAL_PRESSURE),
                    Watch.at(0.5, Facts.spo2(98)),
                    Watch.at(0.5, Facts.ROOM_AIR));

    private static StayMonitor with(List<TimedFact> facts, @Nullable Observation bad) {
        StayMonitor monitor = Watch.told(facts);
        if (bad != null) {
            monitor.observe(Facts.hour(1), bad);
        }
        monitor.advance(Facts.hour(2), step -> {});
        return monitor;
    }

    private static GradeRange range(StayMonitor monitor, ScaleId scale) {
        return requireNonNull(monitor.assessment(scale)).range();
    }

    private static void read(StayMonitor monitor) {
        for (ScaleId scale : ScaleId.values()) {
            Assessment assessment = requireNonNull(monitor.assessment(scale));
            Explanation explanation = new Explanation(assessment, ZoneOffset.UTC);
            // Whatever a name or a reason holds, a grade is one line, and steers no terminal.
            assertThat(explanation.sentence().chars().noneMatch(Character::isISOControl)).isTrue();
            assertThat(explanation.facts())
                    .allSatisfy(words -> assertThat(words).doesNotContain("NaN", "Infinity"));
            assertThat(explanation.raisedBy()).doesNotContainNull();
            assertThat(explanation.settings()).doesNotContainNull();
        }
        for (DerivedValue value : DerivedValues.of(monitor.picture(), SitePolicy.DEFAULT)) {
            String amount =
                    value.sentence(new Infusion("axi-cel", Facts.ZERO)).split("; missing:", 2)[0];
            assertThat(amount).doesNotContain("NaN", "Infinity", "\u221e");
        }
    }

    @Test
    void everyKindOfObservationIsAmongThem() {
        Set<Class<?>> kinds = new HashSet<>();
        BadFacts.all().forEach(fact -> kinds.add(fact.getClass()));
        // These hold nothing that could be wrong.
        kinds.addAll(
                List.of(
                        Observation.HypotensionStated.class,
                        Observation.ConstitutionalSymptoms.class,
                        Observation.CoagulopathyTreated.class,
                        Observation.IntravenousTherapy.class,
                        Observation.EpisodeOpened.class,
                        Observation.Note.class,
                        Observation.DeathDueToCrs.class));
        assertThat(kinds).containsExactlyInAnyOrder(Observation.class.getPermittedSubclasses());
    }

    @Test
    void whateverIsChartedCanBeGradedReadAndExplainedOnEveryScale() {
        for (Observation bad : BadFacts.all()) {
            read(with(List.of(), bad));
            read(with(SICK, bad));
        }
    }

    @Test
    void nothingIsDividedByAZeroThatIsPossible() {
        List<TimedFact> facts = new ArrayList<>(SICK);
        facts.add(Watch.at(0.5, Facts.device("venturi", 6.0, 0.4)));
        facts.add(Watch.at(0.5, new Observation.HeartRate(120)));
        facts.add(Watch.at(0.5, new Observation.LaboratoryResult(Analyte.LDH, 400)));
        facts.add(Watch.at(0.5, new Observation.LaboratoryResult(Analyte.CREATININE, 2)));
        facts.add(Watch.at(0.5, new Observation.LaboratoryResult(Analyte.CRP, 50)));
        facts.add(Watch.at(0.5, new Observation.LaboratoryResult(Analyte.PLATELETS, 0)));
        for (double zero : List.of(0.0, -0.0, Double.MIN_VALUE)) {
            read(with(facts, new Observation.RespiratoryRate(zero)));
            read(with(facts, new Observation.LaboratoryResult(Analyte.PLATELETS, zero)));
        }
    }

    @Test
    void whateverIsChartedTheUnitGoesOnAndShowsIt() {
        UnitMonitor unit = Watch.unit();
        unit.accept(Watch.admitted());
        List<Observation> all = BadFacts.all();
        for (int i = 0; i < all.size(); i++) {
            unit.accept(Watch.observed(1 + i / 1_000.0, all.get(i)));
            if (i % 100 == 0) {
                unit.tick(Facts.hour(1 + i / 1_000.0));
                unit.snapshot();
            }
        }
        Instant end = Facts.hour(10);
        unit.tick(end);
        StaySnapshot shown = unit.snapshot().stays().getFirst();
        assertThat(shown.assessments()).hasSize(ScaleId.values().length);
        // More than that many are in the ledger only.
        assertThat(shown.rejected()).hasSize(200);
    }

    @Test
    void whatCannotBeAtAllIsRejectedWithAReasonAndLeavesEveryGradeAsItWas() {
        StayMonitor without = with(SICK, null);
        int seen = 0;
        for (Observation bad : BadFacts.all()) {
            if (SitePolicy.DEFAULT.plausibility().fault(bad).isEmpty()
                    || SitePolicy.DEFAULT.plausibility().gradable(bad).isPresent()) {
                continue;
            }
            seen++;
            StayMonitor monitor = with(SICK, bad);
            assertThat(monitor.rejected())
                    .as("%s", bad)
                    .singleElement()
                    .satisfies(
                            fact -> {
                                assertThat(fact.observation()).isEqualTo(bad);
                                assertThat(fact.reason()).isNotBlank();
                            });
            for (ScaleId scale : ScaleId.values()) {
                assertThat(range(monitor, scale)).as("%s", bad).isEqualTo(range(without, scale));
            }
        }
        assertThat(seen).isGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ASTCT_2019, 0, 1
                    LEE_2014,   0, 1
                    PENN,       0, 1
                    """)
    void aTemperatureThatCannotBeIsNoNormalOne(ScaleId scale, int lowest, int highest) {
        for (double number : NUMBERS) {
            StayMonitor monitor = with(WELL.subList(1, 4), BadFacts.withNumber(number).getFirst());
            assertThat(range(monitor, scale)).isEqualTo(GradeRange.of(lowest, highest));
            assertThat(monitor.rejected()).hasSize(1);
        }
    }

    @ParameterizedTest
    @FieldSource("NUMBERS")
    void aPressureThatCannotBeIsNoNormalOne(double number) {
        Pressure pressure = new Pressure(number);
        StayMonitor monitor =
                with(
                        List.of(
                                Watch.at(0.5, Facts.FEVER),
                                Watch.at(0.5, Facts.spo2(98)),
                                Watch.at(0.5, Facts.ROOM_AIR)),
                        new Observation.BloodPressure(
                                pressure,
                                pressure,
                                pressure,
                                Observation.PressureSource.ARTERIAL_LINE));

        assertThat(range(monitor, ScaleId.ASTCT_2019)).isEqualTo(GradeRange.of(1, 2));
        assertThat(range(monitor, ScaleId.PENN)).isEqualTo(GradeRange.of(1, 3));
        assertThat(monitor.rejected()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -1,
                8_388_607,
                Double.MAX_VALUE
            })
    void aDrugWhoseDoseCannotBeRunsAtAnUnknownOne(double dose) {
        StayMonitor monitor = with(WELL, Facts.norepinephrine(dose));
        assertThat(range(monitor, ScaleId.LEE_2014)).isEqualTo(GradeRange.of(2, 3));
        assertThat(range(monitor, ScaleId.PENN)).isEqualTo(GradeRange.of(3, 4));
        assertThat(monitor.rejected()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, 8_388_607, 1e308})
    void aFlowThatCannotBeLeavesTheCannulaWithAnUnknownOne(double flow) {
        StayMonitor charted =
                with(
                        WELL.subList(0, 3),
                        new Observation.OxygenDevice(
                                new OxygenSupport.NasalCannula(new OxygenFlow(flow), null)));
        List<TimedFact> onCannula = new ArrayList<>(WELL.subList(0, 3));
        onCannula.add(Watch.at(0.5, Facts.FEVER));
        onCannula.add(Watch.at(0.5, Facts.cannula(2)));
        StayMonitor adjusted =
                with(onCannula, new Observation.OxygenSettings(new OxygenFlow(flow), null));

        assertThat(range(charted, ScaleId.LEE_2014)).isEqualTo(GradeRange.of(2, 3));
        // The 2 L/min before are not what it was changed to.
        assertThat(range(adjusted, ScaleId.ASTCT_2019)).isEqualTo(GradeRange.of(2, 3));
        assertThat(adjusted.rejected()).hasSize(1);
        assertThat(adjusted.series().data().oxygen().getLast().support())
                .isEqualTo(new OxygenSupport.NasalCannula(null, null));
    }

    @Test
    void aFractionFarBeyondItsLimitDoesNotComeOutAsAPossibleOne() {
        // 2^32 ten-thousandths and 0.21: whole numbers that ran over would make room air of it.
        double absurd = Math.pow(2, 32) / 10_000 + 0.21;
        assertThat(OxygenFraction.of(absurd).fraction()).isGreaterThan(1);
        assertThat(OxygenFraction.of(-absurd).fraction()).isNegative();
    }

    @Test
    void anExaminationWithAScoreThatCannotBeStillTellsItsSigns() {
        List<TimedFact> calm =
                List.of(
                        Watch.at(
                                0.5,
                                new Observation.NeurologicalExamination(
                                        new IceScore.Total(10),
                                        null,
                                        Observation.Consciousness.AWAKE,
                                        Observation.Seizure.NONE,
                                        false,
                                        Observation.CerebralOedema.NONE,
                                        false)));
        StayMonitor monitor = with(calm, BadFacts.examination(new IceScore.Total(99), null));
        // A seizure that resolves is 3; the score that is not known may make it 4.
        assertThat(range(monitor, ScaleId.ICANS)).isEqualTo(GradeRange.of(3, 4));
        assertThat(monitor.rejected()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, -1e308, 131, 1e308})
    void anAgeThatCannotBeIsNoChildsAge(double age) {
        StayMonitor monitor = monitor(Facts.patient(age, 70.0));
        monitor.observe(Facts.hour(1), Facts.FEVER);
        monitor.observe(Facts.hour(1), Facts.ROOM_AIR);
        monitor.observe(Facts.hour(1), Facts.pressure(75, 50));
        monitor.advance(Facts.hour(2), step -> {});

        // 75 mmHg is normal in a newborn, and shock in an adult.
        assertThat(range(monitor, ScaleId.ASTCT_2019)).isEqualTo(GradeRange.of(2));
        assertThat(requireNonNull(monitor.assessment(ScaleId.ASTCT_2019)).notes())
                .contains(Note.ADULT_LIMITS);
        assertThat(monitor.rejected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                -70,
                0,
                Double.MIN_VALUE,
                Double.MAX_VALUE
            })
    void aWeightThatCannotBeMakesNoDoseLow(double kilograms) {
        StayMonitor monitor = monitor(Facts.patient(45.0, kilograms));
        monitor.observe(
                Facts.hour(1),
                Facts.running(Vasopressor.NOREPINEPHRINE, 0.3, DoseUnit.UG_PER_KG_PER_MIN));
        monitor.advance(Facts.hour(5), step -> {});

        // 0.6 ug/min at 2 kg and 72 ug/min at 240 kg.
        assertThat(monitor.assessment(ScaleId.LEE_2014))
                .satisfies(
                        graded ->
                                assertThat(requireNonNull(graded).open())
                                        .anyMatch(
                                                finding ->
                                                        finding.range()
                                                                .equals(GradeRange.of(2, 3))));
    }

    @Test
    void oxygenAtHomeThatCannotBeExplainsNoOxygenAway() {
        OxygenSupport atHome =
                new OxygenSupport.NasalCannula(new OxygenFlow(Double.POSITIVE_INFINITY), null);
        Patient patient =
                Facts.patient(45.0, 70.0, new Patient.Baseline(atHome, new Pressure(Double.NaN)));
        StayMonitor monitor = monitor(patient);
        monitor.observe(Facts.hour(1), Facts.FEVER);
        monitor.observe(Facts.hour(1), Facts.cannula(10));
        monitor.observe(Facts.hour(1), Facts.NORMAL_PRESSURE);
        monitor.advance(Facts.hour(2), step -> {});

        assertThat(range(monitor, ScaleId.ASTCT_2019)).isEqualTo(GradeRange.of(3));
    }

    private static StayMonitor monitor(Patient patient) {
        return new StayMonitor(Facts.stay("7", patient), SitePolicy.DEFAULT, GradingScales.ALL);
    }
}
