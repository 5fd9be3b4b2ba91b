/** Admitting patients, moving them between beds, discharging them, and taking that back. */
@NullMarked
package org.cytovigil.ui.admission;

import org.jspecify.annotations.NullMarked;
