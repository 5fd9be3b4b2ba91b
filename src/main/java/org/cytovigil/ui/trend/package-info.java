/** Trends of one patient: lanes over one time axis, and what a pointer or a key does with them. */
@NullMarked
package org.cytovigil.ui.trend;

import org.jspecify.annotations.NullMarked;
