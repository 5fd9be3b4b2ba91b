/** Charting at the bedside: one panel for each kind of fact, all made of the same parts. */
@NullMarked
package org.cytovigil.ui.charting;

import org.jspecify.annotations.NullMarked;
