package org.cytovigil.ui.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Lists;
import org.jspecify.annotations.Nullable;

/**
 * The state of the screen of feeds: who sends, what was refused, what is chosen. The store is read
 * in the background; an answer that was overtaken by another question is dropped. FX thread.
 */
// [impl->req~ui.quarantine~1]
// [impl->req~ui.feeds~1]
public final class FeedsViewModel {
    /** Often enough to notice, seldom enough to cost nothing. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final FeedDesk desk;
    private final InstantSource clock;
    private final ZoneId zone;
    private final FeedsWork work;
    private final Asking asking;
    private final FeedItems items;
    private final ReadOnlyLongWrapper waiting = new ReadOnlyLongWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable SenderRow> sender =
            new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable GroupRow> group =
            new ReadOnlyObjectWrapper<>(null);
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty withSettled = new SimpleBooleanProperty(false);
    private final ObservableList<SenderRow> senders = FXCollections.observableArrayList();
    private final ObservableList<GroupRow> groups = FXCollections.observableArrayList();
    private UnitSnapshot unit = UnitSnapshot.empty(Instant.EPOCH);
    private List<Quarantine.Group> allWaiting = List.of();
    private List<Quarantine.Group> found = List.of();
    private @Nullable Instant looked;
    private boolean looking;
    private boolean open;
    private boolean renewing;
    private int groupsAsked;

    /**
     * @param background runs what waits for the disk
     * @param screen runs what touches this model again: the FX thread
     * @param clock real time, for how often the store is looked into, and when items are dismissed
     */
    public FeedsViewModel(
            FeedDesk desk, Executor background, Executor screen, InstantSource clock, ZoneId zone) {
        this.desk = desk;
        this.clock = clock;
        this.zone = zone;
        this.asking = new Asking(background, screen);
        this.items = new FeedItems(desk, asking, () -> unit.at(), zone);
        this.work = new FeedsWork(desk, background, screen, clock, this::look);
        search.addListener((property, before, now) -> look());
        withSettled.addListener((property, before, now) -> look());
    }

    /** Takes a new snapshot of the unit. */
    public void show(UnitSnapshot latest) {
        unit = latest;
        if (open) {
            showSenders();
        }
    }

    /** Says whether the screen is in sight: then groups are kept up to date, else the count. */
    public void setOpen(boolean seen) {
        open = seen;
        if (seen) {
            showSenders();
            look();
        }
    }

    /** Looks into the store when it is time to; called once a frame. */
    public void pulse() {
        Instant now = clock.instant();
        Instant last = looked;
        boolean due = last == null || Duration.between(last, now).abs().compareTo(LOOK_EVERY) >= 0;
        if (due && !looking) {
            looked = now;
            if (open) {
                look();
            } else {
                count();
            }
        }
    }

    private void count() {
        looking = true;
        asking.ask(() -> desk.quarantine().unsettled(), waiting::set, () -> looking = false);
    }

    /** Reads the groups anew. */
    public void look() {
        Quarantine.Filter filter = filter();
        int asked = ++groupsAsked;
        boolean plain = filter.equals(Quarantine.Filter.WAITING);
        looking = true;
        record Answer(List<Quarantine.Group> waiting, List<Quarantine.Group> found) {}
        asking.ask(
                () -> {
                    List<Quarantine.Group> all =
                            desk.quarantine().groups(Quarantine.Filter.WAITING);
                    return new Answer(all, plain ? all : desk.quarantine().groups(filter));
                },
                answer -> {
                    if (asked == groupsAsked) {
                        allWaiting = answer.waiting();
                        found = answer.found();
                        waiting.set(allWaiting.stream().mapToLong(Quarantine.Group::count).sum());
                        showSenders();
                        showGroups();
                    }
                },
                () -> looking = false);
    }

    private Quarantine.Filter filter() {
        return new Quarantine.Filter(null, null, search.get().strip(), withSettled.get());
    }

    private void showSenders() {
        renew(senders, SenderRow.of(unit, allWaiting, zone));
        SenderRow chosen = sender.get();
        if (chosen != null) {
            sender.set(
                    senders.stream()
                            .filter(row -> Objects.equals(row.sender(), chosen.sender()))
                            .findFirst()
                            .orElse(senders.getFirst()));
        } else {
            sender.set(senders.getFirst());
        }
    }

    /** A list on the screen that is renewed chooses by itself, which is nobody's wish. */
    private <T> void renew(ObservableList<T> shown, List<T> rows) {
        renewing = true;
        try {
            Lists.replace(shown, rows);
        } finally {
            renewing = false;
        }
    }

    private void showGroups() {
        SenderRow chosen = sender.get();
        String only = chosen == null ? null : chosen.sender();
        GroupRow before = group.get();
        int place = before == null ? 0 : groups.indexOf(before);
        List<GroupRow> rows = new ArrayList<>();
        for (Quarantine.Group one : found) {
            if (only == null || only.equals(one.source())) {
                rows.add(GroupRow.of(one, desk.remedy(one.reason()), unit.at(), zone));
            }
        }
        renew(groups, rows);
        GroupRow now = null;
        if (!rows.isEmpty()) {
            // When what was chosen is settled the next one moves up into its place.
            now =
                    rows.stream()
                            .filter(row -> before != null && row.isOf(before.group()))
                            .findFirst()
                            .orElse(rows.get(Math.min(Math.max(0, place), rows.size() - 1)));
        }
        boolean same = now != null && before != null && now.group().equals(before.group());
        group.set(now);
        if (!same) {
            items.show(now == null ? null : filter().within(now.group()));
        }
    }

    /** Shows the items of one sender only, or of all. */
    public void choose(SenderRow row) {
        if (!renewing && !row.equals(sender.get())) {
            sender.set(row);
            showGroups();
        }
    }

    /** Shows the items of a group. */
    public void choose(GroupRow row) {
        if (!renewing && !row.equals(group.get())) {
            group.set(row);
            items.show(filter().within(row.group()));
        }
    }

    /** Feeds what waits of the chosen group again; nothing happens when none is chosen. */
    public void feedGroupAgain() {
        GroupRow chosen = group.get();
        if (chosen != null) {
            work.feedAgain(waiting(chosen));
        }
    }

    /**
     * Dismisses what waits of the chosen group, or the chosen item alone; nothing happens when none
     * is chosen or no reason is given.
     */
    public void dismiss(boolean itemAlone, String reason) {
        GroupRow chosen = group.get();
        ItemRow one = items.chosenProperty().get();
        if (reason.isBlank()) {
            return;
        }
        if (itemAlone && one != null) {
            work.dismiss(one, reason);
        } else if (!itemAlone && chosen != null) {
            work.dismiss(waiting(chosen), chosen.group().last(), reason);
        }
    }

    private Quarantine.Filter waiting(GroupRow row) {
        Quarantine.Filter waits = new Quarantine.Filter(null, null, search.get().strip(), false);
        return waits.within(row.group());
    }

    /** What is done to items. */
    public FeedsWork work() {
        return work;
    }

    /** Why nothing can be done here; empty when it can. */
    public String barred() {
        return desk.barred();
    }

    /** How many items wait, for the frame of every screen. */
    public ReadOnlyLongProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** What went wrong when the store was read, in words; empty while all is well. */
    public ReadOnlyStringProperty faultProperty() {
        return asking.faultProperty();
    }

    public ReadOnlyObjectProperty<@Nullable SenderRow> senderProperty() {
        return sender.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable GroupRow> groupProperty() {
        return group.getReadOnlyProperty();
    }

    /** What is looked for in sender, reason and raw text. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Whether settled items are shown too. */
    public BooleanProperty withSettledProperty() {
        return withSettled;
    }

    public ObservableList<SenderRow> senders() {
        return senders;
    }

    public ObservableList<GroupRow> groups() {
        return groups;
    }

    /** The items of the chosen group. */
    public FeedItems items() {
        return items;
    }
}
