package org.cytovigil.ui.admission;

import java.util.List;
import java.util.Optional;
import org.cytovigil.ledger.Census;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.theme.Texts;

/** Taking a discharge back: the stay goes on, in a bed that is free. */
// [impl->req~ui.bed-reuse~1]
final class Readmission {
    private Readmission() {}

    /** The bed in which the stay was last; empty for none. */
    static String lastBed(StaySnapshot stay) {
        List<Census.InBed> beds = stay.beds();
        return beds.isEmpty() ? "" : beds.getLast().bed();
    }

    /** Its last bed while nobody has that; else none. */
    static String freeBed(UnitSnapshot unit, StaySnapshot stay) {
        String last = lastBed(stay);
        return UnitBeds.of(unit, last).holder().isEmpty() ? last : "";
    }

    /** Why it cannot be done; empty when it can. */
    static String barred(UnitSnapshot unit, StaySnapshot stay) {
        if (!stay.discharged()) {
            return Texts.of("admission.back.here");
        }
        Optional<StaySnapshot> again =
                UnitBeds.withNumber(
                        unit, UnitBeds.patient(stay).recordNumber().strip(), stay.stay().id());
        return again.map(
                        other ->
                                Texts.of(
                                        "admission.number.here",
                                        UnitBeds.person(other),
                                        UnitBeds.bed(other)))
                .orElse("");
    }

    /** Said with the bed, so that one who has lost it meanwhile is not told to lie there. */
    static List<UnitSource.Act> acts(StaySnapshot stay, String bed) {
        return List.of(
                new UnitSource.Act(stay.stay().id(), new Entry.DischargeCancelled()),
                new UnitSource.Act(stay.stay().id(), new Entry.Moved(bed)));
    }
}
