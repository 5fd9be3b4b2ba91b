package org.cytovigil.clinical;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Names a stay.
 *
 * @param value the identifier as the source gave it
 */
public record StayId(String value) {
    /**
     * The id of a stay that a person opens. It ends as those of senders do that name no visit, so
     * that a message with a visit number is taken for the same stay; the second keeps it apart from
     * an admission that was cancelled in the same minute.
     */
    public static StayId byHand(String recordNumber, Instant admitted) {
        return new StayId(recordNumber + "-" + admitted.truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public String toString() {
        return value;
    }
}
