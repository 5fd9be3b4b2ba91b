/** The unit board: one tile a bed. */
@NullMarked
package org.cytovigil.ui.board;

import org.jspecify.annotations.NullMarked;
