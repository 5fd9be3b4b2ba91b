package org.cytovigil.feed.folder;

import java.util.List;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;

/**
 * What a file says.
 *
 * @param entries what is accepted
 * @param items what waits in the quarantine
 * @param summary of both in words, a line each, for the report
 */
public record FileContent(List<Entry> entries, List<Quarantine.Item> items, List<String> summary) {}
