package org.cytovigil.feed.fhir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cytovigil.ledger.Entry;

/** Gathers what becomes of one resource: entries, reasons for the quarantine, or of no use. */
public final class Outcome {
    private final FhirItem item;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<Runnable> onceKept = new ArrayList<>();
    private boolean repeated;

    Outcome(FhirItem item) {
        this.item = item;
    }

    void accept(Entry entry) {
        entries.add(entry);
    }

    void refuse(String reason) {
        refused.add(reason);
    }

    /** Nothing of it is accepted; it waits for this reason. */
    void refuseWhole(String reason) {
        entries.clear();
        ignored.clear();
        refused.clear();
        refused.add(reason);
    }

    void ignore(String reason) {
        ignored.add(reason);
    }

    void repeat() {
        repeated = true;
    }

    /** Has something done when what came of the resource is kept, and not before. */
    void onceKept(Runnable what) {
        onceKept.add(what);
    }

    void kept() {
        onceKept.forEach(Runnable::run);
    }

    /** The resource. */
    public FhirItem item() {
        return item;
    }

    /** What was accepted; empty when nothing was. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Why it, or a part of it, is in the quarantine; empty when nothing is. */
    public List<String> refused() {
        return Collections.unmodifiableList(refused);
    }

    /** Why it, or a part of it, is of no use for grading; empty when all of it is. */
    public List<String> ignored() {
        return Collections.unmodifiableList(ignored);
    }

    /** Whether it was taken in before, so that nothing was added now. */
    public boolean repeated() {
        return repeated;
    }
}
