package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.ZoomEvent;
import org.cytovigil.clinical.StayId;
import org.jspecify.annotations.Nullable;

/**
 * Pointer, wheel and fingers on a chart: the wheel and two fingers zoom about where they are, a
 * drag moves the picture, which runs on when it is let go. FX thread.
 */
// [impl->req~ui.trend-turning~1]
final class ChartPointer {
    private static final double WHEEL_NOTCH = 40;
    private static final double ZOOM_PER_NOTCH = 1.2;

    /** Any of these ends what runs by itself, wherever in the window it happens. */
    private static final List<EventType<? extends InputEvent>> PRESSES =
            List.of(
                    MouseEvent.MOUSE_PRESSED,
                    KeyEvent.KEY_PRESSED,
                    TouchEvent.TOUCH_PRESSED,
                    ScrollEvent.SCROLL,
                    ZoomEvent.ZOOM_STARTED);

    private final TrendChart chart;
    private final TrendViewModel model;
    private final Pulses pulses;
    private final Glide glide = new Glide();
    private final EventHandler<Event> pressed = event -> halt();
    private double dragX;
    private boolean dragging;
    private @Nullable Instant measuring;
    private boolean pinching;
    private @Nullable Scene watched;
    private @Nullable StayId thrown;

    private ChartPointer(TrendChart chart, TrendViewModel model, Pulses pulses) {
        this.chart = chart;
        this.model = model;
        this.pulses = pulses;
    }

    /** Lets pointer and fingers act on a chart. */
    static void attach(TrendChart chart, TrendViewModel model, Pulses pulses) {
        new ChartPointer(chart, model, pulses).listen();
    }

    private void listen() {
        chart.setOnScroll(this::scrolled);
        chart.setOnZoomStarted(event -> pinch(true));
        chart.setOnZoomFinished(event -> pinch(false));
        chart.setOnZoom(this::zoomed);
        chart.setOnMouseMoved(this::moved);
        chart.setOnMouseClicked(this::clicked);
        chart.setOnMouseExited(event -> chart.pointAt(Double.NaN, 0));
        chart.setOnMousePressed(this::pressed);
        chart.setOnMouseDragged(this::dragged);
        chart.setOnMouseReleased(event -> released());
    }

    private void moved(MouseEvent event) {
        boolean mark = chart.markAt(event.getX(), event.getY()).isPresent();
        chart.setCursor(mark ? Cursor.HAND : Cursor.DEFAULT);
        chart.pointAt(event.getX(), event.getY());
    }

    /** A press on a flag or a treatment shows what stood then; elsewhere it moves the crosshair. */
    // [impl->req~ui.trend-events~1]
    private void clicked(MouseEvent event) {
        TimeAxis axis = chart.axis();
        if (axis == null
                || !event.isStillSincePress()
                || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        OptionalLong mark = chart.markAt(event.getX(), event.getY());
        boolean inside = event.getX() >= axis.left() && event.getX() <= axis.right();
        if (mark.isPresent()) {
            model.crosshair().standAt(Instant.ofEpochMilli(mark.getAsLong()));
        } else if (inside && model.crosshair().isOn()) {
            model.crosshair().standAt(Instant.ofEpochMilli(axis.time(event.getX())));
        }
    }

    private void scrolled(ScrollEvent event) {
        TimeAxis axis = chart.axis();
        event.consume();
        // A finger's own drag comes as a drag of the pointer too.
        if (axis == null || event.isDirect()) {
            return;
        }
        if (event.getDeltaY() != 0) {
            zoom(axis, Math.pow(ZOOM_PER_NOTCH, -event.getDeltaY() / WHEEL_NOTCH), event.getX());
        }
        if (event.getDeltaX() != 0) {
            shift(axis, event.getDeltaX());
        }
    }

    private void zoomed(ZoomEvent event) {
        TimeAxis axis = chart.axis();
        if (axis != null && event.getZoomFactor() > 0) {
            zoom(axis, 1 / event.getZoomFactor(), event.getX());
        }
        event.consume();
    }

    private void zoom(TimeAxis axis, double factor, double x) {
        double within = Math.clamp(x, axis.left(), axis.right());
        model.zoom(factor, Instant.ofEpochMilli(axis.time(within)));
    }

    /** While two fingers zoom, what one of them does as a pointer is no drag. */
    private void pinch(boolean begins) {
        pinching = begins;
        dragging = false;
        measuring = null;
        halt();
    }

    private void pressed(MouseEvent event) {
        halt();
        measuring = null;
        TimeAxis axis = chart.axis();
        if (event.getButton() != MouseButton.PRIMARY || pinching || axis == null) {
            return;
        }
        if (event.isShiftDown()) {
            measuring = Instant.ofEpochMilli(axis.time(event.getX()));
        } else {
            dragging = true;
            dragX = event.getX();
            pulses.start(this::frame);
        }
    }

    private void dragged(MouseEvent event) {
        TimeAxis axis = chart.axis();
        Instant anchor = measuring;
        if (axis != null && anchor != null) {
            model.measure().drag(anchor, Instant.ofEpochMilli(axis.time(event.getX())));
        }
        if (axis != null && dragging && !pinching) {
            double pixels = event.getX() - dragX;
            glide.move(pixels);
            shift(axis, pixels);
            dragX = event.getX();
        }
        chart.pointAt(event.getX(), event.getY());
    }

    private void released() {
        if (measuring != null) {
            measuring = null;
            model.measure().settle();
        }
        boolean was = dragging;
        dragging = false;
        Scene scene = chart.getScene();
        if (was && scene != null && glide.release()) {
            thrown = model.stay();
            watched = scene;
            PRESSES.forEach(type -> scene.addEventFilter(type, pressed));
        } else {
            halt();
        }
    }

    private void frame(long nanos) {
        double pixels = glide.frame(nanos);
        TimeAxis axis = chart.axis();
        if (dragging) {
            return;
        }
        VisibleTime before = model.visibleTimeProperty().get();
        // Another patient's chart was not thrown.
        boolean same = thrown != null && thrown.equals(model.stay());
        if (same && axis != null && pixels != 0) {
            shift(axis, pixels);
        }
        boolean atEdge = pixels != 0 && model.visibleTimeProperty().get().equals(before);
        if (!same || atEdge || !glide.isRunning()) {
            halt();
        }
    }

    /** Ends what runs by itself. */
    private void halt() {
        glide.hold();
        pulses.stop();
        Scene scene = watched;
        watched = null;
        if (scene != null) {
            PRESSES.forEach(type -> scene.removeEventFilter(type, pressed));
        }
    }

    private void shift(TimeAxis axis, double pixels) {
        model.pan(Duration.ofMillis(Math.round(-pixels * axis.span() / axis.width())));
    }
}
