package org.cytovigil.feed.hl7;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a listener answered to a message.
 *
 * @param code MSA-1, such as AA
 * @param controlId MSA-2: the message it answers
 * @param text MSA-3; empty when there is none
 */
public record Answer(String code, String controlId, String text) {
    /** What is said of a message. */
    public enum Verdict {
        /** It was taken. */
        ACCEPTED,
        /** It was not taken, and may be sent again. */
        ERROR,
        /** It will never be taken. */
        REJECTED
    }

    /** What the code says, in original or enhanced mode (HL7 table 0008). */
    public Verdict verdict() {
        return switch (code) {
            case "AA", "CA" -> Verdict.ACCEPTED;
            case "AR", "CR" -> Verdict.REJECTED;
            default -> Verdict.ERROR;
        };
    }

    /** Reads an answer; empty when it is none. */
    static Optional<Answer> of(byte[] payload) {
        String[] lines = Hl7Parser.lines(new String(payload, StandardCharsets.UTF_8));
        Optional<Separators> separators = Separators.of(lines[0]);
        if (separators.isEmpty()) {
            return Optional.empty();
        }
        for (String line : lines) {
            if (line.startsWith("MSA")) {
                String[] fields =
                        line.split(Pattern.quote(String.valueOf(separators.get().field())), -1);
                return Optional.of(
                        new Answer(field(fields, 1), field(fields, 2), field(fields, 3)));
            }
        }
        return Optional.empty();
    }

    private static String field(String[] fields, int number) {
        return number < fields.length ? fields[number].strip() : "";
    }
}
