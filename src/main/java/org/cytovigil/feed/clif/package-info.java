/**
 * Import of a folder in the Common Longitudinal ICU data Format (CLIF 2.1): its rows become entries
 * of the ledger, and every row that does not fit goes to the quarantine with its line and the
 * reason.
 */
@NullMarked
package org.cytovigil.feed.clif;

import org.jspecify.annotations.NullMarked;
