package org.cytovigil.ui.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.cytovigil.clinical.Height;
import org.cytovigil.clinical.Observation;
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
 * Admitting a patient: bed, who it is, weight, infusion, height, risk factors. What cannot be is
 * refused beside its field; what is unlikely is asked about once. FX thread, or one thread in
 * tests.
 */
// [impl->req~ui.admit~1]
public final class AdmitViewModel {
    private static final StayId NOBODY = new StayId("");

    private final Form form;
    private final Consumer<StayId> opened;
    private final TypedField bed = new TypedField();
    private final PersonForm person = new PersonForm();
    private final TypedField weight = new TypedField();
    private final InfusionForm infusion;
    private final TypedField height = new TypedField();
    private final RiskForm risks = new RiskForm();
    private @Nullable StayId awaited;

    /**
     * @param opened called with the stay once it is seen on the unit
     */
    public AdmitViewModel(Workbench bench, Consumer<StayId> opened) {
        this.form = new Form(bench);
        this.opened = opened;
        this.infusion = new InfusionForm(bench.zone());
        form.watch(fields().stream(), () -> {});
        choices().forEach(choice -> choice.addListener((property, before, now) -> form.turn()));
    }

    private Stream<ObjectProperty<?>> choices() {
        return Stream.concat(Stream.of(person.oxygenProperty()), risks.choices().stream());
    }

    private List<TypedField> fields() {
        return Stream.of(
                        List.of(bed),
                        person.fields(),
                        List.of(weight),
                        infusion.fields(),
                        List.of(height),
                        risks.fields())
                .flatMap(List::stream)
                .toList();
    }

    /** Labels of beds that are known and free, as people count them. */
    public List<String> freeBeds() {
        return UnitBeds.all(form.unit()).stream()
                .filter(each -> each.holder().isEmpty())
                .map(UnitBeds.Bed::label)
                .toList();
    }

    private void check(UnitSnapshot unit) {
        Instant now = unit.at();
        LocalDate today = LocalDate.ofInstant(now, form.bench().zone());
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
        HeightCheck.check(height, Typed.age(person.age().typed(), today));
        risks.check();
    }

    /** Admits the patient, unless something is refused, or is asked for the first time. */
    public void admit() {
        if (awaited != null) {
            return;
        }
        UnitSnapshot unit = form.unit();
        check(unit);
        form.say("");
        if (!form.settled(fields())) {
            return;
        }
        Stay stay = stay(unit);
        form.keep(
                Texts.of("admission.doing.admit", UnitBeds.person(stay.patient())),
                unit.at(),
                acts(stay),
                () -> {
                    awaited = stay.id();
                    show(form.unit());
                });
    }

    /** The admission, and what is charted with it. */
    private List<UnitSource.Act> acts(Stay stay) {
        List<Entry.Event> events = new ArrayList<>();
        events.add(new Entry.Admitted(stay));
        Double centimetres = Typed.number(height.typed());
        if (centimetres != null) {
            events.add(new Entry.Observed(new Observation.BodyHeight(new Height(centimetres))));
        }
        risks.risks()
                .forEach(
                        risk ->
                                events.add(
                                        new Entry.Observed(
                                                new Observation.RiskFactorCharted(risk))));
        return events.stream().map(event -> new UnitSource.Act(stay.id(), event)).toList();
    }

    private Stay stay(UnitSnapshot unit) {
        Instant now = unit.at();
        Patient typed = person.patient(LocalDate.ofInstant(now, form.bench().zone()));
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
                form.bench().source().mode() == UnitSource.Mode.LIVE
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
        return awaited == null
                && (risks.isTouched() || fields().stream().anyMatch(field -> !field.isEmpty()));
    }

    /** The panel is closed. */
    void gone() {
        form.gone();
    }

    /** Whether the form may go; when something would be lost it says so, and may the next time. */
    boolean mayLeave() {
        return form.mayLeave(isTouched());
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

    /** Centimetres. */
    public TypedField height() {
        return height;
    }

    /** The risk factors; empty while none is known. */
    public RiskForm risks() {
        return risks;
    }

    /** Whether the button would now admit in spite of what is asked. */
    public ReadOnlyBooleanProperty askingProperty() {
        return form.askingProperty();
    }

    /** Whether the store is being waited for. */
    public ReadOnlyBooleanProperty busyProperty() {
        return form.busyProperty();
    }

    /** What came of it, or what stands in the way; empty for nothing. */
    public ReadOnlyStringProperty saidProperty() {
        return form.saidProperty();
    }
}
