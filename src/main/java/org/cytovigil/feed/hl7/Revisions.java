package org.cytovigil.feed.hl7;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private static final String ONE_OF_SEVERAL =
            "it deletes one of several results, and does not tell which";
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
        Observation by = joined.observation();
        List<Standing.Fact> originals = originals(first, by);
        if (originals.isEmpty()) {
            // It stands by itself, and waits for what it corrects.
            accept(first, new Entry.Corrected(by, by, CORRECTED));
            remark(
                    joined,
                    wasTakenBack(first, by)
                            ? "it corrects a result that was deleted before"
                            : "it corrects a result that was never received");
        } else if (originals.size() > 1) {
            chartBeside(joined, originals);
        } else {
            correct(first, originals.getFirst().observation(), by);
        }
    }

    private boolean wasTakenBack(Finding first, Observation by) {
        Predicate<Observation> same = Quantities.same(by);
        return standing.at(first.stay(), first.at(), out.entries()).replaced().stream()
                .anyMatch(isOwn(first).and(fact -> same.test(fact.observation())));
    }

    private void correct(Finding first, Observation was, Observation by) {
        Observation is = Quantities.corrected(was, by);
        if (is.equals(was)) {
            out.ignore(1);
        } else {
            accept(first, new Entry.Corrected(was, is, CORRECTED));
        }
    }

    /** A correction names the new value only: which of several it replaces cannot be told. */
    private void chartBeside(Joined joined, List<Standing.Fact> originals) {
        Observation by = joined.observation();
        if (originals.stream().anyMatch(fact -> fact.is(by))) {
            out.ignore(1);
        } else {
            accept(joined.first(), new Entry.Observed(by));
            revised.note(joined.first().stay(), joined.first().at());
            remark(joined, "it corrects one of several results, and stands beside them");
        }
    }

    /**
     * What it can be a correction of. Of one class if there is one: settings beside a device are
     * corrected by settings. Of one device if there is one.
     */
    private List<Standing.Fact> originals(Finding first, Observation by) {
        Predicate<Observation> same = Quantities.same(by);
        List<Standing.Fact> fits = fitting(first, same);
        if (first.ofPump()) {
            // Another pump of the drug is another infusion; what a pump said last holds.
            List<Standing.Fact> own = fits.stream().filter(isOwn(first)).toList();
            return own.isEmpty() ? own : List.of(own.getLast());
        }
        fits = preferred(fits, fact -> fact.observation().getClass() == by.getClass());
        fits = preferred(fits, isOwn(first));
        return distinct(preferred(fits, fact -> Quantities.holds(fact.observation(), by)));
    }

    private List<Standing.Fact> fitting(Finding finding, Predicate<Observation> fits) {
        return standing.fitting(finding.stay(), finding.at(), fits, out.entries());
    }

    private static Predicate<Standing.Fact> isOwn(Finding finding) {
        return fact -> fact.device().equals(finding.author());
    }

    /** Those that fit, if any does. */
    private static List<Standing.Fact> preferred(
            List<Standing.Fact> facts, Predicate<Standing.Fact> fits) {
        List<Standing.Fact> found = facts.stream().filter(fits).toList();
        return found.isEmpty() ? facts : found;
    }

    /** The same said twice is one. */
    private static List<Standing.Fact> distinct(List<Standing.Fact> facts) {
        List<Standing.Fact> distinct = new ArrayList<>();
        for (Standing.Fact fact : facts) {
            if (distinct.stream().noneMatch(one -> one.is(fact.observation()))) {
                distinct.add(fact);
            }
        }
        return distinct;
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
                Stream.concat(moment.facts().stream(), moment.replaced().stream())
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

    /** Takes back a result: the one whose value it names, else the only one there is. */
    void retract(Finding finding) {
        List<Standing.Fact> fits =
                Quantities.of(finding.target())
                        .map(target -> fitting(finding, target))
                        .orElse(List.of());
        List<Standing.Fact> equal =
                NamedValue.isNamed(finding.mapped())
                        ? fits.stream().filter(fact -> isNamed(fact, finding)).toList()
                        : fits;
        List<Standing.Fact> meant = distinct(preferred(equal, isOwn(finding)));
        boolean another = meant.isEmpty();
        if (another) {
            // Another device's value that is not the one named is not meant.
            meant = distinct(fits.stream().filter(isOwn(finding)).toList());
        }
        if (meant.isEmpty()) {
            refuse(finding, NEVER_RECEIVED);
        } else if (meant.size() > 1) {
            refuse(finding, ONE_OF_SEVERAL);
        } else {
            takeBack(finding, meant.getFirst().observation());
            if (another) {
                refuse(finding, "accepted, but it names another value than the one it deletes");
            }
        }
    }

    private static boolean isNamed(Standing.Fact fact, Finding finding) {
        return NamedValue.isOf(fact.observation(), finding.target(), finding.mapped());
    }

    private void takeBack(Finding finding, Observation was) {
        Optional<Observation> left = Quantities.without(was, finding.target());
        accept(
                finding,
                left.isPresent()
                        ? new Entry.Corrected(was, left.get(), DELETED)
                        : new Entry.Retracted(was, DELETED));
    }

    private void refuse(Finding finding, String reason) {
        out.refuse(
                finding.segment().line(), reason, patient.raw(order, List.of(finding.segment())));
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
