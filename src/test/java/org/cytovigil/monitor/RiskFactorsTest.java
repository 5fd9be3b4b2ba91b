package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Height;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.clinical.Stay;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;

/** What the review names as a risk is kept and told, and no grade goes by it. */
// [utest->req~monitor.risk-factors~1]
class RiskFactorsTest {
    private static final RiskFactor DOSE = new RiskFactor.CellDose(2, RiskFactor.Per.KILOGRAM);

    private static Entry stated(double hours, RiskFactor risk) {
        return Watch.observed(hours, new Observation.RiskFactorCharted(risk));
    }

    private static Entry platelets(double hours, double count) {
        return Watch.observed(hours, new Observation.LaboratoryResult(Analyte.PLATELETS, count));
    }

    private static RiskFactor baseline(double count) {
        return new RiskFactor.Baseline(Analyte.PLATELETS, count);
    }

    /** Admitted at hour 0 and, unless that is negative, infused at that hour. */
    private static StaySnapshot stay(double infused, Entry... entries) {
        Stay plain = Facts.stay("7", Facts.adult());
        Stay admitted =
                new Stay(
                        plain.id(),
                        plain.patient(),
                        infused < 0 ? null : new Infusion("axi-cel", Facts.hour(infused)),
                        Facts.ZERO,
                        null,
                        "1",
                        plain.origin());
        UnitMonitor unit = Watch.unit();
        unit.accept(Watch.entry(0, new Entry.Admitted(admitted)));
        for (Entry entry : entries) {
            unit.accept(entry);
        }
        unit.tick(Facts.hour(20));
        return unit.snapshot().stays().getFirst();
    }

    private static List<RiskFactors.Known> known(StaySnapshot stay) {
        return RiskFactors.of(stay, Facts.hour(20));
    }

    @Test
    void nothingIsKnownOfAPatientOfWhomNothingWasCharted() {
        assertThat(known(stay(10))).isEmpty();
    }

    @Test
    void theBaselineIsTheLastResultUpToTheInfusion() {
        assertThat(known(stay(10, platelets(2, 80), platelets(10, 60), platelets(11, 20))))
                .containsExactly(
                        new RiskFactors.Known(
                                baseline(60), Facts.hour(10), RiskFactors.Basis.BEFORE_INFUSION));
    }

    @Test
    void aMeasuredBaselineGoesBeforeAStatedOne() {
        Entry typed = stated(1, baseline(150));
        assertThat(known(stay(10, typed, platelets(11, 20))))
                .containsExactly(
                        new RiskFactors.Known(
                                baseline(150), Facts.hour(1), RiskFactors.Basis.STATED));
        assertThat(known(stay(10, typed, platelets(9, 60))))
                .containsExactly(
                        new RiskFactors.Known(
                                baseline(60), Facts.hour(9), RiskFactors.Basis.BEFORE_INFUSION));
        assertThat(RiskFactors.stated(stay(10, typed, platelets(9, 60)), Facts.hour(20)))
                .extracting(RiskFactors.Known::risk)
                .containsExactly(baseline(150));
    }

    @Test
    void whileNoInfusionIsChartedTheLastResultSoFarStandsInItsPlace() {
        assertThat(known(stay(-1, platelets(2, 80), platelets(12, 30))))
                .containsExactly(
                        new RiskFactors.Known(
                                baseline(30), Facts.hour(12), RiskFactors.Basis.SO_FAR));
    }

    @Test
    void aResultThatCannotBeIsNoBaseline() {
        assertThat(known(stay(10, platelets(2, 80), platelets(3, 42_000))))
                .extracting(RiskFactors.Known::risk)
                .containsExactly(baseline(80));
    }

    @Test
    void ofTwoResultsOfOneTimeTheGraverStandsInEitherOrder() {
        assertThat(known(stay(10, platelets(3, 80), platelets(3, 70))))
                .isEqualTo(known(stay(10, platelets(3, 70), platelets(3, 80))))
                .extracting(RiskFactors.Known::risk)
                .containsExactly(baseline(70));
    }

    @Test
    void aCorrectionTakesThePlaceAndARetractionLeavesNone() {
        RiskFactor right = new RiskFactor.CellDose(200, RiskFactor.Per.PATIENT);
        Entry corrected =
                new Entry(
                        Watch.STAY,
                        Facts.hour(1),
                        Facts.hour(2),
                        Watch.admitted().author(),
                        new Entry.Corrected(
                                new Observation.RiskFactorCharted(DOSE),
                                new Observation.RiskFactorCharted(right),
                                "whole dose"));
        StaySnapshot stay = stay(10, stated(1, DOSE), corrected);
        assertThat(known(stay)).extracting(RiskFactors.Known::risk).containsExactly(right);
        assertThat(stay.amended()).extracting(AmendedFact::reason).containsExactly("whole dose");

        Entry gone =
                new Entry(
                        Watch.STAY,
                        Facts.hour(1),
                        Facts.hour(3),
                        Watch.admitted().author(),
                        new Entry.Retracted(
                                new Observation.RiskFactorCharted(right), "of another patient"));
        assertThat(known(stay(10, stated(1, DOSE), corrected, gone))).isEmpty();
    }

    @Test
    void heightsAreASeriesAsWeightsAre() {
        Series heights =
                stay(
                                10,
                                Watch.observed(1, new Observation.BodyHeight(new Height(172))),
                                Watch.observed(5, new Observation.BodyHeight(new Height(1720))),
                                Watch.observed(9, new Observation.BodyHeight(new Height(171))))
                        .chart()
                        .of(Parameter.HEIGHT);

        assertThat(heights.size()).isEqualTo(2);
        assertThat(heights.value(1)).isEqualTo(171.0);
    }

    @Test
    void whatCannotBeIsToldOfAsRejected() {
        assertThat(
                        stay(10, stated(1, new RiskFactor.CellDose(-2, RiskFactor.Per.KILOGRAM)))
                                .rejected())
                .extracting(RejectedFact::reason)
                .containsExactly("cell dose -2 10^6 cells/kg is outside 0.001 to 100");
    }

    /** Sown at random over a course that rises to every grade, in a random order. */
    @Test
    void noGradeOnAnyScaleDiffersByRiskFactorsAndHeights() {
        List<Object> expected = Watch.outcome(Watch.told(Watch.COURSE, Facts.hour(60)));
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<TimedFact> facts = new ArrayList<>(Watch.COURSE);
            for (int i = 0; i < 12; i++) {
                // Among them times at which other facts are charted: they must join no set.
                Instant at =
                        random.nextBoolean()
                                ? Watch.COURSE.get(random.nextInt(Watch.COURSE.size())).at()
                                : Facts.hour(random.nextInt(600) / 10.0);
                facts.add(new TimedFact(at, any(random)));
            }
            Collections.shuffle(facts, random);

            assertThat(Watch.outcome(Watch.told(facts, Facts.hour(60))))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static Observation any(Random random) {
        double value = Math.pow(10, random.nextInt(8) - 2) * random.nextInt(100);
        RiskFactor.Judged judged =
                random.nextBoolean() ? RiskFactor.Judged.HIGH : RiskFactor.Judged.NOT_HIGH;
        return switch (random.nextInt(6)) {
            case 0 -> new Observation.BodyHeight(new Height(value));
            case 1 -> risk(new RiskFactor.CellDose(value, RiskFactor.Per.PATIENT));
            case 2 -> risk(new RiskFactor.DiseaseBurden("bulky", judged));
            case 3 -> risk(new RiskFactor.Lymphodepletion("Flu/Cy", judged));
            case 4 -> risk(new RiskFactor.Baseline(Analyte.FERRITIN, value));
            default -> risk(new RiskFactor.Baseline(Analyte.PLATELETS, value));
        };
    }

    private static Observation risk(RiskFactor risk) {
        return new Observation.RiskFactorCharted(risk);
    }
}
