package org.cytovigil.ui.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Who a patient is, and what was usual before treatment. */
public final class PersonForm {
    private static final double MOST_LITRES = 15;

    private final TypedField name = new TypedField();
    private final TypedField number = new TypedField();
    private final TypedField age = new TypedField();
    private final TypedField systolic = new TypedField();
    private final TypedField flow = new TypedField();
    private final ObjectProperty<HomeOxygen> oxygen = new SimpleObjectProperty<>(HomeOxygen.NONE);
    private @Nullable Patient before;

    PersonForm() {
        oxygen.addListener((property, was, now) -> flow.clear());
    }

    /** Begins with what is known. */
    void begin(Patient patient) {
        before = patient;
        name.set(patient.name());
        number.set(patient.recordNumber());
        age.set(Typed.age(patient.ageYears()));
        Pressure usual = patient.baseline().systolic();
        systolic.set(usual == null ? "" : Wording.number(usual.mmHg()));
        oxygen.set(HomeOxygen.of(patient.baseline().oxygen()));
        OxygenSupport atHome = patient.baseline().oxygen();
        OxygenFlow litres = atHome == null ? null : atHome.flow();
        flow.set(litres == null ? "" : Wording.number(litres.litresPerMinute()));
    }

    List<TypedField> fields() {
        return List.of(name, number, age, systolic, flow);
    }

    /** Whether anything was typed. */
    boolean isTouched() {
        return fields().stream().anyMatch(field -> !field.isEmpty());
    }

    /**
     * Says beside each field what is wrong with it.
     *
     * @param but the stay that is asked about itself, which is no other patient
     */
    void check(UnitSnapshot unit, StayId but, LocalDate today) {
        fields().forEach(TypedField::clear);
        checkName(unit, but);
        checkNumber(unit, but);
        checkAge(today);
        if (!systolic.isEmpty() && usualSystolic() == null) {
            systolic.refuse(Texts.of("admission.systolic.no-number"));
        } else if (gradable(today).baseline().systolic() == null && !systolic.isEmpty()) {
            systolic.refuse(Texts.of("admission.systolic.impossible"));
        }
        checkFlow();
    }

    private void checkName(UnitSnapshot unit, StayId but) {
        if (name.isEmpty()) {
            name.refuse(Texts.of("admission.name.missing"));
            return;
        }
        Optional<StaySnapshot> same = UnitBeds.withName(unit, name.typed(), but);
        same.ifPresent(
                other ->
                        name.ask(
                                Texts.of(
                                        "admission.name.same",
                                        UnitBeds.person(other),
                                        UnitBeds.bed(other))));
    }

    private void checkNumber(UnitSnapshot unit, StayId but) {
        if (number.isEmpty()) {
            number.refuse(Texts.of("admission.number.missing"));
            return;
        }
        UnitBeds.withNumber(unit, number.typed(), but)
                .ifPresent(
                        other ->
                                number.refuse(
                                        Texts.of(
                                                "admission.number.here",
                                                UnitBeds.person(other),
                                                UnitBeds.bed(other))));
    }

    private void checkAge(LocalDate today) {
        if (age.isEmpty()) {
            return;
        }
        Double years = Typed.age(age.typed(), today);
        if (years == null) {
            age.refuse(Texts.of("admission.age.unreadable"));
        } else if (years < 0) {
            age.refuse(Texts.of("admission.age.ahead"));
        } else if (!Plausibility.isAge(years)) {
            age.refuse(Texts.of("admission.age.impossible"));
        }
    }

    private void checkFlow() {
        if (oxygen.get() != HomeOxygen.CANNULA || flow.isEmpty()) {
            return;
        }
        Double litres = Typed.number(flow.typed());
        if (litres == null || litres <= 0 || litres > MOST_LITRES) {
            flow.refuse(Texts.of("admission.flow.impossible", Wording.number(MOST_LITRES)));
        }
    }

    private Patient gradable(LocalDate today) {
        return Plausibility.DEFAULT.gradable(patient(today));
    }

    private @Nullable Double usualSystolic() {
        return Typed.number(systolic.typed());
    }

    /** The patient as typed; only after everything was found good. */
    Patient patient(LocalDate today) {
        Double usual = usualSystolic();
        Double litres = oxygen.get() == HomeOxygen.CANNULA ? Typed.number(flow.typed()) : null;
        Patient known = before;
        // Typed as it stands it says nothing new: an infant's age is kept to the day.
        boolean sameAge = known != null && age.typed().equals(Typed.age(known.ageYears()));
        Weight weight = known == null ? null : known.weight();
        return new Patient(
                OneLine.of(name.typed()),
                OneLine.of(number.typed()),
                known != null && sameAge ? known.ageYears() : Typed.age(age.typed(), today),
                weight,
                new Patient.Baseline(
                        oxygen.get()
                                .support(
                                        known == null ? null : known.baseline().oxygen(),
                                        litres == null ? null : new OxygenFlow(litres)),
                        usual == null ? null : new Pressure(usual)));
    }

    /** Family name first. */
    public TypedField name() {
        return name;
    }

    /** The medical record number. */
    public TypedField number() {
        return number;
    }

    /** Age or date of birth. */
    public TypedField age() {
        return age;
    }

    /** The usual systolic pressure. */
    public TypedField systolic() {
        return systolic;
    }

    /** Litres a minute at home. */
    public TypedField flow() {
        return flow;
    }

    /** The device at home. */
    public ObjectProperty<HomeOxygen> oxygenProperty() {
        return oxygen;
    }
}
