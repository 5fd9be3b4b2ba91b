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

    private final DateTimeFormatter clock;

    Crosshair(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(zone);
    }

    /** Draws at the pointer; {@code area} is that of all lanes. */
    void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis, double x, double y) {
        long time = axis.time(x);
        long near = axis.time(x + brush.px(NEAR)) - time;
        List<Row> rows = CrosshairValues.at(scene, time, near);
        brush.line(Ink.TEXT, 0.8, 1);
        brush.dashes(3, 3);
        brush.vertical(x, area.top(), area.bottom());
        brush.canvas().setLineDashes();
        Instant at = Instant.ofEpochMilli(time);
        String day = scene.time().moment(at);
        String hours =
                scene.time().infused()
                        ? Texts.of(
                                "bedside.crosshair.hours", scene.time().hours(at), clock.format(at))
                        : clock.format(at);
        double pad = brush.px(12);
        double values = brush.width(day, Brush.BODY, true);
        double times = brush.width(hours, Brush.SMALL, false);
        for (Row row : rows) {
            values = Math.max(values, brush.width(row.value(), Brush.BODY, false));
            times = Math.max(times, brush.width(when(row), Brush.SMALL, false));
        }
        double width = values + times + 2 * pad + brush.px(26);
        double height = brush.px(LINE) * (rows.size() + 1) + 1.2 * pad;
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
    }

    private static String when(Row row) {
        return row.by().isEmpty() ? row.at() : row.by() + " · " + row.at();
    }

    private static void box(Brush brush, double x, double y, double width, double height) {
        brush.fill(Ink.GROUND, 0.95);
        double round = brush.px(10);
        brush.canvas().fillRoundRect(x, y, width, height, round, round);
        brush.line(Ink.LINE, 1, 1.2);
        brush.canvas().strokeRoundRect(x, y, width, height, round, round);
    }
}
