package org.cytovigil.ui.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Moving a patient to a free bed, or two patients to each other's. What is done is what stood on
 * the screen: when beds have changed meanwhile it says so first. FX thread, or one thread in tests.
 */
// [impl->req~ui.move~1]
public final class MoveViewModel {
    private final Workbench bench;
    private final StayId who;
    private final Keeping keeping;
    private final TypedField to = new TypedField();
    private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>(Plan.NONE);
    private final ReadOnlyStringWrapper undoing = new ReadOnlyStringWrapper("");
    private @Nullable Done done;

    /**
     * What would be done.
     *
     * @param words who goes where, each by two identifiers
     * @param button what the button says
     * @param barred why it cannot be done; empty when it can
     */
    public record Plan(
            String words,
            String button,
            String barred,
            String from,
            String to,
            Optional<StayId> other) {
        static final Plan NONE = new Plan("", "", "", "", "", Optional.empty());
    }

    /** What was done last. */
    private record Done(String from, String to, Optional<StayId> other) {}

    /**
     * @param who the patient who is to be moved
     */
    public MoveViewModel(Workbench bench, StayId who) {
        this.bench = bench;
        this.who = who;
        this.keeping = new Keeping(bench);
        to.textProperty().addListener((property, before, now) -> show(bench.source().latest()));
        show(bench.source().latest());
    }

    /** The beds of the unit that are not the patient's own, in words, as people count them. */
    public List<String> beds() {
        return others(bench.source().latest()).stream().map(UnitBeds.Bed::words).toList();
    }

    private List<UnitBeds.Bed> others(UnitSnapshot unit) {
        return UnitBeds.all(unit).stream()
                .filter(bed -> bed.holder().filter(this::isWho).isEmpty())
                .toList();
    }

    private boolean isWho(StaySnapshot stay) {
        return stay.stay().id().equals(who);
    }

    /** Chooses one of {@link #beds()}. */
    public void choose(int place) {
        List<UnitBeds.Bed> all = others(bench.source().latest());
        if (place >= 0 && place < all.size()) {
            to.set(all.get(place).label());
        }
    }

    /** Follows the unit. */
    void show(UnitSnapshot unit) {
        plan.set(plan(unit));
        undoing.set(
                done == null || undo(unit).isEmpty()
                        ? ""
                        : Texts.of("admission.move.undo", UnitBeds.bed(here(unit))));
    }

    private StaySnapshot here(UnitSnapshot unit) {
        return unit.stay(who).orElseThrow();
    }

    private Plan plan(UnitSnapshot unit) {
        Optional<StaySnapshot> found = unit.stay(who);
        if (found.isEmpty() || found.get().discharged()) {
            return barred(Texts.of("admission.move.gone"));
        }
        StaySnapshot stay = found.get();
        if (to.isEmpty()) {
            return barred(Texts.of("admission.move.choose"));
        }
        UnitBeds.Bed bed = UnitBeds.of(unit, OneLine.of(to.typed()));
        if (bed.holder().filter(this::isWho).isPresent()) {
            return barred(Texts.of("admission.move.same", bed.label()));
        }
        return bed.holder()
                .map(other -> swap(stay, other))
                .orElseGet(
                        () ->
                                new Plan(
                                        Texts.of(
                                                "admission.move.words",
                                                UnitBeds.person(stay),
                                                UnitBeds.bed(stay),
                                                bed.label()),
                                        Texts.of(
                                                "admission.move.do",
                                                UnitBeds.patient(stay).name(),
                                                bed.label()),
                                        "",
                                        stay.bed(),
                                        bed.label(),
                                        Optional.empty()));
    }

    private static Plan barred(String why) {
        return new Plan("", Texts.of("admission.move.button"), why, "", "", Optional.empty());
    }

    private static Plan swap(StaySnapshot stay, StaySnapshot other) {
        String words =
                Texts.of(
                        "admission.swap.words",
                        UnitBeds.person(stay),
                        UnitBeds.bed(stay),
                        UnitBeds.person(other),
                        UnitBeds.bed(other));
        return new Plan(
                words,
                Texts.of(
                        "admission.swap.do",
                        UnitBeds.patient(stay).name(),
                        UnitBeds.patient(other).name()),
                stay.bed().isEmpty()
                        ? Texts.of("admission.swap.no-bed", UnitBeds.person(other), other.bed())
                        : "",
                stay.bed(),
                other.bed(),
                Optional.of(other.stay().id()));
    }

    /** Does what stands on the screen, unless it cannot be done or has changed meanwhile. */
    public void move() {
        UnitSnapshot unit = bench.source().latest();
        Plan seen = plan.get();
        show(unit);
        if (!seen.equals(plan.get())) {
            keeping.say(Texts.of("admission.move.changed"));
            return;
        }
        if (!seen.barred().isEmpty()) {
            keeping.say(seen.barred());
            return;
        }
        keeping.keep(
                seen.words(),
                unit.at(),
                acts(seen.to(), seen.other(), seen.from()),
                () -> {
                    done = new Done(seen.from(), seen.to(), seen.other());
                    to.set("");
                    keeping.say(Texts.of("admission.move.done", seen.words()));
                });
    }

    private List<UnitSource.Act> acts(String bed, Optional<StayId> other, String othersBed) {
        List<UnitSource.Act> acts = new ArrayList<>();
        acts.add(new UnitSource.Act(who, new Entry.Moved(bed)));
        other.ifPresent(stay -> acts.add(new UnitSource.Act(stay, new Entry.Moved(othersBed))));
        return acts;
    }

    /** What would undo the last move; empty when others have moved since. */
    private List<UnitSource.Act> undo(UnitSnapshot unit) {
        Done last = done;
        Optional<StaySnapshot> stay = unit.stay(who);
        if (last == null || stay.isEmpty() || stay.get().discharged()) {
            return List.of();
        }
        boolean same = stay.get().bed().equals(last.to());
        boolean free =
                last.other().isPresent()
                        ? unit.stay(last.other().get())
                                .filter(other -> !other.discharged())
                                .filter(other -> other.bed().equals(last.from()))
                                .isPresent()
                        : last.from().isEmpty()
                                || UnitBeds.of(unit, last.from()).holder().isEmpty();
        return same && free ? acts(last.from(), last.other(), last.to()) : List.of();
    }

    /** Takes the last move back, while nobody else has moved into it. */
    public void undo() {
        UnitSnapshot unit = bench.source().latest();
        List<UnitSource.Act> back = undo(unit);
        if (back.isEmpty()) {
            show(unit);
            keeping.say(Texts.of("admission.move.no-undo"));
            return;
        }
        keeping.keep(
                undoing.get(),
                unit.at(),
                back,
                () -> {
                    done = null;
                    undoing.set("");
                    keeping.say(Texts.of("admission.move.undone"));
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

    /** Whether a bed is typed that nobody was moved to yet. */
    boolean isTouched() {
        return !to.isEmpty();
    }

    /** The bed to go to. */
    public TypedField to() {
        return to;
    }

    /** What would be done. */
    public ReadOnlyObjectProperty<Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** What the button says that takes the last move back; empty while there is none. */
    public ReadOnlyStringProperty undoingProperty() {
        return undoing.getReadOnlyProperty();
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
