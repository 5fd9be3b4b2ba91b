package org.cytovigil.ui.admission;

import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;

/** The end of the stay, taken back or not, and the admission that was a mistake. FX thread. */
// [impl->req~ui.patient-panel~1]
public final class LeavingRoom {
    private final OfStay stay;
    private final TypedField reason = new TypedField();

    LeavingRoom(OfStay stay) {
        this.stay = stay;
    }

    /** Ends the stay; that can be taken back. */
    public void discharge() {
        Optional<StaySnapshot> found = stay.stay();
        if (found.isPresent() && !found.get().discharged()) {
            stay.keep(
                    new Entry.Discharged(),
                    Texts.of("admission.discharge.done", UnitBeds.person(found.get())));
        }
    }

    /** The stay goes on, in its bed while nobody else has that. */
    public void cancelDischarge() {
        Optional<StaySnapshot> found = stay.stay();
        if (found.isEmpty()) {
            return;
        }
        UnitSnapshot unit = stay.form().unit();
        String barred = Readmission.barred(unit, found.get());
        if (!barred.isEmpty()) {
            stay.form().say(barred);
            return;
        }
        String bed = Readmission.freeBed(unit, found.get());
        String who = UnitBeds.person(found.get());
        stay.keep(
                Readmission.acts(found.get(), bed),
                () -> stay.form().say(Readmission.done(who, bed)));
    }

    /** Says that the admission was a mistake; asked about once, for it leaves every screen. */
    public void cancelAdmission() {
        Optional<StaySnapshot> found = stay.stay();
        if (found.isEmpty()) {
            return;
        }
        reason.clear();
        if (reason.isEmpty()) {
            reason.refuse(Texts.of("admission.cancel.no-reason"));
        } else {
            reason.ask(Texts.of("admission.cancel.ask", UnitBeds.person(found.get())));
        }
        if (stay.form().settled(List.of(reason))) {
            stay.keep(new Entry.AdmissionCancelled(OneLine.of(reason.typed())), "");
        }
    }

    /** Why the admission was a mistake. */
    public TypedField reason() {
        return reason;
    }
}
