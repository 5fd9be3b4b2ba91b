package org.cytovigil.ui.feeds;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ui.theme.Texts;
import org.slf4j.LoggerFactory;

/**
 * What a person does to quarantined items: feeds them again, dismisses them, takes that back. One
 * at a time, in the background, with progress; every end is told in words. FX thread.
 */
// [impl->req~ui.quarantine~1]
public final class FeedsWork {
    private static final int AT_ONCE = 500;

    private final FeedDesk desk;
    private final Executor background;
    private final Executor screen;
    private final InstantSource clock;
    private final Runnable changed;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private List<Long> dismissed = List.of();

    /**
     * @param changed run on the FX thread after something was done
     */
    FeedsWork(
            FeedDesk desk,
            Executor background,
            Executor screen,
            InstantSource clock,
            Runnable changed) {
        this.desk = desk;
        this.background = background;
        this.screen = screen;
        this.clock = clock;
        this.changed = changed;
    }

    /** Feeds everything that waits again. */
    public void feedAllAgain() {
        feedAgain(Quarantine.Filter.WAITING);
    }

    /** Feeds what matches and waits again. */
    void feedAgain(Quarantine.Filter filter) {
        run(
                Texts.of("feeds.feeding"),
                "feeds.fault.feed",
                () -> {
                    FeedDesk.Report report = desk.feedAgain(filter, this::goOn);
                    return words(report);
                });
    }

    private boolean goOn(long done, long all) {
        // One step in a hundred is as much as the eye sees.
        if (done % Math.max(1, all / 100) == 0) {
            double part = all == 0 ? -1 : (double) done / all;
            screen.execute(() -> progress.set(part));
        }
        return !cancelled.get();
    }

    private static String words(FeedDesk.Report report) {
        String words =
                Texts.of(
                        report.complete() ? "feeds.fed" : "feeds.fed.stopped",
                        report.offered(),
                        report.settled(),
                        report.entries(),
                        report.waiting());
        return report.unknown() == 0
                ? words
                : words + " " + Texts.of("feeds.fed.unknown", report.unknown());
    }

    /** Stops feeding before the next item. */
    public void cancel() {
        cancelled.set(true);
    }

    /**
     * Dismisses what matches and waits, up to an item: what came since waits on.
     *
     * @param last the number of the last item that was shown
     * @param reason why, not blank
     */
    void dismiss(Quarantine.Filter filter, long last, String reason) {
        dismiss(
                reason,
                () -> {
                    List<Long> numbers = new ArrayList<>();
                    List<Quarantine.Held> page = desk.quarantine().page(filter, last + 1, AT_ONCE);
                    while (!page.isEmpty()) {
                        page.forEach(held -> numbers.add(held.number()));
                        page = desk.quarantine().page(filter, page.getLast().number(), AT_ONCE);
                    }
                    return numbers;
                });
    }

    /**
     * Dismisses one item.
     *
     * @param reason why, not blank
     */
    void dismiss(ItemRow row, String reason) {
        dismiss(reason, () -> List.of(row.held().number()));
    }

    private void dismiss(String reason, Callable<List<Long>> which) {
        run(
                Texts.of("feeds.dismissing"),
                "feeds.fault.dismiss",
                () -> {
                    List<Long> numbers = which.call();
                    desk.quarantine()
                            .dismiss(
                                    numbers,
                                    clock.instant(),
                                    new Quarantine.Dismissal(desk.user(), reason.strip()));
                    screen.execute(() -> remember(numbers));
                    return Texts.of("feeds.dismissed", numbers.size(), reason.strip());
                });
    }

    private void remember(List<Long> numbers) {
        dismissed = List.copyOf(numbers);
        undoable.set(!dismissed.isEmpty());
    }

    /** Takes the last dismissal back; nothing happens when there is none. */
    public void undo() {
        List<Long> numbers = dismissed;
        if (numbers.isEmpty()) {
            return;
        }
        run(
                Texts.of("feeds.reopening"),
                "feeds.fault.reopen",
                () -> {
                    desk.quarantine().reopen(numbers);
                    screen.execute(() -> remember(List.of()));
                    return Texts.of("feeds.reopened", numbers.size());
                });
    }

    private void run(String doing, String faultKey, Callable<String> work) {
        if (running.get() || !desk.barred().isEmpty()) {
            return;
        }
        running.set(true);
        cancelled.set(false);
        progress.set(-1);
        message.set(doing);
        background.execute(
                () -> {
                    String words;
                    try {
                        words = work.call();
                    } catch (FeedDesk.DeskException e) {
                        words = Texts.of("feeds.fault.begin", String.valueOf(e.getMessage()));
                    } catch (LedgerException e) {
                        words = Texts.of(faultKey, String.valueOf(e.getMessage()));
                    } catch (Exception e) {
                        // A screen that goes on saying "feeding" would be worse than any message.
                        log(e);
                        words = Texts.of(faultKey, e.getClass().getSimpleName());
                    }
                    String told = words;
                    screen.execute(() -> end(told));
                });
    }

    private static void log(Exception problem) {
        LoggerFactory.getLogger(FeedsWork.class)
                .error("work on the quarantine failed: {}", problem.getClass().getName());
    }

    private void end(String words) {
        running.set(false);
        message.set(words);
        changed.run();
    }

    /** Whether something is being done. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether a dismissal can be taken back. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** How far it is, 0 to 1; below 0 while that is not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is being done or came of it; empty before the first. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
