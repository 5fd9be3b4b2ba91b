package org.cytovigil.ui.trend;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.TextAlignment;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.Readouts.Line;
import org.cytovigil.ui.trend.Readouts.Readout;

/** Title, present value and scale to the left of a lane. */
// [impl->req~ui.stale-looks-stale~1]
final class Gutter {
    /** The least distance of words of a vertical scale. */
    private static final double TICK = 17;

    /** How wide it is, in units; the scale takes the part nearest the plot. */
    static final double WIDTH = 262;

    private static final double SCALE = 74;
    private static final double LINE = 19;

    /** Lower than this a lane has no room for a value below its title. */
    private static final double LOW = 50;

    private Gutter() {}

    /** The title of a lane with the present value under it, as many lines as there is room for. */
    static void present(Brush brush, ChartArea area, String title, Ink ink, Readout readout) {
        brush.margin(() -> write(brush, area, title, ink, readout));
    }

    private static void write(Brush brush, ChartArea area, String title, Ink ink, Readout readout) {
        double x = area.gutter();
        double room = brush.px(WIDTH - SCALE);
        double y = area.top() + brush.px(11);
        brush.fill(ink, 1);
        brush.text(title, x, y, Brush.BODY, true, TextAlignment.LEFT);
        if (area.bottom() - area.top() < brush.px(LOW)) {
            valueBesideTitle(brush, area, title, readout, y, WIDTH - 8);
            return;
        }
        y += brush.px(27);
        double size = Brush.LARGE;
        while (brush.width(readout.value(), size, true) > room && size > Brush.SMALL) {
            size -= 1;
        }
        brush.fill(readout.stale() ? Ink.MUTED : Ink.TEXT, 1);
        brush.text(readout.value(), x, y, size, true, TextAlignment.LEFT);
        double width = brush.width(readout.value(), size, true);
        if (readout.stale()) {
            strike(brush, x, width, y, 2.2);
        }
        brush.fill(Ink.MUTED, 1);
        double unit = brush.width(readout.unit(), Brush.SMALL, false);
        if (width + brush.px(6) + unit <= room) {
            brush.text(readout.unit(), x + width + brush.px(6), y + brush.px(3), Brush.SMALL);
            y += brush.px(25);
        } else {
            y += brush.px(22);
            brush.text(readout.unit(), x, y, Brush.SMALL);
            y += brush.px(19);
        }
        if (y > area.bottom() - brush.px(4)) {
            besideTitle(brush, area, title, readout.lines());
        } else {
            lines(brush, area, readout.lines(), y, room);
        }
    }

    /** Title and value in small type, for a lane whose value is words. */
    static void quiet(Brush brush, ChartArea area, LaneId lane, Readout readout) {
        brush.margin(
                () -> {
                    double x = area.gutter();
                    double y = area.top() + brush.px(11);
                    brush.fill(lane.ink(), 1);
                    brush.text(lane.title(), x, y, Brush.BODY, true, TextAlignment.LEFT);
                    List<Line> lines = new ArrayList<>(List.of(new Line(readout.value(), false)));
                    lines.addAll(readout.lines());
                    lines(brush, area, lines, y + brush.px(22), brush.px(WIDTH - SCALE / 2));
                });
    }

    /** A folded lane: one line with title and value, and why it is no higher. */
    static void folded(Brush brush, ChartArea area, LaneLayout.Slot slot, Readout readout) {
        String title = slot.lane().title();
        String why =
                Texts.of(
                        slot.state() == LaneLayout.State.NO_ROOM
                                ? "trend.lane.no-room"
                                : "trend.lane.folded");
        double y = area.top() + area.height() / 2;
        brush.beside(why, area.right() + brush.px(7), y, Brush.SMALL - 1, TextAlignment.LEFT);
        brush.margin(
                () -> {
                    brush.fill(slot.lane().ink(), 1);
                    brush.text(title, area.gutter(), y, Brush.BODY, true, TextAlignment.LEFT);
                    valueBesideTitle(brush, area, title, readout, y, WIDTH - 8);
                });
    }

    /** In the lowest lanes the value alone, in the line of the title. */
    private static void valueBesideTitle(
            Brush brush, ChartArea area, String title, Readout readout, double y, double end) {
        double left = area.gutter() + brush.width(title, Brush.BODY, true) + brush.px(8);
        double room = area.gutter() + brush.px(end) - left;
        double size = Brush.BODY;
        while (brush.width(readout.value(), size, true) > room && size > Brush.SMALL - 4) {
            size -= 1;
        }
        String value = brush.shortened(readout.value(), size, true, room);
        double width = brush.width(value, size, true);
        brush.fill(readout.stale() ? Ink.MUTED : Ink.TEXT, 1);
        brush.text(value, left, y, size, true, TextAlignment.LEFT);
        if (readout.stale()) {
            strike(brush, left, width, y, 1.6);
        }
        double after = left + width + brush.px(6);
        if (after + brush.width(readout.unit(), Brush.SMALL - 1, false) <= left + room) {
            brush.fill(Ink.MUTED, 1);
            brush.text(readout.unit(), after, y + brush.px(1), Brush.SMALL - 1);
        }
    }

    /**
     * In a low lane there is no line below the value: what matters most stands beside the title.
     */
    private static void besideTitle(Brush brush, ChartArea area, String title, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        double left = area.gutter() + brush.width(title, Brush.BODY, true) + brush.px(8);
        double room = area.gutter() + brush.px(WIDTH - SCALE / 2) - left;
        String words = lines.getFirst().text() + (lines.size() > 1 ? " …" : "");
        boolean fits = brush.width(words, Brush.SMALL, false) <= room;
        Line shown = new Line(fits ? words : "…", lines.getFirst().stale());
        double y = area.top() + brush.px(11);
        brush.fill(shown.stale() ? Ink.MUTED : Ink.TEXT, shown.stale() ? 1 : 0.8);
        brush.text(shown.text(), left, y, Brush.SMALL);
        if (shown.stale() && fits) {
            strike(brush, left, brush.width(words, Brush.SMALL, false), y, 1.2);
        }
    }

    private static void lines(
            Brush brush, ChartArea area, List<Line> lines, double top, double room) {
        List<Line> wrapped = new ArrayList<>();
        for (Line line : lines) {
            wrapped.addAll(wrapped(brush, line, room));
        }
        double y = top;
        double last = area.bottom() - brush.px(7);
        for (int i = 0; i < wrapped.size(); i++) {
            boolean more = i + 1 < wrapped.size() && y + brush.px(LINE) > last;
            // What does not fit is not passed over in silence; the panel names all of it.
            Line line = more ? new Line("…", false) : wrapped.get(i);
            brush.fill(line.stale() ? Ink.MUTED : Ink.TEXT, line.stale() ? 1 : 0.8);
            brush.text(line.text(), area.gutter(), y, Brush.SMALL);
            if (line.stale()) {
                double width = brush.width(line.text(), Brush.SMALL, false);
                strike(brush, area.gutter(), width, y, 1.2);
            }
            if (more) {
                return;
            }
            y += brush.px(LINE);
        }
    }

    private static List<Line> wrapped(Brush brush, Line line, double room) {
        List<Line> wrapped = new ArrayList<>();
        String current = "";
        for (String word : line.text().split(" ", -1)) {
            String longer = current.isEmpty() ? word : current + " " + word;
            if (!current.isEmpty() && brush.width(longer, Brush.SMALL, false) > room) {
                wrapped.add(new Line(current, line.stale()));
                current = word;
            } else {
                current = longer;
            }
        }
        wrapped.add(new Line(current, line.stale()));
        return wrapped;
    }

    private static void strike(Brush brush, double x, double width, double y, double thickness) {
        brush.line(Ink.TEXT, 1, thickness);
        brush.canvas().strokeLine(x - brush.px(2), y, x + width + brush.px(2), y);
    }

    /**
     * Every how many steps of a scale there is room for a word: 1 when the steps are far enough
     * apart.
     *
     * @param spacing from one step to the next, in pixels
     */
    static int every(Brush brush, double spacing) {
        return Math.max(1, (int) Math.ceil(brush.px(TICK) / Math.max(1, spacing)));
    }

    /** A number or word of the vertical scale, with its hair line through the plot. */
    static void tick(Brush brush, ChartArea area, String label, double y) {
        brush.line(Ink.LINE, 0.7, 1);
        brush.horizontal(area.left(), area.right(), y);
        brush.beside(label, area.left() - brush.px(8), y, Brush.SMALL - 1, TextAlignment.RIGHT);
    }
}
