package org.cytovigil.ui.admission;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Lists;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Those who were discharged, and taking that back. The latest admission stands first. FX thread, or
 * one thread in tests.
 */
// [impl->req~ui.patient-panel~1]
public final class LeftViewModel {
    private final Workbench bench;
    private final Keeping keeping;
    private final ObservableList<Left> left = FXCollections.observableArrayList();
    private final TypedField bed = new TypedField();
    private final ReadOnlyStringWrapper barred = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper button =
            new ReadOnlyStringWrapper(Texts.of("admission.back.button"));
    private @Nullable StayId chosen;

    /**
     * One who was discharged.
     *
     * @param words by two identifiers, with the last bed
     */
    public record Left(StayId stay, String words) {}

    public LeftViewModel(Workbench bench) {
        this.bench = bench;
        this.keeping = new Keeping(bench);
        bed.textProperty().addListener((property, before, now) -> show(bench.source().latest()));
        show(bench.source().latest());
    }

    /** Follows the unit. */
    void show(UnitSnapshot unit) {
        List<Left> all =
                unit.stays().reversed().stream()
                        .filter(StaySnapshot::discharged)
                        .map(stay -> new Left(stay.stay().id(), words(stay)))
                        .toList();
        Lists.replace(left, all);
        Optional<StaySnapshot> stay = stay(unit);
        barred.set(
                stay.map(found -> barred(unit, found)).orElse(Texts.of("admission.back.choose")));
        button.set(
                stay.map(found -> Texts.of("admission.back.do", UnitBeds.patient(found).name()))
                        .orElse(Texts.of("admission.back.button")));
    }

    private static String words(StaySnapshot stay) {
        String last = Readmission.lastBed(stay);
        return last.isEmpty()
                ? UnitBeds.person(stay)
                : Texts.of("admission.left.row", UnitBeds.person(stay), last);
    }

    private Optional<StaySnapshot> stay(UnitSnapshot unit) {
        return Optional.ofNullable(chosen).flatMap(unit::stay);
    }

    private String barred(UnitSnapshot unit, StaySnapshot stay) {
        String why = Readmission.barred(unit, stay);
        if (!why.isEmpty()) {
            return why;
        }
        UnitBeds.Bed wanted = UnitBeds.of(unit, OneLine.of(bed.typed()));
        return wanted.holder()
                .map(
                        other ->
                                Texts.of(
                                        "admission.bed.whose",
                                        wanted.label(),
                                        UnitBeds.person(other)))
                .orElse("");
    }

    /** Chooses who comes back: with the last bed while that is free. */
    public void choose(@Nullable StayId stay) {
        chosen = stay;
        UnitSnapshot unit = bench.source().latest();
        bed.set(stay(unit).map(found -> Readmission.freeBed(unit, found)).orElse(""));
        show(unit);
    }

    /** Takes the discharge back. */
    public void comeBack() {
        UnitSnapshot unit = bench.source().latest();
        show(unit);
        Optional<StaySnapshot> stay = stay(unit);
        if (stay.isEmpty() || !barred.get().isEmpty()) {
            keeping.say(barred.get());
            return;
        }
        String to = UnitBeds.of(unit, OneLine.of(bed.typed())).label();
        keeping.keep(
                button.get(),
                unit.at(),
                Readmission.acts(stay.get(), to),
                () -> {
                    keeping.say(
                            Texts.of(
                                    to.isEmpty()
                                            ? "admission.back.done-no-bed"
                                            : "admission.back.done",
                                    UnitBeds.person(stay.get()),
                                    to));
                    choose(null);
                });
    }

    /** Whether the panel may go: not while the store is waited for. */
    boolean mayLeave() {
        return keeping.mayLeave();
    }

    /** The panel is closed. */
    void gone() {
        keeping.gone();
    }

    /** Those who were discharged. */
    public ObservableList<Left> left() {
        return left;
    }

    /** The bed to come back to; empty for none. */
    public TypedField bed() {
        return bed;
    }

    /** Why nobody can come back; empty when the one chosen can. */
    public ReadOnlyStringProperty barredProperty() {
        return barred.getReadOnlyProperty();
    }

    /** What the button says. */
    public ReadOnlyStringProperty buttonProperty() {
        return button.getReadOnlyProperty();
    }

    /** Whether the store is being waited for. */
    public ReadOnlyBooleanProperty busyProperty() {
        return keeping.busyProperty();
    }

    /** What came of it. */
    public ReadOnlyStringProperty saidProperty() {
        return keeping.saidProperty();
    }
}
