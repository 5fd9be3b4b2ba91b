package org.cytovigil.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Writes sheets as PDF, with the letters in the file. The same sheet gives the same bytes. */
// [impl->req~report.pdf~1]
public final class PdfWriter {
    private static final double INDENT = 9;
    private static final double NAME_SHARE = 0.24;

    private final Pages pages;

    private PdfWriter(Pages pages) {
        this.pages = pages;
    }

    /**
     * The file of a sheet.
     *
     * @throws CancellationException when {@code progress} stops it
     */
    public static byte[] write(Sheet sheet, Progress progress) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(sheet.printed().toEpochMilli());
            PDDocumentInformation about = document.getDocumentInformation();
            about.setTitle(sheet.title());
            about.setProducer("CytoVigil");
            about.setCreationDate(GregorianCalendar.from(sheet.printed().atZone(ZoneOffset.UTC)));
            document.getDocumentCatalog().setLanguage("en");
            PdfWriter writer = new PdfWriter(new Pages(document, sheet, progress));
            List<Block> blocks = sheet.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                if (blocks.get(i) instanceof Block.Heading heading) {
                    boolean picture =
                            i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Picture;
                    writer.heading(
                            heading.text(),
                            picture ? Plots.height(((Block.Picture) blocks.get(i + 1)).plot()) : 0);
                } else {
                    writer.draw(blocks.get(i));
                }
            }
            writer.pages.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            // Nothing is read or written but memory and the program's own faces.
            throw new UncheckedIOException(e);
        }
    }

    private void draw(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> heading(heading.text(), 0);
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Bullets bullets -> bullets(bullets.lines());
            case Block.Facts facts -> facts(facts.facts());
            case Block.Table table -> new Tables(pages, table).draw();
            case Block.Picture picture -> new Plots(pages, picture.plot()).draw();
            case Block.NextPage next -> {
                if (!pages.isFresh()) {
                    pages.next();
                }
            }
        }
    }

    /** Whatever follows begins on the same page. */
    private void heading(String text, double following) throws IOException {
        Typeface face = pages.face(true);
        double own = 1.5 * Pages.LARGE * Pages.LEADING;
        pages.need(own + Math.max(following, 4 * Pages.BODY * Pages.LEADING));
        if (!pages.isFresh()) {
            pages.down(4);
        }
        lines(face, Pages.LARGE, text, 0, pages.width());
        pages.down(1);
    }

    private void paragraph(Block.Paragraph paragraph) throws IOException {
        boolean strong = paragraph.weight() == Block.Weight.STRONG;
        boolean muted = paragraph.weight() == Block.Weight.MUTED;
        Typeface face = pages.face(strong);
        for (String line :
                Words.wrap(face, Pages.BODY, face.drawable(paragraph.text()), pages.width())) {
            pages.need(Pages.BODY * Pages.LEADING);
            pages.muted(muted);
            pages.line(face, Pages.BODY, line, pages.left());
            pages.muted(false);
        }
        pages.down(2);
    }

    private void bullets(List<String> lines) throws IOException {
        Typeface face = pages.face(false);
        for (String line : lines) {
            pages.need(Pages.BODY * Pages.LEADING);
            double base = pages.y() - Pages.BODY;
            pages.show(face, Pages.BODY, "–", pages.left(), base);
            lines(face, Pages.BODY, line, INDENT, pages.width() - INDENT);
        }
        pages.down(2);
    }

    private void lines(Typeface face, double size, String text, double indent, double width)
            throws IOException {
        for (String line : Words.wrap(face, size, face.drawable(text), width)) {
            pages.need(size * Pages.LEADING);
            pages.line(face, size, line, pages.left() + indent);
        }
    }

    private void facts(List<Block.Fact> facts) throws IOException {
        double names = pages.width() * NAME_SHARE;
        Typeface bold = pages.face(true);
        Typeface face = pages.face(false);
        for (Block.Fact fact : facts) {
            List<String> left = Words.wrap(bold, Pages.BODY, bold.drawable(fact.name()), names - 6);
            List<String> right =
                    Words.wrap(
                            face, Pages.BODY, face.drawable(fact.value()), pages.width() - names);
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                pages.need(Pages.BODY * Pages.LEADING);
                if (i < left.size()) {
                    pages.show(bold, Pages.BODY, left.get(i), pages.left(), pages.y() - Pages.BODY);
                }
                pages.line(
                        face,
                        Pages.BODY,
                        i < right.size() ? right.get(i) : "",
                        pages.left() + names);
            }
        }
        pages.down(2);
    }
}
