package org.cytovigil.ui.board;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the board shows: a card a bed, in the chosen order, at most a page of them; and another page
 * of the same for a second window. FX thread.
 */
// [impl->req~ui.board~1]
public final class BoardViewModel {
    private final Arrangement arrangement;
    private final BoardPage page = new BoardPage();
    private final ObjectProperty<BoardOrder> order = new SimpleObjectProperty<>(BoardOrder.BY_BED);
    private final ObjectProperty<BoardFilter> filter = new SimpleObjectProperty<>(BoardFilter.ALL);
    private final BooleanProperty table = new SimpleBooleanProperty(false);
    private final ObjectProperty<@Nullable String> nurse = new SimpleObjectProperty<>(null);
    private final ReadOnlyObjectWrapper<List<String>> nurses =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper filtering = new ReadOnlyStringWrapper("");
    private UnitSnapshot unit = UnitSnapshot.empty(Instant.EPOCH);
    private List<BedCard> all = List.of();
    private Set<StayId> hidden = Set.of();
    private @Nullable BoardPage beside;

    /**
     * @param clock real time, for how often tiles may move
     */
    public BoardViewModel(InstantSource clock) {
        this.arrangement = new Arrangement(clock);
        order.addListener((property, before, now) -> arrange(true));
        filter.addListener((property, before, now) -> show(unit));
        nurse.addListener((property, before, now) -> show(unit));
        sayFilter(0, 0);
    }

    /** The present page. */
    public BoardPage page() {
        return page;
    }

    /** The cards of the present page; a card is replaced only when it looks different. */
    public ObservableList<BedCard> cards() {
        return page.cards();
    }

    /** The order of the tiles, in every window. */
    public ObjectProperty<BoardOrder> orderProperty() {
        return order;
    }

    /** Whether the cards are shown as a table and not as tiles. */
    public BooleanProperty tableProperty() {
        return table;
    }

    /** How many pages there are; at least one. */
    public ReadOnlyIntegerProperty pagesProperty() {
        return page.pagesProperty();
    }

    /**
     * Which page this is, which beds stand on the others, and how many of them have an alarm that
     * waits for an answer; empty when there is one page only.
     */
    public ReadOnlyStringProperty otherPagesProperty() {
        return page.otherPagesProperty();
    }

    /**
     * Turns to the next page, after the last to the first. The page of a second window then changes
     * too, so that both windows never show the same while there is another.
     */
    public void nextPage() {
        arrange(true, (page.number() + 1) % page.pagesProperty().get());
    }

    /**
     * Begins a second window: this one shows the first page, that one the second, or the first as
     * well when there is no other. The second shows every bed, whatever filter is set here.
     */
    // [impl->req~ui.second-screen~1]
    public BoardPage openBeside() {
        BoardPage second = new BoardPage();
        second.start(1);
        beside = second;
        arrange(false, 0);
        return second;
    }

    /** The second window was closed. */
    public void closeBeside() {
        beside = null;
        arrange(false);
    }

    /** Takes a new snapshot; stays that have ended, or that the filter hides, are not shown. */
    // [impl->req~ui.board-filter~1]
    public void show(UnitSnapshot latest) {
        unit = latest;
        List<BedCard> made = new ArrayList<>();
        Set<StayId> without = new HashSet<>();
        for (StaySnapshot stay : latest.stays()) {
            if (!stay.discharged()) {
                made.add(BedCards.of(stay, latest.at()));
                if (!filter.get().shows(stay) || !isOfNurse(stay)) {
                    without.add(stay.stay().id());
                }
            }
        }
        sayFilter(made.size() - without.size(), made.size());
        FreeBeds.of(latest).forEach(bed -> made.add(BedCard.empty(bed)));
        all = made;
        hidden = without;
        nurses.set(nurses(latest));
        arrange(false);
    }

    private boolean showsAll() {
        return filter.get() == BoardFilter.ALL && nurse.get() == null;
    }

    private void sayFilter(int shown, int here) {
        String words = filter.get().words();
        filtering.set(
                showsAll()
                        ? Texts.of("board.filter.all", words)
                        : Texts.of("board.filter.some", words, shown, here));
        page.sayNothing(Texts.of(here == 0 ? "board.nothing" : "board.nothing.filtered"));
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
        return page.nothingProperty();
    }

    private void arrange(boolean now) {
        arrange(now, page.number());
    }

    private void arrange(boolean now, int number) {
        List<BedCard> everyone = arrangement.arranged(all, order.get(), now);
        List<BedCard> shown =
                showsAll() ? everyone : everyone.stream().filter(this::passes).toList();
        BoardPage second = beside;
        int other = -1;
        if (second != null) {
            other = numberBeside(second, everyone.size(), number);
            second.show(everyone, order.get(), other, -1);
        }
        page.show(shown, order.get(), number, showsAll() ? other : -1);
    }

    /**
     * The page after the one that is shown here; under a filter, which has pages of its own, the
     * second window stays where it is.
     */
    private int numberBeside(BoardPage second, int beds, int number) {
        int pages = BoardPage.pages(beds);
        return showsAll()
                ? (Math.min(number, pages - 1) + 1) % pages
                : Math.min(second.number(), pages - 1);
    }

    private boolean passes(BedCard card) {
        StayId stay = card.stay();
        return stay != null && !hidden.contains(stay);
    }

    /**
     * Why the tile at that place of the page stands before the next one; empty in the order by bed.
     */
    public String reason(int index) {
        return page.reason(index);
    }

    /** How often the cards were put in order; for tests, which count it. */
    public long timesSorted() {
        return arrangement.timesSorted();
    }
}
