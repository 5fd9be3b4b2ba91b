package org.cytovigil.ui.board;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a tile: it tells of the alarm, flashes while that waits for an answer, and inside it
 * another tells of the keyboard. FX thread.
 */
// [impl->req~ui.alarm-flash~1]
final class TileFrame extends Group {
    private final Rectangle edge = new Rectangle();
    private final Rectangle frame = new Rectangle();
    private final Rectangle focus = new Rectangle();
    private final Flash flash;
    private final ChangeListener<Boolean> onFlash = (property, before, lit) -> draw(lit);
    private @Nullable AlarmPriority flashing;
    private BedCard.@Nullable AlarmLine line;
    private Theme theme = Theme.NIGHT;
    private double factor = 1;
    private boolean keyboard;
    private boolean target;

    /**
     * @param flash the beat of the window
     */
    TileFrame(Flash flash) {
        this.flash = flash;
        for (Rectangle outline : List.of(edge, frame, focus)) {
            outline.setFill(Color.TRANSPARENT);
        }
        getChildren().addAll(edge, frame, focus);
        // What flashes must not lay the tile out at each beat.
        setManaged(false);
    }

    /**
     * Tells of an alarm.
     *
     * @param alarm the most urgent one of the bed; {@code null} for none
     */
    void show(BedCard.@Nullable AlarmLine alarm, Theme colours) {
        line = alarm;
        theme = colours;
        watchFlash(alarm == null || alarm.answered() ? null : alarm.priority());
        draw();
    }

    /** Whether the tile has the keyboard. */
    void setKeyboard(boolean now) {
        keyboard = now;
        draw();
    }

    /** Whether another tile would be dropped here. */
    void setTarget(boolean now) {
        target = now;
        draw();
    }

    /**
     * Goes around a tile of a size.
     *
     * @param s how much larger than written the measures are
     */
    void layout(double width, double height, double s) {
        factor = s;
        outline(edge, width, height, 2.5 * s, 16 * s);
        outline(frame, width, height, 2.5 * s, 16 * s);
        outline(focus, width, height, 5 * s + 3, 12 * s);
        draw();
    }

    /** Lets go of the shared beat; it is not used afterwards. */
    void dispose() {
        watchFlash(null);
    }

    private void watchFlash(@Nullable AlarmPriority priority) {
        if (flashing == priority) {
            return;
        }
        if (flashing != null) {
            flash.lit(flashing).removeListener(onFlash);
        }
        flashing = priority;
        if (priority != null) {
            flash.lit(priority).addListener(onFlash);
        }
    }

    /** The colour of alarms of a priority. */
    static Ink ink(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> Ink.ALARM_HIGH;
            case MEDIUM -> Ink.ALARM_MEDIUM;
            case LOW -> Ink.ALARM_LOW;
        };
    }

    private void draw() {
        draw(flashing == null || flash.lit(flashing).get());
    }

    private void draw(boolean lit) {
        double width = 1;
        boolean coloured = false;
        frame.setStroke(theme.colour(Ink.LINE));
        if (line != null && line.priority() != AlarmPriority.LOW) {
            width = line.answered() ? 1.6 * factor : 5 * factor;
            coloured = line.answered() || lit;
            frame.setStroke(theme.colour(coloured ? ink(line.priority()) : Ink.LINE));
        }
        frame.setStrokeWidth(width);
        edge.setStroke(theme.colour(Ink.ALARM_EDGE));
        edge.setStrokeWidth(width + 1.5);
        edge.setVisible(coloured);
        focus.setStroke(theme.colour(Ink.FOCUS));
        focus.setStrokeWidth(3);
        focus.setVisible(keyboard || target);
    }

    private static void outline(
            Rectangle outline, double width, double height, double inset, double arc) {
        outline.setX(inset);
        outline.setY(inset);
        outline.setWidth(Math.max(0, width - 2 * inset));
        outline.setHeight(Math.max(0, height - 2 * inset));
        outline.setArcWidth(arc);
        outline.setArcHeight(arc);
    }
}
