package org.cytovigil.ui.board;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;

/**
 * How a tile is laid out that is too small for everything: bed, name, grade, values and alarm at a
 * size that can be read, and as much of the rest as there are lines left. FX thread.
 */
// [impl->req~ui.small-tiles~1]
final class SmallTile {
    private static final double PAD = 7;

    /** Lower lines could not be read. */
    private static final double LINE = 17;

    private static final int LEAST_LINES = 4;
    private static final int MOST_LINES = 6;

    private final BedTile tile;
    private final BedCard card;
    private final double width;
    private final double line;
    private final int lines;

    private SmallTile(BedTile tile) {
        this.tile = tile;
        this.card = tile.card();
        this.width = tile.getWidth() - 2 * PAD;
        double height = Math.max(1, tile.getHeight() - 2 * PAD);
        this.lines = Math.max(LEAST_LINES, Math.min(MOST_LINES, (int) Math.floor(height / LINE)));
        this.line = height / lines;
    }

    /** Lays the tile's parts out, and hides those for which there is no room. */
    static void layout(BedTile tile) {
        new SmallTile(tile).layout();
    }

    private void layout() {
        for (Node part :
                List.of(
                        tile.age,
                        tile.nurse,
                        tile.time,
                        tile.scale,
                        tile.since,
                        tile.peak,
                        tile.warning,
                        tile.due,
                        tile.alarm,
                        tile.alarmGround,
                        tile.sparkline)) {
            part.setVisible(false);
        }
        double taken = lines == LEAST_LINES ? mark() : 0;
        head(width - taken);
        values();
        if (lines > LEAST_LINES) {
            foot();
        }
    }

    /** The baseline of a line, counted from 0. */
    private double baseline(int index) {
        return PAD + (index + 0.78) * line;
    }

    private void head(double room) {
        TileText.fit(tile.bed, card.bed(), room * 0.45, line * 0.92, true);
        TileText.place(tile.bed, PAD, baseline(0));
        double left = tile.bed.getLayoutBounds().getWidth() + line * 0.4;
        TileText.fit(tile.name, card.name(), room - left, line * 0.68, true);
        TileText.place(tile.name, PAD + left, baseline(0));
    }

    private void values() {
        double size = line * 0.74;
        double gap = line * 0.45;
        tile.temperature.brief(size, width * 0.45);
        tile.temperature.place(PAD, baseline(1));
        tile.pressure.brief(size, width - tile.temperature.width() - gap);
        tile.pressure.place(PAD + width - tile.pressure.width(), baseline(1));
        boolean set = card.computed() != null;
        double badge = Math.rint(Math.min(line * (set ? 1.35 : 1.95), width * 0.35));
        tile.badge.setSize(badge);
        tile.badge.relocate(PAD, PAD + 2 * line);
        TileText.fit(tile.arrow, tile.arrow.getText(), line, line * 0.8, true);
        TileText.place(tile.arrow, PAD + badge + 2, PAD + 2 * line + badge * 0.65);
        double left = badge + line * 1.05;
        if (set) {
            TileText.fit(tile.computed, tile.computedWords(), width * 0.42, line * 0.55, true);
            TileText.place(tile.computed, PAD, baseline(3) + line * 0.12);
            left = Math.max(left, tile.computed.getLayoutBounds().getWidth() + 6);
        }
        tile.computed.setVisible(set);
        tile.oxygen.brief(size, width - left);
        tile.oxygen.place(PAD + left, baseline(2));
        tile.vasopressors.brief(size, width - left);
        tile.vasopressors.place(PAD + left, baseline(3));
    }

    /** The alarm's mark alone, at the end of the first line; what it takes. */
    private double mark() {
        BedCard.AlarmLine alarm = card.alarm();
        if (alarm == null || alarm.text().isEmpty()) {
            return 0;
        }
        return alarm(alarm.answered() ? "✓" : alarm.priority().mark(), 0, width * 0.3);
    }

    /** The alarm, else what the digit does not say, else what is due; and below it the others. */
    private void foot() {
        BedCard.AlarmLine alarm = card.alarm();
        int next = LEAST_LINES;
        if (alarm != null && !alarm.text().isEmpty()) {
            alarm(tile.alarmWords(), next, width);
            next++;
        }
        if (next < lines && !card.warning().isEmpty()) {
            left(tile.warning, card.warning(), next, true);
            next++;
        }
        if (next < lines && card.due() != null) {
            left(tile.due, card.due().text(), next, card.isOverdue());
            next++;
        }
        if (next < lines && card.stay() != null) {
            left(tile.since, String.join(" ", card.scale(), card.since()), next, false);
        }
    }

    private void left(Text text, String words, int index, boolean bold) {
        TileText.fit(text, words, width, line * 0.6, bold);
        TileText.place(text, PAD, baseline(index));
        text.setVisible(true);
    }

    /** At the right end of a line; how much of it that takes. */
    private double alarm(String words, int index, double room) {
        double inset = 4;
        TileText.fit(tile.alarm, words, room - 2 * inset, line * 0.62, true);
        double wide = tile.alarm.getLayoutBounds().getWidth();
        double left = PAD + width - wide - inset;
        TileText.place(tile.alarm, left, baseline(index) - line * 0.06);
        tile.alarmGround.setX(left - inset);
        tile.alarmGround.setY(PAD + index * line + line * 0.08);
        tile.alarmGround.setWidth(wide + 2 * inset);
        tile.alarmGround.setHeight(line * 0.84);
        tile.alarm.setVisible(true);
        tile.alarmGround.setVisible(card.alarm() != null && !card.alarm().answered());
        return wide + 2 * inset + 6;
    }
}
