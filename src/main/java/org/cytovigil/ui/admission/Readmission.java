package org.cytovigil.ui.admission;

import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Stay;
import org.cytovigil.ledger.Census;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.theme.Texts;

/** Taking back a discharge or a cancelled admission: the stay goes on, in a bed that is free. */
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
        return freeBed(unit, lastBed(stay));
    }

    /** That bed while nobody has it; else none. */
    static String freeBed(UnitSnapshot unit, String last) {
        return UnitBeds.of(unit, last).holder().isEmpty() ? last : "";
    }

    /** Why it cannot be done; empty when it can. */
    static String barred(UnitSnapshot unit, StaySnapshot stay) {
        if (!stay.discharged()) {
            return Texts.of("admission.back.here");
        }
        return again(unit, stay.stay());
    }

    /** That the same patient is here already by another stay; empty when not. */
    static String again(UnitSnapshot unit, Stay stay) {
        Optional<StaySnapshot> again =
                UnitBeds.withNumber(unit, stay.patient().recordNumber().strip(), stay.id());
        return again.map(
                        other ->
                                Texts.of(
                                        "admission.number.here",
                                        UnitBeds.person(other),
                                        UnitBeds.bed(other)))
                .orElse("");
    }

    /** That the patient is back, and where. */
    static String done(String who, String bed) {
        return Texts.of(
                bed.isEmpty() ? "admission.back.done-no-bed" : "admission.back.done", who, bed);
    }

    /** Said with the bed, so that one who has lost it meanwhile is not told to lie there. */
    static List<UnitSource.Act> acts(StaySnapshot stay, String bed) {
        return List.of(
                new UnitSource.Act(stay.stay().id(), new Entry.DischargeCancelled()),
                new UnitSource.Act(stay.stay().id(), new Entry.Moved(bed)));
    }

    /** Taking back that the admission was a mistake; the reason stays as a note. */
    static List<UnitSource.Act> acts(Stay stay, String bed, String reason) {
        return List.of(
                new UnitSource.Act(stay.id(), new Entry.Admitted(stay)),
                new UnitSource.Act(stay.id(), new Entry.Moved(bed)),
                note(stay, reason));
    }

    /**
     * The same for a stay that had ended before: it is as it was, ended, and in no bed. Whether the
     * discharge was a mistake too is another question.
     */
    static List<UnitSource.Act> actsOfOneWhoLeft(Stay stay, String reason) {
        return List.of(new UnitSource.Act(stay.id(), new Entry.Admitted(stay)), note(stay, reason));
    }

    private static UnitSource.Act note(Stay stay, String reason) {
        String words = Texts.of("admission.uncancel.note", reason);
        String note = words.substring(0, Math.min(words.length(), Observation.Note.LONGEST));
        return new UnitSource.Act(stay.id(), new Entry.Observed(new Observation.Note(note)));
    }
}
