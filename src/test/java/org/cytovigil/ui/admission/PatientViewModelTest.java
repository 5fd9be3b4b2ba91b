package org.cytovigil.ui.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.StandingFacts;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.panel.Workbench;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

// [utest->req~ui.patient-panel~1]
class PatientViewModelTest {
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final StayId bravo = ward.admit("10", "DEMO Bravo");
    private final Workbench bench =
            new Workbench(
                    ward.session(), ZoneOffset.UTC, Runnable::run, Runnable::run, words -> {});
    private final PatientViewModel model = of(alpha);

    private PatientViewModel of(StayId stay) {
        ward.pass(Duration.ofHours(6));
        return new PatientViewModel(bench, stay);
    }

    private void pass() {
        ward.pass(Duration.ofSeconds(1));
        model.show(ward.session().latest());
    }

    private StaySnapshot stay(StayId id) {
        return ward.session().latest().stay(id).orElseThrow();
    }

    @Test
    void aCorrectedIdentityNamesBothBeforeAndAfterAndKeepsTheRest() {
        model.identity().person().name().set("DEMO Alfa");
        model.identity().person().number().set("0042");
        assertThat(model.shownProperty().get().identity())
                .isEqualTo("DEMO Alpha, MRN MRN 4  →  DEMO Alfa, MRN 0042");

        model.identity().keep();
        pass();

        assertThat(stay(alpha).stay().patient())
                .isEqualTo(
                        new Patient(
                                "DEMO Alfa", "0042", 60.0, new Weight(80), Patient.Baseline.NONE));
        assertThat(model.shownProperty().get().title())
                .isEqualTo("Patient · bed 4 · DEMO Alfa, MRN 0042");
        assertThat(model.isTouched()).isFalse();
    }

    @Test
    void theNumberOfAnotherPatientIsRefusedAndTheOwnIsNot() {
        model.identity().person().age().set("61");
        model.identity().person().number().set("MRN 10");
        model.identity().keep();
        assertThat(model.identity().person().number().noteProperty().get())
                .isEqualTo("Already here: DEMO Bravo, MRN MRN 10, bed 10.");

        model.identity().person().number().set("MRN 4");
        model.identity().keep();
        pass();

        assertThat(stay(alpha).stay().patient().ageYears()).isEqualTo(61.0);
    }

    @Test
    void whatAFeedAmendsMeanwhileIsNotOverwrittenByAnOlderForm() {
        model.identity().person().name().set("DEMO Alfa");
        ward.tell(
                alpha,
                new Entry.PatientIdentified(stay(alpha).stay().patient().named("DEMO A", "0043")));
        pass();

        model.identity().keep();
        pass();

        assertThat(model.saidProperty().get()).startsWith("Not kept: somebody else amended");
        assertThat(stay(alpha).stay().patient().recordNumber()).isEqualTo("0043");
        assertThat(model.identity().person().name().textProperty().get()).isEqualTo("DEMO A");
    }

    @Test
    void weightsHaveAHistoryAndTheLatestCounts() {
        model.body().weight().set("77.5");
        model.body().keep();
        pass();

        assertThat(stay(alpha).picture().patient().weight()).isEqualTo(new Weight(77.5));
        assertThat(model.shownProperty().get().body())
                .containsExactly(
                        "77.5 kg · 2026-03-01 14:00", "80 kg · 2026-03-01 08:00, at admission");
    }

    @Test
    void aWeightFarFromTheOneBeforeIsAskedAbout() {
        model.body().weight().set("60");
        model.body().keep();
        pass();
        boolean kept = model.shownProperty().get().body().size() == 2;

        model.body().keep();
        pass();

        assertThat(kept).isFalse();
        assertThat(model.shownProperty().get().body()).hasSize(2);
    }

    @Test
    void anInfusionIsChartedForTheWholeStay() {
        model.infusion().fields().product().set("cilta-cel");
        model.infusion().fields().time().set("09:30");

        model.infusion().keep();
        pass();

        assertThat(stay(alpha).stay().infusion())
                .isEqualTo(new Infusion("cilta-cel", Instant.parse("2026-03-01T09:30:00Z")));
    }

    @Test
    void aDischargeIsTakenBackAndTheBedIsTheirsAgain() {
        model.leaving().discharge();
        pass();
        assertThat(stay(alpha).discharged()).isTrue();
        assertThat(model.shownProperty().get().barred()).startsWith("Discharged");

        model.leaving().cancelDischarge();
        pass();

        assertThat(stay(alpha).discharged()).isFalse();
        assertThat(stay(alpha).bed()).isEqualTo("4");
    }

    @Test
    void oneWhoseBedWasGivenAwayComesBackWithoutIt() {
        model.leaving().discharge();
        pass();
        ward.tell(bravo, new Entry.Moved("4"));
        pass();

        model.leaving().cancelDischarge();
        pass();

        assertThat(stay(alpha).discharged()).isFalse();
        assertThat(stay(alpha).bed()).isEmpty();
        assertThat(stay(bravo).bed()).isEqualTo("4");
        assertThat(model.saidProperty().get()).contains("without a bed");
    }

    @Test
    void theListOfThoseWhoLeftOffersTheLastBedAndRefusesATakenOne() {
        model.leaving().discharge();
        pass();
        LeftViewModel left = new LeftViewModel(bench);
        left.choose(alpha);
        String proposed = left.bed().textProperty().get();
        left.bed().set("10");
        String barred = left.barredProperty().get();
        left.bed().set("12");
        left.comeBack();
        pass();
        left.show(ward.session().latest());

        assertThat(proposed).isEqualTo("4");
        assertThat(barred)
                .isEqualTo("Bed 10 is that of DEMO Bravo, MRN MRN 10. Move that patient first.");
        assertThat(stay(alpha).bed()).isEqualTo("12");
        assertThat(left.left()).isEmpty();
    }

    @Test
    void oneWhoWasAdmittedAnewDoesNotComeBackASecondTime() {
        model.leaving().discharge();
        pass();
        ward.tell(bravo, new Entry.PatientIdentified(stay(alpha).stay().patient()));
        pass();
        LeftViewModel left = new LeftViewModel(bench);

        left.choose(alpha);

        assertThat(left.barredProperty().get()).startsWith("Already here: DEMO Alpha");
        model.leaving().cancelDischarge();
        pass();
        assertThat(stay(alpha).discharged()).isTrue();
    }

    @Test
    void anAdmissionIsCancelledWithAReasonAndOnlyWhenAskedTwice() {
        model.leaving().cancelAdmission();
        assertThat(model.leaving().reason().noteProperty().get()).isEqualTo("A reason is needed.");
        model.leaving().reason().set("wrong patient");
        model.leaving().cancelAdmission();
        pass();
        assertThat(model.leaving().reason().noteProperty().get())
                .startsWith("DEMO Alpha, MRN MRN 4 leaves");
        assertThat(ward.session().latest().stays()).hasSize(2);

        model.leaving().cancelAdmission();
        pass();

        assertThat(ward.session().latest().stays())
                .extracting(found -> found.stay().id())
                .containsExactly(bravo);
    }

    @Test
    void whatTheStoreDoesNotTakeIsSaidAndStaysTyped() {
        PatientViewModel full =
                new PatientViewModel(
                        new Workbench(
                                new FullDisk(ward.session()),
                                ZoneOffset.UTC,
                                Runnable::run,
                                Runnable::run,
                                words -> {}),
                        alpha);
        full.body().weight().set("77.5");

        full.body().keep();

        assertThat(full.saidProperty().get())
                .isEqualTo(
                        "Nothing was kept: the disk is full. What you typed is still here; try"
                                + " again.");
        assertThat(full.body().weight().textProperty().get()).isEqualTo("77.5");
        assertThat(full.busyProperty().get()).isFalse();
    }

    private record FullDisk(UnitSource source) implements UnitSource {
        @Override
        public UnitSnapshot latest() {
            return source.latest();
        }

        @Override
        public void tell(Entry.OnAlarm act) {
            source.tell(act);
        }

        @Override
        public void chart(StayId stay, Instant at, List<? extends Entry.Event> events) {
            throw new LedgerException("the disk is full.");
        }

        @Override
        public void chart(Instant at, List<Act> acts) {
            throw new LedgerException("the disk is full.");
        }

        @Override
        public Mode mode() {
            return source.mode();
        }

        @Override
        public String fault() {
            return source.fault();
        }

        @Override
        public PolicyTimeline.@Nullable Held announced() {
            return source.announced();
        }
    }

    // [utest->req~ui.save-told~1]
    @Test
    void whatTheStoreRefusesAfterThePanelWasClosedIsToldToEverybody() {
        List<Runnable> waiting = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        PatientViewModel slow =
                new PatientViewModel(
                        new Workbench(
                                new FullDisk(ward.session()),
                                ZoneOffset.UTC,
                                waiting::add,
                                Runnable::run,
                                missed::add),
                        alpha);
        slow.body().weight().set("77.5");
        slow.body().keep();
        slow.gone();
        waiting.forEach(Runnable::run);

        assertThat(missed)
                .singleElement()
                .asString()
                .contains("NOT done", "DEMO Alpha", "the disk is full");
    }

    private LeftViewModel cancelledAndChosen() {
        model.leaving().reason().set("wrong patient");
        model.leaving().cancelAdmission();
        model.leaving().cancelAdmission();
        pass();
        LeftViewModel left = new LeftViewModel(bench);
        left.choose(alpha);
        return left;
    }

    @Test
    void aCancelledAdmissionIsTakenBackWithAReasonInItsBedAndWithItsFacts() {
        model.body().weight().set("77.5");
        model.body().keep();
        LeftViewModel left = cancelledAndChosen();
        assertThat(left.left())
                .singleElement()
                .satisfies(
                        row ->
                                assertThat(row.words())
                                        .startsWith("DEMO Alpha, MRN MRN 4 · bed 4")
                                        .contains("admission cancelled")
                                        .endsWith("wrong patient"));
        left.comeBack();
        pass();
        assertThat(left.reason().noteProperty().get()).isEqualTo("A reason is needed.");
        assertThat(ward.session().latest().stays()).hasSize(1);

        left.reason().set("it was the right one");
        left.comeBack();
        pass();
        left.show(ward.session().latest());

        assertThat(stay(alpha).bed()).isEqualTo("4");
        assertThat(stay(alpha).picture().patient().weight()).isEqualTo(new Weight(77.5));
        assertThat(left.left()).isEmpty();
        assertThat(ward.session().standing(alpha))
                .extracting(StandingFacts.Fact::observation)
                .contains(
                        new Observation.Note(
                                "The cancelled admission was taken back: it was the right one"));
    }

    @Test
    void aCancelledAdmissionDoesNotComeBackIntoATakenBedOrASecondTime() {
        LeftViewModel left = cancelledAndChosen();
        left.bed().set("10");
        assertThat(left.barredProperty().get()).startsWith("Bed 10 is that of DEMO Bravo");

        ward.tell(
                bravo,
                new Entry.PatientIdentified(
                        ward.session().latest().cancelled().getFirst().stay().patient()));
        pass();
        left.bed().set("12");
        left.reason().set("it was the right one");
        left.comeBack();
        pass();

        assertThat(left.barredProperty().get()).startsWith("Already here: DEMO Alpha");
        assertThat(ward.session().latest().stays()).hasSize(1);
    }

    @Test
    void oneWhoWasDischargedBeforeTheAdmissionWasCancelledIsDischargedAgainAndThatIsSaid() {
        model.leaving().discharge();
        pass();
        ward.tell(bravo, new Entry.Moved("4"));
        LeftViewModel left = cancelledAndChosen();

        assertThat(left.barredProperty().get()).isEmpty();
        assertThat(left.beddedProperty().get()).isFalse();
        assertThat(left.buttonProperty().get())
                .isEqualTo("Take back: DEMO Alpha was admitted rightly, and stays discharged");
        left.reason().set("it was the right one");
        left.comeBack();
        String said = left.saidProperty().get();
        pass();
        left.show(ward.session().latest());

        assertThat(said)
                .startsWith(
                        "DEMO Alpha, MRN MRN 4 stands among the former stays again, discharged as"
                                + " before");
        assertThat(stay(alpha).discharged()).isTrue();
        assertThat(stay(alpha).bed()).isEmpty();
        assertThat(stay(bravo).bed()).isEqualTo("4");
        assertThat(left.left()).extracting(LeftViewModel.Left::stay).containsExactly(alpha);
        assertThat(ward.session().latest().cancelled()).isEmpty();

        left.choose(alpha);
        left.bed().set("12");
        left.comeBack();
        pass();

        assertThat(stay(alpha).discharged()).isFalse();
        assertThat(stay(alpha).bed()).isEqualTo("12");
    }

    @Test
    void aMistakeOfYesterdayIsNoLongerOffered() {
        LeftViewModel left = cancelledAndChosen();
        ward.pass(Duration.ofHours(24));
        left.show(ward.session().latest());

        assertThat(left.left()).isEmpty();
    }
}
