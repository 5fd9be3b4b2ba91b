package org.cytovigil.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.cytovigil.alarm.AlarmPriority;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The state of the window: which screen, which stay, the alarm on the strip, the clock. FX thread.
 */
// [impl->req~ui.alarm-strip~1]
public final class ShellViewModel {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** The screens that the window can show. */
    public enum Screen {
        BOARD,
        BEDSIDE
    }

    private final UnitSource source;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<UnitSnapshot> unit;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.BOARD);
    private final ReadOnlyObjectWrapper<@Nullable StayId> stay = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<Strip> strip = new ReadOnlyObjectWrapper<>(Strip.QUIET);
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Census> census = new ReadOnlyObjectWrapper<>(Census.EMPTY);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.NIGHT);

    /**
     * What the alarm strip shows.
     *
     * @param alarm the most urgent alarm, or {@code null} when there is none
     * @param text its words
     * @param others how many more there are
     */
    public record Strip(@Nullable Alarm alarm, String text, int others) {
        /** No alarm. */
        public static final Strip QUIET = new Strip(null, "", 0);

        /** The priority to show, or {@code null} when nothing waits for an answer. */
        public @Nullable AlarmPriority waiting() {
            return alarm == null || alarm.answered() ? null : alarm.condition().priority();
        }
    }

    /**
     * How many stays there are of each grade.
     *
     * @param byGrade the counts for the lowest possible grades 0 to 5
     * @param unknown those of which nothing is known: "unknown (0 to n)" is no grade 0
     */
    public record Census(List<Integer> byGrade, int unknown) {
        static final Census EMPTY = new Census(List.of(0, 0, 0, 0, 0, 0), 0);
    }

    public ShellViewModel(UnitSource source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
        this.unit = new ReadOnlyObjectWrapper<>(source.latest());
    }

    /** Looks for a newer snapshot; called once a frame. */
    @SuppressWarnings(
            "ReferenceEquality") // the same snapshot is the same object; comparing contents would
    // cost a frame
    public void refresh() {
        if (source.latest() != unit.get()
                || !status.get().equals(status())
                || !trouble.get().equals(trouble())) {
            show();
        }
    }

    /** Shows the latest snapshot, new or not. */
    public void show() {
        UnitSnapshot latest = source.latest();
        status.set(status());
        trouble.set(trouble());
        unit.set(latest);
        clock.set(CLOCK.format(latest.at().atZone(zone)));
        strip.set(strip(latest));
        census.set(census(latest));
        summary.set(summary(latest));
    }

    private String trouble() {
        String fault = source.fault();
        return fault.isEmpty() ? "" : Texts.of("shell.trouble", AlarmPriority.MEDIUM.mark(), fault);
    }

    private String status() {
        String well =
                source.fault().isEmpty()
                        ? Texts.of("shell.status." + source.mode().name())
                        : Texts.of("shell.status.trouble");
        PolicyTimeline.Held held = source.announced();
        return held == null
                ? well
                : Texts.of("shell.policy", well, held.policy().version(), when(held.from()));
    }

    /** With the date when it is another day. */
    private String when(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        boolean today = there.toLocalDate().equals(source.latest().at().atZone(zone).toLocalDate());
        return (today ? TIME : DATE_AND_TIME).format(there);
    }

    /** Answers the alarm on the strip; nothing happens when none waits. */
    public void acknowledgeTop() {
        Alarm alarm = strip.get().alarm();
        if (alarm != null && !alarm.answered()) {
            source.acknowledge(alarm);
        }
    }

    /** Shows the patient of an alarm, or of a tile. */
    public void openBedside(StayId id) {
        stay.set(id);
        screen.set(Screen.BEDSIDE);
    }

    public void openBoard() {
        screen.set(Screen.BOARD);
    }

    /** Goes on to the next theme. */
    public void nextTheme() {
        theme.set(
                switch (theme.get()) {
                    case NIGHT -> Theme.DAY;
                    case DAY -> Theme.HIGH_CONTRAST;
                    case HIGH_CONTRAST -> Theme.NIGHT;
                });
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ReadOnlyObjectProperty<UnitSnapshot> unitProperty() {
        return unit.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Strip> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What is wrong with the monitor or the store; empty when nothing is. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Census> censusProperty() {
        return census.getReadOnlyProperty();
    }

    /** The kind of unit, marked on every screen. */
    public UnitSource.Mode mode() {
        return source.mode();
    }

    /** The stay whose bedside is chosen; empty when none is, or it has left. */
    public Optional<StaySnapshot> chosenStay() {
        StayId id = stay.get();
        return id == null ? Optional.empty() : unit.get().stay(id);
    }

    private Strip strip(UnitSnapshot latest) {
        if (latest.alarms().isEmpty()) {
            return Strip.QUIET;
        }
        Alarm top = latest.alarms().getFirst();
        String who =
                latest.stay(top.key().stay())
                        .map(ShellViewModel::who)
                        .orElse(top.key().stay().value());
        return new Strip(top, words(top, who), latest.alarms().size() - 1);
    }

    private static String who(StaySnapshot stay) {
        String name = stay.stay().patient().name();
        return stay.bed().isEmpty()
                ? Texts.of("shell.alarm.no-bed", name)
                : Texts.of("shell.alarm.who", stay.bed(), name);
    }

    private static String words(Alarm alarm, String who) {
        String mark = alarm.condition().priority().mark();
        String cause = alarm.condition().cause();
        return switch (alarm.state()) {
            case AlarmState.Acknowledged answered ->
                    Texts.of("shell.alarm.answered", who, cause, answered.by());
            case AlarmState.ReturnedUnacknowledged returned ->
                    Texts.of("shell.alarm.returned", mark, who, cause);
            case AlarmState.Unacknowledged unanswered ->
                    Texts.of("shell.alarm.standing", mark, who, cause);
            case AlarmState.Normal normal -> "";
        };
    }

    private Census census(UnitSnapshot latest) {
        int[] counts = new int[6];
        int unknown = 0;
        for (StaySnapshot found : latest.stays()) {
            Assessment assessment = found.assessment(found.scale());
            if (found.discharged() || assessment == null) {
                continue;
            }
            GradeRange range = assessment.range();
            if (range.lowest() == 0 && !range.determined()) {
                unknown++;
            } else {
                counts[range.lowest()]++;
            }
        }
        return new Census(Arrays.stream(counts).boxed().toList(), unknown);
    }

    private static String summary(UnitSnapshot latest) {
        int waiting = 0;
        int inTheLastHour = 0;
        Instant hourAgo = latest.at().minus(Duration.ofHours(1));
        for (Alarm alarm : latest.alarms()) {
            waiting += alarm.answered() ? 0 : 1;
            inTheLastHour += alarm.condition().raisedAt().isBefore(hourAgo) ? 0 : 1;
        }
        return Texts.of("shell.summary", waiting, inTheLastHour);
    }
}
