package org.cytovigil.feed.fhir;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.ledger.Quarantine;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Settles what waits in the quarantine of versions of a resource that a later one has replaced: fed
 * again, it would bring back a value that was corrected or withdrawn since.
 */
final class Superseded {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int AT_ONCE = 200;

    private final Quarantine quarantine;

    /** Ids in what waits, and some more: a later version whose id is not here replaces nothing. */
    private @Nullable Set<String> waiting;

    Superseded(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    /** Takes note of a resource that has been put into the quarantine. */
    void refused(FhirItem item) {
        if (waiting != null) {
            addIds(item.raw(), waiting);
        }
    }

    /** Settles what waits of earlier versions of a resource, now that this one has been kept. */
    void settle(FhirItem later, Instant now) {
        if (!List.of("", "1").contains(later.version())) {
            settle(later, now, held -> replaces(later, held));
        }
    }

    /** Settles what waits of a resource because it came without whom it refers to. */
    void resolved(FhirItem same, Instant now) {
        settle(same, now, held -> isUnresolved(held.reason()) && held.raw().equals(same.raw()));
    }

    static boolean isUnresolved(String reason) {
        return reason.startsWith("unresolved reference");
    }

    private void settle(FhirItem later, Instant now, Predicate<Quarantine.Item> settled) {
        if (!later.name().contains("/")) {
            return;
        }
        if (waiting == null) {
            Set<String> found = new HashSet<>();
            everyWaiting("\"resourceType\"", held -> addIds(held.item().raw(), found));
            waiting = found;
        }
        String id = later.name().substring(later.name().indexOf('/') + 1);
        if (!waiting.contains(id)) {
            return;
        }
        List<Long> numbers = new ArrayList<>();
        everyWaiting(
                "\"" + id + "\"",
                held -> {
                    if (settled.test(held.item())) {
                        numbers.add(held.number());
                    }
                });
        if (!numbers.isEmpty()) {
            quarantine.settle(numbers, now);
        }
    }

    private interface Look {
        void at(Quarantine.Held held);
    }

    private void everyWaiting(String text, Look look) {
        Quarantine.Filter filter = new Quarantine.Filter(null, null, text, false);
        long after = 0;
        List<Quarantine.Held> page = quarantine.following(filter, after, AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(look::at);
            after = page.getLast().number();
            page = quarantine.following(filter, after, AT_ONCE);
        }
    }

    private static void addIds(String raw, Set<String> ids) {
        Matcher matcher = ID.matcher(raw);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
    }

    private static boolean replaces(FhirItem later, Quarantine.Item item) {
        // Of two servers, resources of one id are not the same.
        if (!item.source().equals(later.source()) || !item.raw().contains("\"resourceType\"")) {
            return false;
        }
        FhirItem earlier =
                FhirText.read(item.raw().getBytes(StandardCharsets.UTF_8), item.source())
                        .getFirst();
        return (later.source().startsWith("http") || lastingSubject(earlier, later))
                && earlier.name().equals(later.name())
                && NUMBER.matcher(earlier.version()).matches()
                && NUMBER.matcher(later.version()).matches()
                && Long.parseLong(earlier.version()) < Long.parseLong(later.version());
    }

    /** Of two imports of files too, unless the patient has a number in both. */
    private static boolean lastingSubject(FhirItem earlier, FhirItem later) {
        List<Base> one = subject(earlier);
        List<Base> other = subject(later);
        return one.size() == 1
                && other.size() == 1
                && one.getFirst().equalsDeep(other.getFirst())
                && one.getFirst() instanceof Reference reference
                && (reference.hasIdentifier()
                        || String.valueOf(reference.getReference()).contains("://"));
    }

    private static List<Base> subject(FhirItem item) {
        Property subject =
                item.resource() == null ? null : item.resource().getNamedProperty("subject");
        return subject == null ? List.of() : subject.getValues();
    }
}
