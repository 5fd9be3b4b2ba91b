package org.cytovigil.cli;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A picture small enough that those of all themes and sizes can be kept: how light it is, 640
 * pixels wide, and below that how red, green and blue, each 160 wide, one beside the other; all in
 * 32 steps. Words are told from how light they are, badges from their colour, as eyes do.
 */
final class Reduced {
    static final int WIDTH = 640;
    private static final int COLOUR = WIDTH / 4;
    private static final int STEP = 8;

    private Reduced() {}

    static BufferedImage of(BufferedImage picture) {
        BufferedImage light = scaled(picture, WIDTH);
        BufferedImage colour = scaled(picture, COLOUR);
        BufferedImage both =
                new BufferedImage(
                        WIDTH,
                        light.getHeight() + colour.getHeight(),
                        BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster raster = both.getRaster();
        for (int y = 0; y < light.getHeight(); y++) {
            for (int x = 0; x < WIDTH; x++) {
                int rgb = light.getRGB(x, y);
                int grey = (299 * part(rgb, 16) + 587 * part(rgb, 8) + 114 * part(rgb, 0)) / 1000;
                raster.setSample(x, y, 0, step(grey));
            }
        }
        for (int y = 0; y < colour.getHeight(); y++) {
            for (int x = 0; x < COLOUR; x++) {
                for (int each = 0; each < 3; each++) {
                    raster.setSample(
                            each * COLOUR + x,
                            light.getHeight() + y,
                            0,
                            step(part(colour.getRGB(x, y), 16 - 8 * each)));
                }
            }
        }
        return both;
    }

    /** Each pixel the mean of a square of pixels; the width must be a multiple. */
    private static BufferedImage scaled(BufferedImage picture, int width) {
        int side = picture.getWidth() / width;
        BufferedImage small =
                new BufferedImage(width, picture.getHeight() / side, BufferedImage.TYPE_INT_RGB);
        int[] square = new int[side * side];
        for (int y = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                picture.getRGB(x * side, y * side, side, side, square, 0, side);
                small.setRGB(x, y, mean(square));
            }
        }
        return small;
    }

    private static int mean(int[] pixels) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int rgb : pixels) {
            red += part(rgb, 16);
            green += part(rgb, 8);
            blue += part(rgb, 0);
        }
        int half = pixels.length / 2;
        return ((red + half) / pixels.length) << 16
                | ((green + half) / pixels.length) << 8
                | ((blue + half) / pixels.length);
    }

    private static int part(int rgb, int shift) {
        return (rgb >> shift) & 255;
    }

    private static int step(int value) {
        return Math.min(255, Math.round((float) value / STEP) * STEP);
    }

    static void write(BufferedImage reduced, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(reduced, null, null), smallest);
        } finally {
            writer.dispose();
        }
    }

    /** What holds all that differs, in pixels of 640 in a row; empty when they look alike. */
    static Rectangle difference(BufferedImage left, BufferedImage right) {
        if (left.getWidth() != right.getWidth() || left.getHeight() != right.getHeight()) {
            return new Rectangle(0, 0, WIDTH, right.getHeight());
        }
        Rectangle place = Likeness.difference(light(left), light(right));
        Rectangle other = Likeness.difference(colour(left), colour(right));
        if (other.isEmpty()) {
            return place;
        }
        Rectangle coloured =
                new Rectangle(4 * other.x, 4 * other.y, 4 * other.width, 4 * other.height);
        return place.isEmpty() ? coloured : place.union(coloured);
    }

    private static int lightHeight(BufferedImage both) {
        return Math.round(both.getHeight() * 0.8f);
    }

    private static BufferedImage light(BufferedImage both) {
        int height = lightHeight(both);
        BufferedImage light = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < WIDTH; x++) {
                light.setRGB(x, y, both.getRaster().getSample(x, y, 0) * 0x10101);
            }
        }
        return light;
    }

    private static BufferedImage colour(BufferedImage both) {
        int top = lightHeight(both);
        int height = both.getHeight() - top;
        BufferedImage colour = new BufferedImage(COLOUR, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < COLOUR; x++) {
                int rgb = 0;
                for (int each = 0; each < 3; each++) {
                    rgb = rgb << 8 | both.getRaster().getSample(each * COLOUR + x, top + y, 0);
                }
                colour.setRGB(x, y, rgb);
            }
        }
        return colour;
    }
}
