package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.monitor.ChartData;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.StayTime;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What the lanes of one patient draw, and which stretch of time. It knows no nodes. FX thread, or
 * one thread in tests.
 */
public final class TrendViewModel {
    /** Days 2 to 7 may be looked at before they have come. */
    private static final Duration LOOK_AHEAD = Duration.ofDays(9);

    private static final Duration HALF_A_LOOK = Duration.ofHours(3);

    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.NIGHT);
    private final ReadOnlyObjectWrapper<TimeWindow> timeWindow =
            new ReadOnlyObjectWrapper<>(TimeWindow.DAY);
    private final ReadOnlyBooleanWrapper freelyChosen = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper followingLive = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper daysCounted = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<ChartScene> chart;
    private final ReadOnlyObjectWrapper<VisibleTime> visibleTime;
    private final ReadOnlyObjectWrapper<Readouts> readouts =
            new ReadOnlyObjectWrapper<>(Readouts.NONE);
    private final CrosshairModel crosshair = new CrosshairModel(this);
    private final MeasureModel measure = new MeasureModel(this);
    private final ReadOnlyObjectWrapper<LaneChoice> lanes =
            new ReadOnlyObjectWrapper<>(LaneChoice.USUAL);
    private final ReadOnlyObjectWrapper<Set<LaneId>> openLanes =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Set<LaneId>> withoutRoom =
            new ReadOnlyObjectWrapper<>(Set.of());
    private LaneChoice.Keeper keeper = LaneChoice.Keeper.NONE;
    private @Nullable StayId shown;
    private @Nullable VisibleTime free;
    private Instant earliest = Instant.EPOCH;

    /**
     * @param zone for clock times
     */
    public TrendViewModel(ZoneId zone) {
        this.zone = zone;
        chart =
                new ReadOnlyObjectWrapper<>(
                        new ChartScene(
                                new StayTime(Instant.EPOCH, true),
                                Instant.EPOCH,
                                ChartData.EMPTY,
                                List.of(),
                                List.of(),
                                new GradeSteps(ScaleId.ASTCT_2019, List.of()),
                                new GradeSteps(ScaleId.LEE_2014, List.of()),
                                new GradeSteps(ScaleId.ICANS, List.of()),
                                null,
                                Readouts.NONE,
                                SitePolicy.DEFAULT));
        visibleTime =
                new ReadOnlyObjectWrapper<>(
                        TimeWindow.DAY.of(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH));
    }

    /**
     * Shows a stay as of a moment. Another stay than before ends zooming and looking back; the
     * preset stays.
     *
     * @param log of the alarms of the stay, whose beginnings are flags on the axis
     */
    public void show(StaySnapshot stay, Instant now, List<AlarmLine> log) {
        if (!stay.stay().id().equals(shown)) {
            shown = stay.stay().id();
            free = null;
            crosshair.forget();
            measure.end();
        }
        if (free != null && followingLive.get()) {
            free = free.shifted(Duration.between(now(), now));
        }
        StayTime time = StayTime.of(stay.stay());
        Instant admitted = stay.stay().admitted();
        earliest = time.zero().isBefore(admitted) ? time.zero() : admitted;
        daysCounted.set(time.infused());
        if (!isOffered(timeWindow.get())) {
            timeWindow.set(TimeWindow.DAY);
        }
        chart.set(
                new ChartScene(
                        time,
                        now,
                        stay.chart(),
                        Mark.of(stay, now),
                        AlarmFlag.of(log, now),
                        new GradeSteps(stay.scale(), stay.history(stay.scale())),
                        new GradeSteps(stay.secondScale(), stay.history(stay.secondScale())),
                        new GradeSteps(ScaleId.ICANS, stay.history(ScaleId.ICANS)),
                        stay.picture().patient().weight(),
                        new ReadoutWriter(stay).write(),
                        stay.policy()));
        readouts.set(chart.get().readouts());
        settle();
    }

    /** Shows the six hours about a moment. */
    public void lookAt(Instant moment) {
        choose(new VisibleTime(moment.minus(HALF_A_LOOK), moment.plus(HALF_A_LOOK)));
    }

    /** Goes by the lanes chosen at this workstation, and keeps there what is chosen from now on. */
    public void setLaneKeeper(LaneChoice.Keeper kept) {
        keeper = kept;
        lanes.set(kept.lanes());
    }

    /** Chooses how the lanes stand. */
    public void setLanes(LaneChoice chosen) {
        if (!chosen.equals(lanes.get())) {
            lanes.set(chosen);
            keeper.chooseLanes(chosen);
        }
    }

    /** A chart has laid out its lanes. */
    void setLayout(LaneLayout layout) {
        openLanes.set(layout.open());
        withoutRoom.set(layout.withoutRoom());
    }

    /** The lanes that stand open; empty before a chart was laid out. */
    public ReadOnlyObjectProperty<Set<LaneId>> openLanesProperty() {
        return openLanes.getReadOnlyProperty();
    }

    /** How the lanes are to stand. */
    public ReadOnlyObjectProperty<LaneChoice> lanesProperty() {
        return lanes.getReadOnlyProperty();
    }

    /** The lanes that would be open if there were room. */
    public ReadOnlyObjectProperty<Set<LaneId>> withoutRoomProperty() {
        return withoutRoom.getReadOnlyProperty();
    }

    /** Chooses the palette. */
    public void setTheme(Theme chosen) {
        theme.set(chosen);
    }

    /** Chooses a preset, and ends zooming and looking back; one not offered changes nothing. */
    public void setTimeWindow(TimeWindow window) {
        if (!isOffered(window)) {
            return;
        }
        free = null;
        timeWindow.set(window);
        settle();
    }

    /** Back to the present, with the preset chosen last if the present is in it. */
    public void backToNow() {
        free = null;
        if (!preset().contains(now())) {
            timeWindow.set(TimeWindow.DAY);
        }
        settle();
    }

    /**
     * Shows more or less time about a moment that keeps its place.
     *
     * @param factor above 1 shows more
     */
    public void zoom(double factor, Instant about) {
        choose(visibleTime.get().zoomed(factor, about));
    }

    /** Shows later time, or earlier time by a negative duration. */
    public void pan(Duration later) {
        choose(visibleTime.get().shifted(later));
    }

    /** Shows a moment: by as little as it takes when it is near, in the middle when it is far. */
    void reveal(Instant moment) {
        VisibleTime visible = visibleTime.get();
        if (visible.contains(moment)) {
            return;
        }
        Duration tenth = visible.span().dividedBy(10);
        Duration missing =
                moment.isBefore(visible.from())
                        ? Duration.between(visible.from(), moment)
                        : Duration.between(visible.to(), moment);
        boolean near = missing.abs().compareTo(tenth) < 0;
        Duration margin = near ? tenth : visible.span().dividedBy(2);
        pan(missing.isNegative() ? missing.minus(margin) : missing.plus(margin));
    }

    /** The beginning of what there is to be seen: the infusion or the admission. */
    Instant earliest() {
        return earliest;
    }

    /** The crosshair that keys move. */
    public CrosshairModel crosshair() {
        return crosshair;
    }

    /** What is measured between two moments. */
    public MeasureModel measure() {
        return measure;
    }

    /** The patient shown; {@code null} before the first. */
    public @Nullable StayId stay() {
        return shown;
    }

    /** There are no days 2 to 7 before an infusion is charted. */
    private boolean isOffered(TimeWindow window) {
        return window != TimeWindow.DAY_2_TO_7 || daysCounted.get();
    }

    private void choose(VisibleTime wanted) {
        Instant ahead = chart.get().time().zero().plus(LOOK_AHEAD);
        Instant last = daysCounted.get() && ahead.isAfter(now()) ? ahead : now();
        free = wanted.within(earliest, last);
        settle();
    }

    private void settle() {
        VisibleTime visible = free == null ? preset() : free;
        visibleTime.set(visible);
        freelyChosen.set(free != null);
        followingLive.set(visible.contains(now()));
    }

    private VisibleTime preset() {
        return timeWindow.get().of(chart.get().time().zero(), earliest, now());
    }

    private Instant now() {
        return chart.get().now();
    }

    /** The zone of clock times. */
    public ZoneId zone() {
        return zone;
    }

    /** The present values beside the lanes. */
    public ReadOnlyObjectProperty<Readouts> readoutsProperty() {
        return readouts.getReadOnlyProperty();
    }

    /** The palette. */
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** The preset chosen last. */
    public ReadOnlyObjectProperty<TimeWindow> timeWindowProperty() {
        return timeWindow.getReadOnlyProperty();
    }

    /** Whether the user has zoomed or panned away from the preset. */
    public ReadOnlyBooleanProperty freelyChosenProperty() {
        return freelyChosen.getReadOnlyProperty();
    }

    /** Whether the present is in the picture and the picture moves with it. */
    public ReadOnlyBooleanProperty followingLiveProperty() {
        return followingLive.getReadOnlyProperty();
    }

    /** Whether an infusion is charted from which days are counted. */
    public ReadOnlyBooleanProperty daysCountedProperty() {
        return daysCounted.getReadOnlyProperty();
    }

    /** The stretch of time shown. */
    public ReadOnlyObjectProperty<VisibleTime> visibleTimeProperty() {
        return visibleTime.getReadOnlyProperty();
    }

    /** What the lanes draw. */
    ReadOnlyObjectProperty<ChartScene> chartProperty() {
        return chart.getReadOnlyProperty();
    }
}
