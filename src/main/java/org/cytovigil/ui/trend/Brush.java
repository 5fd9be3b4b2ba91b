package org.cytovigil.ui.trend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.cytovigil.ui.theme.Fonts;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Theme;

/**
 * A canvas with the theme's colours and with sizes in units that grow with the screen. FX thread.
 */
final class Brush {
    /** Sizes of type in units. */
    static final double SMALL = 15;

    static final double BODY = 17;
    static final double LARGE = 26;

    private static final double SMALLEST_TYPE = 11;
    private static final int WIDTHS_KEPT = 2_000;
    private static final Map<Font, Map<String, Double>> WIDTHS = new HashMap<>();
    private static final Map<Theme, Map<Ink, Map<Double, Color>>> COLOURS =
            new EnumMap<>(Theme.class);
    private static final Map<Double, Font> REGULAR = new HashMap<>();
    private static final Map<Double, Font> BOLD = new HashMap<>();
    private static final int SIZES_KEPT = 200;
    private static final Text RULER = new Text();

    private final GraphicsContext g;
    private final Theme theme;
    private final double unit;
    private Color lineColour = Color.BLACK;
    private double lineWidth = 1;
    private final List<Runnable> margins = new ArrayList<>();
    private final Targets targets = new Targets();

    /**
     * @param unit pixels in a unit
     */
    Brush(GraphicsContext g, Theme theme, double unit) {
        this.g = g;
        this.theme = theme;
        this.unit = unit;
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.BUTT);
    }

    GraphicsContext canvas() {
        return g;
    }

    Theme theme() {
        return theme;
    }

    /** Units in pixels. */
    double px(double units) {
        return units * unit;
    }

    /** Kept once made: to derive a colour goes by way of its hue and makes much garbage. */
    Color colour(Ink ink, double opacity) {
        Color whole = theme.colour(ink);
        return opacity == 1
                ? whole
                : COLOURS.computeIfAbsent(theme, t -> new EnumMap<>(Ink.class))
                        .computeIfAbsent(ink, i -> new HashMap<>())
                        .computeIfAbsent(opacity, o -> whole.deriveColor(0, 1, 1, o));
    }

    void fill(Ink ink, double opacity) {
        g.setFill(colour(ink, opacity));
    }

    /** Sets the line; widths are in units, never below one pixel. */
    void line(Ink ink, double opacity, double width) {
        lineColour = colour(ink, opacity);
        lineWidth = Math.max(1, px(width));
        g.setStroke(lineColour);
        g.setLineWidth(lineWidth);
    }

    void dashes(double... units) {
        double[] pixels = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            pixels[i] = px(units[i]);
        }
        g.setLineDashes(pixels);
    }

    /**
     * A horizontal line on whole pixels, so that it is sharp. It is a filled rectangle: those cost
     * their pixels, where a stroke costs an outline and its filling.
     */
    void horizontal(double x1, double x2, double y) {
        if (hasDashes()) {
            g.strokeLine(x1, Math.floor(y) + 0.5, x2, Math.floor(y) + 0.5);
            return;
        }
        double thick = Math.max(1, Math.rint(lineWidth));
        g.setFill(lineColour);
        g.fillRect(x1, Math.floor(y + 0.5 - thick / 2), x2 - x1, thick);
    }

    /** A vertical line on whole pixels, as {@link #horizontal}. */
    void vertical(double x, double y1, double y2) {
        if (hasDashes()) {
            g.strokeLine(Math.floor(x) + 0.5, y1, Math.floor(x) + 0.5, y2);
            return;
        }
        double thick = Math.max(1, Math.rint(lineWidth));
        g.setFill(lineColour);
        g.fillRect(Math.floor(x + 0.5 - thick / 2), y1, thick, y2 - y1);
    }

    private boolean hasDashes() {
        double[] dashes = g.getLineDashes();
        return dashes != null && dashes.length > 0;
    }

    /** A horizontal line of dashes on whole pixels; lengths are in units. */
    void dashed(double x1, double x2, double y, double dash, double gap) {
        double length = Math.max(1, Math.rint(px(dash)));
        double step = length + Math.max(1, Math.rint(px(gap)));
        for (double x = x1; x < x2; x += step) {
            horizontal(x, Math.min(x + length, x2), y);
        }
    }

    /** The outline of a rectangle, one pixel wide and within it. */
    void frame(double x, double y, double width, double height) {
        double top = Math.floor(y);
        double bottom = top + Math.floor(height);
        horizontal(x, x + width, top);
        horizontal(x, x + width, bottom - 1);
        vertical(x, top, bottom);
        vertical(x + width - 1, top, bottom);
    }

    /** Pixels of a line so many units thick, never below one. */
    double thickness(double units) {
        return Math.max(1, px(units));
    }

    /**
     * Draws something beside the plot once everything in the plot is drawn: lines that lead out of
     * the plot are covered then. The canvas' own clipping is not used, for it costs a picture of
     * the whole canvas each time.
     */
    void margin(Runnable drawing) {
        margins.add(drawing);
    }

    /** The marks drawn so far that can be pressed. */
    Targets targets() {
        return targets;
    }

    /** A small muted word beside the plot, drawn as {@link #margin} says. */
    void beside(String text, double x, double y, double size, TextAlignment align) {
        margin(
                () -> {
                    fill(Ink.MUTED, 1);
                    text(text, x, y, size, false, align);
                });
    }

    /** Covers what leads out of the plot, and draws what stands beside it. */
    void finish(ChartArea plot) {
        fill(Ink.GROUND, 1);
        double top = plot.top() - 1;
        double below = g.getCanvas().getHeight() - top;
        g.fillRect(0, top, plot.left(), below);
        g.fillRect(plot.right(), top, g.getCanvas().getWidth() - plot.right(), below);
        margins.forEach(Runnable::run);
        margins.clear();
    }

    Font font(double size, boolean bold) {
        double pixels = Math.max(SMALLEST_TYPE, px(size));
        Map<Double, Font> kept = bold ? BOLD : REGULAR;
        if (kept.size() > SIZES_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(pixels, bold ? Fonts::bold : Fonts::regular);
    }

    /** Text in one line, its middle at {@code y}. */
    void text(String text, double x, double y, double size, boolean bold, TextAlignment align) {
        g.setFont(font(size, bold));
        g.setTextAlign(align);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    void text(String text, double x, double y, double size) {
        text(text, x, y, size, false, TextAlignment.LEFT);
    }

    /** Small text with a plate behind it, for labels that cross lines; {@code x} is its left. */
    void plate(String text, double x, double y, double size, Ink ink, Ink ground) {
        double width = width(text, size, false);
        double half = Math.max(SMALLEST_TYPE, px(size)) * 0.68;
        fill(ground, 0.82);
        g.fillRoundRect(x - px(4), y - half, width + px(8), 2 * half, half * 0.6, half * 0.6);
        fill(ink, 1);
        text(text, x, y, size);
    }

    /** How wide a text is in pixels. */
    double width(String text, double size, boolean bold) {
        Font font = font(size, bold);
        if (WIDTHS.size() > SIZES_KEPT) {
            WIDTHS.clear();
        }
        Map<String, Double> kept = WIDTHS.computeIfAbsent(font, f -> new HashMap<>());
        if (kept.size() > WIDTHS_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(
                text,
                key -> {
                    RULER.setFont(font);
                    RULER.setText(text);
                    return RULER.getLayoutBounds().getWidth();
                });
    }

    /** As much of a text as a width holds, with a sign that there is more; whole when it fits. */
    String shortened(String text, double size, boolean bold, double room) {
        String shown = text;
        int end = text.length();
        while (end > 0 && width(shown, size, bold) > room) {
            end--;
            shown = text.substring(0, end).stripTrailing() + "…";
        }
        return shown;
    }

    /** Diagonal lines within a rectangle: what is not known. */
    void hatch(double x, double y, double width, double height, Ink ink, double opacity) {
        if (width <= 0 || height <= 0) {
            return;
        }
        line(ink, opacity, 1.4);
        double step = Math.max(5, px(8));
        double left = Math.max(x, 0);
        double right = Math.min(x + width, g.getCanvas().getWidth());
        // Counted from the canvas' own corner, so neighbouring hatches run on into each other.
        double start = Math.floor((left - y - height) / step) * step;
        g.beginPath();
        for (double c = start; c < right - y; c += step) {
            double from = Math.max(y, left - c);
            double to = Math.min(y + height, right - c);
            if (to > from) {
                g.moveTo(c + from, from);
                g.lineTo(c + to, to);
            }
        }
        g.stroke();
    }

    /** A labelled threshold across the plot; the two words of its label stand to the right. */
    void threshold(String name, String value, ChartArea area, double y) {
        line(Ink.MUTED, 0.9, 1.2);
        dashed(area.left(), area.right(), y, 6, 5);
        beside(name, area.right() + px(7), y - px(8), SMALL - 2, TextAlignment.LEFT);
        beside(value, area.right() + px(7), y + px(8), SMALL - 2, TextAlignment.LEFT);
    }
}
