package org.cytovigil.ui.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/**
 * A moment at which an alarm was raised: a flag on the time axis.
 *
 * @param millis when
 * @param priority how urgent
 * @param cause why, in words
 */
record AlarmFlag(long millis, AlarmPriority priority, String cause) {
    /** Of a flag, in units of the picture. */
    static final double HEIGHT = 15;

    private static final double WIDTH = 10;
    private static final double CLOTH = 9;

    /** The flags of a log up to now; a reminder of an answered alarm raises none. */
    static List<AlarmFlag> of(List<AlarmLine> log, Instant now) {
        List<AlarmFlag> flags = new ArrayList<>();
        for (AlarmLine line : log) {
            if (line.after() instanceof AlarmState.Unacknowledged raised
                    && !line.at().isAfter(now)
                    && !raised.condition().equals(line.before().condition())) {
                flags.add(
                        new AlarmFlag(
                                line.at().toEpochMilli(),
                                raised.condition().priority(),
                                raised.condition().cause()));
            }
        }
        return List.copyOf(flags);
    }

    /** "!! grade 1 -> 2", with one mark for each step of urgency. */
    String words() {
        return Texts.of("trend.alarm." + priority.name(), cause);
    }

    /** Draws flags that stand on the lower edge of an area, the most urgent in front. */
    static void draw(Brush brush, ChartArea area, List<AlarmFlag> flags, TimeAxis axis) {
        for (AlarmPriority priority : List.of(AlarmPriority.values()).reversed()) {
            for (AlarmFlag flag : flags) {
                double x = axis.x(flag.millis);
                if (flag.priority == priority && x >= area.left() && x <= area.right()) {
                    draw(brush, x, area.bottom(), priority);
                    double height = brush.px(HEIGHT);
                    brush.targets()
                            .add(x, area.bottom() - height, brush.px(WIDTH), height, flag.millis);
                }
            }
        }
    }

    private static void draw(Brush brush, double x, double foot, AlarmPriority priority) {
        Ink ink =
                switch (priority) {
                    case HIGH -> Ink.ALARM_HIGH;
                    case MEDIUM -> Ink.ALARM_MEDIUM;
                    case LOW -> Ink.ALARM_LOW;
                };
        double top = foot - brush.px(HEIGHT);
        double[] across = {x, x + brush.px(WIDTH), x};
        double[] down = {top, top + brush.px(CLOTH / 2), top + brush.px(CLOTH)};
        brush.line(Ink.ALARM_EDGE, 1, 3.2);
        brush.canvas().strokeLine(x, top, x, foot);
        brush.canvas().strokePolygon(across, down, 3);
        brush.line(ink, 1, 1.6);
        brush.canvas().strokeLine(x, top, x, foot);
        brush.fill(ink, 1);
        brush.canvas().fillPolygon(across, down, 3);
    }
}
