package org.cytovigil.feed.clif;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.cytovigil.clinical.StayId;

/**
 * What to import.
 *
 * @param stays the stays to import; empty for all
 * @param infusions when cells were infused; a stay not named here counts from its admission
 * @param progress who is told how far reading has come
 */
public record ClifOptions(
        Set<StayId> stays, Map<StayId, Instant> infusions, ClifProgress progress) {
    /** Every stay, counted from its admission. */
    public static final ClifOptions ALL = new ClifOptions(Set.of(), Map.of(), ClifProgress.NONE);

    public ClifOptions {
        stays = Set.copyOf(stays);
        infusions = Map.copyOf(infusions);
    }
}
