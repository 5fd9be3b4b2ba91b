package org.cytovigil.ui.alarms;

import java.util.List;
import org.cytovigil.monitor.UnitSnapshot;

/**
 * How many alarms there are, in words.
 *
 * @param figures each with its name
 * @param byKind how many were raised of each kind, the most first
 * @param chattering those that keep coming
 * @param stale those that have stood for more than a day
 */
public record LoadText(
        List<Figure> figures, List<Figure> byKind, List<String> chattering, List<String> stale) {
    /** Seconds of model time after which it is made anew. */
    static final long EVERY = 10;

    static final LoadText NONE = new LoadText(List.of(), List.of(), List.of(), List.of());

    /** A figure with its name. */
    public record Figure(String name, String value) {}

    static LoadText of(UnitSnapshot unit) {
        return NONE;
    }
}
