package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;
import org.cytovigil.ui.trend.MeasureModel.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * All lanes on one time axis. Lanes stand on one canvas, the crosshair on another above it, so that
 * a moving pointer draws no lane anew. Nothing is drawn while facts, time to the pixel, theme and
 * size stay as they are.
 */
public final class TrendChart extends Region {
    private static final double RIGHT_MARGIN = 82;

    private final TrendViewModel model;
    private final Canvas lanes = new Canvas();
    private final Canvas overlay = new Canvas();
    private final LaneStack stack;
    private final Crosshair crosshair;
    private final MeasurePlate plate = new MeasurePlate();
    private final InvalidationListener changed = observable -> look();
    private final InvalidationListener pointing = observable -> point();
    private double unit = 1;
    private @Nullable Drawn drawn;
    private Targets targets = new Targets();
    private int drawings;
    private double pointerX = Double.NaN;
    private double pointerY;

    /** What the picture on the canvas shows. */
    private record Drawn(
            ChartScene scene,
            TimeAxis axis,
            long nowColumn,
            Theme theme,
            LaneChoice lanes,
            double unit,
            double w,
            double h) {
        boolean same(Drawn other) {
            return scene.sameFacts(other.scene)
                    && axis.equals(other.axis)
                    && nowColumn == other.nowColumn
                    && theme == other.theme
                    && lanes.equals(other.lanes)
                    && unit == other.unit
                    && w == other.w
                    && h == other.h;
        }
    }

    /**
     * @param pulses by which what moves by itself counts its time
     */
    public TrendChart(TrendViewModel model, Pulses pulses) {
        this.model = model;
        getStyleClass().add("bedside-chart");
        stack = new LaneStack(model.zone());
        crosshair = new Crosshair(model.zone());
        overlay.setMouseTransparent(true);
        lanes.setManaged(false);
        overlay.setManaged(false);
        getChildren().addAll(lanes, overlay);
        WeakInvalidationListener weak = new WeakInvalidationListener(changed);
        model.chartProperty().addListener(weak);
        model.visibleTimeProperty().addListener(weak);
        model.themeProperty().addListener(weak);
        WeakInvalidationListener moved = new WeakInvalidationListener(pointing);
        model.crosshair().momentProperty().addListener(moved);
        model.crosshair().laneProperty().addListener(moved);
        model.measure().stretchProperty().addListener(moved);
        ChartPointer.attach(this, model, pulses);
        model.lanesProperty().addListener(weak);
    }

    /** Sets how many pixels a unit is. */
    public void setUnit(double pixels) {
        unit = pixels;
        look();
    }

    /** How often the lanes were drawn; for tests. */
    public int drawings() {
        return drawings;
    }

    private void look() {
        // Read, so that the next change invalidates again.
        model.chartProperty().get();
        model.visibleTimeProperty().get();
        model.themeProperty().get();
        model.lanesProperty().get();
        Drawn now = wanted();
        if (drawn == null || now == null || !now.same(drawn)) {
            requestLayout();
        }
    }

    private @Nullable Drawn wanted() {
        double w = getWidth();
        double h = getHeight();
        double left = unit * Gutter.WIDTH;
        double width = Math.floor(w - left - unit * RIGHT_MARGIN);
        if (width < 20 || h < 20) {
            return null;
        }
        ChartScene scene = model.chartProperty().get();
        VisibleTime visible = model.visibleTimeProperty().get();
        TimeAxis axis =
                TimeAxis.snapped(
                        visible.from().toEpochMilli(),
                        visible.to().toEpochMilli(),
                        Math.floor(left),
                        width);
        return new Drawn(
                scene,
                axis,
                axis.column(scene.nowMillis()),
                model.themeProperty().get(),
                model.lanesProperty().get(),
                unit,
                w,
                h);
    }

    @Override
    protected void layoutChildren() {
        Drawn now = wanted();
        if (now == null || (drawn != null && now.same(drawn))) {
            return;
        }
        drawn = now;
        model.crosshair().setNear(Crosshair.near(now.axis, unit));
        for (Canvas canvas : List.of(lanes, overlay)) {
            if (canvas.getWidth() != now.w || canvas.getHeight() != now.h) {
                canvas.setWidth(now.w);
                canvas.setHeight(now.h);
            }
        }
        GraphicsContext g = lanes.getGraphicsContext2D();
        g.clearRect(0, 0, now.w, now.h);
        Brush brush = new Brush(g, now.theme, unit);
        LaneLayout layout = LaneStack.layout(plot(now), now.lanes, unit);
        stack.draw(brush, plot(now), layout, now.scene, now.axis);
        model.setLayout(layout);
        targets = brush.targets();
        point();
        drawings++;
    }

    private static ChartArea plot(Drawn picture) {
        return LaneStack.plot(picture.axis, picture.h, picture.unit);
    }

    private void point() {
        GraphicsContext g = overlay.getGraphicsContext2D();
        g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        Drawn picture = drawn;
        // Read, so that the next change invalidates again.
        Instant moment = model.crosshair().momentProperty().get();
        String lane = model.crosshair().laneProperty().get();
        Stretch stretch = model.measure().stretchProperty().get();
        if (picture == null) {
            return;
        }
        Brush brush = new Brush(g, picture.theme, unit);
        ChartArea plot = plot(picture);
        if (stretch != null) {
            // Its plate takes the place of the box.
            plate.draw(brush, plot, picture.scene, picture.axis, stretch);
            return;
        }
        boolean byKeys = moment != null;
        if (moment == null && Double.isNaN(pointerX)) {
            return;
        }
        long time = moment == null ? picture.axis.time(pointerX) : moment.toEpochMilli();
        if (time < picture.axis.from()
                || time > picture.axis.to()
                || time > picture.scene.nowMillis()) {
            return;
        }
        crosshair.draw(
                brush,
                plot,
                picture.scene,
                picture.axis,
                time,
                byKeys ? plot.top() + plot.height() / 2 : pointerY,
                byKeys ? Texts.of("trend.crosshair.lane", lane) : "");
    }

    /** How much time a column of pixels shows. */
    public Duration column() {
        TimeAxis axis = axis();
        return axis == null
                ? Duration.ofMinutes(1)
                : Duration.ofMillis(Math.max(1, Math.round(axis.span() / axis.width())));
    }

    /**
     * Shows the crosshair at a place of the chart, as the pointer does; at no place without one.
     */
    public void pointAt(double x, double y) {
        pointerX = x;
        pointerY = y;
        point();
    }

    /** The moment of the mark at a place of the picture; empty for none. */
    OptionalLong markAt(double x, double y) {
        return targets.at(x, y);
    }

    /** The time axis of the picture last drawn; {@code null} before the first. */
    public @Nullable TimeAxis axis() {
        return drawn == null ? null : drawn.axis;
    }
}
