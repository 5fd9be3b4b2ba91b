package org.cytovigil.feed.clif;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of one file, found by name whatever their order. */
final class Columns {
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> repeated = new ArrayList<>();

    Columns(List<String> header) {
        for (String name : header) {
            String plain = name.strip().toLowerCase(Locale.ROOT);
            if (positions.putIfAbsent(plain, names.size()) != null && !plain.isEmpty()) {
                repeated.add(plain);
            }
            names.add(plain);
        }
    }

    int count() {
        return names.size();
    }

    List<String> names() {
        return names;
    }

    /** Where the column stands, or -1 when there is none of that name. */
    int position(String name) {
        return positions.getOrDefault(name, -1);
    }

    /** Why the required columns cannot be read, one reason a column; empty when they can. */
    List<String> faults(Collection<String> required) {
        List<String> faults = new ArrayList<>();
        for (String name : required) {
            if (position(name) < 0) {
                faults.add("the column " + name + " is missing");
            } else if (repeated.contains(name)) {
                faults.add("the column " + name + " is there twice");
            }
        }
        return faults;
    }
}
