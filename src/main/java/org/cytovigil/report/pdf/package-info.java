/** Sheets of paper: what stands on one, in blocks, and writing them as PDF. Knows no patient. */
@NullMarked
package org.cytovigil.report.pdf;

import org.jspecify.annotations.NullMarked;
