package org.cytovigil.feed.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;

/**
 * Tells by the earlier versions that a server still has what a resource was charted as before that
 * was forgotten, as after a restart.
 */
final class History {
    /** More versions than a value has; one that was changed more often is looked up no further. */
    private static final long MOST = 20;

    /** A server that never gave an earlier version, asked so often, does not keep them. */
    private static final int TRIED = 3;

    private static final Pattern NAME = Pattern.compile("[A-Za-z]+/[A-Za-z0-9.\\-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Function<String, Optional<Resource>> server;
    private final Function<FhirItem, List<Charted>> reader;
    private int given;
    private int failed;
    private boolean reading;

    /**
     * @param server asks it for a resource, here by type, id and version
     * @param reader what a resource is charted as; keeps nothing
     */
    History(Function<String, Optional<Resource>> server, Function<FhirItem, List<Charted>> reader) {
        this.server = server;
        this.reader = reader;
    }

    /**
     * What an earlier version of a resource was charted as and stands; empty when the server does
     * not tell.
     *
     * @param stands whether a fact is in the ledger as one of this resource's
     */
    Optional<List<Charted>> before(FhirItem item, Predicate<Charted> stands) {
        boolean asked = given > 0 || failed < TRIED;
        if (reading
                || !asked
                || !NAME.matcher(item.name()).matches()
                || !NUMBER.matcher(item.version()).matches()) {
            return Optional.empty();
        }
        long version = Long.parseLong(item.version());
        for (long one = version - 1; one >= Math.max(1, version - MOST); one--) {
            Optional<Resource> earlier = version(item.name() + "/_history/" + one);
            if (earlier.isEmpty()) {
                return Optional.empty();
            }
            List<Charted> facts = new ArrayList<>(read(item, earlier.get()));
            facts.removeIf(stands.negate());
            if (!facts.isEmpty()) {
                return Optional.of(facts);
            }
        }
        return version - MOST <= 1 ? Optional.of(List.of()) : Optional.empty();
    }

    private Optional<Resource> version(String reference) {
        Optional<Resource> found;
        try {
            found = server.apply(reference);
        } catch (UnresolvedReference | ServerFailed e) {
            // Many servers keep no versions, and say so in many ways: then it is not known.
            found = Optional.empty();
        }
        if (found.isPresent()) {
            given++;
        } else {
            failed++;
        }
        return found;
    }

    private List<Charted> read(FhirItem item, Resource resource) {
        reading = true;
        try {
            return reader.apply(
                    new FhirItem(item.source(), item.number(), "", resource, "", "", ""));
        } catch (UnresolvedReference e) {
            return List.of();
        } finally {
            reading = false;
        }
    }
}
