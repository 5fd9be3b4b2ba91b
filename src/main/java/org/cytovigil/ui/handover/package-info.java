/** The hand-over of one patient: what the next one at the bedside must know. */
@NullMarked
package org.cytovigil.ui.handover;

import org.jspecify.annotations.NullMarked;
