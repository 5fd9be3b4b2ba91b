package org.cytovigil.ui.board;

import static org.cytovigil.ui.board.TileParts.PAD;

/** How a tile is laid out that has room for everything, in text of the usual size. FX thread. */
final class UsualTile {
    static final double BADGE = 76;

    private static final double VALUES_LEFT = 122;

    private final BedTile tile;
    private final BedCard card;
    private final double w;
    private final double h;
    private final double s;

    private UsualTile(BedTile tile, double s) {
        this.tile = tile;
        this.card = tile.card();
        this.w = tile.getWidth();
        this.h = tile.getHeight();
        this.s = s;
    }

    /**
     * Lays the tile's parts out.
     *
     * @param s how much larger than written the measures are
     */
    static void layout(BedTile tile, double s) {
        UsualTile usual = new UsualTile(tile, s);
        TileParts.head(tile, s);
        usual.grade();
        usual.values();
        usual.foot();
    }

    private void grade() {
        tile.badge.setSize(Math.rint(BADGE * s));
        tile.badge.relocate(PAD * s - 2 * s, 56 * s);
        TileText.put(tile.arrow, (PAD + BADGE + 2) * s, 88 * s, 22 * s, true);
    }

    private void values() {
        double left = VALUES_LEFT * s;
        double right = w - PAD * s;
        double room = right - left;
        tile.temperature.size(21 * s, room * 0.52);
        tile.temperature.place(left, 84 * s);
        tile.pressure.size(21 * s, room - tile.temperature.width() - 12 * s);
        tile.pressure.place(right - tile.pressure.width(), 84 * s);
        tile.oxygen.size(17 * s, room);
        tile.oxygen.place(left, 112 * s);
        tile.vasopressors.size(17 * s, room);
        tile.vasopressors.place(left, 138 * s);
    }

    private void foot() {
        double left = VALUES_LEFT * s;
        double bottom = h - PAD * s;
        boolean set = card.computed() != null;
        if (set) {
            TileText.fit(tile.computed, tile.computedWords(), left - PAD * s - 4 * s, 15 * s, true);
            TileText.place(tile.computed, PAD * s, 154 * s);
        }
        TileText.put(tile.since, PAD * s, (set ? 172 : 154) * s, 13 * s, false);
        // On the flattest tiles there is no third line; the computed grade goes first.
        tile.since.setVisible(!set || 172 * s < bottom - 14 * s);
        TileText.put(tile.scale, PAD * s, bottom - 1 * s, 12 * s, false);
        double alarmRoom =
                w - (PAD + PAD + 12) * s - tile.scale.getLayoutBounds().getWidth() - 14 * s;
        TileText.fit(tile.alarm, tile.alarmWords(), alarmRoom, 14 * s, true);
        TileParts.alarm(tile, bottom, s);
        if (tile.warning.getText().isEmpty()) {
            TileText.put(tile.peak, left, 162 * s, 13 * s, false);
        } else {
            TileText.fit(tile.warning, card.warning(), w - left - PAD * s, 14 * s, true);
            TileText.place(tile.warning, left, 162 * s);
        }
        tile.peak.setVisible(tile.warning.getText().isEmpty());
        TileParts.curve(tile, left, 170 * s, bottom - 20 * s, s);
    }
}
