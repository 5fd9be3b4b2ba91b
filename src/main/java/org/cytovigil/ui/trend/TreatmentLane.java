package org.cytovigil.ui.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.text.TextAlignment;
import org.cytovigil.clinical.Observation;
import org.cytovigil.monitor.TimedFact;
import org.cytovigil.ui.theme.Ink;

/**
 * Boluses, drugs given and clinicians' decisions as labelled marks, in two rows; notes as small
 * marks without words.
 */
final class TreatmentLane implements Lane {
    private static final int ROWS = 2;

    @Override
    public void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        Gutter.quiet(brush, area, LaneId.TREATMENTS, scene.readouts().treatments());
        List<TimedFact> events = scene.data().events();
        int first = Math.max(0, Steps.lastAt(events, TimedFact::at, axis.from()));
        int last = Steps.lastAt(events, TimedFact::at, Math.min(axis.to(), scene.nowMillis()));
        List<TimedFact> visible =
                new ArrayList<>(events.subList(Math.min(first, last + 1), last + 1));
        // Where room is short, what matters most for CRS keeps its words.
        visible.sort(Comparator.comparingInt(event -> rank(event.observation())));
        List<List<Room>> rows = List.of(new ArrayList<>(), new ArrayList<>());
        for (TimedFact event : visible) {
            if (event.observation() instanceof Observation.Note) {
                note(brush, area, axis, event);
            } else {
                mark(brush, area, axis, event, rows, axis.x(scene.nowMillis()));
            }
        }
    }

    /** What a label takes of its row, in pixels. */
    private record Room(double from, double to) {
        boolean meets(Room other) {
            return from < other.to && other.from < to;
        }
    }

    private static int rank(Observation event) {
        return switch (event) {
            case Observation.DeathDueToCrs death -> 0;
            case Observation.Attributed attributed -> 1;
            case Observation.TreatmentGiven given ->
                    switch (given.treatment().effect()) {
                        case ANTICYTOKINE -> 2;
                        case STEROID -> 3;
                        case ANTIPYRETIC -> 5;
                        case OTHER -> 6;
                    };
            case Observation.FluidBolus bolus -> 4;
            default -> 7;
        };
    }

    private static void mark(
            Brush brush,
            ChartArea area,
            TimeAxis axis,
            TimedFact event,
            List<List<Room>> rows,
            double now) {
        String label = EventWords.brief(event.observation());
        double x = axis.x(event.at().toEpochMilli());
        double r = Math.max(4, brush.px(6));
        double reach = r + brush.px(5) + brush.width(label, Brush.SMALL, false);
        Room rightward = new Room(x - r, x + reach + brush.px(10));
        Room leftward = new Room(x - reach - brush.px(10), x + r);
        brush.fill(Ink.TEXT, 1);
        // The line of the present is not written across when there is room before it.
        double edge = Math.min(area.right(), now);
        List<Room> wishes =
                x + reach > edge && leftward.from > area.left()
                        ? List.of(leftward, rightward)
                        : List.of(rightward, leftward);
        for (Room room : wishes) {
            for (int row = 0; row < ROWS; row++) {
                boolean within = room.from >= area.left() - r && room.to <= area.right();
                if (within && rows.get(row).stream().noneMatch(room::meets)) {
                    rows.get(row).add(room);
                    double y = area.top() + area.height() * (row == 0 ? 0.36 : 0.76);
                    boolean left = room.equals(leftward);
                    triangle(brush, x, y, r);
                    brush.targets()
                            .add(
                                    room.from,
                                    y - brush.px(10),
                                    room.to - room.from,
                                    brush.px(20),
                                    event.at().toEpochMilli());
                    brush.text(
                            label,
                            left ? x - r - brush.px(5) : x + r + brush.px(5),
                            y,
                            Brush.SMALL,
                            false,
                            left ? TextAlignment.RIGHT : TextAlignment.LEFT);
                    return;
                }
            }
        }
        // Without room a small mark on the edge remains; the crosshair names it.
        triangle(brush, x, area.top() + r * 0.7, r * 0.7);
        brush.targets().add(x - r, area.top(), 2 * r, 2 * r, event.at().toEpochMilli());
    }

    /** A small sheet between the rows of words; the crosshair reads it. */
    private static void note(Brush brush, ChartArea area, TimeAxis axis, TimedFact event) {
        double width = brush.px(6);
        double height = brush.px(8);
        double left = axis.x(event.at().toEpochMilli()) - width / 2;
        double top = area.top() + area.height() * 0.56 - height / 2;
        brush.fill(Ink.TEXT, 1);
        brush.canvas().fillRect(left, top, width, height);
        brush.targets().add(left, top, width, height, event.at().toEpochMilli());
    }

    private static void triangle(Brush brush, double x, double y, double r) {
        brush.canvas()
                .fillPolygon(
                        new double[] {x - r, x + r, x},
                        new double[] {y - r * 0.8, y - r * 0.8, y + r * 0.8},
                        3);
    }
}
