package org.cytovigil.feed.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Resources whose facts are remembered: those of a busy unit for days. */
    private static final int REMEMBERED = 100_000;

    private final Ledger ledger;

    private final Map<String, List<Charted>> charted =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, List<Charted>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Revisions(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Remembers what a resource was charted as, once that is kept. */
    void remember(FhirItem item, List<Charted> facts) {
        if (!key(item).isEmpty()) {
            charted.put(key(item), List.copyOf(facts));
        }
    }

    private static String key(FhirItem item) {
        return item.name().contains("/") ? item.name() : "";
    }

    /** Charts the facts of a resource that holds. */
    void chart(
            List<Charted> facts,
            CodeTable.Handling handling,
            Author author,
            Instant now,
            Outcome out) {
        boolean corrects = handling == CodeTable.Handling.CORRECT;
        List<Charted> before = new ArrayList<>(charted.getOrDefault(key(out.item()), List.of()));
        boolean remembered = !before.isEmpty();
        boolean later = !List.of("", "1").contains(out.item().version());
        for (Charted fact : facts) {
            Optional<Charted> was =
                    remembered
                            ? before.stream().filter(fact::sameQuantity).findFirst()
                            : corrects || later ? standing(fact, author.name()) : Optional.empty();
            was.ifPresent(before::remove);
            if (was.isEmpty()) {
                out.accept(entry(fact, author, now, new Entry.Observed(fact.observation())));
                if (corrects && !remembered) {
                    out.refuse("it corrects a value that was never received");
                }
            } else {
                replace(was.get(), fact, author, now, out);
            }
        }
        before.forEach(gone -> retract(gone, CORRECTED, author, now, out));
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

    /** Takes back the facts of a resource that was entered in error. */
    void withdraw(List<Charted> facts, Author author, Instant now, Outcome out) {
        List<Charted> before = charted.getOrDefault(key(out.item()), List.of());
        List<Charted> found = new ArrayList<>(before);
        if (before.isEmpty()) {
            facts.forEach(fact -> standing(fact, author.name()).ifPresent(found::add));
        }
        if (found.isEmpty()) {
            out.refuse("entered in error, and it was never charted");
        }
        found.forEach(gone -> retract(gone, WITHDRAWN, author, now, out));
    }

    private static void retract(
            Charted gone, String reason, Author author, Instant now, Outcome out) {
        out.accept(entry(gone, author, now, new Entry.Retracted(gone.observation(), reason)));
    }

    private static Entry entry(Charted fact, Author author, Instant now, Entry.Event event) {
        return new Entry(fact.stay(), fact.at(), now, author, event);
    }

    private record Said(Observation observation, String author) {}

    /** What stands for the same quantity and time, preferably by the same author. */
    private Optional<Charted> standing(Charted fact, String author) {
        List<Said> facts = new ArrayList<>();
        StayId stay = fact.stay();
        ledger.entriesOf(stay).stream()
                .filter(entry -> entry.at().equals(fact.at()))
                .sorted(Comparator.comparing(Entry::learned))
                .forEach(entry -> apply(entry, facts));
        return facts.stream()
                .filter(said -> fact.sameQuantity(new Charted(stay, fact.at(), said.observation())))
                .reduce(
                        (one, other) ->
                                one.author().equals(author) && !other.author().equals(author)
                                        ? one
                                        : other)
                .map(said -> new Charted(stay, fact.at(), said.observation()));
    }

    private static void apply(Entry entry, List<Said> facts) {
        String author = entry.author().name();
        if (entry.event() instanceof Entry.Observed(Observation observation)) {
            facts.add(new Said(observation, author));
        } else if (entry.event()
                instanceof Entry.Corrected(Observation was, Observation is, String reason)) {
            facts.replaceAll(
                    said -> said.observation().equals(was) ? new Said(is, said.author()) : said);
        } else if (entry.event()
                instanceof Entry.Retracted(Observation observation, String reason)) {
            facts.removeIf(said -> said.observation().equals(observation));
        }
    }
}
