/** Ways out: what is known of a stay, for other programs. */
@NullMarked
package org.cytovigil.report;

import org.jspecify.annotations.NullMarked;
