package org.cytovigil.ui.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.panel.Workbench;
import org.junit.jupiter.api.Test;

// [utest->req~ui.move~1]
class MoveViewModelTest {
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final StayId bravo = ward.admit("10", "DEMO Bravo");
    private final Workbench bench =
            new Workbench(
                    ward.session(), ZoneOffset.UTC, Runnable::run, Runnable::run, words -> {});
    private final MoveViewModel model = moving(alpha);

    private MoveViewModel moving(StayId stay) {
        ward.pass(Duration.ofMinutes(1));
        return new MoveViewModel(bench, stay);
    }

    private void pass() {
        ward.pass(Duration.ofSeconds(1));
        model.show(ward.session().latest());
    }

    private Map<String, String> beds() {
        return ward.session().latest().stays().stream()
                .collect(Collectors.toMap(stay -> stay.stay().patient().name(), StaySnapshot::bed));
    }

    @Test
    void aFreeBedIsGoneToAndTheMoveIsUndone() {
        model.to().set("7");
        assertThat(model.planProperty().get().words())
                .isEqualTo("DEMO Alpha, MRN MRN 4: bed 4 → bed 7, which is free");
        assertThat(model.planProperty().get().button()).isEqualTo("Move DEMO Alpha to bed 7");

        model.move();
        pass();
        assertThat(beds()).containsEntry("DEMO Alpha", "7").containsEntry("DEMO Bravo", "10");
        assertThat(model.undoingProperty().get()).isEqualTo("Undo: back from bed 7");

        model.undo();
        pass();
        assertThat(beds()).containsEntry("DEMO Alpha", "4");
        assertThat(model.undoingProperty().get()).isEmpty();
    }

    @Test
    void aTakenBedIsSwappedWithBothNamedAndTheSwapIsUndone() {
        model.to().set("10");
        assertThat(model.planProperty().get().words())
                .isEqualTo(
                        "DEMO Alpha, MRN MRN 4, bed 4, and DEMO Bravo, MRN MRN 10, bed 10, swap"
                                + " beds");
        assertThat(model.planProperty().get().button()).isEqualTo("Swap DEMO Alpha and DEMO Bravo");

        model.move();
        pass();
        assertThat(beds()).containsEntry("DEMO Alpha", "10").containsEntry("DEMO Bravo", "4");

        model.undo();
        pass();
        assertThat(beds()).containsEntry("DEMO Alpha", "4").containsEntry("DEMO Bravo", "10");
    }

    @Test
    void theBedsAreListedAsPeopleCountThemWithWhoIsInThem() {
        ward.tell(alpha, new Entry.Moved("11"));
        pass();

        assertThat(model.beds()).containsExactly("4 · free", "10 · DEMO Bravo, MRN MRN 10");
    }

    @Test
    void whatHasChangedSinceItStoodOnTheScreenIsNotDone() {
        model.to().set("7");
        ward.tell(bravo, new Entry.Moved("7"));
        ward.pass(Duration.ofSeconds(1));

        model.move();

        assertThat(model.saidProperty().get()).startsWith("Not moved: the beds have changed");
        assertThat(model.planProperty().get().button()).isEqualTo("Swap DEMO Alpha and DEMO Bravo");
        pass();
        assertThat(beds()).containsEntry("DEMO Alpha", "4");
    }

    @Test
    void aMoveIsNotUndoneIntoABedThatSomebodyElseHasByThen() {
        model.to().set("7");
        model.move();
        pass();
        ward.tell(bravo, new Entry.Moved("4"));
        pass();

        assertThat(model.undoingProperty().get()).isEmpty();
        model.undo();
        pass();

        assertThat(model.saidProperty().get()).startsWith("Not undone");
        assertThat(beds()).containsEntry("DEMO Alpha", "7").containsEntry("DEMO Bravo", "4");
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        assertThat(model.planProperty().get().barred()).isEqualTo("Choose a bed.");

        model.to().set("4");
        assertThat(model.planProperty().get().barred()).isEqualTo("The patient is in bed 4.");

        ward.tell(alpha, new Entry.Moved(""));
        pass();
        model.to().set("10");
        assertThat(model.planProperty().get().barred())
                .isEqualTo(
                        "DEMO Bravo, MRN MRN 10 is in bed 10, and this patient has none to give."
                                + " Move that patient first.");

        ward.tell(alpha, new Entry.Discharged());
        pass();
        assertThat(model.planProperty().get().barred())
                .isEqualTo("The patient is not on the unit.");
        model.move();
        pass();
        assertThat(beds()).containsEntry("DEMO Bravo", "10");
    }

    @Test
    void aBedTypedInAnotherCaseIsTheSameBed() {
        ward.tell(bravo, new Entry.Moved("ICU-b"));
        pass();

        model.to().set("icu-B");

        assertThat(model.planProperty().get().other()).contains(bravo);
    }
}
