package org.cytovigil.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A face of one document, of which only the letters in use become part of the file. */
final class Typeface {
    /** Stands for a character that the face lacks. */
    static final int REPLACEMENT = 0xFFFD;

    private final TrueTypeFont face;
    private final CmapLookup glyphs;
    private final PDType0Font font;
    private final Map<Integer, Double> widths = new HashMap<>();

    private Typeface(PDDocument document, String resource) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        Typeface.class.getResourceAsStream(resource),
                        resource + " is missing from the program")) {
            face = new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
        glyphs = face.getUnicodeCmapLookup();
        font = PDType0Font.load(document, face, true);
    }

    static Typeface regular(PDDocument document) throws IOException {
        return new Typeface(document, "/assets/fonts/DejaVuSansCondensed.ttf");
    }

    static Typeface bold(PDDocument document) throws IOException {
        return new Typeface(document, "/assets/fonts/DejaVuSansCondensed-Bold.ttf");
    }

    PDType0Font font() {
        return font;
    }

    /** The text with nothing in it that cannot be drawn: what the face lacks becomes a sign. */
    // [impl->req~report.letters~1]
    String drawable(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder drawn = new StringBuilder(composed.length());
        composed.codePoints().forEach(letter -> drawn.appendCodePoint(drawable(letter)));
        return drawn.toString();
    }

    private int drawable(int letter) {
        if (letter == '\n') {
            return letter;
        }
        if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
            return letter == 0xA0 ? letter : ' ';
        }
        int type = Character.getType(letter);
        boolean invisible = type == Character.CONTROL || type == Character.FORMAT;
        return invisible || glyph(letter) == 0 ? REPLACEMENT : letter;
    }

    private int glyph(int letter) {
        return glyphs.getGlyphId(letter);
    }

    /** How wide a drawable text is, in points. */
    double width(String text, double size) {
        double sum = 0;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            sum += width(letter);
            i += Character.charCount(letter);
        }
        return sum * size;
    }

    private double width(int letter) {
        return widths.computeIfAbsent(letter, this::measured);
    }

    private double measured(int letter) {
        try {
            return face.getAdvanceWidth(glyph(letter)) / (double) face.getUnitsPerEm();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One line in the order in which it is drawn from left to right. */
    static String visual(String line) {
        char[] letters = line.toCharArray();
        if (!Bidi.requiresBidi(letters, 0, letters.length)) {
            return line;
        }
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Object[] parts = new Object[runs];
        for (int i = 0; i < runs; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String part = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            parts[i] = levels[i] % 2 == 0 ? part : mirrored(part);
        }
        Bidi.reorderVisually(levels, 0, parts, 0, runs);
        StringBuilder drawn = new StringBuilder();
        for (Object part : parts) {
            drawn.append(part);
        }
        return drawn.toString();
    }

    private static String mirrored(String part) {
        StringBuilder turned = new StringBuilder(part).reverse();
        for (int i = 0; i < turned.length(); i++) {
            int other = "()[]{}<>".indexOf(turned.charAt(i));
            if (other >= 0) {
                turned.setCharAt(i, ")(][}{><".charAt(other));
            }
        }
        return turned.toString();
    }
}
