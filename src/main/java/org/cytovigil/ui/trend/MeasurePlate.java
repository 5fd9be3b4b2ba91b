package org.cytovigil.ui.trend;

import java.util.List;
import java.util.function.Function;
import javafx.scene.text.TextAlignment;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.MeasureModel.Stretch;
import org.jspecify.annotations.Nullable;

/** The stretch that is measured, and the plate that says what every lane did in it. FX thread. */
final class MeasurePlate {
    private static final double LINE = 25;
    private static final double GAP = 22;
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("first", MeasuredLane::first),
                    new Column("last", MeasuredLane::last),
                    new Column("difference", MeasuredLane::difference),
                    new Column("lowest", MeasuredLane::lowest),
                    new Column("highest", MeasuredLane::highest),
                    new Column("mean", MeasuredLane::mean));

    private @Nullable Key drawn;
    private List<MeasuredLane> lanes = List.of();

    private record Column(String key, Function<MeasuredLane, String> cell) {
        String title() {
            return Texts.of("trend.measure.column." + key);
        }
    }

    /** What the values were looked up for. */
    private record Key(ChartScene scene, Stretch stretch) {
        @SuppressWarnings("ReferenceEquality") // another scene is looked up anew
        boolean same(@Nullable Key other) {
            return other != null && scene == other.scene && stretch.equals(other.stretch);
        }
    }

    /** Draws both; {@code area} is that of all lanes. */
    void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis, Stretch stretch) {
        Key wanted = new Key(scene, stretch);
        if (!wanted.same(drawn)) {
            drawn = wanted;
            lanes = MeasuredLane.of(scene, stretch.from(), stretch.to(), stretch.settled());
        }
        band(brush, area, axis, stretch);
        plate(brush, area, scene, stretch);
    }

    private static void band(Brush brush, ChartArea area, TimeAxis axis, Stretch stretch) {
        double from = Math.max(area.left(), axis.x(stretch.from().toEpochMilli()));
        double to = Math.min(area.right(), axis.x(stretch.to().toEpochMilli()));
        if (to > from) {
            brush.fill(Ink.FOCUS, 0.12);
            brush.canvas().fillRect(from, area.top(), to - from, area.height());
        }
        brush.line(Ink.FOCUS, 1, 1.6);
        for (long end : new long[] {stretch.from().toEpochMilli(), stretch.to().toEpochMilli()}) {
            double x = axis.x(end);
            if (x >= area.left() && x <= area.right()) {
                brush.vertical(x, area.top(), area.bottom());
            }
        }
    }

    private void plate(Brush brush, ChartArea area, ChartScene scene, Stretch stretch) {
        String title = MeasureModel.title(scene, stretch);
        String foot = Texts.of(stretch.settled() ? "trend.measure.settled" : "trend.measure.open");
        double pad = brush.px(14);
        double names = 0;
        for (MeasuredLane lane : lanes) {
            names = Math.max(names, brush.width(lane.name(), Brush.BODY, false));
        }
        double[] widths = new double[COLUMNS.size()];
        double table = names;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = brush.width(COLUMNS.get(i).title(), Brush.SMALL, false);
            for (MeasuredLane lane : lanes) {
                String cell = COLUMNS.get(i).cell().apply(lane);
                widths[i] = Math.max(widths[i], brush.width(cell, Brush.BODY, false));
            }
            table += widths[i] + brush.px(GAP);
        }
        double width =
                2 * pad
                        + Math.max(
                                Math.max(table, brush.width(title, Brush.BODY, true)),
                                brush.width(foot, Brush.SMALL, false));
        double height = brush.px(LINE) * (lanes.size() + 3) + pad;
        double left = area.left() + Math.max(0, (area.width() - width) / 2);
        double top = area.top() + Math.max(0, (area.height() - height) / 2);
        Crosshair.box(brush, left, top, width, height);
        double y = top + pad / 2 + brush.px(LINE / 2);
        brush.fill(Ink.TEXT, 1);
        brush.text(title, left + pad, y, Brush.BODY, true, TextAlignment.LEFT);
        y += brush.px(LINE);
        double right = left + pad + names;
        brush.fill(Ink.MUTED, 1);
        for (int i = 0; i < widths.length; i++) {
            right += brush.px(GAP) + widths[i];
            brush.text(COLUMNS.get(i).title(), right, y, Brush.SMALL, false, TextAlignment.RIGHT);
        }
        for (MeasuredLane lane : lanes) {
            y += brush.px(LINE);
            row(brush, lane, left + pad, names, widths, y);
        }
        brush.fill(Ink.MUTED, 1);
        brush.text(foot, left + pad, y + brush.px(LINE), Brush.SMALL);
    }

    private static void row(
            Brush brush, MeasuredLane lane, double left, double names, double[] widths, double y) {
        brush.fill(lane.ink(), 1);
        brush.text(lane.name(), left, y, Brush.BODY);
        brush.fill(Ink.TEXT, 1);
        double right = left + names;
        for (int i = 0; i < widths.length; i++) {
            right += brush.px(GAP) + widths[i];
            String cell = COLUMNS.get(i).cell().apply(lane);
            brush.text(cell, right, y, Brush.BODY, false, TextAlignment.RIGHT);
        }
    }
}
