package org.cytovigil.ui.board;

import static org.cytovigil.ui.board.TileParts.PAD;

import org.cytovigil.ui.theme.Fonts;

/**
 * How a tile is laid out in large text: the lines stand closer, the badge is smaller; first goes
 * the curve, then how long the grade has stood, then the highest grade. A warning and a grade that
 * was set stay. FX thread.
 */
// [impl->req~ui.text-size~1]
final class LargeTile {
    private static final double LEFT = 97;
    private static final double BADGE = 52;

    private final BedTile tile;
    private final double w;
    private final double s;
    private final double left;
    private final double room;
    private final double bottom;

    private LargeTile(BedTile tile, double s) {
        this.tile = tile;
        this.w = tile.getWidth();
        this.s = s;
        this.left = LEFT * s;
        this.room = w - left - PAD * s;
        this.bottom = tile.getHeight() - PAD * s;
    }

    /**
     * Lays the tile's parts out.
     *
     * @param s how much larger than written the measures are
     */
    static void layout(BedTile tile, double s) {
        LargeTile large = new LargeTile(tile, s);
        TileParts.head(tile, s);
        large.values();
        large.foot();
        large.rest();
    }

    private void values() {
        tile.badge.setSize(Math.rint(BADGE * s));
        tile.badge.relocate(PAD * s, 54 * s);
        TileText.put(tile.arrow, (PAD + BADGE + 2) * s, 88 * s, 20 * s, true);
        TileText.put(tile.scale, PAD * s, 120 * s, 12 * s, false);
        TileText.shrink(tile.scale, left - (PAD + 4) * s, 12 * s);
        tile.temperature.size(21 * s, room * 0.48);
        tile.temperature.place(left, 72 * s);
        tile.pressure.size(21 * s, room - tile.temperature.width() - 8 * s);
        tile.pressure.place(w - PAD * s - tile.pressure.width(), 72 * s);
        tile.oxygen.size(17 * s, room);
        tile.oxygen.place(left, 95 * s);
        tile.vasopressors.size(17 * s, room);
        tile.vasopressors.place(left, 117 * s);
    }

    /** The last line: a grade that was set, a warning, the alarm. */
    private void foot() {
        tile.alarm.setFont(Fonts.bold(14 * s));
        boolean said = !tile.warning.getText().isEmpty() || !tile.computed.getText().isEmpty();
        TileText.shrink(tile.alarm, (said ? 0.5 : 1) * (w - 2 * PAD * s) - 12 * s, 14 * s);
        TileParts.alarm(tile, bottom, s);
        double end =
                tile.alarm.getText().isEmpty() ? w - PAD * s : tile.alarm.getLayoutX() - 12 * s;
        TileText.put(tile.computed, PAD * s, bottom, 14 * s, true);
        boolean both = !tile.warning.getText().isEmpty() && !tile.computed.getText().isEmpty();
        TileText.shrink(tile.computed, (end - PAD * s) * (both ? 0.45 : 1), 14 * s);
        double after =
                tile.computed.getText().isEmpty()
                        ? PAD * s
                        : (PAD + 8) * s + tile.computed.getLayoutBounds().getWidth();
        TileText.put(tile.warning, after, bottom, 14 * s, true);
        TileText.shrink(tile.warning, end - after, 14 * s);
    }

    /** What there is room for between the values and the last line. */
    private void rest() {
        boolean third = bottom - 22 * s > 137 * s;
        TileText.put(tile.peak, left, 137 * s, 13 * s, false);
        TileText.shrink(tile.peak, room, 13 * s);
        tile.peak.setVisible(third && tile.warning.getText().isEmpty());
        TileText.put(tile.since, PAD * s, 137 * s, 13 * s, false);
        TileText.shrink(tile.since, left - (PAD + 4) * s, 13 * s);
        tile.since.setVisible(third);
        TileParts.curve(tile, left, 144 * s, bottom - 22 * s, s);
    }
}
