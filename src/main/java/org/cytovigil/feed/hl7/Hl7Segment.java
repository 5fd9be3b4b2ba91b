package org.cytovigil.feed.hl7;

import java.util.ArrayList;
import java.util.List;

/**
 * One segment of a message. A field or component that is not there is empty text.
 *
 * @param name its name, such as OBX
 * @param line its number in the message, counted from 1
 * @param raw as it came
 * @param fields its fields
 */
record Hl7Segment(String name, int line, String raw, Fields fields) {
    /** More repetitions are no identifiers of a patient. */
    private static final int MOST = 50;

    /** The first component of a field. */
    String get(int field) {
        return get(field, 1);
    }

    /** A component of the first repetition of a field. */
    String get(int field, int component) {
        return get(field, 0, component);
    }

    String get(int field, int repetition, int component) {
        return fields.get(field, repetition, component).strip();
    }

    /** How often a field stands there. */
    int repetitions(int field) {
        return Math.min(MOST, fields.repetitions(field));
    }

    /** The first components of all repetitions of a field that have one. */
    List<String> all(int field) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < repetitions(field); i++) {
            String text = get(field, i, 1);
            if (!text.isEmpty() && !text.equals("\"\"")) {
                found.add(text);
            }
        }
        return found;
    }
}
