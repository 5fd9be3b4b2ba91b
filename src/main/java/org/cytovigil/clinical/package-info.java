/** The language of the bedside: patients, stays, observations and quantities with their units. */
@NullMarked
package org.cytovigil.clinical;

import org.jspecify.annotations.NullMarked;
