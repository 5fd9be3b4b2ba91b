package org.cytovigil.feed.simulator.unit;

import java.time.Instant;
import java.time.LocalDate;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.simulator.CourseProfile;

/**
 * An invented patient in a bed.
 *
 * @param visit the number of the visit, under which a listener keeps the stay
 * @param recordNumber the medical record number
 * @param family invented; begins with DEMO
 * @param given invented
 * @param birth day of birth
 * @param female whether PID-8 says F
 * @param profile the course
 * @param seed which of the profile's courses
 * @param admitted when the stay begins
 * @param bed the number of the bed in the unit, from 1
 */
public record Guest(
        String visit,
        String recordNumber,
        String family,
        String given,
        LocalDate birth,
        boolean female,
        CourseProfile profile,
        long seed,
        Instant admitted,
        int bed) {
    /** The stay that a listener makes of the visit. */
    public StayId stay() {
        return new StayId(visit);
    }
}
