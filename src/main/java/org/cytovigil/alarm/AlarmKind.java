package org.cytovigil.alarm;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.cytovigil.grading.AlarmSettings;

/**
 * The conditions that raise an alarm; of each kind a stay, or the unit, has at most one. Priority,
 * delays and guidance are settings of the site.
 */
public enum AlarmKind {
    /** The grade on the unit's scale rose. */
    GRADE_RISE(AlarmSettings.GRADE_RISE, Latch.FROM_LEVEL_2),
    /** The grade on the second scale rose. */
    SECOND_SCALE_RISE(AlarmSettings.SECOND_SCALE_RISE, Latch.NEVER),
    /** Fever after a day or more without. */
    FEVER_ONSET(AlarmSettings.FEVER_ONSET, Latch.NEVER),
    /** The pressure is low after fluids, and no vasopressor runs. */
    REFRACTORY_HYPOTENSION(AlarmSettings.REFRACTORY_HYPOTENSION, Latch.ALWAYS),
    /** Two or more vasopressors run. */
    SECOND_VASOPRESSOR(AlarmSettings.SECOND_VASOPRESSOR, Latch.ALWAYS),
    /** Vasopressors are at high dose; at level 2 for as long as a grade asks for. */
    HIGH_DOSE(AlarmSettings.HIGH_DOSE, Latch.FROM_LEVEL_2),
    /** A device that gives more support took the place of the one before. */
    OXYGEN_STEP(AlarmSettings.OXYGEN_STEP, Latch.NEVER),
    /** Vasopressor dose or inspired oxygen rises fast. */
    RAPID_RISE(AlarmSettings.RAPID_RISE, Latch.NEVER),
    /** The grade of neurotoxicity rose. */
    ICANS_RISE(AlarmSettings.ICANS_RISE, Latch.FROM_LEVEL_2),
    /** The ICE score fell by two points or more between two examinations. */
    ICE_DROP(AlarmSettings.ICE_DROP, Latch.NEVER),
    /** A further episode opened after one was over. */
    RECURRENCE(AlarmSettings.RECURRENCE, Latch.ALWAYS),
    /** The computed grade rose above the one a clinician had set. */
    OVERRIDE_OVERTAKEN(AlarmSettings.OVERRIDE_OVERTAKEN, Latch.ALWAYS),
    /** Vital signs are due by the grade and were not charted. */
    ASSESSMENT_OVERDUE(AlarmSettings.ASSESSMENT_OVERDUE, Latch.NEVER),
    /** A fact that the grade needs is stale or was never charted. */
    STALE_DATA(AlarmSettings.STALE_DATA, Latch.NEVER),
    /** The devices of a stay have sent nothing for longer than is usual for them. */
    NO_DATA(AlarmSettings.NO_DATA, Latch.ALWAYS),
    /** A device's clock is off, or its data keep coming late. */
    CLOCK_SKEW(AlarmSettings.CLOCK_SKEW, Latch.NEVER),
    /** Of the unit: no device of any stay sends anything. */
    FEED_LOST(AlarmSettings.FEED_LOST, Latch.ALWAYS),
    /** Of the unit: the store needs help; at level 2 it takes nothing. */
    STORAGE(AlarmSettings.STORAGE, Latch.ALWAYS),
    /** Of the unit: alarms cannot be heard. */
    NO_SOUND(AlarmSettings.NO_SOUND, Latch.NEVER),
    /** Of the unit: the program was off, or its monitor stood still. */
    MONITOR_OFF(AlarmSettings.MONITOR_OFF, Latch.ALWAYS),
    /** Of the unit: the screen stood still. */
    SCREEN_FROZEN(AlarmSettings.SCREEN_FROZEN, Latch.ALWAYS),
    /** Of the unit: a policy file was refused, and the policy before it stays in force. */
    POLICY_REFUSED(AlarmSettings.POLICY_REFUSED, Latch.ALWAYS);

    /** Those of the unit; all others are of a stay. */
    public static final Set<AlarmKind> OF_THE_UNIT =
            Collections.unmodifiableSet(EnumSet.range(FEED_LOST, POLICY_REFUSED));

    /** Those of a stay. */
    public static final Set<AlarmKind> OF_A_STAY =
            Collections.unmodifiableSet(EnumSet.range(GRADE_RISE, CLOCK_SKEW));

    @SuppressWarnings("ImmutableEnumChecker") // its fields are final and so are theirs
    private final AlarmSettings settings;

    private final Latch latch;

    private enum Latch {
        NEVER,
        FROM_LEVEL_2,
        ALWAYS
    }

    AlarmKind(AlarmSettings settings, Latch latch) {
        this.settings = settings;
        this.latch = latch;
    }

    /** What the site decides about it. */
    public AlarmSettings settings() {
        return settings;
    }

    /** Whether it tells a part of what a rise of the grade tells when both come at once. */
    boolean isOfTheGrade() {
        return switch (this) {
            case SECOND_SCALE_RISE,
                    FEVER_ONSET,
                    REFRACTORY_HYPOTENSION,
                    SECOND_VASOPRESSOR,
                    HIGH_DOSE,
                    OXYGEN_STEP,
                    RAPID_RISE,
                    RECURRENCE,
                    OVERRIDE_OVERTAKEN ->
                    true;
            case GRADE_RISE,
                    ICANS_RISE,
                    ICE_DROP,
                    ASSESSMENT_OVERDUE,
                    STALE_DATA,
                    NO_DATA,
                    CLOCK_SKEW,
                    FEED_LOST,
                    STORAGE,
                    NO_SOUND,
                    MONITOR_OFF,
                    SCREEN_FROZEN,
                    POLICY_REFUSED ->
                    false;
        };
    }

    /** Whether a condition that goes before it is answered stays until it is. */
    boolean latches(int level) {
        return switch (latch) {
            case NEVER -> false;
            case FROM_LEVEL_2 -> level >= 2;
            case ALWAYS -> true;
        };
    }
}
