package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pixels of lines, dots and bands beside the share of each that brute force finds covered. */
class RasterTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;

    /** Points looked at in a pixel, each way. */
    private static final int FINE = 8;

    private final Raster raster = new Raster();

    private interface Shape {
        boolean covers(double x, double y);
    }

    private void begin() {
        raster.begin(new ChartArea(0, 0, 0, WIDTH, HEIGHT));
    }

    /** From 0 to 1. */
    private double opacity(int x, int y) {
        return (raster.pixel(x, y) >>> 24) / 255.0;
    }

    private static double share(Shape shape, int x, int y) {
        int covered = 0;
        for (int i = 0; i < FINE; i++) {
            for (int j = 0; j < FINE; j++) {
                covered += shape.covers(x + (i + 0.5) / FINE, y + (j + 0.5) / FINE) ? 1 : 0;
            }
        }
        return covered / (double) (FINE * FINE);
    }

    private void assertNear(Shape shape, double most, double onAverage) {
        double sum = 0;
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                double off = Math.abs(opacity(x, y) - share(shape, x, y));
                assertThat(off).as("pixel %d, %d", x, y).isLessThanOrEqualTo(most);
                sum += off;
            }
        }
        assertThat(sum / (WIDTH * HEIGHT)).isLessThan(onAverage);
    }

    private static double away(double x, double y, double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = dx * dx + dy * dy;
        double at = square == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / square;
        at = Math.clamp(at, 0.0, 1.0);
        return Math.hypot(x - x1 - at * dx, y - y1 - at * dy);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aLineOfManyPiecesCoversWhatBruteForceFindsCovered(long seed) {
        Random random = new Random(seed);
        double[] xs = new double[6];
        double[] ys = new double[6];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = 4 + i * 9 + 6 * random.nextDouble();
            ys[i] = 4 + 32 * random.nextDouble();
        }
        begin();
        for (int i = 1; i < xs.length; i++) {
            raster.line(xs[i - 1], ys[i - 1], xs[i], ys[i], 2.4);
        }
        raster.ink(Color.WHITE);
        assertNear(
                (x, y) -> {
                    for (int i = 1; i < xs.length; i++) {
                        if (away(x, y, xs[i - 1], ys[i - 1], xs[i], ys[i]) <= 1.2) {
                            return true;
                        }
                    }
                    return false;
                },
                0.45,
                0.02);
    }

    @Test
    void aBandCoversWhatBruteForceFindsCoveredAndHasNoSeams() {
        Random random = new Random(9);
        double[] xs = new double[30];
        double[] upper = new double[30];
        double[] lower = new double[30];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = 3 + i * 1.8;
            upper[i] = 5 + 5 * random.nextDouble();
            lower[i] = 25 + 5 * random.nextDouble();
        }
        begin();
        for (int i = 1; i < xs.length; i++) {
            raster.between(xs[i - 1], upper[i - 1], lower[i - 1], xs[i], upper[i], lower[i]);
        }
        raster.ink(Color.WHITE);
        for (int x = 4; x < 54; x++) {
            assertThat(opacity(x, 18)).as("column %d", x).isGreaterThan(0.98);
        }
        assertThat(opacity(1, 18)).isZero();
        assertThat(opacity(58, 18)).isZero();
        assertThat(opacity(30, 2)).isZero();
        assertThat(opacity(30, 33)).isZero();
    }

    @Test
    void aDotIsRound() {
        begin();
        raster.dot(20.3, 19.7, 6);
        raster.ink(Color.WHITE);
        assertNear((x, y) -> Math.hypot(x - 20.3, y - 19.7) <= 6, 0.3, 0.01);
    }

    @Test
    void whatLiesBeyondThePictureIsCutOffAndDrawsNothingElsewhere() {
        begin();
        raster.line(-1e6, 20, 1e6, 20, 2);
        raster.line(30, -1e7, 30.2, 1e7, 2);
        raster.dot(-50, -50, 5);
        raster.ink(Color.WHITE);
        assertThat(opacity(0, 20)).isGreaterThan(0.4);
        assertThat(opacity(WIDTH - 1, 19)).isGreaterThan(0.4);
        assertThat(opacity(30, 0)).isGreaterThan(0.4);
        assertThat(opacity(30, HEIGHT - 1)).isGreaterThan(0.4);
        assertThat(opacity(10, 5)).isZero();
    }

    @Test
    void aNewPictureHasNothingOfTheOneBefore() {
        begin();
        raster.line(5, 5, 50, 35, 3);
        raster.ink(Color.WHITE);
        begin();
        raster.line(5, 35, 50, 35, 1);
        raster.ink(Color.WHITE);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < 33; y++) {
                assertThat(raster.pixel(x, y)).as("pixel %d, %d", x, y).isZero();
            }
        }
        assertThat(opacity(20, 34) + opacity(20, 35)).isGreaterThan(0.9);
    }

    @Test
    void oneInkOverItselfIsNotDarkerAndAnotherCoversIt() {
        begin();
        raster.line(5, 20, 50, 20, 4);
        raster.line(5, 20, 50, 20, 4);
        raster.ink(Color.color(1, 1, 1, 0.5));
        assertThat(opacity(20, 20)).isBetween(0.49, 0.51);
        raster.dot(20.5, 20.5, 5);
        raster.ink(Color.RED);
        assertThat(raster.pixel(20, 20)).isEqualTo(0xffff0000);
    }
}
