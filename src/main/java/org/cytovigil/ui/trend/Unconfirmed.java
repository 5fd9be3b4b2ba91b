package org.cytovigil.ui.trend;

import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/** The word on a set value that nobody has charted for too long. */
final class Unconfirmed {
    private Unconfirmed() {}

    /** Writes it between two edges when it fits. */
    static void label(Brush brush, double from, double to, double y) {
        String text = Texts.of("bedside.chart.unconfirmed");
        double width = brush.width(text, Brush.SMALL - 1, false);
        if (width + brush.px(12) < to - from) {
            brush.plate(text, (from + to - width) / 2, y, Brush.SMALL - 1, Ink.TEXT, Ink.SURFACE);
        }
    }
}
