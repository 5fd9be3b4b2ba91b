package org.cytovigil.ui.trend;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.text.TextAlignment;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.CrosshairValues.Row;

/** The line through all lanes at the pointer, and the box that says what stood there. */
final class Crosshair {
    private static final double LINE = 24;
    private static final double NEAR = 10;

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final ZoneId zone;

    Crosshair(ZoneId zone) {
        this.zone = zone;
    }

    /** Events within so many milliseconds are named with what stands at a moment. */
    static long near(TimeAxis axis, double unit) {
        return Math.round(NEAR * unit * axis.span() / axis.width());
    }

    /** "day 2 14:05 62:05 h · 2 Mar 22:05". */
    static String when(ChartScene scene, Instant at, ZoneId zone) {
        return scene.time().moment(at) + " " + clock(scene, at, zone);
    }

    private static String clock(ChartScene scene, Instant at, ZoneId zone) {
        String clock = CLOCK.format(at.atZone(zone));
        return scene.time().infused()
                ? Texts.of("bedside.crosshair.hours", scene.time().hours(at), clock)
                : clock;
    }

    /**
     * Draws the line and the box.
     *
     * @param area that of all lanes
     * @param time where the line stands
     * @param y the middle of the box, as far as there is room
     * @param foot what stands below the values; empty for nothing
     */
    void draw(
            Brush brush,
            ChartArea area,
            ChartScene scene,
            TimeAxis axis,
            long time,
            double y,
            String foot) {
        double x = axis.x(time);
        List<Row> rows = CrosshairValues.at(scene, time, near(axis, brush.px(1)));
        brush.line(Ink.TEXT, 1, 1);
        brush.dashes(3, 3);
        brush.vertical(x, area.top(), area.bottom());
        brush.canvas().setLineDashes();
        Instant at = Instant.ofEpochMilli(time);
        String day = scene.time().moment(at);
        String hours = clock(scene, at, zone);
        double pad = brush.px(12);
        double values = brush.width(day, Brush.BODY, true);
        double times = brush.width(hours, Brush.SMALL, false);
        for (Row row : rows) {
            values = Math.max(values, brush.width(row.value(), Brush.BODY, false));
            times = Math.max(times, brush.width(when(row), Brush.SMALL, false));
        }
        double width =
                Math.max(values + times + brush.px(26), brush.width(foot, Brush.SMALL, false))
                        + 2 * pad;
        int lines = rows.size() + (foot.isEmpty() ? 1 : 2);
        double height = brush.px(LINE) * lines + 1.2 * pad;
        double left = x + brush.px(14);
        if (left + width > area.right()) {
            left = Math.max(area.left(), x - width - brush.px(14));
        }
        double top =
                Math.clamp(
                        y - height / 2, area.top(), Math.max(area.top(), area.bottom() - height));
        box(brush, left, top, width, height);
        double line = top + pad * 0.6 + brush.px(LINE / 2);
        brush.fill(Ink.TEXT, 1);
        brush.text(day, left + pad, line, Brush.BODY, true, TextAlignment.LEFT);
        brush.fill(Ink.MUTED, 1);
        brush.text(hours, left + width - pad, line, Brush.SMALL, false, TextAlignment.RIGHT);
        for (Row row : rows) {
            line += brush.px(LINE);
            brush.fill(row.ink(), 1);
            brush.text(row.value(), left + pad, line, Brush.BODY);
            brush.fill(Ink.MUTED, 1);
            brush.text(
                    when(row), left + width - pad, line, Brush.SMALL, false, TextAlignment.RIGHT);
        }
        brush.fill(Ink.MUTED, 1);
        brush.text(foot, left + pad, line + brush.px(LINE), Brush.SMALL);
    }

    private static String when(Row row) {
        return row.by().isEmpty() ? row.at() : row.by() + " · " + row.at();
    }

    static void box(Brush brush, double x, double y, double width, double height) {
        brush.fill(Ink.GROUND, 0.95);
        double round = brush.px(10);
        brush.canvas().fillRoundRect(x, y, width, height, round, round);
        brush.line(Ink.LINE, 1, 1.2);
        brush.canvas().strokeRoundRect(x, y, width, height, round, round);
    }
}
