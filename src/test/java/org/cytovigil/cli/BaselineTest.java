package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.ui.shell.ScreenGallery;
import org.cytovigil.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Every screen and panel looks as when it was last looked at; sizes and themes take turns. With
 * {@code -Dpictures=renew} the present looks are kept instead.
 */
// [utest->req~ui.pictures-kept~1]
@ExtendWith(ApplicationExtension.class)
class BaselineTest {
    private static final Path KEPT = Path.of("src/test/resources/screens");
    private static final Path SEEN = Path.of("target/screens");
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}, {3840, 2160}};

    @Test
    void everyScreenLooksAsItDid() throws Exception {
        boolean renew = "renew".equals(System.getProperty("pictures"));
        List<String> differences = new ArrayList<>();
        Files.createDirectories(renew ? KEPT : SEEN);
        try (UnitSession session = EveryPictureTest.demonstration()) {
            ScreenGallery gallery = ScreenshotCommand.gallery(session);
            int turn = 0;
            for (String name : gallery.names()) {
                int[] size = SIZES[turn % 3];
                Theme theme = List.of(Theme.values()).get(turn / 3 % 3);
                turn++;
                BufferedImage now = Likeness.small(gallery.paint(name, theme, size[0], size[1]));
                Path kept = KEPT.resolve(name + ".png");
                if (renew) {
                    ImageIO.write(now, "png", kept.toFile());
                    continue;
                }
                Rectangle place =
                        Files.exists(kept)
                                ? Likeness.difference(ImageIO.read(kept.toFile()), now)
                                : new Rectangle(0, 0, now.getWidth(), now.getHeight());
                if (!place.isEmpty()) {
                    differences.add(told(name, theme, size, place));
                    keep(now, place, name);
                }
            }
        }
        assertThat(differences).as("see target/screens, renew by -Dpictures=renew").isEmpty();
    }

    private static String told(String name, Theme theme, int[] size, Rectangle place) {
        int scale = Math.ceilDiv(size[0], Likeness.WIDTH);
        return "%s, %s, %dx%d: about %d,%d, %d x %d pixels"
                .formatted(
                        name,
                        theme,
                        size[0],
                        size[1],
                        place.x * scale,
                        place.y * scale,
                        place.width * scale,
                        place.height * scale);
    }

    private static void keep(BufferedImage now, Rectangle place, String name) throws IOException {
        ImageIO.write(now, "png", SEEN.resolve(name + ".png").toFile());
        Graphics2D pen = now.createGraphics();
        pen.setColor(Color.MAGENTA);
        pen.drawRect(place.x - 1, place.y - 1, place.width + 1, place.height + 1);
        pen.dispose();
        ImageIO.write(now, "png", SEEN.resolve(name + "-difference.png").toFile());
    }

    /** A tile with a badge, a label's strokes and a panel, as on a screen of 1280 by 800. */
    private static BufferedImage drawn(
            boolean label, boolean round, Color badge, int panel, double beside) {
        BufferedImage picture = new BufferedImage(1280, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x141A21));
        pen.fillRect(0, 0, 1280, 800);
        pen.transform(AffineTransform.getTranslateInstance(beside, beside));
        pen.setColor(badge);
        if (round) {
            pen.fillOval(100, 100, 44, 44);
        } else {
            pen.fillRect(100, 100, 44, 44);
        }
        pen.setColor(new Color(0x9AA7B5));
        for (int stroke = 0; label && stroke < 12; stroke++) {
            pen.fillRect(200 + 6 * stroke, 110, 2, 11);
        }
        pen.setColor(new Color(0x2A3441));
        pen.fillRect(900 + panel, 60, 300, 600);
        pen.dispose();
        return Likeness.small(picture);
    }

    private static final Color BLUE = new Color(0x5B84B1);

    @Test
    void whatMattersIsNoticed() {
        BufferedImage usual = drawn(true, true, BLUE, 0, 0);

        assertThat(Likeness.difference(usual, drawn(false, true, BLUE, 0, 0)))
                .as("a label is missing")
                .matches(place -> place.intersects(75, 41, 27, 5));
        assertThat(Likeness.difference(usual, drawn(true, false, BLUE, 0, 0)))
                .as("a badge of another shape")
                .matches(place -> place.intersects(37, 37, 17, 17));
        assertThat(Likeness.difference(usual, drawn(true, true, new Color(0xB15B5B), 0, 0)))
                .as("a badge of another colour")
                .matches(place -> place.intersects(37, 37, 17, 17));
        assertThat(Likeness.difference(usual, drawn(true, true, BLUE, 8, 0)).isEmpty())
                .as("a panel shifted by 8 pixels is alike")
                .isFalse();
    }

    @Test
    void whatNobodySeesIsNot() {
        BufferedImage usual = drawn(true, true, BLUE, 0, 0);

        assertThat(Likeness.difference(usual, drawn(true, true, BLUE, 0, 0)).isEmpty()).isTrue();
        assertThat(Likeness.difference(usual, drawn(true, true, BLUE, 0, 0.5)).isEmpty()).isTrue();
    }
}
