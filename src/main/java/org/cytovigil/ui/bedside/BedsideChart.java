package org.cytovigil.ui.bedside;

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
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * All lanes on one time axis. Lanes stand on one canvas, the crosshair on another above it, so that
 * a moving pointer draws no lane anew. Nothing is drawn while facts, time to the pixel, theme and
 * size stay as they are.
 */
final class BedsideChart extends Region {
    private static final double RIGHT_MARGIN = 82;
    private static final double RIBBON = 30;
    private static final double GAP = 8;
    private static final double TREATMENTS = 68;
    private static final double AXIS = 52;
    private static final double NOW_LABEL = 24;
    private static final double WHEEL_NOTCH = 40;
    private static final double ZOOM_PER_NOTCH = 1.2;

    private final BedsideViewModel model;
    private final Canvas lanes = new Canvas();
    private final Canvas overlay = new Canvas();
    private final DayAxis dayAxis;
    private final Crosshair crosshair;
    private final List<Lane> ribbons =
            List.of(
                    new GradeRibbon("bedside.ribbon.astct", ChartScene::astct),
                    new GradeRibbon("bedside.ribbon.lee", ChartScene::lee));
    private final List<Weighted> weighted =
            List.of(
                    new Weighted(new TemperatureLane(), 0.21),
                    new Weighted(new PressureLane(), 0.25),
                    new Weighted(new OxygenLane(), 0.31),
                    new Weighted(new VasopressorLane(), 0.23));
    private final Lane treatments = new TreatmentLane();
    private final InvalidationListener changed = observable -> look();
    private double unit = 1;
    private @Nullable Drawn drawn;
    private int drawings;
    private double pointerX = Double.NaN;
    private double pointerY;
    private double dragX;

    private record Weighted(Lane lane, double share) {}

    /** What the picture on the canvas shows. */
    private record Drawn(
            ChartScene scene,
            TimeAxis axis,
            long nowColumn,
            Theme theme,
            double unit,
            double w,
            double h) {
        boolean same(Drawn other) {
            return scene.sameFacts(other.scene)
                    && axis.equals(other.axis)
                    && nowColumn == other.nowColumn
                    && theme == other.theme
                    && unit == other.unit
                    && w == other.w
                    && h == other.h;
        }
    }

    BedsideChart(BedsideViewModel model) {
        this.model = model;
        dayAxis = new DayAxis(model.zone());
        crosshair = new Crosshair(model.zone());
        overlay.setMouseTransparent(true);
        lanes.setManaged(false);
        overlay.setManaged(false);
        getChildren().addAll(lanes, overlay);
        WeakInvalidationListener weak = new WeakInvalidationListener(changed);
        model.chartProperty().addListener(weak);
        model.visibleTimeProperty().addListener(weak);
        model.themeProperty().addListener(weak);
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
    void setUnit(double pixels) {
        unit = pixels;
        look();
    }

    /** How often the lanes were drawn; for tests. */
    int drawings() {
        return drawings;
    }

    private void look() {
        // Read, so that the next change invalidates again.
        model.chartProperty().get();
        model.visibleTimeProperty().get();
        model.themeProperty().get();
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
        draw(now);
        point();
        drawings++;
    }

    private ChartArea plot(Drawn picture) {
        double top = unit * NOW_LABEL;
        return new ChartArea(
                0, picture.axis.left(), top, picture.axis.width(), picture.h - top - unit * AXIS);
    }

    private void draw(Drawn picture) {
        GraphicsContext g = lanes.getGraphicsContext2D();
        g.clearRect(0, 0, picture.w, picture.h);
        Brush brush = new Brush(g, picture.theme, unit);
        ChartScene scene = picture.scene;
        TimeAxis axis = picture.axis;
        ChartArea plot = plot(picture);
        double gap = brush.px(GAP);
        double y = plot.top();
        double ribbonsEnd = y + 2 * brush.px(RIBBON) + gap;
        double rest = plot.bottom() - ribbonsEnd - brush.px(TREATMENTS) - gap * 5;
        double laneY = ribbonsEnd + gap;
        // Grounds first, then what runs through all lanes, then the lanes.
        for (Weighted lane : weighted) {
            ground(brush, plot.left(), laneY, plot.width(), rest * lane.share);
            laneY += rest * lane.share + gap;
        }
        ground(brush, plot.left(), laneY, plot.width(), brush.px(TREATMENTS));
        dayAxis.drawBehind(brush, plot, scene, axis);
        future(brush, plot, scene, axis);
        for (Lane ribbon : ribbons) {
            ribbon.draw(brush, area(plot, y, brush.px(RIBBON) - gap / 2), scene, axis);
            y += brush.px(RIBBON) + gap / 2;
        }
        laneY = ribbonsEnd + gap;
        for (Weighted lane : weighted) {
            lane.lane.draw(brush, area(plot, laneY, rest * lane.share), scene, axis);
            laneY += rest * lane.share + gap;
        }
        treatments.draw(brush, area(plot, laneY, brush.px(TREATMENTS)), scene, axis);
        dayAxis.draw(brush, area(plot, plot.bottom(), brush.px(AXIS)), scene, axis);
        present(brush, plot, scene, axis);
    }

    private static ChartArea area(ChartArea plot, double top, double height) {
        return new ChartArea(plot.gutter(), plot.left(), top, plot.width(), height);
    }

    private static void ground(Brush brush, double x, double y, double width, double height) {
        brush.fill(Ink.SURFACE, 1);
        brush.canvas().fillRect(x, y, width, height);
        brush.line(Ink.LINE, 0.6, 1);
        brush.canvas().strokeRect(x + 0.5, Math.floor(y) + 0.5, width - 1, Math.floor(height) - 1);
    }

    private static void future(Brush brush, ChartArea plot, ChartScene scene, TimeAxis axis) {
        double x = Math.max(plot.left(), axis.x(scene.nowMillis()));
        if (x < plot.right()) {
            brush.fill(Ink.GROUND, 0.5);
            brush.canvas().fillRect(x, plot.top(), plot.right() - x, plot.height());
        }
    }

    private static void present(Brush brush, ChartArea plot, ChartScene scene, TimeAxis axis) {
        double x = axis.x(scene.nowMillis());
        if (x < plot.left() || x > plot.right()) {
            return;
        }
        brush.line(Ink.TEXT, 1, 1.8);
        brush.canvas().strokeLine(x, plot.top() - brush.px(4), x, plot.bottom());
        brush.fill(Ink.TEXT, 1);
        brush.text(
                Texts.of("bedside.chart.now"),
                x,
                plot.top() - brush.px(14),
                Brush.SMALL,
                true,
                javafx.scene.text.TextAlignment.CENTER);
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
    void pointAt(double x, double y) {
        pointerX = x;
        pointerY = y;
        point();
    }

    /** The time axis of the picture last drawn; {@code null} before the first. */
    @Nullable TimeAxis axis() {
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
