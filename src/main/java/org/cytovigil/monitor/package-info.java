/**
 * The fold of the ledger: from entries to pictures, grades and alarms, and the snapshots that
 * screens read.
 */
@NullMarked
package org.cytovigil.monitor;

import org.jspecify.annotations.NullMarked;
