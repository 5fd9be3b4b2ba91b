package org.cytovigil.report.pdf;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * Page after page, filled from the top. Each begins with who it is about; when all are filled, each
 * gets its number.
 */
final class Pages {
    static final double MARGIN = 36;
    static final double SMALL = 7.5;
    static final double BODY = 8.5;
    static final double LARGE = 10.5;

    /** From one line's base to the next, in sizes of the letters. */
    static final double LEADING = 1.28;

    private static final double FOOT = 26;
    private static final int MOST_HEADER_LINES = 6;
    private static final float MUTED = 0.33f;

    private final PDDocument document;
    private final Typeface regular;
    private final Typeface bold;
    private final Sheet sheet;
    private final Progress progress;
    private final PDRectangle paper;
    private final List<String> who;
    private final List<String> under;
    private @Nullable PDPageContentStream open;
    private int count;
    private double y;
    private double top;

    Pages(PDDocument document, Sheet sheet, Progress progress) throws IOException {
        this.document = document;
        this.sheet = sheet;
        this.progress = progress;
        regular = Typeface.regular(document);
        bold = Typeface.bold(document);
        PDRectangle a4 = PDRectangle.A4;
        paper =
                sheet.landscape()
                        ? new PDRectangle(/* width= */ a4.getHeight(), /* height= */ a4.getWidth())
                        : a4;
        who = header(bold, sheet.running().who(), LARGE);
        under = header(regular, sheet.running().under(), SMALL);
        next();
    }

    /** A name may be of any length, and the page must keep room for what it is about. */
    private List<String> header(Typeface face, String text, double size) {
        List<String> lines = Words.wrap(face, size, face.drawable(text), width());
        if (lines.size() <= MOST_HEADER_LINES) {
            return lines;
        }
        List<String> cut = new ArrayList<>(lines.subList(0, MOST_HEADER_LINES - 1));
        cut.add(lines.get(MOST_HEADER_LINES - 1) + " …");
        return cut;
    }

    Typeface face(boolean strong) {
        return strong ? bold : regular;
    }

    double left() {
        return MARGIN;
    }

    double width() {
        return paper.getWidth() - 2 * MARGIN;
    }

    /** Where the next thing is drawn: the upper edge of it, counted from the foot of the paper. */
    double y() {
        return y;
    }

    void down(double points) {
        y -= points;
    }

    /** How much room is left on this page. */
    double room() {
        return y - MARGIN - FOOT;
    }

    /** How much room an empty page has. */
    double wholeRoom() {
        return top - MARGIN - FOOT;
    }

    boolean isFresh() {
        return y == top;
    }

    /** Goes on to the next page unless that much room is left. */
    void need(double points) throws IOException {
        if (room() < points && !isFresh()) {
            next();
        }
    }

    /** Begins a page. */
    void next() throws IOException {
        if (progress.isCancelled()) {
            throw new CancellationException("stopped before page " + (count + 1));
        }
        close();
        PDPage page = new PDPage(paper);
        document.addPage(page);
        open = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
        count++;
        progress.page(count);
        y = paper.getHeight() - MARGIN;
        warning();
        for (String line : who) {
            line(bold, LARGE, line, left());
        }
        content().setNonStrokingColor(MUTED);
        for (String line : under) {
            line(regular, SMALL, line, left());
        }
        content().setNonStrokingColor(0f);
        y -= 2;
        rule(y, 1.2);
        y -= 8;
        top = y;
    }

    private void warning() throws IOException {
        String words = bold.drawable(sheet.running().warning());
        if (words.isEmpty()) {
            return;
        }
        double height = BODY * 1.6;
        content().setNonStrokingColor(0.82f);
        content().addRect(f(left()), f(y - height), f(width()), f(height));
        content().fill();
        content().setNonStrokingColor(0f);
        double x = left() + Math.max(4, (width() - bold.width(words, BODY)) / 2);
        show(bold, BODY, words, x, y - height + BODY * 0.5);
        y -= height + 4;
    }

    /** Draws a line of words below what was drawn last. */
    void line(Typeface face, double size, String words, double x) throws IOException {
        y -= size * LEADING;
        show(face, size, words, x, y + size * (LEADING - 1));
    }

    /** Draws drawable words with their base there. */
    void show(Typeface face, double size, String words, double x, double base) throws IOException {
        if (words.isEmpty()) {
            return;
        }
        PDPageContentStream stream = content();
        stream.beginText();
        stream.setFont(face.font(), f(size));
        stream.newLineAtOffset(f(x), f(base));
        stream.showText(Typeface.visual(words));
        stream.endText();
    }

    void rule(double at, double thickness) throws IOException {
        PDPageContentStream stream = content();
        stream.setLineWidth(f(thickness));
        stream.moveTo(f(left()), f(at));
        stream.lineTo(f(left() + width()), f(at));
        stream.stroke();
    }

    PDPageContentStream content() {
        PDPageContentStream stream = open;
        if (stream == null) {
            throw new IllegalStateException("no page is open");
        }
        return stream;
    }

    void muted(boolean on) throws IOException {
        content().setNonStrokingColor(on ? MUTED : 0f);
    }

    private void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Writes the foot of every page, now that their number is known. */
    void finish() throws IOException {
        close();
        String foot = regular.drawable(sheet.title() + " · " + sheet.running().foot());
        for (int i = 0; i < count; i++) {
            open =
                    new PDPageContentStream(
                            document, document.getPage(i), AppendMode.APPEND, true, true);
            String number =
                    regular.drawable(
                            new MessageFormat(sheet.running().page(), Locale.ROOT)
                                    .format(new Object[] {i + 1, count}));
            rule(MARGIN + SMALL + 4, 0.5);
            muted(true);
            show(regular, SMALL, foot, left(), MARGIN);
            double x = left() + width() - regular.width(number, SMALL);
            show(regular, SMALL, number, x, MARGIN);
            close();
        }
    }

    static float f(double points) {
        return (float) points;
    }
}
