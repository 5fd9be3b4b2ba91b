package org.cytovigil.feed.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    /** Kinds of numbers (HL7 table 0203) that are no record numbers of a hospital. */
    private static final Set<String> OTHER_NUMBERS =
            Set.of(
                    "SS", "NH", "NI", "NHS", "DL", "PPN", "HC", "MC", "MA", "AN", "VN", "BC", "CZ",
                    "TAX", "EI");

    /**
     * The patient's record numbers in a field of identifiers: those marked so, if any is; else
     * those that are not marked as something else.
     */
    List<String> recordNumbers(int field) {
        List<String> marked = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < repetitions(field); i++) {
            String number = get(field, i, 1);
            String kind = get(field, i, 5);
            if (number.isEmpty() || number.equals("\"\"")) {
                continue;
            }
            if (kind.equals("MR")) {
                marked.add(number);
            } else if (!OTHER_NUMBERS.contains(kind)) {
                others.add(number);
            }
        }
        return marked.isEmpty() ? others : marked;
    }
}
