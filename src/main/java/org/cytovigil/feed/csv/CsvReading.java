package org.cytovigil.feed.csv;

import java.util.List;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;

/**
 * What a file says. Every row with anything in it is counted once.
 *
 * @param form encoding and separator, in words
 * @param rows with anything in them
 * @param accepted rows of which all was accepted, and something was new
 * @param inPart rows of which something was accepted, and something is in the quarantine
 * @param known rows that hold only what was charted before
 * @param ignored rows that chart nothing of use
 * @param quarantined rows of which nothing was accepted
 * @param notRead columns that are of no use, as written
 * @param entries what was accepted
 * @param items what was not, each as a file by itself that can be fed again
 */
public record CsvReading(
        String form,
        int rows,
        int accepted,
        int inPart,
        int known,
        int ignored,
        int quarantined,
        List<String> notRead,
        List<Entry> entries,
        List<Quarantine.Item> items) {}
