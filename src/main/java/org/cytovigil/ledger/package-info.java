/** Everything that happens to a patient, as entries that are only ever added. */
@NullMarked
package org.cytovigil.ledger;

import org.jspecify.annotations.NullMarked;
