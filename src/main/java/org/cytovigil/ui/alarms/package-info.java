/** Answering alarms, and the screen of all alarms that stand, are hidden, or ever were. */
@NullMarked
package org.cytovigil.ui.alarms;

import org.jspecify.annotations.NullMarked;
