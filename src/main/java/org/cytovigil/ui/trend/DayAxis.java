package org.cytovigil.ui.trend;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.text.TextAlignment;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/**
 * The axis under the lanes, counted from the infusion (from the admission in hours alone, while
 * none is charted): days, or hours with the clock time when little more than a day is shown; and
 * the lines and the band of days 2 to 7 behind the lanes.
 */
final class DayAxis {
    private static final long HOUR = 3_600_000;
    private static final long CLOCK_UP_TO = 30 * HOUR;
    private static final int BAND_FROM_DAY = 2;
    private static final int BAND_TO_DAY = 8;

    private final DateTimeFormatter clock;

    DayAxis(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    /** The lines and the band behind the lanes. */
    void drawBehind(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        long zero = scene.zeroMillis();
        double from = Math.max(area.left(), axis.x(zero + BAND_FROM_DAY * TimeAxis.DAY));
        double to = Math.min(area.right(), axis.x(zero + BAND_TO_DAY * TimeAxis.DAY));
        if (to > from && scene.time().infused()) {
            brush.fill(Ink.FOCUS, 0.055);
            brush.canvas().fillRect(from, area.top(), to - from, area.height());
        }
        long step = step(brush, axis);
        for (long tick = axis.firstTick(zero, step); tick <= axis.to(); tick += step) {
            boolean day = Math.floorMod(tick - zero, TimeAxis.DAY) == 0;
            brush.line(Ink.LINE, day ? 1 : 0.5, 1);
            brush.vertical(axis.x(tick), area.top(), area.bottom());
        }
    }

    private static long step(Brush brush, TimeAxis axis) {
        return axis.span() <= CLOCK_UP_TO
                ? axis.tickStep(brush.px(96))
                : Math.min(TimeAxis.DAY, axis.tickStep(brush.px(64)));
    }

    /** The labels under the lanes. */
    void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        if (axis.span() <= CLOCK_UP_TO) {
            hours(brush, area, scene, axis);
        } else if (scene.time().infused()) {
            days(brush, area, scene, axis);
        } else {
            hoursOfAdmission(brush, area, scene, axis);
        }
    }

    private static String sinceWhat(ChartScene scene) {
        return scene.time().infused() ? "bedside.axis.infusion" : "bedside.axis.admission";
    }

    /** Every 24 hours, or a multiple of that when they stand too close. */
    private static void hoursOfAdmission(
            Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        double y = area.top() + brush.px(20);
        brush.fill(Ink.MUTED, 1);
        brush.text(
                Texts.of(sinceWhat(scene)),
                area.left() - brush.px(8),
                y,
                Brush.SMALL - 1,
                false,
                TextAlignment.RIGHT);
        double dayWidth = TimeAxis.DAY * axis.width() / axis.span();
        double widest = brush.width(hours(100 * TimeAxis.DAY), Brush.BODY, false) + brush.px(14);
        long step = TimeAxis.DAY * Math.max(1, (long) Math.ceil(widest / dayWidth));
        for (long tick = axis.firstTick(scene.zeroMillis(), step);
                tick <= axis.to();
                tick += step) {
            if (axis.x(tick) >= area.left()) {
                brush.text(
                        hours(tick - scene.zeroMillis()),
                        axis.x(tick),
                        y,
                        Brush.BODY,
                        false,
                        TextAlignment.CENTER);
            }
        }
    }

    /** "30 h", "30 h 15"; before the admission "-3 h". */
    private static String hours(long sinceAdmission) {
        long minutes = Math.abs(sinceAdmission) / 60_000;
        String hours = (sinceAdmission < 0 ? "-" : "") + minutes / 60;
        return minutes % 60 == 0
                ? Texts.of("bedside.axis.hour", hours)
                : Texts.of("bedside.axis.hour-minute", hours, Long.toString(minutes % 60));
    }

    private void hours(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        double first = area.top() + brush.px(17);
        double second = area.top() + brush.px(38);
        brush.fill(Ink.MUTED, 1);
        brush.text(
                Texts.of(sinceWhat(scene)),
                area.left() - brush.px(8),
                first,
                Brush.SMALL - 1,
                false,
                TextAlignment.RIGHT);
        brush.text(
                Texts.of("bedside.axis.clock"),
                area.left() - brush.px(8),
                second,
                Brush.SMALL - 1,
                false,
                TextAlignment.RIGHT);
        long zero = scene.zeroMillis();
        long step = step(brush, axis);
        double free = area.left();
        boolean dayNamed = false;
        for (long tick = axis.firstTick(zero, step); tick <= axis.to(); tick += step) {
            boolean starts = Math.floorMod(tick - zero, TimeAxis.DAY) == 0;
            String text =
                    scene.time().infused() ? hour(tick - zero, !dayNamed) : hours(tick - zero);
            double x = axis.x(tick);
            double half = brush.width(text, Brush.BODY, starts) / 2;
            if (x - half < free || x + half > area.right() + brush.px(40)) {
                continue;
            }
            free = x + half + brush.px(10);
            dayNamed = true;
            brush.fill(starts ? Ink.TEXT : Ink.MUTED, 1);
            brush.text(text, x, first, Brush.BODY, starts, TextAlignment.CENTER);
            brush.fill(Ink.MUTED, 1);
            brush.text(
                    clock.format(Instant.ofEpochMilli(tick)),
                    x,
                    second,
                    Brush.SMALL - 1,
                    false,
                    TextAlignment.CENTER);
        }
    }

    /** "day 2" where it begins, "6 h" or "6 h 30" within it, with the day when asked for. */
    private static String hour(long sinceInfusion, boolean withDay) {
        String day = Long.toString(Math.floorDiv(sinceInfusion, TimeAxis.DAY));
        long minutes = Math.floorMod(sinceInfusion, TimeAxis.DAY) / 60_000;
        if (minutes == 0) {
            return Texts.of("bedside.axis.day", day);
        }
        String hours = Long.toString(minutes / 60);
        String text =
                minutes % 60 == 0
                        ? Texts.of("bedside.axis.hour", hours)
                        : Texts.of("bedside.axis.hour-minute", hours, Long.toString(minutes % 60));
        return withDay ? Texts.of("bedside.axis.with-day", day, text) : text;
    }

    private static void days(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        long zero = scene.zeroMillis();
        band(brush, area, zero, axis);
        double y = area.top() + brush.px(20);
        double dayWidth = TimeAxis.DAY * axis.width() / axis.span();
        boolean words = dayWidth > brush.width("day 00", Brush.BODY, false) + brush.px(12);
        long every =
                Math.max(
                        1,
                        (long)
                                Math.ceil(
                                        (brush.width("00", Brush.BODY, false) + brush.px(14))
                                                / dayWidth));
        long first = Math.floorDiv(axis.from() - zero, TimeAxis.DAY);
        boolean named = false;
        for (long day = first; zero + day * TimeAxis.DAY < axis.to(); day++) {
            double from = Math.max(area.left(), axis.x(zero + day * TimeAxis.DAY));
            double to = Math.min(area.right(), axis.x(zero + (day + 1) * TimeAxis.DAY));
            String text =
                    words ? Texts.of("bedside.axis.day", Long.toString(day)) : Long.toString(day);
            if (Math.floorMod(day, every) != 0
                    || (every == 1 && brush.width(text, Brush.BODY, false) > to - from)) {
                continue;
            }
            boolean inBand = day >= BAND_FROM_DAY && day < BAND_TO_DAY;
            brush.fill(inBand ? Ink.TEXT : Ink.MUTED, 1);
            brush.text(text, (from + to) / 2, y, Brush.BODY, false, TextAlignment.CENTER);
            named = true;
        }
        if (named && !words) {
            brush.fill(Ink.MUTED, 1);
            brush.text(
                    Texts.of("bedside.axis.days"),
                    area.left() - brush.px(8),
                    y,
                    Brush.SMALL - 1,
                    false,
                    TextAlignment.RIGHT);
        }
    }

    private static void band(Brush brush, ChartArea area, long zero, TimeAxis axis) {
        double from = Math.max(area.left(), axis.x(zero + BAND_FROM_DAY * TimeAxis.DAY));
        double to = Math.min(area.right(), axis.x(zero + BAND_TO_DAY * TimeAxis.DAY));
        if (to <= from) {
            return;
        }
        brush.fill(Ink.FOCUS, 0.14);
        brush.canvas()
                .fillRoundRect(
                        from,
                        area.top() + brush.px(5),
                        to - from,
                        brush.px(30),
                        brush.px(8),
                        brush.px(8));
    }
}
