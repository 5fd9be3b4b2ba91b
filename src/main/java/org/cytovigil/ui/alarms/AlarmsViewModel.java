package org.cytovigil.ui.alarms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.theme.Lists;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the screen of alarms shows: those that stand, those that are hidden, the log of all that
 * were, and how many they are. FX thread, or one thread in tests.
 */
// [impl->req~ui.alarm-screen~1]
public final class AlarmsViewModel {
    private final UnitSource source;
    private final ZoneId zone;
    private final Executor background;
    private final Executor screen;
    private final AlarmHistory log;
    private final ObservableList<StandingRow> standing = FXCollections.observableArrayList();
    private final ObservableList<HiddenRow> hidden = FXCollections.observableArrayList();
    private final ObservableList<AdjustedRow> adjusted = FXCollections.observableArrayList();
    private final ObservableList<LogRow> history = FXCollections.observableArrayList();
    private final ObservableList<Whose> beds = FXCollections.observableArrayList(Whose.ALL);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Whose> whose = new SimpleObjectProperty<>(Whose.ALL);
    private final ObjectProperty<@Nullable AlarmKind> kind = new SimpleObjectProperty<>(null);
    private final ObjectProperty<@Nullable AlarmPriority> priority =
            new SimpleObjectProperty<>(null);
    private final ReadOnlyObjectWrapper<LoadText> load = new ReadOnlyObjectWrapper<>(LoadText.NONE);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private UnitSnapshot unit;
    private boolean open;
    private @Nullable Instant loadAt;

    /**
     * Whose alarms are wanted.
     *
     * @param stay {@code null} for everybody's
     * @param text as it is chosen by
     */
    public record Whose(@Nullable StayId stay, String text) {
        static final Whose ALL = new Whose(null, Texts.of("history.all-beds"));
    }

    /**
     * @param source where alarms come from and answers go
     * @param zone for clock times
     * @param background writes files
     * @param screen runs on the FX thread
     */
    public AlarmsViewModel(UnitSource source, ZoneId zone, Executor background, Executor screen) {
        this.source = source;
        this.zone = zone;
        this.background = background;
        this.screen = screen;
        this.log = new AlarmHistory(zone);
        this.unit = source.latest();
        search.addListener((property, before, now) -> sift());
        whose.addListener((property, before, now) -> sift());
        kind.addListener((property, before, now) -> sift());
        priority.addListener((property, before, now) -> sift());
    }

    /** While it is closed nothing is made for it. */
    public void setOpen(boolean now) {
        open = now;
        if (now) {
            loadAt = null;
            message.set("");
            refresh();
        }
    }

    /** Shows a later snapshot. */
    public void show(UnitSnapshot latest) {
        unit = latest;
        if (open) {
            refresh();
        }
    }

    private void refresh() {
        Lists.replace(
                standing,
                unit.alarms().stream().map(alarm -> StandingRow.of(unit, alarm, zone)).toList());
        Lists.replace(
                hidden,
                unit.hidden().stream()
                        .map(alarm -> HiddenRow.of(unit, alarm, zone))
                        .sorted(Comparator.comparing(HiddenRow::way))
                        .toList());
        Lists.replace(
                adjusted,
                unit.adjusted().stream().map(found -> AdjustedRow.of(unit, found, zone)).toList());
        if (log.take(unit)) {
            Lists.replace(beds, choices());
            sift();
            loadAt = null;
        }
        if (loadAt == null || loadAt.plusSeconds(LoadText.EVERY).isBefore(unit.at())) {
            loadAt = unit.at();
            load.set(LoadText.of(unit));
        }
    }

    private List<Whose> choices() {
        List<Whose> all = new ArrayList<>(List.of(Whose.ALL));
        all.add(new Whose(AlarmKey.UNIT, Texts.of("alarms.unit")));
        for (StaySnapshot stay : unit.stays()) {
            StayId id = stay.stay().id();
            String who = AlarmWords.identity(unit, new AlarmKey(id, AlarmKind.GRADE_RISE));
            all.add(new Whose(id, who));
        }
        return all;
    }

    private void sift() {
        Whose chosen = whose.get();
        Lists.replace(
                history,
                log.rows(
                        new AlarmHistory.Filter(
                                search.get(),
                                chosen == null ? null : chosen.stay(),
                                kind.get(),
                                priority.get())));
    }

    /** Lets a hidden alarm come back; nothing happens with one that is told by another. */
    public void bringBack(HiddenRow row) {
        switch (row.way()) {
            case END -> source.tell(new Entry.AlarmUnshelved(row.key()));
            case PUT_BACK -> source.tell(new Entry.AlarmPutBack(row.key()));
            case NONE -> {}
        }
    }

    /** Ends that an alarm is set otherwise for its patient. */
    public void end(AdjustedRow row) {
        source.tell(new Entry.AlarmAdjustmentEnded(row.key()));
    }

    /** Writes the lines that are shown into a CSV file; says what came of it. */
    public void export(Path file) {
        List<LogRow> rows = List.copyOf(history);
        message.set(Texts.of("history.exporting"));
        background.execute(
                () -> {
                    String said;
                    try {
                        AlarmExport.write(rows, zone, file);
                        said =
                                Texts.of(
                                        "history.exported",
                                        Integer.toString(rows.size()),
                                        file.toString());
                    } catch (IOException e) {
                        said =
                                Texts.of(
                                        "history.not-exported",
                                        file.toString(),
                                        String.valueOf(e.getMessage()));
                    }
                    String told = said;
                    screen.execute(() -> message.set(told));
                });
    }

    /** The alarms that stand, unanswered before answered, the most urgent first. */
    public ObservableList<StandingRow> standing() {
        return standing;
    }

    /** The alarms that are put off, then those out of service, then those told inside another. */
    public ObservableList<HiddenRow> hidden() {
        return hidden;
    }

    /** The alarms whose settings are others for one patient. */
    public ObservableList<AdjustedRow> adjusted() {
        return adjusted;
    }

    /** What became of alarms, as far as it is wanted, newest first. */
    public ObservableList<LogRow> history() {
        return history;
    }

    /** Whose alarms can be chosen. */
    public ObservableList<Whose> beds() {
        return beds;
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<Whose> whoseProperty() {
        return whose;
    }

    /** {@code null} for all kinds. */
    public ObjectProperty<@Nullable AlarmKind> kindProperty() {
        return kind;
    }

    /** {@code null} for all priorities. */
    public ObjectProperty<@Nullable AlarmPriority> priorityProperty() {
        return priority;
    }

    /** How many alarms there are, against what people can bear. */
    public ReadOnlyObjectProperty<LoadText> loadProperty() {
        return load.getReadOnlyProperty();
    }

    /** What came of the last export; empty before the first. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
