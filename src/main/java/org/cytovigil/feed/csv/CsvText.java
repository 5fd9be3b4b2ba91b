package org.cytovigil.feed.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file, by the encoding that it shows: a byte-order mark, else UTF-8 if all of it is,
 * else Windows-1252, in which spreadsheets of western Europe and the Americas write.
 *
 * @param text without the byte-order mark
 * @param encoding its name, for the report
 */
record CsvText(String text, String encoding) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static CsvText of(String name, byte[] content) throws CsvFileException {
        if (content.length == 0) {
            throw new CsvFileException(name + ": the file is empty");
        }
        CsvText read = decode(name, content);
        String text = read.text().startsWith("\uFEFF") ? read.text().substring(1) : read.text();
        int control = text.indexOf('\0');
        if (control >= 0) {
            throw new CsvFileException(
                    "%s:%d: is no text: a zero byte"
                            .formatted(name, text.substring(0, control).lines().count() + 1));
        }
        if (text.isBlank()) {
            throw new CsvFileException(name + ": the file is empty");
        }
        return new CsvText(text, read.encoding());
    }

    private static CsvText decode(String name, byte[] content) throws CsvFileException {
        if (starts(content, 0xFE, 0xFF) || starts(content, 0xFF, 0xFE)) {
            return decode(content, StandardCharsets.UTF_16, "UTF-16")
                    .orElseThrow(() -> new CsvFileException(name + ": is no UTF-16 text"));
        }
        Optional<CsvText> utf8 = decode(content, StandardCharsets.UTF_8, "UTF-8");
        if (utf8.isPresent()) {
            return utf8.get();
        }
        if (starts(content, 0xEF, 0xBB, 0xBF)) {
            throw new CsvFileException(name + ": is marked as UTF-8 and is not");
        }
        return decode(content, WINDOWS_1252, "Windows-1252")
                .orElseThrow(
                        () -> new CsvFileException(name + ": is neither UTF-8 nor Windows-1252"));
    }

    private static Optional<CsvText> decode(byte[] content, Charset charset, String encoding) {
        try {
            return Optional.of(
                    new CsvText(
                            charset.newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                                    .decode(ByteBuffer.wrap(content))
                                    .toString(),
                            encoding));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
