package org.cytovigil.feed.hl7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A message as text.
 *
 * @param text without a byte-order mark and without line ends before the first segment
 * @param charset the encoding that it came in, and that its answer is sent in
 * @param named whether that is the encoding that the message names; one that names an encoding
 *     unknown here is read as if it named none
 */
record Hl7Text(String text, Charset charset, boolean named) {
    /** HL7 table 0211, and names in use beside it. */
    private static final Map<String, Charset> CHARSETS =
            Map.ofEntries(
                    Map.entry("UNICODE UTF-8", StandardCharsets.UTF_8),
                    Map.entry("UTF-8", StandardCharsets.UTF_8),
                    Map.entry("UTF8", StandardCharsets.UTF_8),
                    Map.entry("8859/1", StandardCharsets.ISO_8859_1),
                    Map.entry("ISO-8859-1", StandardCharsets.ISO_8859_1));

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Decodes a message by its MSH-18. */
    static Hl7Text of(byte[] bytes) {
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return new Hl7Text(clean(new String(bytes, wide.get())), wide.get(), true);
        }
        String first = clean(new String(bytes, StandardCharsets.ISO_8859_1));
        // Every encoding named here has the letters of the header where ASCII has them.
        String named =
                Header.of(Hl7Parser.firstLine(first))
                        .map(header -> firstOf(header))
                        .orElse("")
                        .toUpperCase(Locale.ROOT);
        boolean marked = startsWith(bytes, MARK);
        Optional<Charset> charset =
                marked ? Optional.of(StandardCharsets.UTF_8) : charset(named, bytes);
        Charset used = charset.orElseGet(() -> detected(bytes));
        return new Hl7Text(clean(new String(bytes, used)), used, charset.isPresent());
    }

    private static String firstOf(Header header) {
        String field = header.field(18);
        int end = field.indexOf(header.separators().encoding().getRepetitionSeparator());
        return end < 0 ? field : field.substring(0, end);
    }

    private static Optional<Charset> charset(String name, byte[] bytes) {
        if (name.isEmpty() || name.equals("ASCII") || name.equals("US-ASCII")) {
            return Optional.of(detected(bytes));
        }
        if (name.matches("8859/\\d{1,2}") && Charset.isSupported("ISO-" + name.replace('/', '-'))) {
            return Optional.of(Charset.forName("ISO-" + name.replace('/', '-')));
        }
        return Optional.ofNullable(CHARSETS.get(name));
    }

    /** UTF-8 when every byte fits it, which text in another encoding hardly ever does. */
    private static Charset detected(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    /** UTF-16 shows by its mark, or by the zero beside the first letter. */
    private static Optional<Charset> wide(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        if ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                || (bytes[0] == 0 && bytes[1] == 'M')) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == 'M' && bytes[1] == 0)
                ? Optional.of(StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || bytes[i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String text) {
        // In ISO 8859-1, where the encoding is not yet known, the mark is three letters.
        String bare = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
        return (bare.startsWith("\uFEFF") ? bare.substring(1) : bare).stripLeading();
    }
}
