package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.cytovigil.grading.Wording;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What is measured between two moments: one end stands, the other goes with the crosshair or the
 * pointer until it is put down. FX thread, or one thread in tests.
 */
// [impl->req~ui.trend-measure~1]
public final class MeasureModel {
    private final TrendViewModel trend;
    private final ReadOnlyObjectWrapper<@Nullable Stretch> stretch =
            new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");

    /**
     * What is measured.
     *
     * @param anchor the end that stands
     * @param end the other, before or after it
     * @param settled whether the other is put down too
     */
    public record Stretch(Instant anchor, Instant end, boolean settled) {
        /** The earlier end. */
        public Instant from() {
            return anchor.isBefore(end) ? anchor : end;
        }

        /** The later end. */
        public Instant to() {
            return anchor.isBefore(end) ? end : anchor;
        }
    }

    MeasureModel(TrendViewModel trend) {
        this.trend = trend;
        trend.crosshair()
                .momentProperty()
                .addListener((property, before, now) -> crosshairMoved(now));
    }

    /** What is measured; {@code null} for nothing. */
    public ReadOnlyObjectProperty<@Nullable Stretch> stretchProperty() {
        return stretch.getReadOnlyProperty();
    }

    /** What was measured, for those who hear it; empty while nothing is. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /**
     * Marks one end at the crosshair, which is shown when it was not; or puts down the other end
     * where the crosshair is now.
     */
    public void mark() {
        CrosshairModel crosshair = trend.crosshair();
        Instant at = crosshair.momentProperty().get();
        if (at == null) {
            crosshair.toggle();
            at = crosshair.momentProperty().get();
        }
        Stretch now = stretch.get();
        if (at != null) {
            stretch.set(
                    now == null || now.settled()
                            ? new Stretch(at, at, false)
                            : new Stretch(now.anchor(), at, true));
            stopped();
        }
    }

    /** Measures from one moment to another that is not put down yet. */
    void drag(Instant anchor, Instant end) {
        stretch.set(new Stretch(inRecord(anchor), inRecord(end), false));
    }

    /** Puts the other end down where it is. */
    void settle() {
        Stretch now = stretch.get();
        if (now != null) {
            stretch.set(new Stretch(now.anchor(), now.end(), true));
            stopped();
        }
    }

    private Instant inRecord(Instant at) {
        Instant last = trend.chartProperty().get().now();
        Instant first = trend.earliest();
        return at.isAfter(last) ? last : at.isBefore(first) ? first : at;
    }

    private void crosshairMoved(@Nullable Instant at) {
        Stretch now = stretch.get();
        if (now != null && !now.settled() && at != null) {
            stretch.set(new Stretch(now.anchor(), at, false));
        }
    }

    /**
     * Measures no more.
     *
     * @return whether something was measured
     */
    public boolean end() {
        boolean was = stretch.get() != null;
        stretch.set(null);
        told.set("");
        return was;
    }

    /** What moved has stopped: what is measured is told. */
    public void stopped() {
        Stretch now = stretch.get();
        if (now != null) {
            told.set(words(now));
        }
    }

    private String words(Stretch now) {
        ChartScene scene = trend.chartProperty().get();
        List<MeasuredLane> lanes = MeasuredLane.of(scene, now.from(), now.to(), now.settled());
        return Texts.of(
                "trend.measure.told",
                title(scene, now),
                lanes.isEmpty()
                        ? Texts.of("trend.measure.nothing")
                        : lanes.stream()
                                .map(MeasuredLane::words)
                                .collect(Collectors.joining("; ")));
    }

    /** "6 h 20 min: day 2 04:00 to day 2 10:20". */
    static String title(ChartScene scene, Stretch stretch) {
        return Texts.of(
                "trend.measure.title",
                Wording.duration(Duration.between(stretch.from(), stretch.to())),
                scene.time().moment(stretch.from()),
                scene.time().moment(stretch.to()));
    }
}
