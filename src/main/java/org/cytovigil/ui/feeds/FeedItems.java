package org.cytovigil.ui.feeds;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ui.theme.Lists;
import org.jspecify.annotations.Nullable;

/** The items of the chosen reason, read page by page, and the raw text of one. FX thread. */
public final class FeedItems {
    static final int PAGE = 100;

    private final FeedDesk desk;
    private final Asking asking;
    private final Supplier<Instant> now;
    private final ZoneId zone;
    private final ObservableList<ItemRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ItemRow> chosen =
            new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<RawText> raw = new ReadOnlyObjectWrapper<>(RawText.NONE);
    private Quarantine.@Nullable Filter shown;
    private boolean complete;
    private boolean renewing;
    private int asked;

    /**
     * @param now the present of the unit, for times in words
     */
    FeedItems(FeedDesk desk, Asking asking, Supplier<Instant> now, ZoneId zone) {
        this.desk = desk;
        this.asking = asking;
        this.now = now;
        this.zone = zone;
    }

    /** Shows the items that match; none for {@code null}. */
    void show(Quarantine.@Nullable Filter filter) {
        shown = filter;
        if (filter == null) {
            asked++;
            rows.clear();
            chosen.set(null);
            raw.set(RawText.NONE);
        } else {
            read(filter, Long.MAX_VALUE);
        }
    }

    /** Reads on where the list ends; nothing happens when all are there. */
    public void more() {
        Quarantine.Filter filter = shown;
        if (!complete && filter != null && !rows.isEmpty()) {
            complete = true;
            read(filter, rows.getLast().held().number());
        }
    }

    private void read(Quarantine.Filter filter, long before) {
        int number = ++asked;
        asking.ask(
                () -> desk.quarantine().page(filter, before, PAGE),
                page -> {
                    if (number == asked) {
                        take(page, before == Long.MAX_VALUE);
                    }
                },
                () -> {});
    }

    private void take(List<Quarantine.Held> page, boolean first) {
        complete = page.size() < PAGE;
        List<ItemRow> read = page.stream().map(held -> ItemRow.of(held, now.get(), zone)).toList();
        if (!first) {
            rows.addAll(read);
            return;
        }
        ItemRow before = chosen.get();
        // A list on the screen that is renewed chooses by itself, which is nobody's wish.
        renewing = true;
        Lists.replace(rows, read);
        renewing = false;
        Optional<ItemRow> same =
                read.stream()
                        .filter(
                                row ->
                                        before != null
                                                && row.held().number() == before.held().number())
                        .findFirst();
        same.or(() -> read.stream().findFirst()).ifPresent(this::pick);
    }

    /** Shows the raw text of an item. */
    public void choose(ItemRow row) {
        if (!renewing) {
            pick(row);
        }
    }

    private void pick(ItemRow row) {
        chosen.set(row);
        Quarantine.Item item = row.held().item();
        raw.set(RawText.of(item, desk.remedy(item.reason())));
    }

    /** Those read so far, the last kept first. */
    public ObservableList<ItemRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<@Nullable ItemRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RawText> rawProperty() {
        return raw.getReadOnlyProperty();
    }
}
