package org.cytovigil.feed.fhir;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;

/**
 * Turns the facts of a resource into entries. A server changes a resource in place, so what was
 * charted of it before is corrected, or retracted when it is no longer said.
 */
final class Revisions {
    private static final String CORRECTED = "corrected by the sender";
    private static final String WITHDRAWN = "entered in error, says the sender";

    private static final String BOTH_MAY_STAND =
            "accepted, but a later version of a resource whose earlier one is not known here; both"
                    + " may stand";

    /** Resources whose facts are remembered: those of a busy unit for days. */
    private static final int REMEMBERED = 100_000;

    /** A time that was corrected is seldom corrected by more. */
    private static final Duration MOVED = Duration.ofHours(12);

    private final LedgerFacts ledger;
    private final boolean ofServer;
    private final History history;

    /** The latest version of each resource. */
    private final Map<String, Long> versions = new HashMap<>();

    /** Where a resource of that type and id came last, in whichever bundle. */
    private final Map<String, String> last = new HashMap<>();

    private final Map<String, List<Charted>> charted =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, List<Charted>> eldest) {
                    boolean forgotten = size() > REMEMBERED;
                    if (forgotten) {
                        versions.remove(eldest.getKey());
                    }
                    return forgotten;
                }
            };

    /**
     * @param ofServer whether all resources are of one server, whose names last
     * @param history what that server tells of earlier versions
     */
    Revisions(Ledger ledger, boolean ofServer, History history) {
        this.ledger = new LedgerFacts(ledger);
        this.ofServer = ofServer;
        this.history = history;
    }

    /** Forgets every resource. */
    void forget() {
        charted.clear();
        last.clear();
        versions.clear();
    }

    /** Whether a later version of a resource came before, which stands. */
    boolean isOlder(FhirItem item) {
        return item.versionNumber() > 0
                && charted.containsKey(key(item))
                && item.versionNumber() < versions.getOrDefault(key(item), 0L);
    }

    /** Remembers what a resource was charted as, once that is kept. */
    void remember(FhirItem item, List<Charted> facts) {
        remember(key(item), facts);
        if (!key(item).isEmpty()) {
            versions.put(key(item), item.versionNumber());
        }
        if (!item.scope().isEmpty()) {
            last.put(item.name(), key(item));
        }
    }

    /** Remembers what the resource of that type and id was charted as. */
    void remember(String key, List<Charted> facts) {
        if (!key.isEmpty()) {
            charted.put(key, List.copyOf(facts));
        }
    }

    /** What the resource of that type and id was charted as; empty when that is not known. */
    Optional<List<Charted>> remembered(String key) {
        return Optional.ofNullable(charted.get(key));
    }

    /** Type and id, in its bundle: other bundles of files use them for other things. */
    static String key(FhirItem item) {
        return !item.name().contains("/")
                ? ""
                : item.scope().isEmpty() ? item.name() : item.scope() + " " + item.name();
    }

    /**
     * What a resource was charted as before; empty when that is not known.
     *
     * @param facts what it is charted as now; empty when that is not told
     */
    private Optional<List<Charted>> before(FhirItem item, List<Charted> facts, Author author) {
        List<Charted> own = charted.get(key(item));
        if (own == null && ofServer && isLater(item)) {
            Predicate<Charted> stands =
                    fact ->
                            standing(fact, author).contains(fact.observation())
                                    && !ofAnother(key(item), fact);
            // Charted in all parts as it says: it is the very version that was forgotten.
            return !facts.isEmpty() && facts.stream().allMatch(stands)
                    ? Optional.of(facts)
                    : history.before(item, stands);
        }
        if (own == null && isLater(item) && last.containsKey(item.name())) {
            own = charted.get(last.get(item.name()));
        } else if (ofServer || isLater(item)) {
            return Optional.ofNullable(own);
        }
        // Files of several sources: only of the same patient it can be the same resource.
        return Optional.ofNullable(own)
                .filter(
                        all ->
                                all.isEmpty()
                                        || facts.isEmpty()
                                        || all.getFirst().stay().equals(facts.getFirst().stay()));
    }

    private static boolean isLater(FhirItem item) {
        return !List.of("", "1").contains(item.version());
    }

    /** Whether a fact is known to be of another resource. */
    boolean ofAnother(String key, Charted fact) {
        return charted.entrySet().stream()
                .anyMatch(one -> !one.getKey().equals(key) && one.getValue().contains(fact));
    }

    /** Charts the facts of a resource that holds. */
    void chart(
            List<Charted> facts,
            CodeTable.Handling handling,
            Author author,
            Instant now,
            Outcome out) {
        boolean corrects = handling == CodeTable.Handling.CORRECT;
        boolean later = isLater(out.item());
        List<Charted> known = before(out.item(), facts, author).orElse(null);
        List<Charted> before = known == null ? new ArrayList<>() : new ArrayList<>(known);
        boolean found = false;
        for (Charted fact : facts) {
            Optional<Charted> was =
                    known != null
                            ? before.stream().filter(fact::sameQuantity).findFirst()
                            : corrects || later ? earlier(fact, author, out) : Optional.empty();
            was.ifPresent(before::remove);
            if (was.isEmpty()) {
                out.accept(entry(fact, author, now, new Entry.Observed(fact.observation())));
            } else {
                found = true;
                replace(was.get(), fact, author, now, out);
            }
        }
        before.forEach(gone -> retract(gone, CORRECTED, author, now, out));
        if (known == null && !found && later) {
            if (facts.stream().anyMatch(fact -> mayBeOfEarlier(fact, author, out))) {
                out.refuse(BOTH_MAY_STAND);
            }
        } else if (!later && (known == null || known.isEmpty()) && !found && corrects) {
            out.refuse("it corrects a value that was never received");
        }
    }

    /**
     * Whether the author's fact of an earlier version may stand without being found: one of several
     * of that time, or the same at another time.
     */
    private boolean mayBeOfEarlier(Charted fact, Author author, Outcome out) {
        return ledger
                .standing(fact.stay(), author.name(), fact.at().minus(MOVED), fact.at().plus(MOVED))
                .stream()
                .filter(
                        one ->
                                one.at().equals(fact.at())
                                        ? one.sameKind(fact)
                                        : one.observation().equals(fact.observation()))
                .anyMatch(one -> !ofAnother(key(out.item()), one));
    }

    /** Says what may still stand of a resource that says nothing now that can be charted. */
    void nothing(Author author, Outcome out) {
        boolean none =
                before(out.item(), List.of(), author)
                        .map(List::isEmpty)
                        .orElse(!isLater(out.item()));
        if (!none) {
            out.refuse("what its earlier version was charted as may still stand");
        }
    }

    /** Charts anew what another resource was charted as: its first fact stays. */
    void again(List<Charted> was, List<Charted> is, Author author, Instant now, Outcome out) {
        if (was.equals(is)) {
            return;
        }
        if (was.size() == 2 && is.size() == 2) {
            replace(was.getLast(), is.getLast(), author, now, out);
        } else if (was.size() == 2) {
            retract(was.getLast(), CORRECTED, author, now, out);
        } else {
            Charted end = is.getLast();
            out.accept(entry(end, author, now, new Entry.Observed(end.observation())));
        }
    }

    private static void replace(Charted was, Charted is, Author author, Instant now, Outcome out) {
        if (was.equals(is)) {
            out.ignore("charted already");
        } else if (was.at().equals(is.at())) {
            out.accept(
                    entry(
                            is,
                            author,
                            now,
                            new Entry.Corrected(was.observation(), is.observation(), CORRECTED)));
        } else {
            retract(was, CORRECTED, author, now, out);
            out.accept(entry(is, author, now, new Entry.Observed(is.observation())));
        }
    }

    /**
     * Takes back what a withdrawn resource is known to be charted as; whatever else it says or has
     * lost does not matter then.
     *
     * @return whether anything was
     */
    boolean takeBack(Author author, Instant now, Outcome out) {
        List<Charted> known = before(out.item(), List.of(), author).orElse(List.of());
        known.forEach(gone -> retract(gone, WITHDRAWN, author, now, out));
        return !known.isEmpty();
    }

    /**
     * Takes back the facts of a resource that was withdrawn: those known to be its own, else those
     * that the author charted alike for that time.
     *
     * @param facts what it says, as far as it still does
     * @param kind whether a fact may be of its code, when it says nothing
     */
    void withdraw(
            List<Charted> facts,
            StayId stay,
            Instant at,
            Predicate<Observation> kind,
            Author author,
            Instant now,
            Outcome out) {
        String key = key(out.item());
        Optional<List<Charted>> known = before(out.item(), facts, author);
        if (known.isPresent()) {
            known.get().forEach(gone -> retract(gone, WITHDRAWN, author, now, out));
            if (known.get().isEmpty()) {
                out.ignore("nothing of it stands");
            }
            return;
        }
        List<Charted> left = own(key, stay, at, author);
        boolean missing = false;
        for (Charted fact : facts) {
            List<Charted> there = fact.at().equals(at) ? left : own(key, stay, fact.at(), author);
            List<Charted> alike =
                    there.contains(fact)
                            ? List.of(fact)
                            : out.item().version().equals("1")
                                            || ledger.tookBack(fact, author.name())
                                    ? List.of()
                                    : there.stream().filter(fact::sameKind).distinct().toList();
            missing |= alike.size() > 1;
            if (alike.size() == 1) {
                left.remove(alike.getFirst());
                retract(alike.getFirst(), WITHDRAWN, author, now, out);
            }
        }
        if (facts.isEmpty() && !out.item().version().equals("1")) {
            List<Charted> alike =
                    left.stream().filter(one -> kind.test(one.observation())).distinct().toList();
            missing = alike.size() > 1;
            if (alike.size() == 1) {
                retract(alike.getFirst(), WITHDRAWN, author, now, out);
            }
        }
        if (missing) {
            out.refuse(
                    "entered in error, and it cannot be told which fact it was: one may still"
                            + " stand");
        } else if (out.entries().isEmpty()) {
            out.ignore("withdrawn, and nothing of it is charted");
        }
    }

    /** What stands by an author at a moment and is not known to be of another resource. */
    private List<Charted> own(String key, StayId stay, Instant at, Author author) {
        List<Charted> all = new ArrayList<>(ledger.standing(stay, author.name(), at, at));
        all.removeIf(fact -> ofAnother(key, fact));
        return all;
    }

    private static void retract(
            Charted gone, String reason, Author author, Instant now, Outcome out) {
        out.accept(entry(gone, author, now, new Entry.Retracted(gone.observation(), reason)));
    }

    private static Entry entry(Charted fact, Author author, Instant now, Entry.Event event) {
        return new Entry(fact.stay(), fact.at(), now, author, event);
    }

    private List<Observation> standing(Charted fact, Author author) {
        return ledger.standing(fact.stay(), author.name(), fact.at(), fact.at()).stream()
                .map(Charted::observation)
                .toList();
    }

    /**
     * What an earlier version, which is not remembered, was charted as: the very same, or the one
     * fact of the kind and the author that stands for that time. A guess among several, or at what
     * another has said, would change the fact of another.
     */
    private Optional<Charted> earlier(Charted fact, Author author, Outcome out) {
        List<Observation> standing = standing(fact, author);
        if (standing.contains(fact.observation())) {
            return Optional.of(fact);
        }
        List<Charted> alike =
                standing.stream()
                        .distinct()
                        .map(one -> new Charted(fact.stay(), fact.at(), one))
                        .filter(fact::sameKind)
                        .toList();
        return alike.size() == 1 && !ofAnother(key(out.item()), alike.getFirst())
                ? Optional.of(alike.getFirst())
                : Optional.empty();
    }
}
