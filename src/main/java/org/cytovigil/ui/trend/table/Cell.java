package org.cytovigil.ui.trend.table;

import java.time.Instant;
import java.util.List;
import org.cytovigil.grading.Wording;
import org.cytovigil.ui.theme.Texts;

/**
 * What one column tells of one interval. Nothing is carried silently: how far it can be trusted
 * stands with it.
 *
 * @param lines what is told, the value first; empty when nothing is known or was done
 * @param detail when it was so, or further numbers; empty for nothing
 * @param state how far it stands for the interval
 */
record Cell(List<String> lines, String detail, State state) {
    /** Nothing was ever known. */
    static final Cell UNKNOWN = new Cell(List.of(), "", State.UNKNOWN);

    /** Nothing was done. */
    static final Cell NOTHING = new Cell(List.of(), "", State.NOTHING);

    Cell {
        lines = List.copyOf(lines);
    }

    /** How far a value stands for an interval. */
    enum State {
        /** It was so within the interval. */
        KNOWN,
        /** It is older than the interval and still stands at its end. */
        STANDING,
        /** It is older than the interval and too old to stand at its end. */
        STALE,
        /** Nothing is known. */
        UNKNOWN,
        /** There is nothing to be known, as when no drug was given. */
        NOTHING
    }

    static Cell known(String value, String detail) {
        return new Cell(List.of(value), detail, State.KNOWN);
    }

    /**
     * A value from before the interval.
     *
     * @param end of the interval, for which it stands or not
     */
    static Cell earlier(String value, Instant at, Instant end, boolean stands) {
        return new Cell(
                List.of(value),
                Texts.of("trend.table.ago", Wording.age(at, end)),
                stands ? State.STANDING : State.STALE);
    }

    /** All of it in one line, for files, the clipboard and screen readers. */
    String plain() {
        String said = String.join("; ", lines);
        return switch (state) {
            case KNOWN -> detail.isEmpty() ? said : Texts.of("trend.table.plain", said, detail);
            case STANDING -> Texts.of("trend.table.plain-standing", said, detail);
            case STALE -> Texts.of("trend.table.plain-stale", said, detail);
            case UNKNOWN -> Texts.of("trend.table.plain-unknown");
            case NOTHING -> "";
        };
    }
}
