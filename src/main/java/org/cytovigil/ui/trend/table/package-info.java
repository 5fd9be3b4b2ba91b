/** The trend as a table: a row an interval or an assessment, to be read, exported and copied. */
@NullMarked
package org.cytovigil.ui.trend.table;

import org.jspecify.annotations.NullMarked;
