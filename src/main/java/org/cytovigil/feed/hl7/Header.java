package org.cytovigil.feed.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The MSH segment, read by hand: an answer needs its fields as they came, however broken the rest
 * of the message is.
 *
 * @param separators those of the message
 * @param raw the segment
 * @param fields its parts; MSH-n is number n - 1
 */
record Header(Separators separators, String raw, List<String> fields) {
    /** The message types that are read. */
    private static final Pattern VERSION =
            Pattern.compile("2\\.(3|3\\.1|4|5|5\\.1|6|7|7\\.1|8|8\\.1|8\\.2)");

    /** Reads a header; empty when the text does not start with a usable one. */
    static Optional<Header> of(String line) {
        return Separators.of(line)
                .map(separators -> new Header(separators, line, parts(line, separators.field())));
    }

    /** A field as it came; empty when it is not there. */
    String field(int number) {
        return number - 1 < fields.size() ? fields.get(number - 1).strip() : "";
    }

    /** The first component of a field, or a later one. */
    String component(int number, int component) {
        List<String> parts = parts(field(number), separators.encoding().getComponentSeparator());
        return component <= parts.size() ? parts.get(component - 1).strip() : "";
    }

    /** What stands between separators, empty parts too. */
    private static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, from)) {
            parts.add(text.substring(from, end));
            from = end + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    String controlId() {
        return field(10);
    }

    /** Type and event, as in {@code ORU^R01} whatever the separators. */
    String type() {
        return component(9, 1) + "^" + component(9, 2);
    }

    String version() {
        return component(12, 1);
    }

    boolean versionIsRead() {
        return VERSION.matcher(version()).matches();
    }

    /** The sending application and facility; empty when neither was named. */
    String sender() {
        String application = component(3, 1);
        String facility = component(4, 1);
        return facility.isEmpty() ? application : application + "/" + facility;
    }
}
