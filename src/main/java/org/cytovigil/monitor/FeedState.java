package org.cytovigil.monitor;

import java.time.Instant;

/**
 * One way in, as far as the ledger tells: a device, or the sender of those that have no name of
 * their own.
 *
 * @param name as it stands in the ledger
 * @param last when the latest of its entries arrived
 * @param entries how many there are
 * @param lastMinute how many arrived in the last minute
 * @param silent whether it has sent nothing for several times its usual interval
 */
public record FeedState(String name, Instant last, long entries, int lastMinute, boolean silent) {}
