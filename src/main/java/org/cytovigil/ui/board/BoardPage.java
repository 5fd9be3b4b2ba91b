package org.cytovigil.ui.board;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cytovigil.ui.theme.Texts;

/**
 * What one window shows of the board: a page of its cards, and what the other pages hold. FX
 * thread.
 */
public final class BoardPage {
    /** More beds than this go to further pages. */
    public static final int SIZE = 32;

    private final ObservableList<BedCard> cards = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper pages = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyStringWrapper otherPages = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper nothing =
            new ReadOnlyStringWrapper(Texts.of("board.nothing"));
    private List<BedCard> ordered = List.of();
    private BoardOrder order = BoardOrder.BY_BED;
    private int number;

    BoardPage() {}

    /** The cards of this page; a card is replaced only when it looks different. */
    public ObservableList<BedCard> cards() {
        return cards;
    }

    /** How many pages there are; at least one. */
    public ReadOnlyIntegerProperty pagesProperty() {
        return pages.getReadOnlyProperty();
    }

    /** Which page this is, counted from 0. */
    public int number() {
        return number;
    }

    /**
     * Which page this is, which beds stand on the others, and how many of them have an alarm that
     * waits for an answer; empty when there is one page only.
     */
    public ReadOnlyStringProperty otherPagesProperty() {
        return otherPages.getReadOnlyProperty();
    }

    /** What stands on the board while it shows no bed. */
    public ReadOnlyStringProperty nothingProperty() {
        return nothing.getReadOnlyProperty();
    }

    void sayNothing(String words) {
        nothing.set(words);
    }

    /** Before anything is shown: which page it is to be when there is one of that number. */
    void start(int wanted) {
        number = wanted;
    }

    /** How many pages so many beds take; at least one. */
    static int pages(int beds) {
        return Math.max(1, (beds + SIZE - 1) / SIZE);
    }

    /**
     * Shows a page of these.
     *
     * @param wanted its number; the last one when there are fewer
     * @param beside the number of the page that another window shows; -1 for none
     */
    void show(List<BedCard> all, BoardOrder by, int wanted, int beside) {
        ordered = all;
        order = by;
        pages.set(pages(all.size()));
        number = Math.min(wanted, pages.get() - 1);
        otherPages.set(OtherPages.words(all, number, pages.get(), beside));
        int from = Math.min(number * SIZE, all.size());
        update(all.subList(from, Math.min(from + SIZE, all.size())));
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

    /**
     * Why the tile at that place of the page stands before the next one; empty in the order by bed.
     */
    // [impl->req~ui.worst-first~1]
    public String reason(int index) {
        int place = number * SIZE + index;
        if (order != BoardOrder.WORST_FIRST || place >= ordered.size()) {
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
}
