/** Alarms that are heard: what sounds when, the pulses of a burst, and the loudspeaker. */
@NullMarked
package org.cytovigil.ui.sound;

import org.jspecify.annotations.NullMarked;
