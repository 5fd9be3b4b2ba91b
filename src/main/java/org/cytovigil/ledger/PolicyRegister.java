package org.cytovigil.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.SitePolicy;

/**
 * Which site policy holds from when: adoptions are only ever added, and none reaches back, so that
 * nothing already shown is graded anew. Before the first adoption the default policy holds. Safe
 * for use by several threads.
 */
// [impl->req~policy.adoption~1]
public interface PolicyRegister {
    /**
     * How long before it holds a policy must be known, so that every program that watches the unit
     * has seen it by then.
     */
    Duration NOTICE = Duration.ofSeconds(30);

    /**
     * Adopts a policy.
     *
     * @param from the first moment graded by it; kept to the millisecond
     * @param learned the present
     * @return whether it is new; {@code false} when it is the last one adopted, and then nothing
     *     was added
     * @throws PolicyRefusedException when {@code from} is not later than that of the last one or
     *     not {@link #NOTICE} after the present, or when another policy has the same version
     * @throws LedgerException when it could not be stored
     */
    boolean adopt(SitePolicy policy, Instant from, Instant learned, Author author);

    /**
     * All adoptions, the oldest first; empty when the default policy holds.
     *
     * @throws LedgerException when one cannot be read or says what this program does not know
     */
    List<Adoption> adoptions();

    /**
     * The policies from the moments they hold.
     *
     * @throws LedgerException as {@link #adoptions}
     */
    default PolicyTimeline timeline() {
        return Adoption.timeline(adoptions());
    }

    /** The first full minute from which a policy can hold that is adopted now. */
    static Instant earliest(Instant now) {
        Instant noticed = now.plus(NOTICE);
        Instant minute = noticed.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(noticed) ? minute : minute.plus(Duration.ofMinutes(1));
    }
}
