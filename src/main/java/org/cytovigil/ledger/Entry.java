package org.cytovigil.ledger;

import java.time.Instant;
import org.cytovigil.alarm.AlarmChange;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Check;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to one stay, with both clocks. Facts are ordered by {@code at}, the audit
 * by {@code learned}.
 *
 * @param stay whom it happened to
 * @param at when it was so: measured, given, charted
 * @param learned when the program learned it
 * @param author who says so
 * @param event what happened
 */
public record Entry(StayId stay, Instant at, Instant learned, Author author, Event event) {

    /** What can happen. */
    public sealed interface Event {}

    /** The stay began; it is the first entry of a stay. */
    public record Admitted(Stay stay) implements Event {}

    /**
     * The infusion of the stay, charted for the first time or corrected. It counts for the whole
     * stay, because it was always so; of two, that of the later entry stands.
     */
    public record InfusionCharted(Infusion infusion) implements Event {}

    /**
     * Who the patient is, amended or merged. It counts for the whole stay, because it was always
     * so; of two, that of the later entry stands.
     *
     * @param patient all that is known now: what is left out is no longer known
     */
    public record PatientIdentified(Patient patient) implements Event {}

    /**
     * The admission was a mistake: the stay leaves the unit, and its entries stay in the ledger. A
     * later admission of the same stay takes that back.
     *
     * @param reason why
     */
    public record AdmissionCancelled(String reason) implements Event {}

    /** The discharge was a mistake: the stay goes on. */
    public record DischargeCancelled() implements Event {}

    /**
     * The stay is in that bed from now on; empty for none. Whoever was last there has lost it, and
     * does not get it back by the bed being free again.
     */
    public record Moved(String bed) implements Event {}

    /** The stay ended. */
    public record Discharged() implements Event {}

    /**
     * Who nurses the patient from now on. It goes with the stay, whatever bed that is in, and ends
     * with it.
     *
     * @param nurse a name or a short sign, as it is shown; empty for nobody
     */
    public record NurseAssigned(String nurse) implements Event {
        /** What a tile has room for. */
        public static final int LONGEST = 24;

        /**
         * @throws IllegalArgumentException when it is longer, has a blank at an end, or characters
         *     that steer
         */
        public NurseAssigned {
            if (nurse.length() > LONGEST || !nurse.equals(nurse.strip()) || !OneLine.is(nurse)) {
                throw new IllegalArgumentException("no name of a nurse: \"" + nurse + "\"");
            }
        }
    }

    /** A fact was charted or measured. */
    public record Observed(Observation observation) implements Event {}

    /**
     * A fact charted before was wrong, and this is right. Both stay in the ledger; the stay is
     * graded anew from the fact's own time, which is that of the entry.
     *
     * @param was the fact that was charted for that time; the same as {@code is} when the
     *     correction of a fact has come and the fact itself has not
     * @param is what should have been charted
     * @param reason why
     */
    public record Corrected(Observation was, Observation is, String reason) implements Event {}

    /**
     * A fact charted before was not so at all. It stays in the ledger; the stay is graded anew from
     * the fact's own time, which is that of the entry.
     *
     * @param observation the fact that was charted for that time
     * @param reason why
     */
    public record Retracted(Observation observation, String reason) implements Event {}

    /**
     * The program found out something that concerns the whole unit; an entry of it stands under
     * {@link AlarmKey#UNIT}.
     *
     * @param kind of the unit's alarms
     * @param level how grave it is from then on; 0 when it is over
     * @param cause in words; empty when it is over
     */
    public record Technical(AlarmKind kind, int level, String cause) implements Event {}

    /** A person did something to the schedule of a stay. */
    public sealed interface OnSchedule extends Event {
        /** What it concerns. */
        Check check();
    }

    /**
     * A person put a check off; the alarm on its being overdue waits with it.
     *
     * @param grade the lowest possible grade that stood: at a higher one the check is asked for
     *     again
     * @param reason why; never blank
     * @param until when that ends by itself, at the latest after {@link
     *     org.cytovigil.grading.PutOffCheck#LONGEST}
     */
    public record CheckPutOff(Check check, int grade, String reason, Instant until)
            implements OnSchedule {}

    /** A person ended the putting off of a check. */
    public record CheckAskedAgain(Check check) implements OnSchedule {}

    /** A person did something to an alarm. */
    public sealed interface OnAlarm extends Event {
        /** Which one. */
        AlarmKey alarm();
    }

    /** A person did something that changes the state of an alarm. */
    public sealed interface OnState extends OnAlarm {}

    /** A person changed the settings of an alarm for one patient. */
    public sealed interface OnSettings extends OnAlarm {}

    /**
     * A person answered an alarm.
     *
     * @param alarm which one
     * @param level the grade (or other level) that stood when it was answered: a higher one alarms
     *     anew
     * @param action what was done, in words for the hand-over; {@code null} when that was not said
     */
    public record Acknowledged(AlarmKey alarm, int level, @Nullable String action)
            implements OnState {
        /** Nobody said what was done. */
        public Acknowledged(AlarmKey alarm, int level) {
            this(alarm, level, null);
        }
    }

    /**
     * A person put an alarm off; one of high priority, or graver than that, alarms all the same.
     *
     * @param level the grade (or other level) that stood, or up to which it is put off
     * @param reason why; never blank
     * @param until when that ends by itself
     */
    public record AlarmShelved(AlarmKey alarm, int level, String reason, Instant until)
            implements OnState {}

    /** A person ended the putting off of an alarm. */
    public record AlarmUnshelved(AlarmKey alarm) implements OnState {}

    /** A person took an alarm out of service until somebody puts it back. */
    public record AlarmTakenOut(AlarmKey alarm, String reason) implements OnState {}

    /** A person put an alarm back into service. */
    public record AlarmPutBack(AlarmKey alarm) implements OnState {}

    /**
     * A person decided that settings of an alarm are others for this patient, for a while. It takes
     * the place of what was otherwise of that alarm before.
     *
     * @param change in what they differ from the unit's
     * @param reason why; never blank
     * @param until when that ends by itself
     */
    public record AlarmAdjusted(AlarmKey alarm, AlarmChange change, String reason, Instant until)
            implements OnSettings {}

    /** A person ended that settings of an alarm are others for this patient. */
    public record AlarmAdjustmentEnded(AlarmKey alarm) implements OnSettings {}
}
