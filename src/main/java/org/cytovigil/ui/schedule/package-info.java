/** Putting checks of a patient off, and asking for them again. */
@NullMarked
package org.cytovigil.ui.schedule;

import org.jspecify.annotations.NullMarked;
