package org.cytovigil.ui.theme;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import org.cytovigil.grading.AlarmPriority;

/**
 * The beat of flashing alarms, one for the whole window so that all flash together: high 2 Hz,
 * medium 0.6 Hz, each lit half of the time; low is steady (IEC 60601-1-8: 1.4 to 2.8 and 0.4 to 0.8
 * Hz, 20 to 60 %). FX thread.
 */
// [impl->req~ui.alarm-flash~1]
public final class Flash {
    private static final double HIGH_HERTZ = 2.0;
    private static final double MEDIUM_HERTZ = 0.6;

    private final Map<AlarmPriority, BooleanProperty> lit = new EnumMap<>(AlarmPriority.class);
    private final Map<AlarmPriority, Timeline> beats = new EnumMap<>(AlarmPriority.class);

    private final Set<AlarmPriority> wanted = EnumSet.noneOf(AlarmPriority.class);
    private boolean running = true;

    public Flash() {
        for (AlarmPriority priority : AlarmPriority.values()) {
            lit.put(priority, new SimpleBooleanProperty(true));
        }
        beats.put(AlarmPriority.HIGH, beat(AlarmPriority.HIGH, HIGH_HERTZ));
        beats.put(AlarmPriority.MEDIUM, beat(AlarmPriority.MEDIUM, MEDIUM_HERTZ));
    }

    /** Whether alarms of this priority are lit now. */
    public ReadOnlyBooleanProperty lit(AlarmPriority priority) {
        BooleanProperty property = lit.get(priority);
        return property == null ? new SimpleBooleanProperty(true) : property;
    }

    /**
     * Lets nothing flash while the window is not shown: a beat that runs would hold a closed window
     * for ever.
     */
    // [impl->req~ui.no-leaks~1]
    public void runWhile(ObservableValue<Boolean> shown) {
        running = shown.getValue();
        shown.subscribe(
                now -> {
                    running = now;
                    for (AlarmPriority priority : beats.keySet()) {
                        setFlashing(priority, wanted.contains(priority));
                    }
                });
    }

    /** Lets a priority flash, or keeps it steadily lit when nothing of it waits for an answer. */
    public void setFlashing(AlarmPriority priority, boolean flashing) {
        Timeline beat = beats.get(priority);
        BooleanProperty property = lit.get(priority);
        if (beat == null || property == null) {
            return;
        }
        if (flashing) {
            wanted.add(priority);
        } else {
            wanted.remove(priority);
        }
        boolean runs = beat.getStatus() == Animation.Status.RUNNING;
        if (flashing && running && !runs) {
            property.set(true);
            beat.playFromStart();
        } else if (runs && !(flashing && running)) {
            beat.stop();
            property.set(true);
        }
    }

    private Timeline beat(AlarmPriority priority, double hertz) {
        Duration half = Duration.seconds(0.5 / hertz);
        Timeline timeline =
                new Timeline(
                        new KeyFrame(half, event -> set(priority, false)),
                        new KeyFrame(half.multiply(2), event -> set(priority, true)));
        timeline.setCycleCount(Animation.INDEFINITE);
        return timeline;
    }

    private void set(AlarmPriority priority, boolean on) {
        BooleanProperty property = lit.get(priority);
        if (property != null) {
            property.set(on);
        }
    }
}
