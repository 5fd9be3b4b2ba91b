package org.cytovigil.ui.trend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.grading.Settings;
import org.cytovigil.monitor.Series;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/**
 * Laboratory results on one logarithmic scale: an own shape a sample for each analyte, joined
 * thinly while a result may stand for the present, and a label with unit at the last one seen.
 */
// [impl->req~ui.trend-measured~1]
final class LaboratoryLane implements Lane {
    /** Those that follow the syndrome, in the order of shapes and labels. */
    static final List<Analyte> SHOWN =
            List.of(
                    Analyte.CRP,
                    Analyte.FERRITIN,
                    Analyte.INTERLEUKIN_6,
                    Analyte.LDH,
                    Analyte.PLATELETS);

    private static final double LABEL = 17;
    private final Map<Analyte, Trace> traces = new EnumMap<>(Analyte.class);
    private final Raster raster = new Raster();

    /** A label and where its value stands. */
    private record Tag(String text, double x, double y) {}

    LaboratoryLane() {
        SHOWN.forEach(analyte -> traces.put(analyte, new Trace()));
    }

    @Override
    public void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        Gutter.present(
                brush,
                area,
                LaneId.LABORATORY.title(),
                LaneId.LABORATORY.ink(),
                scene.readouts().laboratory());
        ChartArea plot = area.part(0.06, 0.95);
        Duration fresh = scene.policy().get(Settings.LABORATORY_FRESH);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        Series newest = Series.EMPTY;
        for (Map.Entry<Analyte, Trace> entry : traces.entrySet()) {
            Trace trace = entry.getValue();
            Series series = scene.data().of(entry.getKey());
            trace.read(series, axis, scene.nowMillis(), fresh.toMillis());
            least = Math.min(least, trace.lowest());
            most = Math.max(most, trace.highest());
            newest = later(series, newest, scene.nowMillis());
        }
        LogScale scale = LogScale.of(least, most);
        scale(brush, plot, scale);
        Lines.unknownSince(brush, area, scene, axis, newest, fresh);
        raster.begin(area);
        traces.values().forEach(trace -> join(brush, plot, axis, scale, trace));
        raster.ink(brush.colour(Ink.LABORATORY, 0.8));
        raster.end(brush.canvas());
        List<Tag> tags = new ArrayList<>();
        for (Analyte analyte : SHOWN) {
            Trace trace = traces.getOrDefault(analyte, new Trace());
            samples(brush, plot, axis, scale, trace, analyte);
            tag(brush, plot, axis, scale, trace, analyte, tags);
            Lines.marks(
                    brush,
                    plot,
                    scene,
                    axis,
                    new Mark.Result(analyte),
                    value -> scale.y(plot, value));
        }
        write(brush, area, tags);
    }

    private static Series later(Series one, Series other, long now) {
        int first = one.lastAt(now);
        int second = other.lastAt(now);
        boolean isLater = first >= 0 && (second < 0 || one.time(first) > other.time(second));
        return isLater ? one : other;
    }

    private static void scale(Brush brush, ChartArea plot, LogScale scale) {
        double decade = plot.height() / (scale.highest() - scale.lowest());
        int every = Gutter.every(brush, decade);
        for (int power = scale.lowest(); power <= scale.highest(); power++) {
            double y = plot.y(power, scale.lowest(), scale.highest());
            if (Math.floorMod(power - scale.lowest(), every) == 0) {
                Gutter.tick(brush, plot, LogScale.label(power), y);
            } else {
                brush.line(Ink.LINE, 0.4, 1);
                brush.horizontal(plot.left(), plot.right(), y);
            }
        }
    }

    private void join(Brush brush, ChartArea plot, TimeAxis axis, LogScale scale, Trace trace) {
        for (int i = 1; i < trace.size(); i++) {
            if (trace.joined(i)) {
                raster.line(
                        axis.x(trace.time(i - 1)),
                        scale.y(plot, trace.value(i - 1)),
                        axis.x(trace.time(i)),
                        scale.y(plot, trace.value(i)),
                        brush.thickness(1));
            }
        }
    }

    /** A shape at each sample; where they would touch, at every few. */
    private static void samples(
            Brush brush,
            ChartArea plot,
            TimeAxis axis,
            LogScale scale,
            Trace trace,
            Analyte analyte) {
        double r = Math.max(2.5, brush.px(4));
        double last = Double.NEGATIVE_INFINITY;
        brush.fill(Ink.LABORATORY, 1);
        brush.line(Ink.LABORATORY, 1, 1.4);
        for (int i = 0; i < trace.size(); i++) {
            double x = axis.x(trace.time(i));
            if (x - last >= 2.4 * r || trace.alone(i)) {
                last = x;
                shape(brush.canvas(), analyte, x, scale.y(plot, trace.value(i)), r);
            }
        }
    }

    private static void shape(GraphicsContext g, Analyte analyte, double x, double y, double r) {
        switch (analyte) {
            case CRP -> g.fillOval(x - r, y - r, 2 * r, 2 * r);
            case FERRITIN -> g.fillRect(x - r, y - r, 2 * r, 2 * r);
            case INTERLEUKIN_6 ->
                    g.fillPolygon(
                            new double[] {x - 1.3 * r, x, x + 1.3 * r, x},
                            new double[] {y, y - 1.3 * r, y, y + 1.3 * r},
                            4);
            case LDH ->
                    g.fillPolygon(
                            new double[] {x - 1.2 * r, x + 1.2 * r, x},
                            new double[] {y + r, y + r, y - 1.2 * r},
                            3);
            default -> g.strokeOval(x - r, y - r, 2 * r, 2 * r);
        }
    }

    private static void tag(
            Brush brush,
            ChartArea plot,
            TimeAxis axis,
            LogScale scale,
            Trace trace,
            Analyte analyte,
            List<Tag> tags) {
        int i = trace.size() - 1;
        while (i >= 0 && trace.time(i) > axis.to()) {
            i--;
        }
        if (i < 0 || axis.x(trace.time(i)) < plot.left()) {
            return;
        }
        String full =
                Texts.of(
                        "trend.laboratory.value",
                        analyte.label(),
                        LaboratoryReadout.number(trace.value(i)),
                        LaboratoryReadout.unit(analyte));
        boolean roomy = brush.width(full, Brush.SMALL - 2, false) < plot.width() * 0.4;
        tags.add(
                new Tag(
                        roomy ? full : analyte.label(),
                        axis.x(trace.time(i)),
                        scale.y(plot, trace.value(i))));
    }

    /** Labels one above the other, each as near its value as the others let it be. */
    private static void write(Brush brush, ChartArea area, List<Tag> tags) {
        List<Tag> sorted = new ArrayList<>(tags);
        sorted.sort(Comparator.comparingDouble(Tag::y));
        double apart = Math.max(13, brush.px(LABEL));
        double[] places = new double[sorted.size()];
        double free = area.top() + apart / 2;
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.max(free, sorted.get(i).y);
            free = places[i] + apart;
        }
        double limit = area.bottom() - apart / 2;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], limit);
            limit = places[i] - apart;
        }
        double size = Brush.SMALL - 2;
        for (int i = 0; i < places.length; i++) {
            Tag tag = sorted.get(i);
            if (places[i] < area.top()) {
                // No room for all: the gutter and the crosshair name the rest.
                continue;
            }
            double width = brush.width(tag.text, size, false);
            double off = brush.px(16);
            boolean after = tag.x + off + width <= area.right();
            double x = after ? tag.x + off : tag.x - off - width;
            brush.line(Ink.LABORATORY, 0.7, 1);
            brush.canvas().strokeLine(tag.x, tag.y, after ? x : x + width, places[i]);
            brush.plate(tag.text, x, places[i], size, Ink.TEXT, Ink.SURFACE);
        }
    }
}
