package org.cytovigil.ui.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.monitor.FeedState;
import org.cytovigil.monitor.Feeds;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// [utest->req~ui.quarantine~1]
// [utest->req~ui.feeds~1]
class FeedsViewModelTest {
    private final Desk desk = new Desk();
    private Instant clock = Ward.START;
    private final FeedsViewModel model =
            new FeedsViewModel(desk, desk, Runnable::run, () -> clock, ZoneOffset.UTC);

    @BeforeEach
    void fill() {
        desk.keep(1, "monitors", "no such code", "MSH|1\rOBX|a")
                .keep(2, "monitors", "no such code", "MSH|2\rOBX|b!")
                .keep(3, "pumps", "unknown patient", "MSH|3\rPID|x\rOBX|c")
                .keep(4, "pumps", "no such code", "MSH|4\rOBX|d");
    }

    private void open() {
        model.show(unit(Ward.START.plusSeconds(600)));
        model.setOpen(true);
    }

    private static UnitSnapshot unit(Instant now, FeedState... states) {
        Instant last = states.length == 0 ? null : states[0].last();
        return new UnitSnapshot(
                now,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                java.util.Map.of(),
                new Feeds(last, List.of(states)),
                List.of());
    }

    private List<String> groups() {
        return model.groups().stream()
                .map(
                        row ->
                                "%s: %s %d"
                                        .formatted(
                                                row.group().source(),
                                                row.group().reason(),
                                                row.group().count()))
                .toList();
    }

    private GroupRow chosen() {
        return Objects.requireNonNull(model.groupProperty().get());
    }

    @Test
    void theCountOfEveryScreenIsLookedUpEveryTwoSeconds() {
        model.pulse();
        assertThat(model.waitingProperty().get()).isEqualTo(4);
        desk.keep(5, "pumps", "no such code", "e");

        clock = clock.plusMillis(1_999);
        model.pulse();
        assertThat(model.waitingProperty().get()).isEqualTo(4);
        clock = clock.plusMillis(1);
        model.pulse();
        assertThat(model.waitingProperty().get()).isEqualTo(5);
    }

    @Test
    void reasonsAreShownBySenderTheNewestFirstAndTheFirstIsChosen() {
        open();

        assertThat(groups())
                .containsExactly(
                        "pumps: no such code 1",
                        "pumps: unknown patient 1",
                        "monitors: no such code 2");
        assertThat(chosen().group().source()).isEqualTo("pumps");
        assertThat(model.groups().getLast().times()).isEqualTo("newest 08:02:00 · oldest 08:01:00");
        assertThat(model.items().rawProperty().get().whole()).isEqualTo("MSH|4\rOBX|d");
    }

    @Test
    void eachReasonSaysWhatToDo() {
        open();

        assertThat(model.groups().get(1).advice()).startsWith("Admit the patient");
        assertThat(model.groups().get(2).advice()).startsWith("Add the code, unit or word");
    }

    @Test
    void theSegmentAtFaultIsMarked() {
        open();
        assertThat(model.items().rawProperty().get().lines())
                .containsExactly(
                        new RawText.Line(1, "MSH|4", false), new RawText.Line(2, "OBX|d", true));

        model.choose(model.groups().get(1));

        assertThat(model.items().rawProperty().get().lines())
                .as("an unknown patient is no fault of the result")
                .containsExactly(
                        new RawText.Line(1, "MSH|3", false),
                        new RawText.Line(2, "PID|x", true),
                        new RawText.Line(3, "OBX|c", false));
    }

    @Test
    void aSenderATextAndTheSettledNarrowOrWidenWhatIsShown() {
        open();

        model.choose(model.senders().get(1));
        assertThat(groups()).containsExactly("monitors: no such code 2");
        model.choose(model.senders().getFirst());
        model.searchProperty().set("obx|B");
        assertThat(groups()).containsExactly("monitors: no such code 1");
        model.searchProperty().set("");
        desk.store.settle(List.of(4L), Ward.START);
        model.look();
        assertThat(groups()).doesNotContain("pumps: no such code 1");
        model.withSettledProperty().set(true);

        assertThat(groups()).contains("pumps: no such code 1");
        assertThat(model.waitingProperty().get()).isEqualTo(3);
    }

    @Test
    void sendersAreThoseHeardAndThoseWithSomethingWaiting() {
        Instant now = Ward.START.plus(Duration.ofMinutes(30));
        model.show(
                unit(
                        now,
                        new FeedState("monitors", now.minusSeconds(3), 900, 60, false),
                        new FeedState("lab", now.minus(Duration.ofMinutes(12)), 5, 0, true)));
        model.setOpen(true);

        assertThat(model.senders())
                .containsExactly(
                        new SenderRow(
                                null,
                                "All senders (2 heard)",
                                "60 entries in the last minute · silent: 1",
                                false,
                                4),
                        new SenderRow("lab", "lab", "silent for 12 min · last 08:18:00", true, 0),
                        new SenderRow(
                                "monitors",
                                "monitors",
                                "last 08:29:57 · 60 entries a minute",
                                false,
                                2),
                        new SenderRow(
                                "pumps",
                                "pumps",
                                "nothing of it was charted in the last 7 days",
                                false,
                                2));
    }

    @Test
    void feedingAGroupAgainSettlesWhatIsAcceptedAndSaysSo() {
        open();
        model.choose(model.groups().getLast());

        model.feedGroupAgain();

        assertThat(model.work().messageProperty().get())
                .isEqualTo("Fed again: 2 looked at, 1 settled, 1 entries charted, 1 still wait.");
        assertThat(groups()).contains("monitors: no such code 1", "pumps: no such code 1");
        assertThat(model.waitingProperty().get()).isEqualTo(3);
        assertThat(model.work().runningProperty().get()).isFalse();
    }

    @Test
    void feedingAllAgainCanBeStopped() {
        open();
        desk.atOnce = false;
        model.work().feedAllAgain();
        model.work().cancel();
        desk.run(0);

        assertThat(model.work().messageProperty().get()).startsWith("Stopped: 0 looked at");
        assertThat(desk.store.unsettled()).isEqualTo(4);
    }

    @Test
    void anErrorSaysWhatHappenedWhatWasKeptAndWhatToDo() {
        open();
        desk.tableFault = "the mapping table is wrong. Mend it and feed again.";
        model.work().feedAllAgain();
        assertThat(model.work().messageProperty().get())
                .isEqualTo("Nothing was fed: the mapping table is wrong. Mend it and feed again.");

        desk.tableFault = null;
        desk.feedsBeforeFailing = 1;
        model.work().feedAllAgain();

        assertThat(model.work().messageProperty().get())
                .isEqualTo(
                        "Feeding again was cut off: the disk is full. Free some space and try again."
                                + " What was fed before is kept and the rest waits; feed again to go on.");
        assertThat(model.waitingProperty().get()).isEqualTo(3);
    }

    @Test
    void aStoreThatCannotBeReadLeavesWhatIsShownAndSaysSo() {
        open();
        desk.storeFails = true;
        model.look();

        assertThat(model.faultProperty().get())
                .startsWith("The quarantine could not be read: the disk is full.")
                .endsWith("What is shown is as it was before.");
        assertThat(groups()).hasSize(3);

        desk.storeFails = false;
        model.look();
        assertThat(model.faultProperty().get()).isEmpty();
    }

    @Test
    void aGroupIsDismissedAsItWasShownWithWhoAndWhyAndThatCanBeTakenBack() {
        open();
        model.choose(model.groups().getLast());
        desk.keep(9, "monitors", "no such code", "came later");

        model.dismiss(false, " test data ");

        assertThat(model.work().messageProperty().get()).isEqualTo("2 dismissed: test data");
        assertThat(desk.store.held().getFirst().dismissal())
                .isEqualTo(new Quarantine.Dismissal("nurse N2", "test data"));
        assertThat(groups()).contains("monitors: no such code 1");
        assertThat(model.work().undoableProperty().get()).isTrue();

        model.work().undo();

        assertThat(model.work().messageProperty().get()).isEqualTo("2 wait again.");
        assertThat(groups()).contains("monitors: no such code 3");
        assertThat(model.work().undoableProperty().get()).isFalse();
    }

    @Test
    void oneItemIsDismissedAloneAndTheNextIsChosen() {
        open();
        model.choose(model.groups().getLast());
        model.items().choose(model.items().rows().getFirst());

        model.dismiss(true, "seen");

        assertThat(desk.store.held().get(1).dismissal()).isNotNull();
        assertThat(desk.store.held().getFirst().dismissal()).isNull();
        assertThat(Objects.requireNonNull(model.items().chosenProperty().get()).held().number())
                .isEqualTo(1);
    }

    @Test
    void withoutAReasonNothingIsDismissed() {
        open();

        model.dismiss(false, "  ");

        assertThat(desk.store.unsettled()).isEqualTo(4);
    }

    @Test
    void whereNothingMayBeDoneNothingIsDone() {
        desk.barred = "past cases";
        open();

        model.dismiss(false, "test data");
        model.work().feedAllAgain();

        assertThat(desk.store.unsettled()).isEqualTo(4);
        assertThat(model.work().messageProperty().get()).isEmpty();
    }

    @Test
    void whenTheLastOfAGroupIsSettledTheNextGroupIsChosen() {
        open();
        assertThat(chosen().group().reason()).isEqualTo("no such code");

        model.feedGroupAgain();

        assertThat(chosen().group().reason()).isEqualTo("unknown patient");
        assertThat(model.items().rawProperty().get().whole()).isEqualTo("MSH|3\rPID|x\rOBX|c");
    }

    @Test
    void anAnswerThatWasOvertakenIsDropped() {
        open();
        desk.atOnce = false;
        model.searchProperty().set("OBX|a");
        model.searchProperty().set("OBX|d");

        desk.run(1);
        desk.run(0);

        assertThat(groups()).containsExactly("pumps: no such code 1");
    }

    @Test
    void aLongGroupIsReadPageByPage() {
        for (int i = 0; i < 250; i++) {
            desk.keep(20, "lab", "no such code", "item " + i);
        }
        open();

        assertThat(model.items().rows()).hasSize(FeedItems.PAGE);
        model.items().more();
        model.items().more();
        assertThat(model.items().rows()).hasSize(250);
        model.items().more();
        assertThat(model.items().rows()).hasSize(250);
        assertThat(model.items().rows().getLast().held().item().raw()).isEqualTo("item 0");
    }

    @Test
    void aSettledItemSaysHow() {
        desk.store.settle(List.of(4L), Ward.START.plusSeconds(540));
        desk.store.dismiss(
                List.of(3L),
                Ward.START.plusSeconds(545),
                new Quarantine.Dismissal("nurse N2", "moved away"));
        open();
        model.withSettledProperty().set(true);

        model.choose(model.groups().getFirst());
        assertThat(model.items().rows().getFirst().state()).isEqualTo("fed again 08:09:00");
        model.choose(model.groups().get(1));
        assertThat(model.items().rows().getFirst().state())
                .isEqualTo("dismissed by nurse N2 08:09:05: moved away");
    }

    @Test
    void aVeryLongSegmentIsCutOnTheScreenAndWholeInTheCopy() {
        String raw = "x".repeat(5_000);
        desk.keep(20, "lab", "no such code", raw);
        open();

        assertThat(model.items().rawProperty().get().lines().getFirst().text())
                .hasSizeLessThan(4_200)
                .contains("1,000 more characters");
        assertThat(model.items().rawProperty().get().whole()).isEqualTo(raw);
    }
}
