package org.cytovigil.ledger;

import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;

/**
 * Who a stay is about and what was infused, as known now: the admission with everything amended
 * since, in whatever order the entries come. One thread only.
 */
// [impl->req~ledger.stay-amended~1]
public final class StayIdentity {
    private final Stay admitted;
    private final LastSaid<Patient> patient = new LastSaid<>();
    private final LastSaid<Infusion> infusion = new LastSaid<>();
    private Stay present;

    /**
     * @param admitted the stay as it was admitted
     */
    public StayIdentity(Stay admitted) {
        this.admitted = admitted;
        this.present = admitted;
    }

    /** The stay with all its entries taken in; those that amend nothing change nothing. */
    public static Stay of(Stay admitted, Iterable<Entry> entries) {
        StayIdentity identity = new StayIdentity(admitted);
        entries.forEach(identity::take);
        return identity.stay();
    }

    /** Takes an entry of this stay; one that amends nothing changes nothing. */
    public void take(Entry entry) {
        if (entry.event() instanceof Entry.InfusionCharted charted) {
            infusion.take(LastSaid.Said.of(admitted, entry, charted.infusion()));
        } else if (entry.event() instanceof Entry.PatientIdentified identified) {
            patient.take(LastSaid.Said.of(admitted, entry, identified.patient()));
        } else {
            return;
        }
        Patient known = patient.get();
        Infusion charted = infusion.get();
        Stay amended = known == null ? admitted : admitted.of(known);
        present = charted == null ? amended : amended.infused(charted);
    }

    /** The stay as known now. */
    public Stay stay() {
        return present;
    }
}
