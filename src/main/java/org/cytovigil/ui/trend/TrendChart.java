package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * All lanes on one time axis. Lanes stand on one canvas, the crosshair on another above it, so that
 * a moving pointer draws no lane anew. Nothing is drawn while facts, time to the pixel, theme and
 * size stay as they are.
 */
public final class TrendChart extends Region {
    private static final double RIGHT_MARGIN = 82;
    private static final double WHEEL_NOTCH = 40;
    private static final double ZOOM_PER_NOTCH = 1.2;

    private final TrendViewModel model;
    private final Canvas lanes = new Canvas();
    private final Canvas overlay = new Canvas();
    private final LaneStack stack;
    private final Crosshair crosshair;
    private final InvalidationListener changed = observable -> look();
    private double unit = 1;
    private @Nullable Drawn drawn;
    private int drawings;
    private double pointerX = Double.NaN;
    private double pointerY;
    private double dragX;

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

    public TrendChart(TrendViewModel model) {
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
        model.lanesProperty().addListener(weak);
        setOnScroll(this::scrolled);
        setOnZoom(
                event -> {
                    TimeAxis axis = axis();
                    if (axis != null) {
                        model.zoom(
                                1 / event.getZoomFactor(),
                                Instant.ofEpochMilli(axis.time(event.getX())));
                    }
                    event.consume();
                });
        setOnMouseMoved(this::pointed);
        setOnMousePressed(event -> dragX = event.getX());
        setOnMouseDragged(this::dragged);
        setOnMouseExited(
                event -> {
                    pointerX = Double.NaN;
                    point();
                });
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
        for (Canvas canvas : List.of(lanes, overlay)) {
            if (canvas.getWidth() != now.w || canvas.getHeight() != now.h) {
                canvas.setWidth(now.w);
                canvas.setHeight(now.h);
            }
        }
        GraphicsContext g = lanes.getGraphicsContext2D();
        g.clearRect(0, 0, now.w, now.h);
        LaneLayout layout = LaneStack.layout(plot(now), now.lanes, unit);
        stack.draw(new Brush(g, now.theme, unit), plot(now), layout, now.scene, now.axis);
        model.setWithoutRoom(layout.withoutRoom());
        point();
        drawings++;
    }

    private static ChartArea plot(Drawn picture) {
        return LaneStack.plot(picture.axis, picture.h, picture.unit);
    }

    private void pointed(MouseEvent event) {
        pointerX = event.getX();
        pointerY = event.getY();
        point();
    }

    private void point() {
        GraphicsContext g = overlay.getGraphicsContext2D();
        g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        Drawn picture = drawn;
        if (picture == null || Double.isNaN(pointerX)) {
            return;
        }
        ChartArea plot = plot(picture);
        boolean inside = pointerX >= plot.left() && pointerX <= plot.right();
        if (inside && picture.axis.time(pointerX) <= picture.scene.nowMillis()) {
            crosshair.draw(
                    new Brush(g, picture.theme, unit),
                    plot,
                    picture.scene,
                    picture.axis,
                    pointerX,
                    pointerY);
        }
    }

    /** Shows the crosshair at a place of the chart, as the pointer does. */
    public void pointAt(double x, double y) {
        pointerX = x;
        pointerY = y;
        point();
    }

    /** The time axis of the picture last drawn; {@code null} before the first. */
    public @Nullable TimeAxis axis() {
        return drawn == null ? null : drawn.axis;
    }

    private void scrolled(ScrollEvent event) {
        TimeAxis axis = axis();
        if (axis == null) {
            return;
        }
        if (event.getDeltaY() != 0) {
            double x = Math.clamp(event.getX(), axis.left(), axis.right());
            model.zoom(
                    Math.pow(ZOOM_PER_NOTCH, -event.getDeltaY() / WHEEL_NOTCH),
                    Instant.ofEpochMilli(axis.time(x)));
        }
        if (event.getDeltaX() != 0) {
            shift(axis, event.getDeltaX());
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        TimeAxis axis = axis();
        if (axis != null) {
            shift(axis, event.getX() - dragX);
            dragX = event.getX();
        }
        pointed(event);
    }

    private void shift(TimeAxis axis, double pixels) {
        model.pan(Duration.ofMillis(Math.round(-pixels * axis.span() / axis.width())));
    }
}
