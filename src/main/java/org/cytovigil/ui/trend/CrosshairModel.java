package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.CrosshairValues.Row;
import org.jspecify.annotations.Nullable;

/**
 * The crosshair that keys move: at which moment it stands, along which lane it steps, and what it
 * tells. It never stands in the future, nor before the stay. FX thread, or one thread in tests.
 */
// [impl->req~ui.trend-crosshair~1]
public final class CrosshairModel {
    private final TrendViewModel trend;
    private final ReadOnlyObjectWrapper<@Nullable Instant> moment =
            new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyStringWrapper lane = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private @Nullable Instant last;
    private long near;
    private int track;
    private boolean laneChosen;

    CrosshairModel(TrendViewModel trend) {
        this.trend = trend;
    }

    /** Where it stands; {@code null} while it is not shown. */
    public ReadOnlyObjectProperty<@Nullable Instant> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /** The lane along whose values it steps, in words. */
    public ReadOnlyStringProperty laneProperty() {
        return lane.getReadOnlyProperty();
    }

    /** All that stood where it stopped, for those who hear it; empty while it is not shown. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Whether it is shown. */
    public boolean isOn() {
        return moment.get() != null;
    }

    /** Shows it where it was, or at the present when it was nowhere; or ends it. */
    public void toggle() {
        if (isOn()) {
            end();
        } else {
            start();
            stopped();
        }
    }

    private Instant start() {
        Instant at = moment.get();
        if (at == null) {
            at = last == null ? now() : last;
            stand(at);
        }
        return at;
    }

    /**
     * Takes it away; where it stood is remembered.
     *
     * @return whether it was shown
     */
    public boolean end() {
        boolean was = isOn();
        moment.set(null);
        told.set("");
        return was;
    }

    /** Shows it at a moment. */
    public void standAt(Instant at) {
        stand(at);
        stopped();
    }

    /** Moves it by some time; backward by a negative one. */
    public void move(Duration by) {
        stand(start().plus(by));
    }

    /**
     * To the next value of its lane, or the one before.
     *
     * @return whether there is one
     */
    public boolean step(boolean later) {
        return jump(tracks().get(Math.min(track, tracks().size() - 1)), later);
    }

    /**
     * To the next treatment, note, alarm or change of grade, or the one before; shows it when it
     * was not shown.
     *
     * @return whether there is one
     */
    public boolean event(boolean later) {
        return jump(Track.events(trend.chartProperty().get()), later);
    }

    private boolean jump(Track along, boolean later) {
        long from = start().toEpochMilli();
        long to = later ? along.after(from) : along.before(from);
        boolean any = to >= trend.earliest().toEpochMilli() && to <= now().toEpochMilli();
        if (any) {
            stand(Instant.ofEpochMilli(to));
        }
        return any;
    }

    /** Steps along the lane below from now on, or the one above; after the last come all facts. */
    public void chooseLane(int down) {
        track = Math.floorMod(track + down, tracks().size());
        lane.set(tracks().get(track).name());
        laneChosen = true;
    }

    private List<Track> tracks() {
        return Track.of(trend.chartProperty().get());
    }

    private void stand(Instant wished) {
        Instant first = trend.earliest();
        Instant at = wished.isAfter(now()) ? now() : wished.isBefore(first) ? first : wished;
        if (lane.get().isEmpty()) {
            lane.set(tracks().get(track).name());
        }
        last = at;
        trend.reveal(at);
        moment.set(at);
    }

    private Instant now() {
        return trend.chartProperty().get().now();
    }

    /** It has stopped: what stands there is told, or along which lane it steps if that changed. */
    public void stopped() {
        Instant at = moment.get();
        if (at != null) {
            told.set(
                    laneChosen
                            ? Texts.of("trend.told.lane", lane.get())
                            : words(trend.chartProperty().get(), at));
            laneChosen = false;
        }
    }

    private String words(ChartScene scene, Instant at) {
        List<Row> rows = CrosshairValues.at(scene, at.toEpochMilli(), near);
        String when = Crosshair.when(scene, at, trend.zone());
        return rows.isEmpty()
                ? Texts.of("trend.told.nothing", when)
                : Texts.of(
                        "trend.told",
                        when,
                        rows.stream()
                                .map(row -> Texts.of("trend.told.row", row.value(), row.at()))
                                .collect(Collectors.joining("; ")));
    }

    /** Events within so many milliseconds of where it stands are read as well. */
    void setNear(long millis) {
        near = millis;
    }

    /** Another patient: it stands nowhere. */
    void forget() {
        end();
        last = null;
    }
}
