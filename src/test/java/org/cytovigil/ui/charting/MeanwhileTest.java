package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;

/** Somebody else corrects, moves, discharges or cancels the patient while a panel is typed into. */
// [utest->req~ui.chart-meanwhile~1]
class MeanwhileTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Desk desk = new Desk();

    private void befalls(Entry.Event event) {
        desk.ward.tell(desk.alpha, event);
        desk.pass(Duration.ofSeconds(1));
    }

    private static Entry.PatientIdentified omega() {
        return new Entry.PatientIdentified(
                new Patient("DEMO Omega", "MRN 9", 60.0, new Weight(80), Patient.Baseline.NONE));
    }

    private String happened() {
        return desk.model().happenedProperty().get();
    }

    private String barred() {
        return desk.model().barredProperty().get();
    }

    @Test
    void nothingIsSaidWhileNothingHappens() {
        desk.open(new VitalsSheet()).type("heart-rate", "88").pass(MINUTE);

        assertThat(happened()).isEmpty();
        assertThat(barred()).isEmpty();
        desk.save();
        assertThat(desk.charted).containsExactly(new Observation.HeartRate(88));
    }

    @Test
    void anotherNameIsSaidAndAskedAboutBeforeAnythingIsChartedUnderIt() {
        desk.open(new VitalsSheet()).type("heart-rate", "88");

        befalls(omega());

        assertThat(desk.model().patientProperty().get())
                .isEqualTo("Bed 4 · DEMO Omega · record MRN 9");
        assertThat(happened())
                .isEqualTo(
                        "Corrected since this was opened: now DEMO Omega · record MRN 9,"
                                + " before DEMO Alpha · record MRN 4.");
        assertThat(barred()).isEmpty();
        assertThat(desk.field("heart-rate").text()).isEqualTo("88");

        desk.save();
        assertThat(desk.charted).isEmpty();
        assertThat(desk.question())
                .startsWith("Chart for DEMO Omega · record MRN 9?")
                .contains("DEMO Alpha · record MRN 4");

        desk.model().confirm();
        assertThat(desk.charted).containsExactly(new Observation.HeartRate(88));
        assertThat(desk.closed).hasSize(1);
    }

    @Test
    void whatWasAskedUnderTheFormerNameIsAskedAnew() {
        desk.open(new VitalsSheet()).type("temperature", "390").save();
        assertThat(desk.question()).doesNotContain("Omega");

        befalls(omega());
        assertThat(desk.question()).isEmpty();
        desk.model().confirm();
        assertThat(desk.charted).isEmpty();

        desk.save();
        assertThat(desk.question()).contains("390", "DEMO Omega", "DEMO Alpha");
    }

    @Test
    void aNameThatNoSnapshotHasShownYetIsAskedAboutAllTheSame() {
        desk.open(new VitalsSheet()).type("heart-rate", "88");
        desk.ward.tell(desk.alpha, omega());

        desk.save();

        assertThat(desk.charted).isEmpty();
        assertThat(desk.question()).contains("DEMO Omega");
    }

    @Test
    void whatStandsIsNotStoppedUnderAnotherNameUnasked() {
        Observation running =
                new Observation.VasopressorCharted(
                        new VasopressorInfusion(
                                Vasopressor.NOREPINEPHRINE,
                                new DoseRate(5, DoseUnit.UG_PER_MIN),
                                Salt.BASE));
        desk.ward.chart(desk.alpha, running);
        desk.open(new VasopressorSheet());
        assertThat(desk.model().standingProperty().get()).hasSize(1);
        befalls(omega());

        desk.model().settle(0);
        assertThat(desk.charted).isEmpty();
        assertThat(desk.question()).contains("DEMO Omega");

        desk.model().confirm();
        assertThat(desk.charted).hasSize(1);
        assertThat(desk.closed).isEmpty();
    }

    @Test
    void aMoveIsSaidAndTheSamePatientIsChartedThoughAnotherHasTheBed() {
        desk.open(new VitalsSheet()).type("heart-rate", "88");
        befalls(new Entry.Moved("7"));
        StayId bravo = desk.ward.admitNotInfused(new StayId("stay-b"), "4", "DEMO Bravo");
        desk.pass(MINUTE);

        assertThat(happened()).isEqualTo("Moved since this was opened: from Bed 4 to Bed 7.");
        assertThat(desk.model().patientProperty().get())
                .isEqualTo("Bed 7 · DEMO Alpha · record MRN 4");
        desk.save();

        assertThat(desk.charted).containsExactly(new Observation.HeartRate(88));
        assertThat(desk.ward.session().entries(desk.alpha)).anyMatch(MeanwhileTest::isRate);
        assertThat(desk.ward.session().entries(bravo)).noneMatch(MeanwhileTest::isRate);
    }

    private static boolean isRate(Entry entry) {
        return entry.event().equals(new Entry.Observed(new Observation.HeartRate(88)));
    }

    @Test
    void afterADischargeOnlyWhatWasSoBeforeIsCharted() {
        desk.open(new VitalsSheet()).type("heart-rate", "88");
        Instant before = desk.ward.now();
        // Discharged at 18:00, seen a second later.
        befalls(new Entry.Discharged());
        desk.pass(Duration.ofMinutes(10));

        assertThat(barred()).startsWith("Discharged: only what was so before 18:00 can be charted");
        desk.save();
        assertThat(desk.charted).isEmpty();
        assertThat(desk.field("heart-rate").text()).isEqualTo("88");

        desk.type("time", "18:05");
        assertThat(barred()).isNotEmpty();
        desk.type("time", "17:55");
        assertThat(barred()).isEmpty();
        desk.save();

        assertThat(desk.charted).containsExactly(new Observation.HeartRate(88));
        assertThat(desk.times).containsExactly(before.minus(Duration.ofMinutes(5)));
    }

    @Test
    void aDischargeThatIsTakenBackBarsNoMore() {
        desk.open(new VitalsSheet()).type("heart-rate", "88");
        befalls(new Entry.Discharged());
        assertThat(barred()).isNotEmpty();

        befalls(new Entry.DischargeCancelled());

        assertThat(barred()).isEmpty();
        desk.save();
        assertThat(desk.charted).hasSize(1);
    }

    @Test
    void whatWasAskedBeforeTheDischargeMayBeConfirmedAfterIt() {
        desk.open(new VitalsSheet()).type("temperature", "390").save();
        Instant asked = desk.ward.now();
        desk.pass(MINUTE);
        befalls(new Entry.Discharged());

        desk.model().confirm();

        assertThat(desk.times).containsExactly(asked);
    }

    @Test
    void anAdmissionThatWasAMistakeIsChartedNoMoreAndWhatWasTypedIsTold() {
        Stay stay = desk.ward.session().latest().stay(desk.alpha).orElseThrow().stay();
        desk.open(new VitalsSheet()).type("heart-rate", "88").type("saturation", "94");
        befalls(new Entry.AdmissionCancelled("wrong patient"));

        assertThat(barred()).startsWith("The admission was cancelled");
        desk.save();
        assertThat(desk.charted).isEmpty();

        // The bedside goes to the board, and its panel with it.
        desk.model().gone();
        assertThat(desk.missed)
                .singleElement()
                .asString()
                .contains("Chart vitals", "DEMO Alpha", "MRN 4", "NOT charted")
                .contains("Heart rate /min: 88", "SpO2 %: 94");

        befalls(new Entry.Admitted(stay));
        desk.open(new VitalsSheet());
        assertThat(desk.model().offerProperty().get()).isNotEmpty();
        desk.model().takeDraft();
        assertThat(desk.field("heart-rate").text()).isEqualTo("88");
    }

    @Test
    void aPanelIntoWhichNothingWasTypedGoesWithoutAWord() {
        desk.open(new VitalsSheet());
        befalls(new Entry.AdmissionCancelled("wrong patient"));
        desk.model().gone();

        assertThat(desk.missed).isEmpty();
    }

    @Test
    void aQuestionIsNotConfirmedForAnAdmissionThatWasAMistake() {
        desk.open(new VitalsSheet()).type("temperature", "390").save();
        desk.ward.tell(desk.alpha, new Entry.AdmissionCancelled("wrong patient"));

        desk.model().confirm();

        assertThat(desk.charted).isEmpty();
    }
}
