package org.cytovigil.feed.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which entry of a case corrects or retracts which. A correction is charted later than
 * what it corrects, so that no chain of them comes back to itself.
 */
// [impl->req~feed.case-file.revisions~1]
final class Chartings {
    private static final double MILLIS_PER_HOUR = 3_600_000;

    /** Beyond this many hours before or after the infusion a time is a slip of the pen. */
    private static final double MOST_HOURS = 100_000;

    private final List<Place> places;
    private final List<Instant> charted = new ArrayList<>();
    private final Map<String, Integer> named = new HashMap<>();
    private final Map<Integer, Integer> revisedBy = new HashMap<>();

    private Chartings(List<Place> places) {
        this.places = places;
    }

    /**
     * The entries with their clocks, in the order of the file.
     *
     * @param infusion from when their hours count
     */
    static List<Charting> of(List<Place> places, Instant infusion) throws CaseFileException {
        Chartings chartings = new Chartings(places);
        for (Place place : places) {
            chartings.charted.add(time(place, infusion));
        }
        chartings.name();
        List<Integer> revised = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            revised.add(chartings.revised(i));
        }
        List<Charting> made = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int first = i;
            while (revised.get(first) >= 0) {
                first = revised.get(first);
            }
            made.add(
                    new Charting(
                            places.get(i),
                            chartings.charted.get(i),
                            chartings.charted.get(first),
                            revised.get(i),
                            places.get(i).has("retracts"),
                            !chartings.revisedBy.containsKey(i)));
        }
        return made;
    }

    private static Instant time(Place entry, Instant infusion) throws CaseFileException {
        if (!entry.isObject()) {
            throw entry.fault("an entry is an object");
        }
        double hours = entry.requiredNumber("hours");
        if (Math.abs(hours) > MOST_HOURS) {
            throw entry.fault(
                    "\"hours\" of " + entry.written("hours") + " is no time after an infusion");
        }
        return infusion.plusMillis(Math.round(hours * MILLIS_PER_HOUR));
    }

    private void name() throws CaseFileException {
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (place.has("id")) {
                String id = place.requiredText("id");
                Integer earlier = named.putIfAbsent(id, i);
                if (earlier != null) {
                    throw place.fault(
                            "the id \"%s\" was used before, at %s"
                                    .formatted(id, places.get(earlier).path()));
                }
            }
        }
    }

    /** Which entry that one revises; -1 for none. */
    private int revised(int index) throws CaseFileException {
        Place place = places.get(index);
        String id = target(place);
        if (id == null) {
            if (place.has("reason")) {
                throw place.fault("\"reason\" goes with \"corrects\" or \"retracts\"");
            }
            return -1;
        }
        Integer found = named.get(id);
        if (found == null) {
            throw place.fault("there is no entry with the id \"" + id + "\" in this case");
        }
        Place other = places.get(found);
        if (!charted.get(index).isAfter(charted.get(found))) {
            throw place.fault(
                    "its \"hours\" are not after those of \"%s\", at %s; a correction is charted later than what it corrects"
                            .formatted(id, other.path()));
        }
        if (other.has("retracts")) {
            throw place.fault(
                    "\"%s\", at %s, is a retraction; what was so after all is charted anew"
                            .formatted(id, other.path()));
        }
        Integer earlier = revisedBy.putIfAbsent(found, index);
        if (earlier != null) {
            throw place.fault(
                    "\"%s\" was corrected or retracted already, at %s"
                            .formatted(id, places.get(earlier).path()));
        }
        return found;
    }

    private static @Nullable String target(Place place) throws CaseFileException {
        boolean corrects = place.has("corrects");
        boolean retracts = place.has("retracts");
        if (corrects && retracts) {
            throw place.fault("an entry corrects another or retracts it, not both");
        }
        if (!corrects && !retracts) {
            return null;
        }
        return place.requiredText(corrects ? "corrects" : "retracts");
    }
}
