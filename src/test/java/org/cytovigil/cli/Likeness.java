package org.cytovigil.cli;

import static java.awt.image.BufferedImage.TYPE_INT_RGB;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;

/**
 * Whether two pictures look alike. Both are seen from some distance (a small picture, each pixel
 * the mean of what it covers), and a pixel may lie anywhere between its neighbours: edges and
 * letters that are smoothed otherwise, or lie half a pixel beside, make no difference.
 */
final class Likeness {
    static final int WIDTH = 480;

    /** Of 255, in any of red, green and blue. */
    private static final int SLACK = 14;

    /** Small pixels; a single one that differs is noise. */
    private static final int FEWEST = 3;

    private Likeness() {}

    static BufferedImage small(BufferedImage picture) {
        int height = Math.round((float) picture.getHeight() * WIDTH / picture.getWidth());
        BufferedImage small = new BufferedImage(WIDTH, height, TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.drawImage(
                picture.getScaledInstance(WIDTH, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return small;
    }

    /** What holds all that differs between two small pictures; empty when they look alike. */
    static Rectangle difference(BufferedImage left, BufferedImage right) {
        BufferedImage one = blurred(left);
        BufferedImage other = blurred(right);
        Rectangle place = new Rectangle(0, 0, -1, -1);
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (stands(one, other, x, y) || stands(other, one, x, y)) {
                    place.add(new Rectangle(x, y, 1, 1));
                    count++;
                }
            }
        }
        return count < FEWEST ? new Rectangle() : place;
    }

    /** Strokes of letters fall on other pixels for a shift that nobody sees. */
    private static BufferedImage blurred(BufferedImage picture) {
        float[] mean = new float[9];
        Arrays.fill(mean, 1 / 9f);
        // What was read from a file has another form than the filter takes.
        BufferedImage plain =
                new BufferedImage(picture.getWidth(), picture.getHeight(), TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return new ConvolveOp(new Kernel(3, 3, mean), ConvolveOp.EDGE_NO_OP, null)
                .filter(
                        plain,
                        new BufferedImage(picture.getWidth(), picture.getHeight(), TYPE_INT_RGB));
    }

    private static boolean stands(BufferedImage one, BufferedImage other, int x, int y) {
        for (int shift = 0; shift <= 16; shift += 8) {
            int least = 255;
            int most = 0;
            for (int v = Math.max(0, y - 1); v <= Math.min(other.getHeight() - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(other.getWidth() - 1, x + 1); u++) {
                    int value = (other.getRGB(u, v) >> shift) & 255;
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            int here = (one.getRGB(x, y) >> shift) & 255;
            if (here < least - SLACK || here > most + SLACK) {
                return true;
            }
        }
        return false;
    }
}
