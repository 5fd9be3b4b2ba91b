/** Past and made-up courses under a clock of their own. */
@NullMarked
package org.cytovigil.replay;

import org.jspecify.annotations.NullMarked;
