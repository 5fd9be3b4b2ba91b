package org.cytovigil.feed.hl7;

import ca.uhn.hl7v2.parser.EncodingCharacters;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The separators that a message declares for itself; those that a short MSH-2 leaves out are the
 * usual ones.
 *
 * @param field between fields
 * @param others MSH-2 as sent
 * @param encoding the same for the parser
 */
record Separators(char field, String others, EncodingCharacters encoding) {
    private static final String USUAL = "^~\\&";

    /** Reads them from the start of an MSH segment; empty when no message can be told with them. */
    static Optional<Separators> of(String header) {
        if (!header.startsWith("MSH") || header.length() < 5) {
            return Optional.empty();
        }
        char field = header.charAt(3);
        int end = header.indexOf(field, 4);
        String sent = header.substring(4, end < 0 ? header.length() : end);
        if (sent.length() > 5) {
            return Optional.empty();
        }
        String all = sent.length() < 4 ? sent + USUAL.substring(sent.length()) : sent;
        Set<Character> distinct = new HashSet<>();
        distinct.add(field);
        all.chars().forEach(one -> distinct.add((char) one));
        boolean usable =
                distinct.size() == all.length() + 1
                        && distinct.stream()
                                .noneMatch(one -> Character.isLetterOrDigit(one) || one <= ' ');
        return usable
                ? Optional.of(new Separators(field, sent, new EncodingCharacters(field, all)))
                : Optional.empty();
    }
}
