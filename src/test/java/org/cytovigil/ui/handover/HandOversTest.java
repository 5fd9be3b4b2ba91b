package org.cytovigil.ui.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Height;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;

// [utest->req~ui.hand-over~1]
class HandOversTest {
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final StayId bravo = ward.admit("5", "DEMO Bravo");

    private HandOver told() {
        UnitSnapshot unit = ward.session().latest();
        return HandOvers.of(unit.stay(alpha).orElseThrow(), unit, ZoneOffset.UTC);
    }

    private List<String> part(int which) {
        return told().parts().get(which).lines();
    }

    @Test
    void itNamesThePatientByBedNameAndRecordNumber() {
        assertThat(told().who()).contains("Bed 4", "DEMO Alpha", "MRN MRN 4");
        assertThat(told().parts())
                .extracting(HandOver.Part::heading)
                .containsExactly(
                        "Situation",
                        "Background",
                        "Assessment",
                        "Recommendation: what to look out for");
    }

    @Test
    void theSituationIsTheGradeWhatAlarmsAndWhatThePatientNeeds() {
        ward.chart(alpha, 39.0, 86, 50, 6);
        ward.pass(Duration.ofMinutes(5));

        assertThat(part(0))
                .contains(
                        "ASTCT 2019: grade 3",
                        "Temperature 39.0 °C (08:00)",
                        "Blood pressure 86/50 mmHg (mean 62) (08:00)",
                        "Oxygen room air (08:00); SpO2 97 % (08:00)",
                        "Vasopressors: norepinephrine 6 µg/min (since 08:00)")
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("!!! not yet answered: ASTCT 2019 0 → 3"));
    }

    @Test
    void whatIsStaleOrWasNeverChartedSaysSo() {
        assertThat(part(0)).contains("Temperature never charted", "No vasopressor runs");

        ward.chart(alpha, 37.0, 120, 70, 0);
        ward.pass(Duration.ofHours(9));

        assertThat(part(0)).contains("Temperature no longer known; was 37.0 °C (08:00)");
    }

    // [utest->req~ui.risk-factors~1]
    @Test
    void theBackgroundHasTheRiskFactorsWithUnitAndTime() {
        assertThat(part(1)).noneSatisfy(line -> assertThat(line).startsWith("Risk factors"));
        ward.chart(alpha, new Observation.BodyHeight(new Height(172)));
        ward.chart(
                alpha,
                new Observation.RiskFactorCharted(
                        new RiskFactor.CellDose(2, RiskFactor.Per.KILOGRAM)));
        ward.chart(alpha, new Observation.LaboratoryResult(Analyte.FERRITIN, 1200));
        ward.pass(Duration.ofMinutes(5));

        assertThat(part(1))
                .contains(
                        "Risk factors: cell dose 2 ×10⁶ cells/kg, as charted 2026-03-01 08:00;"
                                + " ferritin 1200 ng/mL, last result before the infusion,"
                                + " 2026-03-01 08:00");
        assertThat(told().who()).contains("80 kg   172 cm");
    }

    @Test
    void theBackgroundHasTheEpisodeAndEverythingGiven() {
        ward.chart(alpha, 39.0, 120, 70, 0);
        ward.pass(Duration.ofHours(1));
        ward.chart(alpha, new Observation.FluidBolus(500));
        ward.chart(
                alpha,
                new Observation.TreatmentGiven(
                        new Treatment(
                                "tocilizumab",
                                "8 mg/kg over one hour, the first dose of the course")));

        assertThat(part(1))
                .contains(
                        "CRS episode 1, open since 08:00",
                        "09:00 500 mL",
                        "09:00 Tocilizumab 8 mg/kg over one hour, the first dose of the course");
    }

    // [utest->req~ui.chart-note~1]
    @Test
    void notesOfADayAreToldInOneLineEach() {
        ward.chart(alpha, new Observation.Note("Sister rang.\n\nWants to be\u202e called."));
        ward.pass(Duration.ofHours(24));

        assertThat(part(1)).contains("2026-03-01 08:00 Note: Sister rang. / Wants to be  called.");

        ward.pass(Duration.ofMinutes(1));
        assertThat(told().text("")).doesNotContain("Sister");
    }

    @Test
    void theAssessmentTellsWhyAndWhatWasAnsweredWithWhatWasDone() {
        ward.chart(alpha, 39.0, 86, 50, 0);
        ward.pass(Duration.ofMinutes(1));
        AlarmKey grade = new AlarmKey(alpha, AlarmKind.GRADE_RISE);
        ward.session().tell(new Entry.Acknowledged(grade, 2, "fluids given"));
        ward.pass(Duration.ofMinutes(1));

        assertThat(part(2))
                .anySatisfy(line -> assertThat(line).startsWith("Why: hypotension"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("08:01 ASTCT 2019 0 → 2")
                                        .endsWith("answered by nurse N2: fluids given"));
    }

    @Test
    void answersOfThePastShiftAndOfOtherPatientsAreNotTold() {
        for (StayId stay : List.of(alpha, bravo)) {
            ward.chart(stay, 39.0, 86, 50, 0);
        }
        ward.pass(Duration.ofMinutes(1));
        ward.session()
                .tell(
                        new Entry.Acknowledged(
                                new AlarmKey(bravo, AlarmKind.GRADE_RISE), 2, "bravo seen"));
        ward.session()
                .tell(
                        new Entry.Acknowledged(
                                new AlarmKey(alpha, AlarmKind.GRADE_RISE), 2, "alpha seen"));
        ward.pass(Duration.ofMinutes(1));
        assertThat(told().text("")).contains("alpha seen").doesNotContain("bravo");

        ward.pass(Duration.ofHours(12));
        assertThat(told().text("")).doesNotContain("alpha seen");
    }

    @Test
    void whatIsHiddenFromTheStripIsHandedOver() {
        ward.chart(alpha, 39.0, 120, 70, 0);
        ward.pass(Duration.ofMinutes(1));
        ward.session()
                .tell(
                        new Entry.AlarmShelved(
                                new AlarmKey(alpha, AlarmKind.GRADE_RISE),
                                1,
                                "cultures taken",
                                ward.now().plus(Duration.ofHours(1))));
        ward.pass(Duration.ofMinutes(1));

        assertThat(part(3))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("grade rise: put off until 09:01")
                                        .contains("cultures taken"));
    }

    @Test
    void asPlainTextItHasEveryPartAndWhatTheProgramIsNot() {
        ward.chart(alpha, 39.0, 120, 70, 0);
        HandOverViewModel model = new HandOverViewModel(alpha, ZoneOffset.UTC);
        assertThat(model.text()).isEmpty();

        model.show(ward.session().latest());

        assertThat(model.text().lines())
                .contains("Situation", "Background", "Assessment", "- ASTCT 2019: grade 1")
                .last()
                .isEqualTo("Supports, never replaces, bedside alarms and clinical judgement");
    }

    @Test
    void aSnapshotThatChangesNothingOfItIsNotToldAnew() {
        ward.chart(alpha, 39.0, 120, 70, 0);
        HandOverViewModel model = new HandOverViewModel(alpha, ZoneOffset.UTC);
        model.show(ward.session().latest());
        HandOver before = model.toldProperty().get();

        ward.pass(Duration.ofSeconds(1));
        model.show(ward.session().latest());

        assertThat(model.toldProperty().get()).isSameAs(before);
    }
}
