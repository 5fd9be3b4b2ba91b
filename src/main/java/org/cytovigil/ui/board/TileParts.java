package org.cytovigil.ui.board;

import org.cytovigil.ui.theme.Fonts;
import org.cytovigil.ui.theme.Texts;

/** What stands alike on tiles of the usual layout and on those in large text. FX thread. */
final class TileParts {
    /** Of the measures for a tile of 380 by 230 pixels, by which all others are meant. */
    static final double PAD = 14;

    private static final double BED_ROOM = 84;

    /** Of the line under the name; the rest is for what is due. */
    private static final double NURSE_SHARE = 0.5;

    private TileParts() {}

    /** Bed, name, age, nurse, day and hour, and what is due. */
    static void head(BedTile tile, double s) {
        BedCard card = tile.card();
        double w = tile.getWidth();
        double line = (PAD + 20) * s;
        TileText.fit(tile.bed, card.bed(), BED_ROOM * s, 24 * s, true);
        TileText.place(tile.bed, PAD * s, line);
        tile.time.setFont(Fonts.regular(15 * s));
        double timeLeft = w - PAD * s - tile.time.getLayoutBounds().getWidth();
        tile.time.relocate(timeLeft, line - 16 * s);
        // Hospital systems name beds at length.
        double nameLeft = Math.max(54 * s, (PAD + 10) * s + tile.bed.getLayoutBounds().getWidth());
        TileText.fit(tile.name, card.name(), timeLeft - nameLeft - 6 * s, 17 * s, true);
        TileText.place(tile.name, nameLeft, line - 4 * s);
        TileText.put(tile.age, nameLeft, line + 12 * s, 12.5 * s, false);
        double ageEnd = nameLeft + tile.age.getLayoutBounds().getWidth() + 8 * s;
        double rest = w - PAD * s - ageEnd;
        ageEnd = nurse(tile, ageEnd, line + 12 * s, rest * NURSE_SHARE, s);
        double dueRoom = w - PAD * s - ageEnd;
        String words = card.due() == null ? "" : card.due().text();
        TileText.fit(tile.due, words, dueRoom, 13 * s, card.isOverdue());
        TileText.place(
                tile.due, w - PAD * s - tile.due.getLayoutBounds().getWidth(), line + 15 * s);
    }

    /** Where what stands behind it begins. */
    private static double nurse(BedTile tile, double x, double baseline, double room, double s) {
        BedCard card = tile.card();
        if (card.nurse().isEmpty()) {
            tile.nurse.setText("");
            return x;
        }
        TileText.fit(tile.nurse, Texts.of("board.nurse", card.nurse()), room, 12.5 * s, false);
        TileText.place(tile.nurse, x, baseline);
        return x + tile.nurse.getLayoutBounds().getWidth() + 8 * s;
    }

    /** Puts the alarm, whose letters have their size, at the end of the last line. */
    static void alarm(BedTile tile, double bottom, double s) {
        double width = tile.alarm.getLayoutBounds().getWidth();
        double left = tile.getWidth() - (PAD + 6) * s - width;
        tile.alarm.relocate(left, bottom - tile.alarm.getBaselineOffset());
        tile.alarmGround.setX(left - 6 * s);
        tile.alarmGround.setY(bottom - 15 * s);
        tile.alarmGround.setWidth(width + 12 * s);
        tile.alarmGround.setHeight(21 * s);
    }

    /** Draws the curve in what is left between two lines. */
    static void curve(BedTile tile, double left, double top, double bottom, double s) {
        tile.sparkline.setWidth(Math.max(0, tile.getWidth() - left - PAD * s));
        tile.sparkline.setHeight(Math.max(0, bottom - top));
        tile.sparkline.relocate(left, top);
        tile.drawSparkline(s);
    }
}
