package org.cytovigil.ui.board;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ui.theme.Texts;

/** What the pages of the board that are not in sight hold, in words. */
// [impl->req~ui.other-pages~1]
final class OtherPages {
    private OtherPages() {}

    /**
     * "page 1 of 2 · page 2: beds 33 to 64, unanswered 1 !!!"; empty for one page.
     *
     * @param page the one in sight, counted from 0
     * @param beside the one that a second window shows; -1 for none
     */
    static String words(List<BedCard> ordered, int page, int pages, int beside) {
        if (pages < 2) {
            return "";
        }
        StringJoiner words = new StringJoiner(" · ");
        words.add(Texts.of("board.page", page + 1, pages));
        for (int other = 0; other < pages; other++) {
            if (other != page) {
                int from = Math.min(other * BoardPage.SIZE, ordered.size());
                int to = Math.min(from + BoardPage.SIZE, ordered.size());
                String held = words(ordered.subList(from, to), other + 1);
                words.add(other == beside ? Texts.of("board.page.beside", held) : held);
            }
        }
        return words.toString();
    }

    private static String words(List<BedCard> cards, int number) {
        List<String> beds = cards.stream().map(BedCard::bed).sorted(BedLabels.IN_ORDER).toList();
        String which =
                beds.isEmpty()
                        ? Texts.of("board.page.none", number)
                        : Texts.of(
                                "board.page.beds",
                                number,
                                beds.getFirst(),
                                beds.getLast(),
                                beds.size());
        List<AlarmPriority> waiting =
                cards.stream()
                        .map(card -> Optional.ofNullable(card.alarm()))
                        .flatMap(Optional::stream)
                        .filter(alarm -> !alarm.answered())
                        .map(BedCard.AlarmLine::priority)
                        .sorted(Comparator.comparingInt(priority -> -priority.mark().length()))
                        .toList();
        return waiting.isEmpty()
                ? which
                : Texts.of("board.page.waiting", which, waiting.size(), waiting.getFirst().mark());
    }
}
