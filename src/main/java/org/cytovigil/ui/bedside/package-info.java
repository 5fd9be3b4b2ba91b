/** One patient: trends, grades and the reasons for them. */
@NullMarked
package org.cytovigil.ui.bedside;

import org.jspecify.annotations.NullMarked;
