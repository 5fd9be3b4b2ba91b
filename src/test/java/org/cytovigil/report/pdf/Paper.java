package org.cytovigil.report.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF file as its reader sees it. */
public final class Paper {
    private final byte[] file;
    private final List<String> pages = new ArrayList<>();
    private final String title;
    private int pictures;

    private Paper(byte[] file) throws IOException {
        this.file = file;
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                reader.setStartPage(i);
                reader.setEndPage(i);
                pages.add(reader.getText(document));
            }
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    Objects.requireNonNull(name);
                    pictures++;
                }
            }
            title = Objects.requireNonNullElse(document.getDocumentInformation().getTitle(), "");
        }
    }

    public static Paper of(byte[] file) {
        try {
            return new Paper(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> pages() {
        return pages;
    }

    public String text() {
        return String.join("\n", pages);
    }

    /** The text without the breaks between lines and words. */
    public String unbroken() {
        return text().replaceAll("\\s", "");
    }

    public String title() {
        return title;
    }

    /** How many pictures made of dots are in it. */
    int pictures() {
        return pictures;
    }

    int darkPixels(int page) {
        BufferedImage image = image(page, 72);
        int dark = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return dark;
    }

    private BufferedImage image(int page, float dpi) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFRenderer(document).renderImageWithDPI(page, dpi);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paints a page into a picture, for people to look at. */
    public void paint(int page, Path to) {
        try {
            ImageIO.write(image(page, 110), "png", to.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
