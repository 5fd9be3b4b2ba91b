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
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.ui.shell.ScreenGallery;
import org.cytovigil.ui.theme.Theme;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Every screen and panel looks as when it was last looked at; sizes and themes take turns. The
 * property {@code pictures} asks for more, in words with commas between: {@code all} for every
 * picture in each theme and size, {@code renew} to keep the present looks instead of comparing
 * them, and names of pictures for these alone.
 */
// [utest->req~ui.pictures-kept~1]
@ExtendWith(ApplicationExtension.class)
class BaselineTest {
    private static final Path KEPT = Path.of("src/test/resources/screens");
    private static final Path SEEN = Path.of("target/screens");
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}, {3840, 2160}};

    private static final Path ALL = KEPT.resolve("all");

    /** What is asked for; nothing but the usual for none. */
    private record Asked(boolean all, boolean renew, Set<String> names) {
        static Asked read() {
            Set<String> words = new TreeSet<>();
            for (String word : System.getProperty("pictures", "").split(",", -1)) {
                words.add(word.strip());
            }
            words.remove("");
            return new Asked(words.remove("all"), words.remove("renew"), words);
        }

        List<String> of(ScreenGallery gallery) {
            assertThat(gallery.names()).containsAll(names);
            return gallery.names().stream()
                    .filter(name -> names.isEmpty() || names.contains(name))
                    .toList();
        }
    }

    private final List<String> differences = new ArrayList<>();

    /** With another reduction for all of them than for those few that go into every build. */
    private interface Kind {
        BufferedImage small(BufferedImage picture);

        Rectangle difference(BufferedImage kept, BufferedImage now);

        void write(BufferedImage small, Path file) throws IOException;
    }

    private static final Kind FEW =
            new Kind() {
                @Override
                public BufferedImage small(BufferedImage picture) {
                    return Likeness.small(picture);
                }

                @Override
                public Rectangle difference(BufferedImage kept, BufferedImage now) {
                    return Likeness.difference(kept, now);
                }

                @Override
                public void write(BufferedImage small, Path file) throws IOException {
                    ImageIO.write(small, "png", file.toFile());
                }
            };

    private static final Kind MANY =
            new Kind() {
                @Override
                public BufferedImage small(BufferedImage picture) {
                    return Reduced.of(picture);
                }

                @Override
                public Rectangle difference(BufferedImage kept, BufferedImage now) {
                    return Reduced.difference(kept, now);
                }

                @Override
                public void write(BufferedImage small, Path file) throws IOException {
                    Reduced.write(small, file);
                }
            };

    @Test
    void everyScreenLooksAsItDid() throws Exception {
        Asked asked = Asked.read();
        Assumptions.assumeFalse(asked.all(), "all of them are asked for");
        try (UnitSession session = EveryPictureTest.demonstration()) {
            ScreenGallery gallery = ScreenshotCommand.gallery(session);
            List<String> wanted = asked.of(gallery);
            int turn = 0;
            for (String name : gallery.names()) {
                int[] size = SIZES[turn % 3];
                Theme theme = List.of(Theme.values()).get(turn / 3 % 3);
                turn++;
                if (wanted.contains(name)) {
                    look(gallery, name, theme, size, FEW, KEPT.resolve(name + ".png"), asked);
                }
            }
        }
        assertThat(differences).as("see target/screens, renew by -Dpictures=renew").isEmpty();
    }

    @Test
    void everyScreenLooksAsItDidInEachThemeAndSize() throws Exception {
        Asked asked = Asked.read();
        Assumptions.assumeTrue(asked.all(), "in the long form: -Dpictures=all");
        try (UnitSession session = EveryPictureTest.demonstration()) {
            ScreenGallery gallery = ScreenshotCommand.gallery(session);
            List<String> wanted = asked.of(gallery);
            for (String name : wanted) {
                for (Theme theme : Theme.values()) {
                    for (int[] size : SIZES) {
                        Path kept =
                                ALL.resolve(
                                        "%s-%s-%d.png"
                                                .formatted(
                                                        name,
                                                        theme.name().toLowerCase(Locale.ROOT),
                                                        size[0]));
                        look(gallery, name, theme, size, MANY, kept, asked);
                    }
                }
            }
        }
        assertThat(differences).as("see target/screens, renew by -Dpictures=all,renew").isEmpty();
    }

    private void look(
            ScreenGallery gallery,
            String name,
            Theme theme,
            int[] size,
            Kind kind,
            Path kept,
            Asked asked)
            throws IOException, InterruptedException {
        BufferedImage picture = gallery.paint(name, theme, size[0], size[1]);
        BufferedImage now = kind.small(picture);
        if (asked.renew()) {
            Files.createDirectories(kept.getParent());
            kind.write(now, kept);
            return;
        }
        Rectangle place =
                Files.exists(kept)
                        ? kind.difference(ImageIO.read(kept.toFile()), now)
                        : new Rectangle(0, 0, now.getWidth(), now.getHeight());
        if (!place.isEmpty()) {
            Files.createDirectories(SEEN);
            differences.add(told(name, theme, size, now.getWidth(), place));
            BufferedImage seen = kind == FEW ? now : picture;
            int scale = Math.ceilDiv(seen.getWidth(), now.getWidth());
            keep(seen, scaled(place, scale), kept.getFileName().toString().replace(".png", ""));
        }
    }

    private static Rectangle scaled(Rectangle place, int scale) {
        return new Rectangle(
                place.x * scale, place.y * scale, place.width * scale, place.height * scale);
    }

    private static String told(String name, Theme theme, int[] size, int width, Rectangle place) {
        Rectangle there = scaled(place, Math.ceilDiv(size[0], width));
        return "%s, %s, %dx%d: about %d,%d, %d x %d pixels"
                .formatted(
                        name, theme, size[0], size[1], there.x, there.y, there.width, there.height);
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
