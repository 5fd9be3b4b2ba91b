package org.cytovigil.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;

/** What the board shows: a card a bed, in the chosen order, at most a page of them. FX thread. */
// [impl->req~ui.board~1]
public final class BoardViewModel {
    /** More beds than this go to further pages. */
    public static final int PAGE = 32;

    /**
     * In the order "worst first" tiles move no more often than this, so that a finger finds what
     * the eye saw.
     */
    static final Duration STILL_FOR = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final ObservableList<BedCard> cards = FXCollections.observableArrayList();
    private final ObjectProperty<BoardOrder> order = new SimpleObjectProperty<>(BoardOrder.BY_BED);
    private final ReadOnlyIntegerWrapper pages = new ReadOnlyIntegerWrapper(1);
    private List<BedCard> all = List.of();
    private List<StayId> sequence = List.of();
    private Instant sequencedAt = Instant.EPOCH;
    private int page;
    private long sorted;

    /**
     * @param clock real time, for how often tiles may move
     */
    public BoardViewModel(InstantSource clock) {
        this.clock = clock;
        order.addListener((property, before, now) -> arrange(true));
    }

    /** The cards of the present page; a card is replaced only when it looks different. */
    public ObservableList<BedCard> cards() {
        return cards;
    }

    /** The order of the tiles. */
    public ObjectProperty<BoardOrder> orderProperty() {
        return order;
    }

    /** How many pages there are; at least one. */
    public ReadOnlyIntegerProperty pagesProperty() {
        return pages.getReadOnlyProperty();
    }

    /** Turns to the next page, after the last to the first. */
    public void nextPage() {
        page = (page + 1) % pages.get();
        arrange(true);
    }

    /** Takes a new snapshot; stays that have ended are not shown. */
    public void show(UnitSnapshot unit) {
        List<BedCard> made = new ArrayList<>();
        for (StaySnapshot stay : unit.stays()) {
            if (!stay.discharged()) {
                made.add(BedCards.of(stay, unit.at()));
            }
        }
        all = made;
        pages.set(Math.max(1, (made.size() + PAGE - 1) / PAGE));
        page = Math.min(page, pages.get() - 1);
        arrange(false);
    }

    /**
     * Sorts once: into a new order when tiles may move, else into the one that stands, with what
     * has no place in it at the end.
     */
    // [impl->req~ui.flood~1]
    private void arrange(boolean now) {
        sorted++;
        List<BedCard> inOrder = new ArrayList<>(all);
        boolean mayMove =
                now
                        // By bed a tile moves only when its patient has: then it must.
                        || order.get() == BoardOrder.BY_BED
                        || sequence.size() != inOrder.size()
                        || !sequencedAt.plus(STILL_FOR).isAfter(clock.instant());
        if (mayMove) {
            inOrder.sort(order.get().comparator());
            List<StayId> wanted = new ArrayList<>();
            for (BedCard card : inOrder) {
                if (card.stay() != null) {
                    wanted.add(card.stay());
                }
            }
            if (!wanted.equals(sequence)) {
                sequence = wanted;
                sequencedAt = clock.instant();
            }
        } else {
            inOrder.sort(standing().thenComparing(order.get().comparator()));
        }
        List<BedCard> shown =
                inOrder.subList(
                        Math.min(page * PAGE, inOrder.size()),
                        Math.min((page + 1) * PAGE, inOrder.size()));
        update(shown);
    }

    private Comparator<BedCard> standing() {
        Map<StayId, Integer> places = new HashMap<>();
        for (StayId stay : sequence) {
            places.put(stay, places.size());
        }
        return Comparator.comparingInt(
                card -> {
                    StayId stay = card.stay();
                    return stay == null
                            ? Integer.MAX_VALUE
                            : places.getOrDefault(stay, Integer.MAX_VALUE);
                });
    }

    /** How often the cards were put in order; for tests, which count it. */
    public long timesSorted() {
        return sorted;
    }

    private void update(List<BedCard> shown) {
        if (cards.size() != shown.size()) {
            cards.setAll(shown);
            return;
        }
        for (int i = 0; i < shown.size(); i++) {
            if (!cards.get(i).equals(shown.get(i))) {
                cards.set(i, shown.get(i));
            }
        }
    }
}
