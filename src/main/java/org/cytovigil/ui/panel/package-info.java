/** Panels at the side of a screen, where people chart and decide, and the keys that open them. */
@NullMarked
package org.cytovigil.ui.panel;

import org.jspecify.annotations.NullMarked;
