package org.cytovigil.ui.board;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.cytovigil.ui.theme.Fonts;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;

/** The temperature of the last twelve hours on a tile. FX thread. */
final class Sparkline extends Canvas {
    private static final double LEAST_HEIGHT = 8;

    /** From this height on there is room for words. */
    private static final double NAMED = 60;

    private static final double FEVER = 38.0;
    private static final double LOWEST = 35.5;
    private static final double HIGHEST = 40.5;

    /** A temperature stands for eight of the twelve hours. */
    private static final double JOINED = 8.0 / 12;

    /**
     * Draws the points between 35.5 and 40.5 °C, with the fever line; no point is joined over a gap
     * of 8 h.
     *
     * @param s how much larger than written the tile's measures are
     */
    void draw(List<BedCard.Point> points, Theme theme, double s) {
        GraphicsContext g = getGraphicsContext2D();
        double w = getWidth();
        double h = getHeight();
        g.clearRect(0, 0, w, h);
        if (h < LEAST_HEIGHT) {
            return;
        }
        drawFever(g, theme, s);
        g.setStroke(theme.colour(Ink.TEMPERATURE));
        g.setFill(theme.colour(Ink.TEMPERATURE));
        g.setLineWidth(1.8 * s);
        BedCard.Point last = null;
        for (BedCard.Point point : points) {
            double x = point.position() * w;
            double y = y(point.celsius(), h);
            if (last != null && point.position() - last.position() <= JOINED) {
                g.strokeLine(last.position() * w, y(last.celsius(), h), x, y);
            }
            double r = 1.8 * s;
            g.fillOval(x - r, y - r, 2 * r, 2 * r);
            last = point;
        }
    }

    /** Leaves it empty. */
    void clear() {
        getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    }

    private void drawFever(GraphicsContext g, Theme theme, double s) {
        double w = getWidth();
        double h = getHeight();
        double fever = y(FEVER, h);
        g.setStroke(theme.colour(Ink.LINE));
        g.setLineWidth(1);
        g.setLineDashes(3 * s, 4 * s);
        g.strokeLine(0, fever, w, fever);
        g.setLineDashes();
        if (h > NAMED * s) {
            g.setFill(theme.colour(Ink.MUTED));
            g.setFont(Fonts.regular(10.5 * s));
            g.setTextAlign(TextAlignment.RIGHT);
            g.setTextBaseline(VPos.BOTTOM);
            g.fillText(Texts.of("board.sparkline"), w, h);
            g.fillText("38", w, fever);
        }
    }

    private static double y(double celsius, double height) {
        double part = (Math.min(HIGHEST, Math.max(LOWEST, celsius)) - LOWEST) / (HIGHEST - LOWEST);
        return height - 3 - part * (height - 6);
    }
}
