package org.cytovigil.feed.hl7;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes answers to messages. */
final class Acknowledgement {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSZ").withZone(ZoneOffset.UTC);

    /** A line feed that a sender has in its own name would end the segment for others. */
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    /** The length of MSA-3. */
    private static final int TEXT = 80;

    /** What is said of a message, with the code of HL7 table 0008. */
    enum Verdict {
        /** It was kept: as entries, in the quarantine, or both. */
        AA,
        /** It could not be kept, and may be sent again. */
        AE,
        /** It will never be read, and need not be sent again. */
        AR
    }

    /** Kinds of errors, with code and text of HL7 table 0357. */
    enum Fault {
        NONE("0", "Message accepted"),
        SEGMENT("100", "Segment sequence error"),
        REQUIRED_FIELD("101", "Required field missing"),
        TABLE_VALUE("103", "Table value not found"),
        MESSAGE_TYPE("200", "Unsupported message type"),
        VERSION("203", "Unsupported version id"),
        UNKNOWN_KEY("204", "Unknown key identifier"),
        INTERNAL("207", "Application internal error");

        private final String code;
        private final String text;

        Fault(String code, String text) {
            this.code = code;
            this.text = text;
        }
    }

    private Acknowledgement() {}

    /**
     * The answer to a message.
     *
     * @param header of the message, or {@code null} when it had none that can be read
     * @param reason in words without anything that names a patient; empty when there is nothing to
     *     say
     * @param at now
     * @param id the answer's own control id
     */
    static String of(
            @Nullable Header header,
            Verdict verdict,
            Fault fault,
            String reason,
            Instant at,
            String id) {
        Separators separators =
                header == null ? Separators.of("MSH|^~\\&|").orElseThrow() : header.separators();
        String field = String.valueOf(separators.field());
        String text = plain(reason, separators);
        String brief = text.length() <= TEXT ? text : text.substring(0, TEXT);
        String control = header == null ? "" : header.controlId();
        StringBuilder answer = new StringBuilder(mshOf(header, separators, at, id));
        answer.append('\r')
                .append(String.join(field, List.of("MSA", verdict.name(), control, brief)))
                .append('\r');
        if (!reason.isEmpty() && fault != Fault.NONE) {
            char component = separators.encoding().getComponentSeparator();
            String coded = fault.code + component + fault.text + component + "HL70357";
            String severity = verdict == Verdict.AA ? "W" : "E";
            answer.append(
                            String.join(
                                    field,
                                    List.of("ERR", "", "", coded, severity, "", "", "", text)))
                    .append('\r');
        }
        return answer.toString();
    }

    private static String mshOf(
            @Nullable Header header, Separators separators, Instant at, String id) {
        char component = separators.encoding().getComponentSeparator();
        String event = header == null ? "" : header.component(9, 2);
        String type = event.isEmpty() ? "ACK" : "ACK" + component + event + component + "ACK";
        List<String> fields =
                header == null
                        ? List.of(
                                "MSH",
                                "^~\\&",
                                "CYTOVIGIL",
                                "",
                                "",
                                "",
                                TIME.format(at),
                                "",
                                type,
                                id,
                                "P",
                                "2.6")
                        : List.of(
                                "MSH",
                                header.field(2),
                                header.field(5).isEmpty() ? "CYTOVIGIL" : header.field(5),
                                header.field(6),
                                header.field(3),
                                header.field(4),
                                TIME.format(at),
                                "",
                                type,
                                id,
                                header.field(11).isEmpty() ? "P" : header.field(11),
                                header.field(12),
                                "",
                                "",
                                "",
                                "",
                                "",
                                header.field(18));
        return CONTROLS.matcher(String.join(String.valueOf(separators.field()), fields))
                .replaceAll(" ");
    }

    /** Text that cannot be taken for separators or line ends. */
    private static String plain(String reason, Separators separators) {
        StringBuilder plain = new StringBuilder();
        String reserved = separators.field() + "^~\\&#" + separators.others();
        reason.chars()
                .limit(250)
                .forEach(
                        one ->
                                plain.append(
                                        one < ' ' || one > '~' || reserved.indexOf(one) >= 0
                                                ? '_'
                                                : (char) one));
        return plain.toString();
    }
}
