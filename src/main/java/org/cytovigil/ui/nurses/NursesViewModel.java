package org.cytovigil.ui.nurses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.board.BedLabels;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;

/** Who nurses whom, to be changed for the whole unit at once. FX thread, or one in tests. */
// [impl->req~ui.nurses~1]
final class NursesViewModel {
    /** As people count beds; those without one last. */
    private static final Comparator<NurseRow> BY_BED =
            Comparator.<NurseRow, Boolean>comparing(row -> row.bedProperty().get().isEmpty())
                    .thenComparing(row -> row.bedProperty().get(), BedLabels.IN_ORDER)
                    .thenComparing(row -> row.stay().value());

    private final Workbench bench;
    private final Runnable close;
    private final ObservableList<NurseRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<String>> loads =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper button = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private UnitSnapshot unit;
    private boolean busy;
    private boolean warned;
    private boolean gone;

    /**
     * @param close run when all is kept
     */
    NursesViewModel(Workbench bench, Runnable close) {
        this.bench = bench;
        this.close = close;
        this.unit = bench.source().latest();
        show(unit);
    }

    /** Follows the unit; what was typed stays typed. */
    void show(UnitSnapshot latest) {
        unit = latest;
        List<NurseRow> wanted = new ArrayList<>();
        for (StaySnapshot stay : latest.stays()) {
            if (!stay.discharged()) {
                NurseRow row = row(stay.stay().id()).orElseGet(() -> made(stay));
                row.follow(stay);
                wanted.add(row);
            }
        }
        wanted.sort(BY_BED);
        if (!wanted.equals(rows)) {
            rows.setAll(wanted);
        }
        tell();
    }

    private NurseRow made(StaySnapshot stay) {
        NurseRow row = new NurseRow(stay);
        row.typedProperty()
                .addListener(
                        (property, before, now) -> {
                            warned = false;
                            message.set("");
                            tell();
                        });
        return row;
    }

    private Optional<NurseRow> row(StayId stay) {
        return rows.stream().filter(row -> row.stay().equals(stay)).findFirst();
    }

    private void tell() {
        long changes = rows.stream().filter(NurseRow::changed).count();
        button.set(
                changes == 0
                        ? Texts.of("nurses.save.none")
                        : changes == 1
                                ? Texts.of("nurses.save.one")
                                : Texts.of("nurses.save", changes));
        loads.set(
                NurseLoad.of(
                                unit,
                                stay ->
                                        row(stay.stay().id())
                                                .map(this::spelled)
                                                .orElse(stay.nurse()))
                        .stream()
                        .map(NurseLoad::words)
                        .toList());
    }

    /** The name typed, as it is spelled where it is in use already. */
    private String spelled(NurseRow row) {
        String typed = row.nurse();
        return unit.stays().stream()
                .map(StaySnapshot::nurse)
                .filter(name -> name.equalsIgnoreCase(typed))
                .findFirst()
                .or(
                        () ->
                                rows.stream()
                                        .map(NurseRow::nurse)
                                        .filter(name -> name.equalsIgnoreCase(typed))
                                        .findFirst())
                .orElse(typed);
    }

    /** A name in use that begins with what was typed; empty for none, or when it is the same. */
    String offer(NurseRow row) {
        String begun = row.nurse().toLowerCase(Locale.ROOT);
        if (begun.isEmpty()) {
            return "";
        }
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        unit.stays().forEach(stay -> names.add(stay.nurse()));
        for (NurseRow other : rows) {
            if (!other.equals(row) && !other.refused()) {
                names.add(other.nurse());
            }
        }
        return names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(begun))
                .filter(name -> name.length() > begun.length())
                .findFirst()
                .orElse("");
    }

    /** Takes the name that is offered, if one is. */
    void takeOffer(NurseRow row) {
        String offer = offer(row);
        if (!offer.isEmpty()) {
            row.typedProperty().set(offer);
        }
    }

    /** The same nurse as the bed above has; the first has none above. */
    void sameAsAbove(NurseRow row) {
        int place = rows.indexOf(row);
        if (place > 0) {
            row.typedProperty().set(rows.get(place - 1).typedProperty().get());
        }
    }

    /** Keeps all that was changed, or nothing. */
    void save() {
        Optional<NurseRow> refused = rows.stream().filter(NurseRow::refused).findFirst();
        if (refused.isPresent()) {
            message.set(refused.get().noteProperty().get());
            return;
        }
        List<UnitSource.Act> acts = new ArrayList<>();
        for (NurseRow row : rows) {
            if (row.changed()) {
                acts.add(new UnitSource.Act(row.stay(), new Entry.NurseAssigned(spelled(row))));
            }
        }
        if (acts.isEmpty()) {
            message.set(Texts.of("nurses.save.none"));
        } else if (!busy) {
            busy = true;
            Instant at = unit.at();
            bench.background().execute(() -> store(at, acts));
        }
    }

    private void store(Instant at, List<UnitSource.Act> acts) {
        String fault = "";
        try {
            bench.source().chart(at, acts);
        } catch (LedgerException e) {
            fault = Texts.of("nurses.not-kept", String.valueOf(e.getMessage()));
        }
        String came = fault;
        bench.screen()
                .execute(
                        () -> {
                            busy = false;
                            message.set(came);
                            if (came.isEmpty()) {
                                close.run();
                            } else if (gone) {
                                bench.missed().accept(Texts.of("nurses.missed", came));
                            }
                        });
    }

    /** Whether the panel may go: with changes that are not kept only when asked twice. */
    boolean leave() {
        if (busy) {
            message.set(Texts.of("nurses.saving"));
            return false;
        }
        boolean unsaved = rows.stream().anyMatch(NurseRow::changed);
        if (!unsaved || warned) {
            return true;
        }
        warned = true;
        message.set(Texts.of("nurses.unsaved"));
        return false;
    }

    /** The panel is closed: nobody sees any more what is said here. */
    void gone() {
        gone = true;
    }

    /** A row a patient, by bed. */
    ObservableList<NurseRow> rows() {
        return rows;
    }

    /** What each nurse would have in hand, in words. */
    ReadOnlyObjectProperty<List<String>> loadsProperty() {
        return loads.getReadOnlyProperty();
    }

    /** What the button says. */
    ReadOnlyStringProperty buttonProperty() {
        return button.getReadOnlyProperty();
    }

    /** Why nothing was kept, or what is still to be saved; empty while there is nothing to say. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
