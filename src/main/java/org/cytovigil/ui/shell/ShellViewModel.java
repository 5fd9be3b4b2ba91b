package org.cytovigil.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.alarms.AlarmsViewModel;
import org.cytovigil.ui.alarms.AnswerViewModel;
import org.cytovigil.ui.charting.Drafts;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.protocol.Protocol;
import org.cytovigil.ui.sound.SoundControl;
import org.cytovigil.ui.sound.SoundViewModel;
import org.cytovigil.ui.theme.TextSize;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The state of the window: which screen, which stay, the alarm on the strip, the clock. FX thread.
 */
// [impl->req~ui.alarm-strip~1]
public final class ShellViewModel {
    /** The screens that the window can show. */
    public enum Screen {
        BOARD,
        BEDSIDE,
        /** What comes into the unit, and what of it was refused. */
        FEEDS,
        /** All alarms: those that stand, those that are hidden, and those that were. */
        ALARMS
    }

    /** Between two showings of numbers alone. */
    private static final Duration BETWEEN_NUMBERS = Duration.ofMillis(200);

    private final UnitSource source;
    private final Workbench workbench;
    private final Drafts drafts;
    private final StatusWords words;
    private final SoundViewModel sound;
    private final AnswerViewModel answer;
    private final AlarmsViewModel alarms;
    private final ReadOnlyObjectWrapper<UnitSnapshot> unit;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.BOARD);
    private @Nullable Instant moment;
    private long refreshed = Long.MIN_VALUE / 2;
    private final ReadOnlyObjectWrapper<@Nullable StayId> stay = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<Strip> strip = new ReadOnlyObjectWrapper<>(Strip.QUIET);
    private final ReadOnlyBooleanWrapper wall = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private Protocol protocol = Protocol.builtIn();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Census> census = new ReadOnlyObjectWrapper<>(Census.EMPTY);
    private final ReadOnlyIntegerWrapper textPercent = new ReadOnlyIntegerWrapper(TextSize.NORMAL);
    private TextSize.Choice textChoice = TextSize.Choice.NONE;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.NIGHT);

    /**
     * What the alarm strip shows.
     *
     * @param alarm the most urgent alarm, or {@code null} when there is none
     * @param text its words
     * @param others how many more there are, in words; empty for none
     * @param urgent in a flood, those of high priority behind the first, one by one: they are never
     *     folded into a count
     */
    public record Strip(@Nullable Alarm alarm, String text, String others, List<Named> urgent) {
        /** No alarm. */
        public static final Strip QUIET = new Strip(null, "", "", List.of());

        /** The priority to show, or {@code null} when nothing waits for an answer. */
        public @Nullable AlarmPriority waiting() {
            return alarm == null || alarm.answered() ? null : alarm.condition().priority();
        }
    }

    /**
     * An alarm by its name.
     *
     * @param text mark, bed and what rose
     */
    public record Named(Alarm alarm, String text) {}

    /**
     * How many stays there are of each grade.
     *
     * @param byGrade the counts for the lowest possible grades 0 to 5
     * @param unknown those of which nothing is known: "unknown (0 to n)" is no grade 0
     */
    public record Census(List<Integer> byGrade, int unknown) {
        static final Census EMPTY = new Census(List.of(0, 0, 0, 0, 0, 0), 0);
    }

    /** For pictures of one moment, where nothing can stall. */
    public ShellViewModel(UnitSource source, ZoneId zone) {
        this(
                source,
                zone,
                () -> source.latest().at(),
                SoundControl.NONE,
                Runnable::run,
                Runnable::run);
    }

    /**
     * @param clock goes on whatever becomes of the monitor
     * @param sound lets alarms be heard
     * @param background writes files
     * @param screen runs on the FX thread
     */
    public ShellViewModel(
            UnitSource source,
            ZoneId zone,
            InstantSource clock,
            SoundControl sound,
            Executor background,
            Executor screen) {
        this(source, zone, clock, sound, background, screen, Drafts.inMemory());
    }

    /** The same, with what is typed and not charted kept elsewhere. */
    public ShellViewModel(
            UnitSource source,
            ZoneId zone,
            InstantSource clock,
            SoundControl sound,
            Executor background,
            Executor screen,
            Drafts drafts) {
        this.drafts = drafts;
        this.source = source;
        this.workbench = new Workbench(source, zone, background, screen, this::miss);
        this.words = new StatusWords(source, zone, clock);
        this.sound = new SoundViewModel(sound);
        this.answer = new AnswerViewModel(source, zone);
        this.alarms = new AlarmsViewModel(source, zone, background, screen);
        this.unit = new ReadOnlyObjectWrapper<>(source.latest());
        // Whoever leaves the board has come to the workstation.
        this.screen.addListener((property, before, now) -> wall.set(false));
    }

    /** Shows the board for a wall, or ends that; nothing happens on other screens. */
    // [impl->req~ui.wall~1]
    public void toggleWall() {
        wall.set(!wall.get() && screen.get() == Screen.BOARD);
    }

    /** Ends showing the board for a wall. */
    public void leaveWall() {
        wall.set(false);
    }

    /** Whether the board fills the screen, with nothing but the strip above it. */
    public ReadOnlyBooleanProperty wallProperty() {
        return wall.getReadOnlyProperty();
    }

    /**
     * Called once a frame: shows a newer snapshot at once when an alarm is another, and no more
     * than a few times a second when only numbers are. Most of what a board costs is painting
     * numbers that nobody can read that fast.
     *
     * @param nanos of any clock that runs on
     */
    // [impl->req~ui.alarm-latency~1]
    public void pulse(long nanos) {
        if (nanos - refreshed >= BETWEEN_NUMBERS.toNanos()
                || !source.latest().alarms().equals(unit.get().alarms())) {
            refreshed = nanos;
            refresh();
        } else {
            sound.pulse();
        }
    }

    /** Looks for a newer snapshot. */
    @SuppressWarnings(
            "ReferenceEquality") // the same snapshot is the same object; comparing contents would
    // cost a frame
    public void refresh() {
        sound.pulse();
        if (source.latest() != unit.get()
                || !status.get().equals(words.status())
                || !trouble.get().equals(words.trouble())) {
            show();
        }
    }

    /** Shows the latest snapshot, new or not. */
    public void show() {
        UnitSnapshot latest = source.latest();
        status.set(words.status());
        trouble.set(words.trouble());
        unit.set(latest);
        clock.set(words.clock(latest));
        connection.set(words.connection(latest));
        strip.set(UnitWords.strip(latest));
        census.set(UnitWords.census(latest));
        summary.set(UnitWords.summary(latest));
        answer.show(latest);
    }

    // [impl->req~ui.save-told~1]
    private void miss(String what) {
        words.miss(what);
        trouble.set(words.trouble());
    }

    /**
     * What closed panels could not keep was read, and need not stand there any more.
     *
     * @return whether there was any of it
     */
    public boolean readMissed() {
        boolean any = words.readMissed();
        trouble.set(words.trouble());
        return any;
    }

    /** Answers the alarm on the strip; nothing happens when none waits. */
    public void acknowledgeTop() {
        Alarm alarm = strip.get().alarm();
        if (alarm != null && !alarm.answered()) {
            source.acknowledge(alarm);
        }
    }

    /** Opens the panel to answer the alarm on the strip with what was done, or closes it. */
    public void toggleAnswer() {
        Alarm alarm = strip.get().alarm();
        if (answer.shownProperty().get() != null) {
            answer.close();
        } else if (alarm != null) {
            answer.open(alarm.key());
        }
    }

    /**
     * Opens the panel that sets alarms otherwise for the patient on the bedside screen, elsewhere
     * for the one whose alarm is on the strip; or closes it.
     */
    public void adjust() {
        Alarm alarm = strip.get().alarm();
        if (answer.adjusting().shownProperty().get() != null) {
            answer.adjusting().close();
            return;
        }
        StayId here = screen.get() == Screen.BEDSIDE ? stay.get() : null;
        if (alarm != null && (here == null || alarm.key().stay().equals(here))) {
            answer.adjust(alarm.key());
        } else if (here != null) {
            answer.adjust(new AlarmKey(here, AlarmKind.GRADE_RISE));
        }
    }

    /** Answering an alarm with what was done. */
    public AnswerViewModel answer() {
        return answer;
    }

    /** Shows the patient of an alarm, or of a tile. */
    public void openBedside(StayId id) {
        stay.set(id);
        screen.set(Screen.BEDSIDE);
    }

    /** Shows the patient of an alarm, or all alarms for one that concerns the whole unit. */
    void open(Alarm alarm) {
        if (alarm.key().concernsTheUnit()) {
            openAlarms();
        } else {
            openBedside(alarm.key().stay());
        }
    }

    /** Shows the patient as of a moment that is past. */
    public void openBedsideAt(StayId id, Instant at) {
        moment = at;
        openBedside(id);
    }

    /** Sound, and its pause. */
    public SoundViewModel sound() {
        return sound;
    }

    /** All alarms. */
    public AlarmsViewModel alarms() {
        return alarms;
    }

    /** The moment at which the bedside is to be looked at; asked for once. */
    Optional<Instant> takeMoment() {
        Optional<Instant> asked = Optional.ofNullable(moment);
        moment = null;
        return asked;
    }

    /** Shows all alarms. */
    public void openAlarms() {
        screen.set(Screen.ALARMS);
    }

    /** Shows what comes in and what was refused. */
    public void openFeeds() {
        screen.set(Screen.FEEDS);
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

    /** Goes by what was chosen at this workstation, and keeps there what is chosen from now on. */
    public void setTextChoice(TextSize.Choice choice) {
        textChoice = choice;
        textPercent.set(choice.textPercent());
    }

    /** Makes all text larger or smaller: 100 to 150 per cent. */
    // [impl->req~ui.text-size~1]
    public void setText(int percent) {
        if (percent != textPercent.get()) {
            textPercent.set(percent);
            textChoice.chooseText(percent);
        }
    }

    /** How large text is, in per cent. */
    public ReadOnlyIntegerProperty textProperty() {
        return textPercent.getReadOnlyProperty();
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

    /** The stay whose bedside is chosen. */
    public ReadOnlyObjectProperty<@Nullable StayId> stayProperty() {
        return stay.getReadOnlyProperty();
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

    /** When data last came from a device, in words; empty while there is nothing to say. */
    public ReadOnlyStringProperty connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Census> censusProperty() {
        return census.getReadOnlyProperty();
    }

    /** What is typed into panels and not charted yet. */
    public Drafts drafts() {
        return drafts;
    }

    /** What panels work with. */
    public Workbench workbench() {
        return workbench;
    }

    /** What the unit's protocol says; the program's own text unless another was set. */
    public Protocol protocol() {
        return protocol;
    }

    /** Sets the text of the protocol, before a screen is made. */
    public void setProtocol(Protocol text) {
        protocol = text;
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
}
