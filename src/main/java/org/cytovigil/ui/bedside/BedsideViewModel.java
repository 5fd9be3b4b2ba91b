package org.cytovigil.ui.bedside;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.monitor.AdjustedAlarm;
import org.cytovigil.monitor.ChartData;
import org.cytovigil.monitor.HiddenAlarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.protocol.Protocol;
import org.cytovigil.ui.protocol.ProtocolCard;
import org.cytovigil.ui.theme.StayTime;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What the bedside screen shows of one patient, and which stretch of time. It knows no nodes. FX
 * thread, or one thread in tests.
 */
public final class BedsideViewModel {

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
    private final ReadOnlyObjectWrapper<PatientHeader> header =
            new ReadOnlyObjectWrapper<>(PatientHeader.NONE);
    private final ReadOnlyObjectWrapper<GradeCard> grade =
            new ReadOnlyObjectWrapper<>(GradeCard.none());
    private final ReadOnlyObjectWrapper<@Nullable ProtocolCard> protocolCard =
            new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<BedsideAlarms> alarms =
            new ReadOnlyObjectWrapper<>(BedsideAlarms.NONE);
    private final ReadOnlyObjectWrapper<ChartScene> chart;
    private final ReadOnlyObjectWrapper<VisibleTime> visibleTime;
    private Protocol protocol = Protocol.builtIn();
    private @Nullable StayId shown;
    private @Nullable VisibleTime free;
    private Instant earliest = Instant.EPOCH;

    /**
     * @param zone for clock times
     */
    public BedsideViewModel(ZoneId zone) {
        this.zone = zone;
        ChartData empty = new ChartData(Map.of(), List.of(), Map.of(), List.of(), List.of());
        chart =
                new ReadOnlyObjectWrapper<>(
                        new ChartScene(
                                new StayTime(Instant.EPOCH, true),
                                Instant.EPOCH,
                                empty,
                                List.of(),
                                List.of(),
                                new GradeSteps(ScaleId.ASTCT_2019, List.of()),
                                new GradeSteps(ScaleId.LEE_2014, List.of()),
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
     */
    public void show(StaySnapshot stay, Instant now) {
        show(stay, now, List.of(), List.of(), List.of());
    }

    private void show(
            StaySnapshot stay,
            Instant now,
            List<AdjustedAlarm> adjusted,
            List<HiddenAlarm> hidden,
            List<AlarmLine> log) {
        BedsideAlarms ofStay = BedsideAlarms.of(stay.alarms(), adjusted, hidden, now, zone);
        if (!ofStay.equals(alarms.get())) {
            alarms.set(ofStay);
        }
        if (!stay.stay().id().equals(shown)) {
            shown = stay.stay().id();
            free = null;
        }
        Instant before = chart.get().now();
        if (free != null && followingLive.get()) {
            free = free.shifted(Duration.between(before, now));
        }
        StayTime time = StayTime.of(stay.stay());
        Instant admitted = stay.stay().admitted();
        earliest = time.zero().isBefore(admitted) ? time.zero() : admitted;
        daysCounted.set(time.infused());
        if (!isOffered(timeWindow.get())) {
            timeWindow.set(TimeWindow.DAY);
        }
        PatientHeader words = PatientHeader.of(stay, now, zone);
        if (!words.equals(header.get())) {
            header.set(words);
        }
        GradeCard card = GradeCards.of(stay, now, zone);
        if (!card.equals(grade.get())) {
            grade.set(card);
        }
        ProtocolCard said = ProtocolCard.of(stay, protocol);
        if (!Objects.equals(said, protocolCard.get())) {
            protocolCard.set(said);
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
                        stay.picture().patient().weight(),
                        new ReadoutWriter(stay).write(),
                        stay.policy()));
        settle();
    }

    /** Shows a stay of the unit as of the unit's present. */
    public void show(StaySnapshot stay, UnitSnapshot unit) {
        StayId id = stay.stay().id();
        show(
                stay,
                unit.at(),
                unit.adjusted().stream().filter(alarm -> alarm.key().stay().equals(id)).toList(),
                unit.hidden().stream().filter(alarm -> alarm.key().stay().equals(id)).toList(),
                unit.logs().getOrDefault(id, List.of()));
    }

    /** Shows the six hours about a moment. */
    public void lookAt(Instant moment) {
        choose(new VisibleTime(moment.minus(HALF_A_LOOK), moment.plus(HALF_A_LOOK)));
    }

    /** Chooses the text of the protocol; it shows with the next snapshot. */
    public void setProtocol(Protocol text) {
        protocol = text;
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

    /** The words of the line above the chart. */
    public ReadOnlyObjectProperty<PatientHeader> headerProperty() {
        return header.getReadOnlyProperty();
    }

    /** The grade in words. */
    public ReadOnlyObjectProperty<GradeCard> gradeProperty() {
        return grade.getReadOnlyProperty();
    }

    /** What the protocol says for the grade; {@code null} while there is nothing to say. */
    ReadOnlyObjectProperty<@Nullable ProtocolCard> protocolCardProperty() {
        return protocolCard.getReadOnlyProperty();
    }

    /** The alarms of the patient. */
    public ReadOnlyObjectProperty<BedsideAlarms> alarmsProperty() {
        return alarms.getReadOnlyProperty();
    }

    /** What the lanes draw. */
    ReadOnlyObjectProperty<ChartScene> chartProperty() {
        return chart.getReadOnlyProperty();
    }
}
