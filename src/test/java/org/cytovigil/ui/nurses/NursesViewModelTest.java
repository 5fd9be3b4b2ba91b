package org.cytovigil.ui.nurses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.panel.Workbench;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// [utest->req~ui.nurses~1]
class NursesViewModelTest {
    private final Ward ward = new Ward();
    private final AtomicInteger closed = new AtomicInteger();
    private final StayId ten = ward.admit("10", "DEMO Juliet");
    private final StayId two = ward.admit("2", "DEMO Bravo");
    private NursesViewModel model = model(ward.session());

    private NursesViewModel model(UnitSource source) {
        return new NursesViewModel(
                new Workbench(source, ZoneOffset.UTC, Runnable::run, Runnable::run, words -> {}),
                closed::incrementAndGet);
    }

    @BeforeEach
    void open() {
        ward.pass(Duration.ofMinutes(1));
        model = model(ward.session());
    }

    private void follow() {
        ward.pass(Duration.ofSeconds(1));
        model.show(ward.session().latest());
    }

    private String nurse(StayId stay) {
        ward.pass(Duration.ofSeconds(1));
        return ward.session().latest().stay(stay).map(StaySnapshot::nurse).orElseThrow();
    }

    private void type(int row, String words) {
        model.rows().get(row).typedProperty().set(words);
    }

    @Test
    void aRowABedInTheOrderPeopleCountThem() {
        assertThat(model.rows())
                .extracting(row -> row.bedProperty().get(), row -> row.whoProperty().get())
                .containsExactly(
                        tuple("2", "DEMO Bravo · MRN MRN 2"),
                        tuple("10", "DEMO Juliet · MRN MRN 10"));
        assertThat(model.buttonProperty().get()).isEqualTo("Nothing is changed");
    }

    @Test
    void allThatWasTypedIsKeptAtOnceAndThenThePanelCloses() {
        type(0, " Ada ");
        model.sameAsAbove(model.rows().get(1));
        assertThat(model.buttonProperty().get()).isEqualTo("Save 2 changes  Ctrl+Enter");
        model.save();

        assertThat(closed).hasValue(1);
        assertThat(nurse(two)).isEqualTo("Ada");
        assertThat(nurse(ten)).isEqualTo("Ada");
    }

    @Test
    void anEmptiedFieldLeavesThePatientToNobody() {
        ward.tell(two, new Entry.NurseAssigned("Ada"));
        follow();
        type(0, "");
        assertThat(model.rows().getFirst().noteProperty().get()).isEqualTo("was Ada");
        model.save();

        assertThat(nurse(two)).isEmpty();
    }

    @Test
    void aNameInUseIsOfferedAndSpelledAsItIs() {
        ward.tell(two, new Entry.NurseAssigned("Ada L."));
        follow();
        type(1, "ad");
        NurseRow row = model.rows().get(1);
        assertThat(model.offer(row)).isEqualTo("Ada L.");
        model.takeOffer(row);
        assertThat(row.nurse()).isEqualTo("Ada L.");
        assertThat(model.offer(row)).isEmpty();

        type(1, "ADA L.");
        model.save();
        assertThat(nurse(ten)).isEqualTo("Ada L.");
    }

    @Test
    void aNameTooLongIsRefusedAndNothingIsKept() {
        type(0, "Ben");
        type(1, "a name of twenty-five let");
        model.save();

        assertThat(model.messageProperty().get())
                .isEqualTo("at most 24 characters, none of them a control character");
        assertThat(closed).hasValue(0);
        assertThat(nurse(two)).isEmpty();
    }

    @Test
    void anotherWorkstationsChangeShowsAndWhatIsTypedHereStays() {
        type(1, "Ben");
        ward.tell(two, new Entry.NurseAssigned("Ada"));
        ward.tell(ten, new Entry.NurseAssigned("Ada"));
        follow();

        assertThat(model.rows()).extracting(NurseRow::nurse).containsExactly("Ada", "Ben");
        assertThat(model.rows().get(1).noteProperty().get()).isEqualTo("was Ada");
        assertThat(model.buttonProperty().get()).isEqualTo("Save 1 change  Ctrl+Enter");
    }

    @Test
    void whoLeavesTheUnitLeavesTheListAndWhoMovesIsFollowed() {
        type(1, "Ben");
        ward.tell(two, new Entry.Discharged());
        ward.tell(ten, new Entry.Moved("1"));
        follow();

        assertThat(model.rows())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.bedProperty().get()).isEqualTo("1");
                            assertThat(row.nurse()).isEqualTo("Ben");
                        });
    }

    @Test
    void closingWithUnsavedNamesIsAskedAboutOnce() {
        assertThat(model.leave()).isTrue();
        type(0, "Ada");
        assertThat(model.leave()).isFalse();
        assertThat(model.messageProperty().get()).startsWith("Nothing was saved yet.");
        assertThat(model.leave()).isTrue();
    }

    @Test
    void aStoreThatFailsLeavesAllAsTyped() {
        model = model(new FullDisk(ward.session()));
        type(0, "Ada");
        model.save();

        assertThat(model.messageProperty().get()).isEqualTo("Not kept: the disk is full");
        assertThat(closed).hasValue(0);
        assertThat(model.rows().getFirst().nurse()).isEqualTo("Ada");
    }

    // [utest->req~ui.nurse-load~1]
    @Test
    void theLoadOfEachNurseIsToldAsItWouldBe() {
        ward.chart(ten, 39.4, 88, 51, 6);
        ward.chart(two, 36.8, 120, 70, 0);
        // At grade 3 pressure is overdue after 75 min, and nothing of bed 2.
        ward.pass(Duration.ofMinutes(80));
        follow();
        int overdue = ward.session().latest().stay(ten).orElseThrow().schedule().overdue().size();
        assertThat(overdue).isPositive();
        assertThat(model.loadsProperty().get())
                .containsExactly("nobody: beds 2 · highest grade 3 · overdue " + overdue);
        type(1, "Ada");

        assertThat(model.loadsProperty().get())
                .containsExactly(
                        "Ada: 1 bed · highest grade 3 · overdue " + overdue,
                        "nobody: 1 bed · highest grade 0 · overdue 0");
    }

    // [utest->req~ui.nurse-load~1]
    @Test
    void theSummaryCountsNursesAndBedsWithoutOne() {
        assertThat(NurseLoad.summary(NurseLoad.of(ward.session().latest()))).isEmpty();
        ward.tell(two, new Entry.NurseAssigned("Ada"));
        ward.pass(Duration.ofSeconds(1));
        assertThat(NurseLoad.summary(NurseLoad.of(ward.session().latest())))
                .isEqualTo("nurses: 1 · beds without a nurse: 1");
        ward.tell(ten, new Entry.NurseAssigned("Ada"));
        ward.pass(Duration.ofSeconds(1));
        assertThat(NurseLoad.summary(NurseLoad.of(ward.session().latest()))).isEqualTo("nurses: 1");
    }

    // [utest->req~ui.save-told~1]
    @Test
    void thePanelStaysWhileItIsKeptAndWhatFailsAfterItWentIsTold() {
        List<Runnable> waiting = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        NursesViewModel slow =
                new NursesViewModel(
                        new Workbench(
                                new FullDisk(ward.session()),
                                ZoneOffset.UTC,
                                waiting::add,
                                Runnable::run,
                                missed::add),
                        closed::incrementAndGet);
        slow.rows().getFirst().typedProperty().set("Ada");
        slow.save();
        slow.save();

        assertThat(waiting).hasSize(1);
        assertThat(slow.leave()).isFalse();
        assertThat(slow.leave()).isFalse();
        slow.gone();
        waiting.forEach(Runnable::run);

        assertThat(missed).containsExactly("Nurses of the beds: Not kept: the disk is full");
        assertThat(closed).hasValue(0);
    }

    @Test
    void aNameWithCharactersThatSteerIsKeptWithoutThem() {
        type(0, "\u202EAda\n");
        model.save();

        assertThat(nurse(two)).isEqualTo("Ada");
    }

    @Test
    void whatAnotherWindowAssignedMeanwhileStandsBesideWhatIsTyped() {
        type(0, "Ada");
        ward.tell(two, new Entry.NurseAssigned("Ben"));
        follow();

        assertThat(model.rows().getFirst().nurse()).isEqualTo("Ada");
        assertThat(model.rows().getFirst().noteProperty().get()).isEqualTo("was Ben");
    }

    /** A unit whose store takes nothing. */
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
            throw new LedgerException("the disk is full");
        }

        @Override
        public void chart(Instant at, List<Act> acts) {
            throw new LedgerException("the disk is full");
        }

        @Override
        public Mode mode() {
            return source.mode();
        }

        @Override
        public String fault() {
            return "";
        }

        @Override
        public PolicyTimeline.@Nullable Held announced() {
            return null;
        }
    }
}
