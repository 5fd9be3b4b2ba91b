/** The unit's protocol: what its own text says for each grade. It supports, and never orders. */
@NullMarked
package org.cytovigil.ui.protocol;

import org.jspecify.annotations.NullMarked;
