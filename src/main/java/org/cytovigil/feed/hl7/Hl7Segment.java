package org.cytovigil.feed.hl7;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.util.Terser;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One segment of a message. A field or component that is not there is empty text.
 *
 * @param name its name, such as OBX
 * @param line its number in the message, counted from 1
 * @param raw as it came
 * @param parsed its fields
 */
record Hl7Segment(String name, int line, String raw, Segment parsed) {
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
        try {
            return Objects.requireNonNullElse(
                            Terser.get(parsed, field, repetition, component, 1), "")
                    .strip();
        } catch (HL7Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often a field stands there. */
    int repetitions(int field) {
        try {
            return Math.min(MOST, parsed.getField(field).length);
        } catch (HL7Exception e) {
            throw new IllegalStateException(e);
        }
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
