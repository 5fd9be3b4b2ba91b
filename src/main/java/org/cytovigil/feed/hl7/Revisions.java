package org.cytovigil.feed.hl7;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.feed.mapping.Mapped;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;

/** Turns the facts of an order into entries: new ones, corrections, and retractions. */
final class Revisions {
    private static final String CORRECTED = "corrected by the sender (OBX-11)";
    private static final String DELETED = "deleted by the sender (OBX-11)";

    private static final String NEVER_RECEIVED = "it deletes a result that was never received";
    private static final String CAME_BEFORE = "its correction had come before (OBX-11)";

    private final Standing standing;
    private final Revised revised;
    private final PatientResults patient;
    private final PatientResults.Order order;
    private final Readout out;

    Revisions(
            ResultReader.Parts parts,
            PatientResults patient,
            PatientResults.Order order,
            Readout out) {
        this.standing = parts.standing();
        this.revised = parts.revised();
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
            chartNew(first, joined.observation());
            return;
        }
        Optional<Standing.Fact> original = original(first, joined.observation());
        if (original.isEmpty()) {
            // It stands by itself, and waits for what it corrects.
            accept(
                    first,
                    new Entry.Corrected(joined.observation(), joined.observation(), CORRECTED));
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

    /** Of one class if there is one: settings beside a device are corrected by settings. */
    private Optional<Standing.Fact> original(Finding first, Observation by) {
        Predicate<Observation> same = Quantities.same(by);
        return find(first, same.and(other -> other.getClass() == by.getClass()))
                .or(() -> find(first, same));
    }

    private Optional<Standing.Fact> find(Finding finding, Predicate<Observation> fits) {
        return standing.find(finding.stay(), finding.at(), finding.author(), fits, out.entries())
                // Another pump of the drug is another infusion.
                .filter(fact -> !finding.ofPump() || fact.device().equals(finding.author()));
    }

    /** Charts a result, unless its correction has come before it. */
    private void chartNew(Finding first, Observation observation) {
        if (!revised.at(first.stay(), first.at())) {
            accept(first, new Entry.Observed(observation));
            return;
        }
        Standing.Moment moment = standing.at(first.stay(), first.at(), out.entries());
        Predicate<Observation> same = Quantities.same(observation);
        Predicate<Standing.Fact> own =
                fact -> fact.device().equals(first.author()) && same.test(fact.observation());
        Optional<Standing.Fact> waiting =
                moment.facts().stream().filter(own.and(Standing.Fact::waits)).findFirst();
        if (waiting.isPresent()) {
            Observation by = waiting.get().observation();
            Observation is = Quantities.corrected(observation, by);
            if (!is.equals(by)) {
                accept(first, new Entry.Retracted(by, CAME_BEFORE));
            }
            accept(
                    first,
                    is.equals(observation)
                            ? new Entry.Observed(observation)
                            : new Entry.Corrected(observation, is, CAME_BEFORE));
            return;
        }
        boolean sentAgain =
                moment.facts().stream().anyMatch(own)
                        && moment.replaced().stream()
                                .anyMatch(own.and(fact -> fact.is(observation)));
        if (sentAgain) {
            out.ignore(1);
        } else {
            accept(first, new Entry.Observed(observation));
        }
    }

    /** Takes back what pumps said: with any part of it, all that a pump said of its drug then. */
    void retractOfPumps(List<Finding> findings) {
        Map<List<Object>, List<Finding>> pumps = new LinkedHashMap<>();
        for (Finding finding : findings) {
            pumps.computeIfAbsent(
                            List.of(finding.stay(), finding.at(), finding.author()),
                            key -> new ArrayList<>())
                    .add(finding);
        }
        pumps.values().forEach(this::retractOfPump);
    }

    private void retractOfPump(List<Finding> findings) {
        Finding first = findings.getFirst();
        Set<Vasopressor> named = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.mapped() instanceof Mapped.Drug drug && drug.drug() != null) {
                named.add(drug.drug());
            }
        }
        List<Observation> said = new ArrayList<>();
        for (Standing.Fact fact : standing.at(first.stay(), first.at(), out.entries()).facts()) {
            if (fact.device().equals(first.author())
                    && fact.observation() instanceof Observation.VasopressorCharted charted
                    && (named.isEmpty() || named.contains(charted.infusion().drug()))) {
                said.add(charted);
            }
        }
        if (said.isEmpty()) {
            out.refuse(
                    first.segment().line(),
                    NEVER_RECEIVED,
                    patient.raw(order, findings.stream().map(Finding::segment).toList()));
        }
        said.forEach(fact -> accept(first, new Entry.Retracted(fact, DELETED)));
    }

    /** Takes back a result. */
    void retract(Finding finding) {
        Optional<Standing.Fact> original =
                Quantities.of(finding.target()).flatMap(fits -> find(finding, fits));
        if (original.isEmpty()) {
            out.refuse(
                    finding.segment().line(),
                    NEVER_RECEIVED,
                    patient.raw(order, List.of(finding.segment())));
            return;
        }
        Observation was = original.get().observation();
        Optional<Observation> left = Quantities.without(was, finding.target());
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
                        new Author(Author.Kind.DEVICE, finding.author()),
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
