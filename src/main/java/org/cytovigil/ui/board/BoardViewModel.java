package org.cytovigil.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

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
    private final ObjectProperty<BoardFilter> filter = new SimpleObjectProperty<>(BoardFilter.ALL);
    private final BooleanProperty table = new SimpleBooleanProperty(false);
    private final ObjectProperty<@Nullable String> nurse = new SimpleObjectProperty<>(null);
    private final ReadOnlyObjectWrapper<List<String>> nurses =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper filtering = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper nothing =
            new ReadOnlyStringWrapper(Texts.of("board.nothing"));
    private final ReadOnlyIntegerWrapper pages = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyStringWrapper otherPages = new ReadOnlyStringWrapper("");
    private UnitSnapshot unit = UnitSnapshot.empty(Instant.EPOCH);
    private List<BedCard> all = List.of();
    private List<BedCard> ordered = List.of();
    private List<String> sequence = List.of();
    private Instant sequencedAt = Instant.EPOCH;
    private int page;
    private long sorted;

    /**
     * @param clock real time, for how often tiles may move
     */
    public BoardViewModel(InstantSource clock) {
        this.clock = clock;
        order.addListener((property, before, now) -> arrange(true));
        filter.addListener((property, before, now) -> show(unit));
        nurse.addListener((property, before, now) -> show(unit));
        sayFilter(0, 0);
    }

    /** The cards of the present page; a card is replaced only when it looks different. */
    public ObservableList<BedCard> cards() {
        return cards;
    }

    /** The order of the tiles. */
    public ObjectProperty<BoardOrder> orderProperty() {
        return order;
    }

    /** Whether the cards are shown as a table and not as tiles. */
    public BooleanProperty tableProperty() {
        return table;
    }

    /** How many pages there are; at least one. */
    public ReadOnlyIntegerProperty pagesProperty() {
        return pages.getReadOnlyProperty();
    }

    /**
     * Which page this is, which beds stand on the others, and how many of them have an alarm that
     * waits for an answer; empty when there is one page only.
     */
    public ReadOnlyStringProperty otherPagesProperty() {
        return otherPages.getReadOnlyProperty();
    }

    /** Turns to the next page, after the last to the first. */
    public void nextPage() {
        page = (page + 1) % pages.get();
        arrange(true);
    }

    /** Takes a new snapshot; stays that have ended, or that the filter hides, are not shown. */
    // [impl->req~ui.board-filter~1]
    public void show(UnitSnapshot latest) {
        unit = latest;
        List<BedCard> made = new ArrayList<>();
        int here = 0;
        for (StaySnapshot stay : latest.stays()) {
            if (!stay.discharged()) {
                here++;
                if (filter.get().shows(stay) && isOfNurse(stay)) {
                    made.add(BedCards.of(stay, latest.at()));
                }
            }
        }
        sayFilter(made.size(), here);
        if (filter.get() == BoardFilter.ALL && nurse.get() == null) {
            FreeBeds.of(latest).forEach(bed -> made.add(BedCard.empty(bed)));
        }
        all = made;
        nurses.set(nurses(latest));
        pages.set(Math.max(1, (made.size() + PAGE - 1) / PAGE));
        page = Math.min(page, pages.get() - 1);
        arrange(false);
    }

    private void sayFilter(int shown, int here) {
        String words = filter.get().words();
        boolean all = filter.get() == BoardFilter.ALL && nurse.get() == null;
        filtering.set(
                all
                        ? Texts.of("board.filter.all", words)
                        : Texts.of("board.filter.some", words, shown, here));
        nothing.set(Texts.of(here == 0 ? "board.nothing" : "board.nothing.filtered"));
    }

    // [impl->req~ui.nurse-filter~1]
    private boolean isOfNurse(StaySnapshot stay) {
        String wanted = nurse.get();
        return wanted == null || wanted.equals(stay.nurse());
    }

    /** Who nurses somebody here, by name, and at the end the empty name while somebody has none. */
    private static List<String> nurses(UnitSnapshot latest) {
        List<String> names =
                latest.stays().stream()
                        .filter(stay -> !stay.discharged())
                        .map(StaySnapshot::nurse)
                        .distinct()
                        .sorted(
                                Comparator.comparing(String::isEmpty)
                                        .thenComparing(String.CASE_INSENSITIVE_ORDER)
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList();
        return names.equals(List.of("")) ? List.of() : names;
    }

    /**
     * The nurse whose beds are shown; empty for beds without one, {@code null} for the beds of all.
     */
    public ObjectProperty<@Nullable String> nurseProperty() {
        return nurse;
    }

    /**
     * Who nurses somebody here, by name, and the empty name while somebody has none; empty while
     * nobody is assigned.
     */
    public ReadOnlyObjectProperty<List<String>> nursesProperty() {
        return nurses.getReadOnlyProperty();
    }

    /** Goes on to the next nurse, after the last to all. */
    public void nextNurse() {
        String now = nurse.get();
        List<String> names = nurses.get();
        int next = now == null ? 0 : names.indexOf(now) + 1;
        boolean gone = now != null && next == 0;
        nurse.set((gone || next >= names.size()) ? null : names.get(next));
    }

    /** Goes on to the next filter, after the last to all beds. */
    public void nextFilter() {
        filter.set(filter.get().next());
    }

    /** Which beds are shown. */
    public ObjectProperty<BoardFilter> filterProperty() {
        return filter;
    }

    /** What the button of the filter says: which, and how many of how many beds it shows. */
    public ReadOnlyStringProperty filteringProperty() {
        return filtering.getReadOnlyProperty();
    }

    /** What stands on the board while it shows no bed. */
    public ReadOnlyStringProperty nothingProperty() {
        return nothing.getReadOnlyProperty();
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
            List<String> wanted = inOrder.stream().map(BoardViewModel::key).toList();
            if (!wanted.equals(sequence)) {
                sequence = wanted;
                sequencedAt = clock.instant();
            }
        } else {
            inOrder.sort(standing().thenComparing(order.get().comparator()));
        }
        ordered = inOrder;
        otherPages.set(OtherPages.words(inOrder, page, pages.get()));
        List<BedCard> shown =
                inOrder.subList(
                        Math.min(page * PAGE, inOrder.size()),
                        Math.min((page + 1) * PAGE, inOrder.size()));
        update(shown);
    }

    /** Who it is, or which empty bed. */
    private static String key(BedCard card) {
        StayId stay = card.stay();
        return stay == null ? "bed " + card.bed() : "stay " + stay.value();
    }

    private Comparator<BedCard> standing() {
        Map<String, Integer> places = new HashMap<>();
        for (String each : sequence) {
            places.put(each, places.size());
        }
        return Comparator.comparingInt(card -> places.getOrDefault(key(card), Integer.MAX_VALUE));
    }

    /**
     * Why the tile at that place of the page stands before the next one; empty in the order by bed.
     */
    // [impl->req~ui.worst-first~1]
    public String reason(int index) {
        int place = page * PAGE + index;
        if (order.get() != BoardOrder.WORST_FIRST || place >= ordered.size()) {
            return "";
        }
        BedCard card = ordered.get(place);
        if (card.stay() == null) {
            return "";
        }
        boolean last = place + 1 == ordered.size() || ordered.get(place + 1).stay() == null;
        BedCard next = last ? card : ordered.get(place + 1);
        return WorstFirst.reason(card, next, place + 1);
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
