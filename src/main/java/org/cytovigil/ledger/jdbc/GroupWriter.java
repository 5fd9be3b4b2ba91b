package org.cytovigil.ledger.jdbc;

import java.util.List;
import org.cytovigil.ledger.jdbc.GroupCommit.Job;
import org.cytovigil.ledger.jdbc.GroupCommit.Outcome;

/**
 * Writes the batches of a group in one transaction. A fault of a single batch undoes it, and then
 * each batch is written in a transaction of its own, so that the faulty one fails alone. A fault of
 * the store (disk full, disk error, locked) fails them all: the next batches would meet it too.
 */
// [impl->req~ledger.group-commit~1]
final class GroupWriter {
    private final EntryWriter writer;

    GroupWriter(EntryWriter writer) {
        this.writer = writer;
    }

    /** Settles every job of the group. */
    void write(List<Job> group) {
        try {
            List<Outcome.Kept> kept = writer.write(group.stream().map(Job::pending).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).settle(kept.get(i));
            }
        } catch (RuntimeException e) {
            if (group.size() > 1 && Faults.isOfOneBatch(e)) {
                writeEach(group);
            } else {
                group.forEach(job -> job.settle(new Outcome.Failed(e)));
            }
        }
    }

    private void writeEach(List<Job> group) {
        RuntimeException ofTheStore = null;
        for (Job job : group) {
            if (ofTheStore != null) {
                job.settle(new Outcome.Failed(ofTheStore));
                continue;
            }
            try {
                job.settle(writer.write(List.of(job.pending())).getFirst());
            } catch (RuntimeException e) {
                job.settle(new Outcome.Failed(e));
                ofTheStore = Faults.isOfOneBatch(e) ? null : e;
            }
        }
    }
}
