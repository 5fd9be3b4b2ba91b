package org.cytovigil.ui.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Patient;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;

/** Who the patient is, put right. FX thread, or one thread in tests. */
// [impl->req~ui.patient-panel~1]
public final class IdentityRoom {
    private final OfStay stay;
    private final PersonForm person = new PersonForm();
    private final Begun<Patient> begun = new Begun<>();

    IdentityRoom(OfStay stay) {
        this.stay = stay;
    }

    void begin(StaySnapshot known) {
        begun.with(UnitBeds.patient(known));
        person.begin(UnitBeds.patient(known));
    }

    /** What a feed amends meanwhile stands in the fields, unless something is typed there. */
    void follow(StaySnapshot now) {
        if (begun.isNews(UnitBeds.patient(now)) && !isTouched()) {
            begin(now);
        }
    }

    boolean isTouched() {
        return !person.patient(today()).equals(begun.known());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(stay.form().unit().at(), stay.form().bench().zone());
    }

    /** Both identifiers, and what they would be after the correction. */
    String words(StaySnapshot known) {
        Patient now = UnitBeds.patient(known);
        String before = UnitBeds.person(now);
        String after = UnitBeds.person(now.named(person.name().typed(), person.number().typed()));
        return before.equals(after) ? before : Texts.of("admission.identity", before, after);
    }

    /** Keeps who the patient is, as typed. */
    public void keep() {
        UnitSnapshot unit = stay.form().unit();
        Optional<StaySnapshot> found = stay.stay();
        if (found.isEmpty()) {
            return;
        }
        Patient now = UnitBeds.patient(found.get());
        if (begun.isNews(now)) {
            begin(found.get());
            stay.form().say(Texts.of("admission.identity.changed"));
            return;
        }
        person.check(unit, stay.id(), today());
        if (!stay.form().settled(person.fields())) {
            return;
        }
        Patient after = person.patient(today());
        if (after.equals(now)) {
            stay.form().say(Texts.of("admission.identity.same"));
            return;
        }
        stay.keep(
                List.of(stay.act(new Entry.PatientIdentified(after))),
                () -> {
                    begun.change(now, after);
                    stay.form()
                            .say(
                                    Texts.of(
                                            "admission.identity.kept",
                                            UnitBeds.person(now),
                                            UnitBeds.person(after)));
                });
    }

    /** Who the patient is. */
    public PersonForm person() {
        return person;
    }
}
