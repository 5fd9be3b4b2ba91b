package org.cytovigil.ui.trend;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The picture of one lane's measured values, drawn pixel by pixel: lines, dots and bands of any
 * number of columns cost what their pixels cost, where a path of the toolkit costs what its
 * segments do. Shapes are gathered as coverage first and inked together, so that what overlaps
 * within one ink is not inked twice. FX thread.
 */
final class Raster {
    /** A line steeper than this within a column is drawn as an upright stroke. */
    private static final double UPRIGHT = 1.5;

    private int left;
    private int top;
    private int width;
    private int height;
    private int[] pixels = new int[0];

    /** Column by column, for most of what is drawn stands upright. */
    private byte[] coverage = new byte[0];

    /** The rows covered in each column, none when the first lies below the last. */
    private int[] uppermost = new int[0];

    private int[] lowermost = new int[0];

    /** What each coverage of the ink looks like where nothing is below it. */
    private final int[] alone = new int[256];

    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable WritableImage image;
    private int firstInked;
    private int lastInked = -1;
    private int firstStale;
    private int lastStale = -1;

    /** Empties the picture and places it; nothing is ever drawn beyond it. */
    void begin(ChartArea area) {
        left = (int) Math.floor(area.left());
        top = (int) Math.floor(area.top());
        int wide = Math.max(1, (int) Math.ceil(area.right()) - left);
        int high = Math.max(1, (int) Math.ceil(area.bottom()) - top);
        if (buffer == null || wide != width || high != height) {
            width = wide;
            height = high;
            pixels = new int[wide * high];
            coverage = new byte[wide * high];
            uppermost = new int[wide];
            lowermost = new int[wide];
            Arrays.fill(uppermost, high);
            Arrays.fill(lowermost, -1);
            PixelBuffer<IntBuffer> fresh =
                    new PixelBuffer<>(
                            wide,
                            high,
                            IntBuffer.wrap(pixels),
                            PixelFormat.getIntArgbPreInstance());
            buffer = fresh;
            image = new WritableImage(fresh);
            firstStale = 0;
            lastStale = high - 1;
        } else {
            Arrays.fill(pixels, firstInked * width, (lastInked + 1) * width, 0);
            firstStale = firstInked;
            lastStale = lastInked;
        }
        firstInked = height;
        lastInked = -1;
    }

    /** Draws what was inked since {@link #begin} onto a canvas. */
    void end(GraphicsContext g) {
        PixelBuffer<IntBuffer> filled = buffer;
        WritableImage picture = image;
        if (filled == null || picture == null || lastInked < firstInked) {
            firstInked = Math.min(firstInked, firstStale);
            lastInked = Math.max(lastInked, lastStale);
            return;
        }
        int first = Math.min(firstInked, firstStale);
        int last = Math.max(lastInked, lastStale);
        filled.updateBuffer(all -> new Rectangle2D(0, first, width, last - first + 1));
        int rows = lastInked - firstInked + 1;
        g.drawImage(picture, 0, firstInked, width, rows, left, top + firstInked, width, rows);
    }

    /** A line with round ends between two points of the canvas. */
    void line(double x1, double y1, double x2, double y2, double thickness) {
        if (x2 < x1) {
            line(x2, y2, x1, y1, thickness);
            return;
        }
        double half = thickness / 2;
        double fromX = x1 - left;
        double toX = x2 - left;
        if (toX < -half - 1 || fromX > width + half + 1) {
            return;
        }
        double fromY = y1 - top;
        double toY = y2 - top;
        if (toX - fromX < UPRIGHT && Math.abs(toY - fromY) > toX - fromX) {
            upright((fromX + toX) / 2, Math.min(fromY, toY), Math.max(fromY, toY), half);
        } else {
            sloping(fromX, fromY, toX, toY, half);
        }
    }

    private void upright(double x, double upper, double lower, double half) {
        int first = Math.max(0, (int) Math.floor(x - half));
        int last = Math.min(width - 1, (int) Math.floor(x + half));
        for (int column = first; column <= last; column++) {
            double across = Math.min(column + 1, x + half) - Math.max(column, x - half);
            strip(column, upper - half, lower + half, Math.min(1, across));
        }
    }

    /** An upright stroke within a column, in coordinates of the picture. */
    private void strip(int column, double upper, double lower, double share) {
        int first = Math.max(0, (int) Math.floor(upper));
        int last = Math.min(height - 1, (int) Math.ceil(lower) - 1);
        if (first > last) {
            return;
        }
        touch(column, first, last);
        cover(column, first, share * (Math.min(first + 1, lower) - Math.max(first, upper)));
        if (first < last) {
            cover(column, last, share * (Math.min(last + 1, lower) - Math.max(last, upper)));
        }
        int full = amount(share);
        int end = column * height + last;
        for (int place = column * height + first + 1; place < end; place++) {
            if (full > (coverage[place] & 0xff)) {
                coverage[place] = (byte) full;
            }
        }
    }

    private void sloping(double x1, double y1, double x2, double y2, double half) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = distance(dx, dy);
        double ux = length == 0 ? 1 : dx / length;
        double uy = length == 0 ? 0 : dy / length;
        double reach = half + 0.5;
        int first = Math.max(0, (int) Math.floor(x1 - reach));
        int last = Math.min(width - 1, (int) Math.floor(x2 + reach));
        double upper = Math.min(y1, y2) - reach;
        double lower = Math.max(y1, y2) + reach;
        // How far up and down of its middle the line reaches within a column.
        double tall = ux < 1e-9 ? lower - upper : (reach + 0.5) / ux;
        for (int column = first; column <= last; column++) {
            double x = column + 0.5;
            double middle = ux < 1e-9 ? y1 : y1 + (Math.clamp(x, x1, x2) - x1) * uy / ux;
            int from = (int) Math.floor(Math.max(upper, middle - tall));
            int to = (int) Math.ceil(Math.min(lower, middle + tall));
            for (int row = Math.max(0, from); row <= Math.min(height - 1, to); row++) {
                double px = x - x1;
                double py = row + 0.5 - y1;
                double along = px * ux + py * uy;
                double off =
                        along < 0
                                ? distance(px, py)
                                : along > length
                                        ? distance(x - x2, row + 0.5 - y2)
                                        : Math.abs(px * uy - py * ux);
                cover(column, row, Math.min(1, reach - off));
            }
        }
    }

    /** A dot. */
    void dot(double x, double y, double radius) {
        double middleX = x - left;
        double middleY = y - top;
        double reach = radius + 0.5;
        int first = Math.max(0, (int) Math.floor(middleX - reach));
        int last = Math.min(width - 1, (int) Math.floor(middleX + reach));
        int upper = Math.max(0, (int) Math.floor(middleY - reach));
        int lower = Math.min(height - 1, (int) Math.floor(middleY + reach));
        for (int row = upper; row <= lower; row++) {
            for (int column = first; column <= last; column++) {
                double off = distance(column + 0.5 - middleX, row + 0.5 - middleY);
                cover(column, row, Math.min(1, reach - off));
            }
        }
    }

    /**
     * Everything between two lines from one horizontal to a later one.
     *
     * @param y1 the upper line's begin, {@code y2} its end
     * @param z1 the lower line's begin, {@code z2} its end
     */
    void between(double x1, double y1, double z1, double x2, double y2, double z2) {
        double fromX = x1 - left;
        double toX = x2 - left;
        int first = Math.max(0, (int) Math.floor(fromX));
        int last = Math.min(width - 1, (int) Math.ceil(toX) - 1);
        for (int column = first; column <= last; column++) {
            double begin = Math.max(column, fromX);
            double end = Math.min(column + 1, toX);
            double at = toX == fromX ? 0 : ((begin + end) / 2 - fromX) / (toX - fromX);
            add(column, y1 + at * (y2 - y1) - top, z1 + at * (z2 - z1) - top, end - begin);
        }
    }

    /** As {@link #strip}, but parts of one column add up: a band has no seam between its bars. */
    private void add(int column, double upper, double lower, double share) {
        int first = Math.max(0, (int) Math.floor(upper));
        int last = Math.min(height - 1, (int) Math.ceil(lower) - 1);
        if (first > last) {
            return;
        }
        touch(column, first, last);
        int base = column * height;
        more(base + first, share * (Math.min(first + 1, lower) - Math.max(first, upper)));
        if (first < last) {
            more(base + last, share * (Math.min(last + 1, lower) - Math.max(last, upper)));
        }
        int full = amount(share);
        for (int place = base + first + 1; place < base + last; place++) {
            coverage[place] = (byte) Math.min(255, (coverage[place] & 0xff) + full);
        }
    }

    private void more(int place, double share) {
        coverage[place] = (byte) Math.min(255, (coverage[place] & 0xff) + amount(share));
    }

    private void cover(int column, int row, double share) {
        int amount = amount(share);
        int place = column * height + row;
        if (amount > (coverage[place] & 0xff)) {
            coverage[place] = (byte) amount;
            touch(column, row, row);
        }
    }

    private static double distance(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }

    private void touch(int column, int first, int last) {
        uppermost[column] = Math.min(uppermost[column], first);
        lowermost[column] = Math.max(lowermost[column], last);
    }

    private static int amount(double share) {
        return (int) (Math.min(1, share) * 255 + 0.5);
    }

    /** Inks what was drawn since the last ink, over what stands there. */
    void ink(Color colour) {
        int alpha = (int) Math.round(colour.getOpacity() * 255);
        int red = (int) Math.round(colour.getRed() * 255);
        int green = (int) Math.round(colour.getGreen() * 255);
        int blue = (int) Math.round(colour.getBlue() * 255);
        for (int covered = 0; covered < alone.length; covered++) {
            alone[covered] = over(0, covered * alpha / 255, red, green, blue);
        }
        for (int column = 0; column < width; column++) {
            int first = uppermost[column];
            int last = lowermost[column];
            if (first > last) {
                continue;
            }
            int base = column * height;
            for (int row = first; row <= last; row++) {
                int covered = coverage[base + row] & 0xff;
                if (covered != 0) {
                    coverage[base + row] = 0;
                    int place = row * width + column;
                    int below = pixels[place];
                    pixels[place] =
                            below == 0
                                    ? alone[covered]
                                    : over(below, covered * alpha / 255, red, green, blue);
                }
            }
            firstInked = Math.min(firstInked, first);
            lastInked = Math.max(lastInked, last);
            uppermost[column] = height;
            lowermost[column] = -1;
        }
    }

    /** The pixel of the picture in a column and a row, its channels multiplied with its opacity. */
    int pixel(int column, int row) {
        return pixels[row * width + column];
    }

    /** A colour over a pixel whose channels are multiplied with its opacity, as the new ones. */
    private static int over(int below, int alpha, int red, int green, int blue) {
        int rest = 255 - alpha;
        int a = alpha + (below >>> 24) * rest / 255;
        int r = red * alpha / 255 + ((below >> 16) & 0xff) * rest / 255;
        int g = green * alpha / 255 + ((below >> 8) & 0xff) * rest / 255;
        int b = blue * alpha / 255 + (below & 0xff) * rest / 255;
        return (a << 24) | (r << 16) | (g << 8) | b;
    }
}
