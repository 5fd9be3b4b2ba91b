package org.cytovigil.cli;

import static java.awt.RenderingHints.KEY_FRACTIONALMETRICS;
import static java.awt.RenderingHints.KEY_TEXT_ANTIALIASING;
import static java.awt.RenderingHints.VALUE_FRACTIONALMETRICS_ON;
import static java.awt.RenderingHints.VALUE_TEXT_ANTIALIAS_GASP;
import static java.awt.RenderingHints.VALUE_TEXT_ANTIALIAS_ON;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a difference of two reduced pictures is, in each size, on the letters of the program. */
// [utest->req~ui.pictures-kept~1]
class ReducedTest {
    private static final Color NIGHT = new Color(0x141A21);

    /**
     * A tile with a badge, two values and a label.
     *
     * @param beside how many pixels of 1280 all of it is shifted by
     * @param moved how many pixels of 1280 the label is shifted by
     */
    private record Drawing(
            String pressure,
            Color badge,
            Color ink,
            double beside,
            double moved,
            Object smoothing) {
        static final Drawing USUAL =
                new Drawing(
                        "118/70",
                        new Color(0xB15B5B),
                        new Color(0x9AA7B5),
                        0,
                        0,
                        VALUE_TEXT_ANTIALIAS_ON);

        Drawing pressure(String other) {
            return new Drawing(other, badge, ink, beside, moved, smoothing);
        }

        Drawing badge(int other) {
            return new Drawing(pressure, new Color(other), ink, beside, moved, smoothing);
        }

        Drawing ink(int other) {
            return new Drawing(pressure, badge, new Color(other), beside, moved, smoothing);
        }

        Drawing beside(double other) {
            return new Drawing(pressure, badge, ink, other, moved, smoothing);
        }

        Drawing moved(double other) {
            return new Drawing(pressure, badge, ink, beside, other, smoothing);
        }

        Drawing smoothing(Object other) {
            return new Drawing(pressure, badge, ink, beside, moved, other);
        }

        BufferedImage on(int width, int height) throws Exception {
            double scale = width / 1280.0;
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = picture.createGraphics();
            pen.setColor(NIGHT);
            pen.fillRect(0, 0, width, height);
            pen.scale(scale, scale);
            pen.translate(beside, beside);
            pen.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(KEY_TEXT_ANTIALIASING, smoothing);
            pen.setRenderingHint(KEY_FRACTIONALMETRICS, VALUE_FRACTIONALMETRICS_ON);
            pen.setColor(badge);
            pen.fillOval(100, 100, 44, 44);
            pen.setColor(ink);
            pen.setFont(font());
            pen.drawString(pressure, 200, 120);
            pen.drawString("vitals due in 12 min", (float) (200 + moved), 160);
            pen.dispose();
            return Reduced.of(picture);
        }

        /** The least that the program draws on a screen of 1280 pixels. */
        private static Font font() throws Exception {
            try (InputStream letters =
                    Objects.requireNonNull(
                            ReducedTest.class.getResourceAsStream(
                                    "/assets/fonts/B612-Regular.otf"))) {
                return Font.createFont(Font.TRUETYPE_FONT, letters).deriveFont(11f);
            }
        }
    }

    private static boolean differs(int width, int height, UnaryOperator<Drawing> change)
            throws Exception {
        return !Reduced.difference(
                        Drawing.USUAL.on(width, height),
                        change.apply(Drawing.USUAL).on(width, height))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1920, 1080", "3840, 2160"})
    void whatMattersIsNoticed(int width, int height) throws Exception {
        assertThat(differs(width, height, usual -> usual.pressure("118/7"))).as("a digit").isTrue();
        assertThat(differs(width, height, usual -> usual.pressure("18/70"))).as("first").isTrue();
        assertThat(differs(width, height, usual -> usual.moved(4))).as("a label moved").isTrue();
        assertThat(differs(width, height, usual -> usual.badge(0x5B84B1))).as("badge").isTrue();
        assertThat(differs(width, height, usual -> usual.ink(0x5A6775))).as("fainter").isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1920, 1080", "3840, 2160"})
    void aBadgeOfAnotherColourThatIsAsLightIsNoticed(int width, int height) throws Exception {
        // Both are 120 of 255 light.
        assertThat(differs(width, height, usual -> usual.badge(0x2C8C9A))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1920, 1080", "3840, 2160"})
    void whatNobodySeesIsNot(int width, int height) throws Exception {
        assertThat(differs(width, height, usual -> usual)).isFalse();
        assertThat(differs(width, height, usual -> usual.beside(0.5))).isFalse();
        assertThat(differs(width, height, usual -> usual.smoothing(VALUE_TEXT_ANTIALIAS_GASP)))
                .isFalse();
    }
}
