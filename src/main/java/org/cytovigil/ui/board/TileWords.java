package org.cytovigil.ui.board;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cytovigil.ui.theme.Texts;

/** A tile in words, for those who hear it: what is worst first, as the eye would find it. */
// [impl->req~ui.screen-reader~1]
final class TileWords {
    private TileWords() {}

    /**
     * @param grade the grade in words
     */
    static String of(BedCard card, String grade) {
        if (card.stay() == null) {
            return Texts.of("board.accessible.empty", card.bed());
        }
        String due = card.due() == null ? "" : card.due().text();
        return Stream.of(
                        List.of(
                                Texts.of(
                                        "board.accessible",
                                        card.bed(),
                                        card.name(),
                                        card.scale(),
                                        grade),
                                card.since(),
                                alarm(card),
                                card.warning(),
                                value(card.temperature()),
                                value(card.pressure()),
                                value(card.oxygen()),
                                value(card.vasopressors()),
                                due,
                                card.nurse().isEmpty() ? "" : Texts.of("board.nurse", card.nurse()),
                                card.time()))
                .flatMap(List::stream)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String alarm(BedCard card) {
        BedCard.AlarmLine line = card.alarm();
        return line == null
                ? ""
                : Texts.of("board.accessible.alarm." + line.priority().name(), line.text());
    }

    private static String value(BedCard.Value value) {
        if (value.equals(BedCard.Value.NONE) || value.equals(BedCard.Value.UNKNOWN)) {
            return "";
        }
        String said = (value.text() + " " + value.unit()).strip();
        String aged = value.age().isEmpty() ? said : said + " " + value.age();
        return value.stale() ? Texts.of("accessible.stale", aged) : aged;
    }
}
