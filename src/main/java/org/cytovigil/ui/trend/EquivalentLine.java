package org.cytovigil.ui.trend;

import javafx.scene.canvas.GraphicsContext;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.DoseStack.Stretch;

/** The norepinephrine equivalent of all drugs as a labelled, dotted line: a trend, not a grade. */
final class EquivalentLine {
    private EquivalentLine() {}

    /**
     * Draws it broken where it is unknown, so it never looks lower than it is.
     *
     * @param top the dose at the upper edge
     * @param now the horizontal of the present, which the label keeps clear of
     */
    static void draw(
            Brush brush, ChartArea plot, TimeAxis axis, DoseStack stack, double top, double now) {
        GraphicsContext g = brush.canvas();
        brush.line(Ink.TEXT, 0.85, 1.5);
        brush.dashes(2, 3);
        g.beginPath();
        boolean drawn = false;
        boolean open = false;
        double labelX = 0;
        double labelY = Double.POSITIVE_INFINITY;
        for (Stretch stretch : stack.stretches()) {
            double dose = stretch.equivalent().orElse(0);
            if (dose == 0) {
                open = false;
                continue;
            }
            double y = plot.y(dose, 0, top);
            double from = axis.x(stretch.from());
            if (open) {
                g.lineTo(from, y);
            } else {
                g.moveTo(from, y);
            }
            double to = axis.x(stretch.to());
            g.lineTo(to, y);
            open = true;
            boolean visible = to > plot.left() && from < plot.right();
            if (visible && y < labelY) {
                labelX = (Math.max(from, plot.left()) + Math.min(to, plot.right())) / 2;
                labelY = y;
            }
            drawn |= visible;
        }
        g.stroke();
        g.setLineDashes();
        if (drawn) {
            String label = Texts.of("bedside.chart.equivalent");
            double width = brush.width(label, Brush.SMALL - 1, false);
            double left = plot.left() + brush.px(6);
            double right = Math.min(plot.right(), now) - width - brush.px(8);
            double x = right < left ? left : Math.clamp(labelX - width / 2, left, right);
            brush.plate(label, x, labelY - brush.px(13), Brush.SMALL - 1, Ink.TEXT, Ink.SURFACE);
        }
    }
}
