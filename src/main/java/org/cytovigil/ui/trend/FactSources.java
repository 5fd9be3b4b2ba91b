package org.cytovigil.ui.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.monitor.StandingFacts.Fact;
import org.cytovigil.ui.theme.Texts;

/**
 * Who says what is charted: the device, the person or the sender of each fact. It keeps sixteen
 * bytes a fact. Immutable.
 */
public final class FactSources {
    /** Nothing is known of any fact. */
    public static final FactSources NONE = of(List.of());

    /** The store could not be read; that is said instead of each source. */
    static final FactSources UNREAD =
            new FactSources(
                    new long[0],
                    new int[0],
                    new int[0],
                    Map.of(),
                    List.of(),
                    Texts.of("trend.source.unread"));

    private final long[] times;
    private final int[] kinds;
    private final int[] authors;
    private final Map<String, Integer> kindNumbers;
    private final List<String> names;
    private final String unknown;

    private FactSources(
            long[] times,
            int[] kinds,
            int[] authors,
            Map<String, Integer> kindNumbers,
            List<String> names,
            String unknown) {
        this.times = times;
        this.kinds = kinds;
        this.authors = authors;
        this.kindNumbers = kindNumbers;
        this.names = names;
        this.unknown = unknown;
    }

    /**
     * Those of facts.
     *
     * @param facts in the order of time
     */
    public static FactSources of(List<Fact> facts) {
        long[] times = new long[facts.size()];
        int[] kinds = new int[facts.size()];
        int[] authors = new int[facts.size()];
        Map<String, Integer> kindNumbers = new LinkedHashMap<>();
        Map<String, Integer> authorNumbers = new LinkedHashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            times[i] = fact.at().toEpochMilli();
            kinds[i] = number(kindNumbers, FactNames.of(fact.observation()));
            authors[i] = number(authorNumbers, fact.author());
        }
        return new FactSources(
                times, kinds, authors, kindNumbers, new ArrayList<>(authorNumbers.keySet()), "");
    }

    private static int number(Map<String, Integer> numbers, String word) {
        return numbers.computeIfAbsent(word, each -> numbers.size());
    }

    /**
     * Who says a fact.
     *
     * @param time when it was so, in milliseconds since 1970 UTC
     * @param kind as {@link FactNames} words it
     * @return empty when that is not known
     */
    public String of(long time, String kind) {
        Integer number = kindNumbers.get(kind);
        if (number == null) {
            return unknown;
        }
        int found = Arrays.binarySearch(times, time);
        if (found < 0) {
            return unknown;
        }
        int i = found;
        while (i > 0 && times[i - 1] == time) {
            i--;
        }
        for (; i < times.length && times[i] == time; i++) {
            if (kinds[i] == number) {
                return names.get(authors[i]);
            }
        }
        return unknown;
    }
}
