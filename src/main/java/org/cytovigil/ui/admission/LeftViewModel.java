package org.cytovigil.ui.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.CancelledAdmission;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Lists;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Those who were discharged, and those whose admission was cancelled in the last 24 hours, and
 * taking that back. Cancelled ones stand first, then the latest admission. FX thread, or one thread
 * in tests.
 */
// [impl->req~ui.patient-panel~1]
public final class LeftViewModel {
    /** A mistake older than that is known by its entries, and not taken back by a key. */
    private static final Duration CANCELLED_FOR = Duration.ofHours(24);

    private final Workbench bench;
    private final Keeping keeping;
    private final ObservableList<Left> left = FXCollections.observableArrayList();
    private final TypedField bed = new TypedField();
    private final TypedField reason = new TypedField();
    private final ReadOnlyBooleanWrapper reasoned = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper bedded = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper barred = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper button =
            new ReadOnlyStringWrapper(Texts.of("admission.back.button"));
    private @Nullable StayId chosen;

    /**
     * One who was discharged, or whose admission was cancelled.
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
        List<Left> rows = new ArrayList<>();
        unit.cancelled().reversed().stream()
                .filter(each -> each.at().plus(CANCELLED_FOR).isAfter(unit.at()))
                .forEach(each -> rows.add(new Left(each.stay().id(), words(each))));
        rows.addAll(all);
        Lists.replace(left, rows);
        Optional<CancelledAdmission> mistake = cancelled(unit);
        reasoned.set(mistake.isPresent());
        if (mistake.isPresent()) {
            String name = mistake.get().stay().patient().name();
            boolean left = mistake.get().discharged();
            bedded.set(!left);
            barred.set(left ? "" : barred(unit, mistake.get()));
            button.set(
                    Texts.of(left ? "admission.uncancel.do-left" : "admission.uncancel.do", name));
            return;
        }
        bedded.set(true);
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

    private String words(CancelledAdmission each) {
        return Texts.of(
                "admission.uncancel.row",
                UnitBeds.person(each.stay().patient()),
                each.lastBed().isEmpty() ? Texts.of("admission.no-bed") : each.lastBed(),
                Typed.time(each.at(), bench.zone()),
                OneLine.of(each.reason()));
    }

    private Optional<CancelledAdmission> cancelled(UnitSnapshot unit) {
        return unit.cancelled().stream()
                .filter(each -> each.stay().id().equals(chosen))
                .findFirst();
    }

    private Optional<StaySnapshot> stay(UnitSnapshot unit) {
        return Optional.ofNullable(chosen).flatMap(unit::stay);
    }

    private String barred(UnitSnapshot unit, StaySnapshot stay) {
        String why = Readmission.barred(unit, stay);
        return why.isEmpty() ? barredBed(unit) : why;
    }

    private String barred(UnitSnapshot unit, CancelledAdmission mistake) {
        String why = Readmission.again(unit, mistake.stay());
        return why.isEmpty() ? barredBed(unit) : why;
    }

    private String barredBed(UnitSnapshot unit) {
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
        reason.set("");
        bed.set(
                cancelled(unit)
                        .map(mistake -> Readmission.freeBed(unit, mistake.lastBed()))
                        .or(() -> stay(unit).map(found -> Readmission.freeBed(unit, found)))
                        .orElse(""));
        show(unit);
    }

    /** Takes the discharge back, or that the admission was a mistake. */
    public void comeBack() {
        UnitSnapshot unit = bench.source().latest();
        show(unit);
        Optional<CancelledAdmission> mistake = cancelled(unit);
        if (mistake.isPresent()) {
            uncancel(unit, mistake.get());
            return;
        }
        Optional<StaySnapshot> stay = stay(unit);
        if (stay.isEmpty() || !barred.get().isEmpty()) {
            keeping.say(barred.get());
            return;
        }
        String to = UnitBeds.of(unit, OneLine.of(bed.typed())).label();
        keep(
                unit,
                Readmission.acts(stay.get(), to),
                Readmission.done(UnitBeds.person(stay.get()), to));
    }

    private void uncancel(UnitSnapshot unit, CancelledAdmission mistake) {
        if (!barred.get().isEmpty()) {
            keeping.say(barred.get());
            return;
        }
        if (reason.isEmpty()) {
            reason.refuse(Texts.of("admission.cancel.no-reason"));
            keeping.say(Texts.of("admission.refused"));
            return;
        }
        String who = UnitBeds.person(mistake.stay().patient());
        if (mistake.discharged()) {
            keep(
                    unit,
                    Readmission.actsOfOneWhoLeft(mistake.stay(), reason.typed()),
                    Texts.of("admission.uncancel.done-left", who));
            return;
        }
        String to = UnitBeds.of(unit, OneLine.of(bed.typed())).label();
        keep(unit, Readmission.acts(mistake.stay(), to, reason.typed()), Readmission.done(who, to));
    }

    private void keep(UnitSnapshot unit, List<UnitSource.Act> acts, String words) {
        keeping.keep(
                button.get(),
                unit.at(),
                acts,
                () -> {
                    keeping.say(words);
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

    /** Why the cancelling of an admission is taken back. */
    public TypedField reason() {
        return reason;
    }

    /** Whether a reason is asked for: of one whose admission was cancelled. */
    public ReadOnlyBooleanProperty reasonedProperty() {
        return reasoned.getReadOnlyProperty();
    }

    /** Whether a bed is asked for: not of one who had left before the admission was cancelled. */
    public ReadOnlyBooleanProperty beddedProperty() {
        return bedded.getReadOnlyProperty();
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
