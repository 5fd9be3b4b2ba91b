/** Who nurses whom: the panel in which nurses are assigned, and their load. */
@NullMarked
package org.cytovigil.ui.nurses;

import org.jspecify.annotations.NullMarked;
