package org.cytovigil.feed.hl7;

import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.feed.mapping.Target;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;

/** Turns the facts of an order into entries: new ones, corrections, and retractions. */
final class Revisions {
    private static final String CORRECTED = "corrected by the sender (OBX-11)";
    private static final String DELETED = "deleted by the sender (OBX-11)";

    private final Standing standing;
    private final PatientResults patient;
    private final PatientResults.Order order;
    private final Readout out;

    Revisions(Standing standing, PatientResults patient, PatientResults.Order order, Readout out) {
        this.standing = standing;
        this.patient = patient;
        this.order = order;
        this.out = out;
    }

    /** Charts a fact, or corrects the one that it replaces. */
    void chart(Joined joined) {
        Finding first = joined.first();
        String remark = joined.remark();
        if (remark != null) {
            remark(joined, remark);
        }
        if (!first.corrects()) {
            accept(first, new Entry.Observed(joined.observation()));
            return;
        }
        Optional<Standing.Fact> original =
                standing.find(
                        first.stay(),
                        first.at(),
                        first.device(),
                        Quantities.same(joined.observation()),
                        out.entries());
        if (original.isEmpty()) {
            accept(first, new Entry.Observed(joined.observation()));
            remark(joined, "it corrects a result that was never received");
            return;
        }
        Observation was = original.get().observation();
        Observation is = Quantities.corrected(was, joined.observation());
        if (is.equals(was)) {
            out.ignore(1);
        } else {
            accept(first, new Entry.Corrected(was, is, CORRECTED));
        }
    }

    /** Takes back a result. */
    void retract(Finding finding) {
        Optional<Standing.Fact> original =
                Quantities.of(finding.target())
                        .flatMap(
                                fits ->
                                        standing.find(
                                                finding.stay(),
                                                finding.at(),
                                                finding.device(),
                                                fits,
                                                out.entries()));
        if (original.isEmpty()) {
            out.refuse(
                    finding.segment().line(),
                    "it deletes a result that was never received",
                    patient.raw(order, List.of(finding.segment())));
            return;
        }
        Observation was = original.get().observation();
        Optional<BloodPressure> left =
                was instanceof BloodPressure pressure
                                && finding.target() instanceof Target.Pressure target
                        ? Quantities.without(pressure, target.part())
                        : Optional.empty();
        accept(
                finding,
                left.isPresent()
                        ? new Entry.Corrected(was, left.get(), DELETED)
                        : new Entry.Retracted(was, DELETED));
    }

    private void accept(Finding finding, Entry.Event event) {
        out.accept(
                new Entry(
                        finding.stay(),
                        finding.at(),
                        out.received(),
                        new Author(Author.Kind.DEVICE, finding.device()),
                        event));
    }

    private void remark(Joined joined, String remark) {
        out.refuse(
                joined.first().segment().line(),
                "accepted, but " + remark,
                patient.raw(
                        order,
                        joined.results().isEmpty()
                                ? List.of(joined.first().segment())
                                : joined.results()));
    }
}
