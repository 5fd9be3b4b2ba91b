package org.cytovigil.ui.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Remedy;
import org.cytovigil.ui.theme.Texts;

/**
 * The raw text of a refused item, a segment on each line, with those at fault marked.
 *
 * @param lines as shown; a very long one is cut, and says so
 * @param whole the text as it came, for copying
 */
public record RawText(List<Line> lines, String whole) {
    /** Nothing is chosen. */
    static final RawText NONE = new RawText(List.of(), "");

    /** Laying out more would stop the screen. */
    private static final int LONGEST = 4_000;

    private static final int MOST_LINES = 2_000;

    /**
     * A line of it.
     *
     * @param number counted from 1
     * @param atFault whether it is the one that was refused, or one of them
     */
    public record Line(int number, String text, boolean atFault) {}

    /** The lines, each on one of its own. */
    String shown() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** Where in {@link #shown} a line begins. */
    int begins(Line line) {
        return lines.subList(0, line.number() - 1).stream()
                .mapToInt(before -> before.text().length() + 1)
                .sum();
    }

    /** The text of an item. */
    static RawText of(Quarantine.Item item, Remedy remedy) {
        String[] texts = item.raw().split("\r\n|\r|\n", -1);
        int count = texts.length;
        while (count > 1 && texts[count - 1].isEmpty()) {
            count--;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST_LINES); i++) {
            String text = texts[i];
            String shown =
                    text.length() <= LONGEST
                            ? text
                            : Texts.of(
                                    "feeds.raw.cut",
                                    text.substring(0, LONGEST),
                                    text.length() - LONGEST);
            lines.add(new Line(i + 1, shown, isAtFault(texts, count, i, item, remedy)));
        }
        if (count > MOST_LINES) {
            lines.add(
                    new Line(
                            MOST_LINES + 1, Texts.of("feeds.raw.more", count - MOST_LINES), false));
        }
        return new RawText(List.copyOf(lines), item.raw());
    }

    /**
     * What is kept of a message is its header, whose it is, and the results that were refused; of
     * one refused for whose it is, the patient is at fault, and of one refused as a whole, nothing
     * is singled out.
     */
    private static boolean isAtFault(
            String[] texts, int count, int at, Quarantine.Item item, Remedy remedy) {
        if (!texts[0].startsWith("MSH")) {
            return false;
        }
        if (remedy == Remedy.ADMIT || remedy == Remedy.CHECK_IDENTITY) {
            return texts[at].startsWith("PID") || texts[at].startsWith("PV1");
        }
        if (item.line() == 1) {
            return false;
        }
        boolean hasResults = false;
        for (int i = 0; i < count; i++) {
            hasResults |= texts[i].startsWith("OBX");
        }
        return hasResults ? texts[at].startsWith("OBX") : at == count - 1;
    }
}
