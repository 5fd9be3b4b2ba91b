package org.cytovigil.ui.board;

import javafx.scene.text.Text;
import org.cytovigil.ui.theme.Fonts;

/** Words on a tile that keep to their room. FX thread. */
final class TileText {
    /** Smaller letters could not be read. */
    static final double SMALLEST = 9;

    private TileText() {}

    /**
     * Sets words so that they fit: as large as wanted, else smaller, and cut with "…" only when
     * they could not be read any more. Never used for values: a cut value is a wrong value.
     */
    static void fit(Text text, String words, double room, double size, boolean bold) {
        text.setText(words);
        text.setFont(bold ? Fonts.bold(size) : Fonts.regular(size));
        double width = text.getLayoutBounds().getWidth();
        if (width <= room) {
            return;
        }
        double smaller =
                Math.max(Math.min(size, SMALLEST), Math.floor(size * room / width * 10) / 10);
        text.setFont(bold ? Fonts.bold(smaller) : Fonts.regular(smaller));
        for (int kept = words.length() - 1;
                kept >= 0 && text.getLayoutBounds().getWidth() > room;
                kept--) {
            text.setText(kept == 0 ? "" : words.substring(0, kept).stripTrailing() + "…");
        }
    }

    /** Makes a text smaller until it fits, never shorter: a cut value is a wrong value. */
    static void shrink(Text text, double room, double size) {
        double width = text.getLayoutBounds().getWidth();
        if (room > 0 && width > room) {
            double smaller = Math.max(7, size * room / width);
            // A text is laid out from its baseline, which so stays where it is.
            text.setFont(
                    text.getFont().getStyle().contains("Bold")
                            ? Fonts.bold(smaller)
                            : Fonts.regular(smaller));
        }
    }

    static void place(Text text, double x, double baseline) {
        text.relocate(x, baseline - text.getBaselineOffset());
    }

    /** Sets the letters of a text and puts it on a baseline. */
    static void put(Text text, double x, double baseline, double size, boolean bold) {
        text.setFont(bold ? Fonts.bold(size) : Fonts.regular(size));
        place(text, x, baseline);
    }
}
