package org.cytovigil.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one piece of foreign data; it is kept whole or not at all.
 *
 * @param entries what was accepted
 * @param quarantined what was not, each item with its reason
 * @param receipt under which it is known when it is sent again, or {@code null} when it has no
 *     identifier of its own
 */
public record Batch(
        List<Entry> entries, List<Quarantine.Item> quarantined, @Nullable Receipt receipt) {}
