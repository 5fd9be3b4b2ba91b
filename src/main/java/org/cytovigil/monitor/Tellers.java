package org.cytovigil.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who or what says what was so, each name once, known by a number: a series of values keeps two
 * bytes for it. One thread writes.
 */
final class Tellers {
    /** More devices and people than ever chart one stay; those beyond stay unnamed. */
    private static final int MOST = Short.MAX_VALUE;

    private final Map<String, Short> numbers = new HashMap<>();
    private List<String> names = List.of("");

    Tellers() {
        numbers.put("", (short) 0);
    }

    /** The number of a name; 0 for the empty one. */
    short number(String name) {
        Short known = numbers.get(name);
        if (known != null) {
            return known;
        }
        if (names.size() > MOST) {
            return 0;
        }
        short number = (short) names.size();
        List<String> more = new ArrayList<>(names);
        more.add(name);
        names = List.copyOf(more);
        numbers.put(name, number);
        return number;
    }

    /** The names by number; what was handed out never changes. */
    List<String> names() {
        return names;
    }
}
