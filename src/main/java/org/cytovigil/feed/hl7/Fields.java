package org.cytovigil.feed.hl7;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.util.Terser;
import java.util.Arrays;
import java.util.Objects;

/** The fields of one segment. What is not there is empty text. */
sealed interface Fields {
    /**
     * The first part of a component.
     *
     * @param field counted from 1
     * @param repetition counted from 0; one that is not there is read only of repetition 0
     * @param component counted from 1
     */
    String get(int field, int repetition, int component);

    /** How often a field stands there. */
    int repetitions(int field);

    /**
     * Fields as HAPI reads them.
     *
     * @param segment parsed
     */
    record Parsed(Segment segment) implements Fields {
        @Override
        public String get(int field, int repetition, int component) {
            try {
                return Objects.requireNonNullElse(
                        Terser.get(segment, field, repetition, component, 1), "");
            } catch (HL7Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public int repetitions(int field) {
            try {
                return segment.getField(field).length;
            } catch (HL7Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Fields of a segment without escape sequences, found when they are asked for: of most results
     * only the code is. They are the same that HAPI finds.
     */
    final class Plain implements Fields {
        private final String raw;
        private final Separators separators;
        private int[] ends = new int[24];
        private int count;

        Plain(String raw, Separators separators) {
            this.raw = raw;
            this.separators = separators;
            int from = 0;
            do {
                from = end(raw, separators.field(), from, raw.length());
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * count);
                }
                ends[count++] = from++;
            } while (from <= raw.length());
        }

        /** Whether a segment can be read so. */
        static boolean canRead(String raw, Separators separators) {
            return raw.indexOf(separators.encoding().getEscapeCharacter()) < 0;
        }

        @Override
        public String get(int field, int repetition, int component) {
            if (field >= count) {
                return "";
            }
            int from = ends[field - 1] + 1;
            int to = ends[field];
            char repeats = separators.encoding().getRepetitionSeparator();
            for (int i = 0; i < repetition; i++) {
                from = Math.min(to, end(raw, repeats, from, to) + 1);
            }
            to = end(raw, repeats, from, to);
            char divides = separators.encoding().getComponentSeparator();
            for (int i = 1; i < component; i++) {
                int end = end(raw, divides, from, to);
                if (end == to) {
                    return "";
                }
                from = end + 1;
            }
            to = end(raw, divides, from, to);
            return raw.substring(
                    from, end(raw, separators.encoding().getSubcomponentSeparator(), from, to));
        }

        @Override
        public int repetitions(int field) {
            if (field >= count) {
                return 0;
            }
            char repeats = separators.encoding().getRepetitionSeparator();
            int to = ends[field];
            int found = 0;
            // A separator at the end begins nothing.
            for (int from = ends[field - 1] + 1;
                    from < to;
                    from = end(raw, repeats, from, to) + 1) {
                found++;
            }
            return found;
        }

        /** Where a part ends that begins there. */
        private static int end(String text, char separator, int from, int to) {
            int end = from;
            while (end < to && text.charAt(end) != separator) {
                end++;
            }
            return end;
        }
    }
}
