/** HL7 version 2 messages of monitors, pumps and record systems, over MLLP. */
@NullMarked
package org.cytovigil.feed.hl7;

import org.jspecify.annotations.NullMarked;
