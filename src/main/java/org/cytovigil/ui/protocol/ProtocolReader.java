package org.cytovigil.ui.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.clinical.ScaleId;
import org.jspecify.annotations.Nullable;

/** Reads the text of a protocol, and refuses one that could be misread. One use a text. */
// [impl->req~ui.protocol~1]
public final class ProtocolReader {
    /** More than this nobody reads at a bedside. */
    static final int LONGEST_FILE = 16_384;

    static final int LONGEST_LINE = 240;
    static final int MOST_ITEMS = 8;
    private static final Pattern GRADE = Pattern.compile("## Grade (\\d+)");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|\\p{Cf}");

    private final Map<Integer, List<String>> items = new TreeMap<>();
    private @Nullable String title;
    private @Nullable ScaleId scale;
    private @Nullable String source;
    private int grade;

    private ProtocolReader() {}

    /**
     * Reads a text in UTF-8.
     *
     * @throws ProtocolException naming the first line that is wrong, and why
     */
    public static Protocol read(byte[] bytes) throws ProtocolException {
        if (bytes.length > LONGEST_FILE) {
            throw new ProtocolException(1, "the text is longer than " + LONGEST_FILE + " bytes");
        }
        return new ProtocolReader().lines(decoded(bytes).split("\r?\n", -1));
    }

    private static String decoded(byte[] bytes) throws ProtocolException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            ProtocolException refused = new ProtocolException(1, "the text is not UTF-8");
            refused.initCause(e);
            throw refused;
        }
    }

    private Protocol lines(String[] lines) throws ProtocolException {
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty()) {
                line(i + 1, line);
            }
        }
        int end = lines.length;
        if (title == null) {
            throw new ProtocolException(end, "the title is missing: \"# ...\"");
        }
        if (scale == null) {
            throw new ProtocolException(end, "\"Scale:\" is missing");
        }
        if (source == null) {
            throw new ProtocolException(end, "\"Source:\" is missing");
        }
        for (int wanted : Protocol.GRADES) {
            if (items.getOrDefault(wanted, List.of()).isEmpty()) {
                throw new ProtocolException(end, "nothing is said for grade " + wanted);
            }
        }
        items.replaceAll((of, said) -> List.copyOf(said));
        return new Protocol(title, scale, source, Map.copyOf(items), "");
    }

    private void line(int number, String line) throws ProtocolException {
        if (line.length() > LONGEST_LINE) {
            throw new ProtocolException(number, "longer than " + LONGEST_LINE + " characters");
        }
        if (CONTROL.matcher(line).find()) {
            throw new ProtocolException(number, "it holds a character that cannot be seen");
        }
        Matcher heading = GRADE.matcher(line);
        if (heading.matches()) {
            grade(number, heading.group(1));
        } else if (line.startsWith("- ")) {
            item(number, line.substring(2).strip());
        } else if (line.startsWith("# ")) {
            once(number, title, "the title");
            title = line.substring(2).strip();
        } else if (line.startsWith("Scale:")) {
            once(number, scale, "\"Scale:\"");
            scale = scale(number, line.substring("Scale:".length()).strip());
        } else if (line.startsWith("Source:") && line.length() > "Source:".length()) {
            once(number, source, "\"Source:\"");
            source = line.substring("Source:".length()).strip();
        } else {
            throw new ProtocolException(
                    number,
                    "neither \"# title\", \"Scale: ...\", \"Source: ...\", \"## Grade n\" nor \"-"
                            + " ...\"");
        }
    }

    private static void once(int number, @Nullable Object known, String what)
            throws ProtocolException {
        if (known != null) {
            throw new ProtocolException(number, what + " stands there twice");
        }
    }

    private static ScaleId scale(int number, String id) throws ProtocolException {
        return ScaleId.parse(id)
                .filter(ScaleId::gradesCrs)
                .orElseThrow(
                        () -> new ProtocolException(number, "no scale is called \"" + id + "\""));
    }

    private void grade(int number, String digits) throws ProtocolException {
        int found = digits.length() == 1 ? digits.charAt(0) - '0' : 0;
        if (!Protocol.GRADES.contains(found)) {
            throw new ProtocolException(number, "grades are 1 to 4");
        }
        if (items.containsKey(found)) {
            throw new ProtocolException(number, "grade " + found + " stands there twice");
        }
        grade = found;
        items.put(found, new ArrayList<>());
    }

    private void item(int number, String words) throws ProtocolException {
        List<String> of = items.get(grade);
        if (of == null) {
            throw new ProtocolException(number, "it stands before the first \"## Grade n\"");
        }
        if (of.size() == MOST_ITEMS) {
            throw new ProtocolException(
                    number, "more than " + MOST_ITEMS + " lines for grade " + grade);
        }
        of.add(words);
    }
}
