package org.cytovigil.feed.casefile;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Turns a charting into events of the ledger: what it says, or how it differs from the charting in
 * whose place it stands.
 */
// [impl->req~feed.case-file.revisions~1]
final class RevisionEvents {
    private final List<Charting.Read> all;

    /**
     * @param all every charting of the case
     */
    RevisionEvents(List<Charting.Read> all) {
        this.all = all;
    }

    /**
     * The events of one charting. What another charting of the same moment still says is not taken
     * back, since for the ledger it is the same fact.
     */
    List<Entry.Event> of(Charting.Read read) throws CaseFileException {
        Charting.Read revised = read.revisedIn(all);
        List<Entry.Event> events = new ArrayList<>();
        List<Observation> said = new ArrayList<>(read.observations());
        if (revised != null) {
            String reason = read.charting().reason();
            List<Observation> gone = new ArrayList<>(revised.observations());
            gone.removeIf(was -> said.contains(was) || upheld(read.charting(), was));
            said.removeAll(revised.observations());
            for (Observation was : gone) {
                Observation is = takeSameKind(said, was);
                events.add(
                        is == null
                                ? new Entry.Retracted(was, reason)
                                : new Entry.Corrected(was, is, reason));
            }
        }
        said.forEach(observation -> events.add(new Entry.Observed(observation)));
        return events;
    }

    private boolean upheld(Charting by, Observation was) {
        return all.stream().anyMatch(read -> read.upholds(by.at(), was));
    }

    private static @Nullable Observation takeSameKind(List<Observation> said, Observation was) {
        for (Iterator<Observation> left = said.iterator(); left.hasNext(); ) {
            Observation is = left.next();
            if (is.getClass() == was.getClass()) {
                left.remove();
                return is;
            }
        }
        return null;
    }
}
