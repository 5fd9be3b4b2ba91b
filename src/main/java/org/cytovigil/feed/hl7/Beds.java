package org.cytovigil.feed.hl7;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes where a patient lies, so that admission and results name a bed alike. */
final class Beds {
    private static final int ASSIGNED = 3;

    private Beds() {}

    /**
     * Ward, room and bed of a PV1 segment.
     *
     * @return empty when it names neither room nor bed
     */
    static String text(Hl7Segment visit) {
        String room = visit.get(ASSIGNED, 2);
        String bed = visit.get(ASSIGNED, 3);
        return room.isEmpty() && bed.isEmpty()
                ? ""
                : Stream.of(visit.get(ASSIGNED, 1), room, bed)
                        .filter(part -> !part.isEmpty() && !part.equals("\"\""))
                        .collect(Collectors.joining(" "));
    }
}
