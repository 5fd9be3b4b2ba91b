/** The one list of commands, from which keys are acted on and from which the help is written. */
@NullMarked
package org.cytovigil.ui.keys;

import org.jspecify.annotations.NullMarked;
