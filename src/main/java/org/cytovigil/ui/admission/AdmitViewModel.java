package org.cytovigil.ui.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Admitting a patient: bed, who it is, weight, infusion. What cannot be is refused beside its
 * field; what is unlikely is asked about once. FX thread, or one thread in tests.
 */
// [impl->req~ui.admit~1]
public final class AdmitViewModel {
    private static final StayId NOBODY = new StayId("");

    private final Workbench bench;
    private final Consumer<StayId> opened;
    private final Keeping keeping;
    private final Doubts doubts = new Doubts();
    private final TypedField bed = new TypedField();
    private final PersonForm person = new PersonForm();
    private final TypedField weight = new TypedField();
    private final InfusionForm infusion;
    private @Nullable StayId awaited;

    /**
     * @param opened called with the stay once it is seen on the unit
     */
    public AdmitViewModel(Workbench bench, Consumer<StayId> opened) {
        this.bench = bench;
        this.opened = opened;
        this.keeping = new Keeping(bench);
        this.infusion = new InfusionForm(bench.zone());
        person.oxygenProperty().addListener((property, before, now) -> typed());
        fields().forEach(
                        field ->
                                field.textProperty()
                                        .addListener((property, before, now) -> typed()));
    }

    private void typed() {
        doubts.forget();
        keeping.say("");
    }

    private List<TypedField> fields() {
        return Stream.of(List.of(bed), person.fields(), List.of(weight), infusion.fields())
                .flatMap(List::stream)
                .toList();
    }

    /** Labels of beds that are known and free, as people count them. */
    public List<String> freeBeds() {
        return UnitBeds.all(bench.source().latest()).stream()
                .filter(each -> each.holder().isEmpty())
                .map(UnitBeds.Bed::label)
                .toList();
    }

    private void check(UnitSnapshot unit) {
        Instant now = unit.at();
        LocalDate today = LocalDate.ofInstant(now, bench.zone());
        bed.clear();
        UnitBeds.Bed wanted = UnitBeds.of(unit, bed.typed());
        if (bed.isEmpty()) {
            bed.ask(Texts.of("admission.bed.none"));
        } else {
            wanted.holder()
                    .ifPresent(
                            other ->
                                    bed.refuse(
                                            Texts.of(
                                                    "admission.bed.whose",
                                                    wanted.label(),
                                                    UnitBeds.person(other))));
        }
        person.check(unit, NOBODY, today);
        unit.stays().stream()
                .filter(stay -> stay.discharged())
                .filter(
                        stay ->
                                UnitBeds.patient(stay)
                                        .recordNumber()
                                        .strip()
                                        .equalsIgnoreCase(person.number().typed()))
                .findFirst()
                .ifPresent(stay -> person.number().ask(Texts.of("admission.number.was-here")));
        WeightCheck.check(weight, Typed.age(person.age().typed(), today));
        infusion.check(now);
    }

    /** Admits the patient, unless something is refused, or is asked for the first time. */
    public void admit() {
        if (awaited != null) {
            return;
        }
        UnitSnapshot unit = bench.source().latest();
        check(unit);
        keeping.say("");
        if (!doubts.settled(fields())) {
            boolean refused = fields().stream().anyMatch(TypedField::refused);
            keeping.say(Texts.of(refused ? "admission.refused" : "admission.asked"));
            return;
        }
        Stay stay = stay(unit);
        keeping.keep(
                Texts.of("admission.doing.admit", UnitBeds.person(stay.patient())),
                unit.at(),
                List.of(new UnitSource.Act(stay.id(), new Entry.Admitted(stay))),
                () -> {
                    awaited = stay.id();
                    show(bench.source().latest());
                });
    }

    private Stay stay(UnitSnapshot unit) {
        Instant now = unit.at();
        Patient typed = person.patient(LocalDate.ofInstant(now, bench.zone()));
        Double kilograms = Typed.number(weight.typed());
        Patient patient =
                new Patient(
                        typed.name(),
                        typed.recordNumber(),
                        typed.ageYears(),
                        kilograms == null ? null : new Weight(kilograms),
                        typed.baseline());
        return new Stay(
                StayId.byHand(patient.recordNumber(), now),
                patient,
                infusion.infusion(now),
                now,
                null,
                OneLine.of(UnitBeds.of(unit, bed.typed()).label()),
                bench.source().mode() == UnitSource.Mode.LIVE
                        ? Stay.Origin.LIVE
                        : Stay.Origin.SYNTHETIC_CASE);
    }

    /** Follows the unit: the bedside opens once the patient is on it. */
    void show(UnitSnapshot unit) {
        StayId wanted = awaited;
        if (wanted != null && unit.stay(wanted).isPresent()) {
            awaited = null;
            opened.accept(wanted);
        }
    }

    /** Whether anything was typed that would be lost. */
    boolean isTouched() {
        List<TypedField> typed = new ArrayList<>(fields());
        return awaited == null && typed.stream().anyMatch(field -> !field.isEmpty());
    }

    /** The panel is closed. */
    void gone() {
        keeping.gone();
    }

    /** Whether the form may go; when something would be lost it says so, and may the next time. */
    boolean mayLeave() {
        if (!keeping.mayLeave()) {
            return false;
        }
        String warning = Texts.of("admission.leave");
        if (!isTouched() || warning.equals(keeping.saidProperty().get())) {
            return true;
        }
        keeping.say(warning);
        return false;
    }

    /** The bed; empty for none. */
    public TypedField bed() {
        return bed;
    }

    /** Who the patient is. */
    public PersonForm person() {
        return person;
    }

    /** Kilograms. */
    public TypedField weight() {
        return weight;
    }

    /** The infusion; empty while it is still to come. */
    public InfusionForm infusion() {
        return infusion;
    }

    /** Whether the button would now admit in spite of what is asked. */
    public ReadOnlyBooleanProperty askingProperty() {
        return doubts.askingProperty();
    }

    /** Whether the store is being waited for. */
    public ReadOnlyBooleanProperty busyProperty() {
        return keeping.busyProperty();
    }

    /** What came of it, or what stands in the way; empty for nothing. */
    public ReadOnlyStringProperty saidProperty() {
        return keeping.saidProperty();
    }
}
