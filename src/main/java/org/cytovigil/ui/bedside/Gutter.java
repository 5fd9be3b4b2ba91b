package org.cytovigil.ui.bedside;

import javafx.scene.text.TextAlignment;
import org.cytovigil.ui.bedside.Readouts.Line;
import org.cytovigil.ui.bedside.Readouts.Readout;
import org.cytovigil.ui.theme.Ink;

/** Title, present value and scale to the left of a lane. */
final class Gutter {
    /** How wide it is, in units; the scale takes the part nearest the plot. */
    static final double WIDTH = 262;

    private static final double SCALE = 74;

    private Gutter() {}

    /** The title of a lane with the present value under it, as many lines as there is room for. */
    static void present(Brush brush, ChartArea area, String title, Ink ink, Readout readout) {
        double x = area.gutter();
        double room = brush.px(WIDTH - SCALE);
        double y = area.top() + brush.px(11);
        brush.fill(ink, 1);
        brush.text(title, x, y, Brush.BODY, true, TextAlignment.LEFT);
        y += brush.px(27);
        double size = Brush.LARGE;
        while (brush.width(readout.value(), size, true) > room && size > Brush.SMALL) {
            size -= 1;
        }
        brush.fill(readout.stale() ? Ink.MUTED : Ink.TEXT, 1);
        brush.text(readout.value(), x, y, size, true, TextAlignment.LEFT);
        double width = brush.width(readout.value(), size, true);
        if (readout.stale()) {
            strike(brush, x, width, y, 2.2);
        }
        brush.fill(Ink.MUTED, 1);
        double unit = brush.width(readout.unit(), Brush.SMALL, false);
        if (width + brush.px(6) + unit <= room) {
            brush.text(readout.unit(), x + width + brush.px(6), y + brush.px(3), Brush.SMALL);
            y += brush.px(25);
        } else {
            y += brush.px(22);
            brush.text(readout.unit(), x, y, Brush.SMALL);
            y += brush.px(19);
        }
        for (Line line : readout.lines()) {
            if (y + brush.px(7) > area.bottom()) {
                break;
            }
            brush.fill(line.stale() ? Ink.MUTED : Ink.TEXT, line.stale() ? 1 : 0.8);
            String text = fitted(brush, line.text(), room);
            brush.text(text, x, y, Brush.SMALL);
            if (line.stale()) {
                strike(brush, x, brush.width(text, Brush.SMALL, false), y, 1.2);
            }
            y += brush.px(19);
        }
    }

    private static void strike(Brush brush, double x, double width, double y, double thickness) {
        brush.line(Ink.TEXT, 1, thickness);
        brush.canvas().strokeLine(x - brush.px(2), y, x + width + brush.px(2), y);
    }

    private static String fitted(Brush brush, String text, double room) {
        String shown = text;
        while (shown.length() > 1 && brush.width(shown, Brush.SMALL, false) > room) {
            shown = shown.substring(0, shown.length() - 2).stripTrailing() + "…";
        }
        return shown;
    }

    /** A number or word of the vertical scale, with its hair line through the plot. */
    static void tick(Brush brush, ChartArea area, String label, double y) {
        brush.line(Ink.LINE, 0.7, 1);
        brush.horizontal(area.left(), area.right(), y);
        brush.fill(Ink.MUTED, 1);
        brush.text(
                label, area.left() - brush.px(8), y, Brush.SMALL - 1, false, TextAlignment.RIGHT);
    }
}
