package org.cytovigil.feed.hl7;

import java.time.Instant;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.mapping.Mapped;
import org.cytovigil.feed.mapping.Target;

/**
 * A result that was understood, before it is joined with those beside it.
 *
 * @param segment where it stood
 * @param stay whose it is
 * @param at when it was so
 * @param device what measured it
 * @param corrects whether it replaces one sent before
 * @param target what its code stands for
 * @param mapped what it says
 */
record Finding(
        Hl7Segment segment,
        StayId stay,
        Instant at,
        String device,
        boolean corrects,
        Target target,
        Mapped mapped) {

    /** The part of the device that measured it: OBX-4 without its last number. */
    String channel() {
        String place = segment.get(4);
        int end = place.lastIndexOf('.');
        return end < 0 ? "" : place.substring(0, end);
    }

    /** The unit of the device that measured it: the first two numbers of OBX-4. */
    String module() {
        String[] numbers = segment.get(4).split("\\.", -1);
        return numbers.length < 3 ? "" : numbers[0] + "." + numbers[1];
    }

    /** Whether it is of an infusion pump. */
    boolean ofPump() {
        return target instanceof Target.Pump
                || (target instanceof Target.Text(Target.TextKind kind)
                        && (kind == Target.TextKind.PUMP_DRUG
                                || kind == Target.TextKind.PUMP_STATE));
    }

    /** Who says so: the device, and of several pumps in one device which. */
    String author() {
        return ofPump() && !module().isEmpty() ? device + " " + module() : device;
    }
}
