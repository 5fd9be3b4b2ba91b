/** The program's commands. */
@NullMarked
package org.cytovigil.cli;

import org.jspecify.annotations.NullMarked;
