package org.cytovigil.grading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.OxygenFraction;
import org.jspecify.annotations.Nullable;

/**
 * What a site decides about one kind of alarm: how urgent it is, how long its condition must hold
 * before it is raised and be gone before it is over, when an answered one is raised anew, and what
 * to do. They stand in the site policy behind all others, because a policy is adopted and kept as
 * one.
 */
// [impl->req~alarm.settings~1]
public final class AlarmSettings {
    private static final List<AlarmSettings> ALL = new ArrayList<>();
    private static final String CHOSEN = "chosen here, after criteria section 6";
    private static final int LONGEST_GUIDANCE = 240;
    private static final int GRADES = 4;

    static {
        // Whichever class is used first, theirs stand before these.
        Settings.first();
    }

    public static final AlarmSettings GRADE_RISE =
            of(
                    "grade-rise",
                    "the grade rose on the unit's scale",
                    null,
                    0,
                    15,
                    0,
                    "Look at the patient now. Tell the physician on duty. Treat by the unit's CRS"
                            + " protocol for this grade.");
    public static final AlarmSettings SECOND_SCALE_RISE =
            of(
                    "second-scale-rise",
                    "the grade rose on the second scale",
                    AlarmPriority.LOW,
                    0,
                    15,
                    0,
                    "The unit's own scale has not risen. Look at why the scales differ, and treat"
                            + " by the unit's scale.");
    public static final AlarmSettings FEVER_ONSET =
            of(
                    "fever-onset",
                    "fever began",
                    AlarmPriority.LOW,
                    0,
                    1440,
                    0,
                    "Take cultures and look for infection. Begin the unit's checks for CRS and"
                            + " neurotoxicity.");
    public static final AlarmSettings REFRACTORY_HYPOTENSION =
            of(
                    "refractory-hypotension",
                    "the pressure stayed low after fluids",
                    AlarmPriority.MEDIUM,
                    0,
                    15,
                    0,
                    "Fluids did not raise the pressure. Tell the physician on duty; a vasopressor"
                            + " and intensive care may be needed.");
    public static final AlarmSettings SECOND_VASOPRESSOR =
            of(
                    "second-vasopressor",
                    "a further vasopressor was started",
                    AlarmPriority.HIGH,
                    0,
                    15,
                    0,
                    "The circulation needs more than one drug. Physician to the bedside; look for"
                            + " heart failure, bleeding and sepsis too.");
    public static final AlarmSettings HIGH_DOSE =
            of(
                    "high-dose",
                    "vasopressors are at high dose",
                    AlarmPriority.MEDIUM,
                    0,
                    15,
                    0,
                    "After three hours at high dose some scales grade this higher. Look at the"
                            + " trend and tell the physician on duty.");
    public static final AlarmSettings OXYGEN_STEP =
            of(
                    "oxygen-step",
                    "a device with more oxygen support was begun",
                    AlarmPriority.LOW,
                    2,
                    60,
                    0,
                    "The lungs need more support than before. Look for pneumonia, fluid overload"
                            + " and capillary leak.");
    public static final AlarmSettings RAPID_RISE =
            of(
                    "rapid-rise",
                    "vasopressor dose or inspired oxygen rise fast",
                    AlarmPriority.MEDIUM,
                    0,
                    60,
                    0,
                    "Support is rising fast within one grade. Look at the patient; do not wait for"
                            + " the next grade.");
    public static final Setting<DoseRate> RAPID_DOSE =
            Settings.setting(
                    "alarm-rapid-rise.dose",
                    SettingType.dose(DoseUnit.UG_PER_KG_PER_MIN, 0.02, 1),
                    new DoseRate(0.1, DoseUnit.UG_PER_KG_PER_MIN),
                    "a rise of the norepinephrine equivalent within an hour that alarms",
                    CHOSEN);
    public static final Setting<OxygenFraction> RAPID_FRACTION =
            Settings.setting(
                    "alarm-rapid-rise.fraction",
                    SettingType.fraction(5, 60),
                    OxygenFraction.of(0.2),
                    "a rise of the set FiO2 within an hour that alarms",
                    CHOSEN);
    public static final AlarmSettings ICANS_RISE =
            of(
                    "icans-rise",
                    "the grade of neurotoxicity rose",
                    null,
                    0,
                    15,
                    0,
                    "Examine consciousness, seizures and motor signs. Tell the physician on duty;"
                            + " treat by the unit's protocol for neurotoxicity.");
    public static final AlarmSettings ICE_DROP =
            of(
                    "ice-drop",
                    "the ICE score fell by two points or more",
                    AlarmPriority.LOW,
                    0,
                    0,
                    0,
                    "Repeat the ICE, and examine writing and consciousness. Sedation and delirium"
                            + " lower it too.");
    public static final AlarmSettings RECURRENCE =
            of(
                    "recurrence",
                    "a further episode began",
                    AlarmPriority.MEDIUM,
                    0,
                    0,
                    0,
                    "CRS seemed over. Look for infection and for late immune effects (IEC-HS) as"
                            + " well.");
    public static final AlarmSettings OVERRIDE_OVERTAKEN =
            of(
                    "override-overtaken",
                    "the computed grade rose above the one set",
                    AlarmPriority.MEDIUM,
                    0,
                    0,
                    0,
                    "The grade a clinician had set no longer stands. Have a clinician look at the"
                            + " patient and the grade.");
    public static final AlarmSettings ASSESSMENT_OVERDUE =
            of(
                    "assessment-overdue",
                    "vital signs are overdue for this grade",
                    AlarmPriority.LOW,
                    0,
                    0,
                    0,
                    "Take and chart temperature, blood pressure and oxygen.");
    public static final AlarmSettings STALE_DATA =
            of(
                    "stale-data",
                    "a fact the grade needs is stale or missing",
                    AlarmPriority.LOW,
                    0,
                    0,
                    0,
                    "The grade is a range until the fact is charted. Chart it.");
    public static final Setting<Duration> FIRST_CHARTING =
            Settings.setting(
                    "alarm-stale-data.first-charting",
                    SettingType.hours(0, 24),
                    Duration.ofHours(4),
                    "so long after the admission a fact may be uncharted",
                    CHOSEN);
    public static final AlarmSettings NO_DATA =
            of(
                    "no-data",
                    "the devices of a patient are silent",
                    AlarmPriority.LOW,
                    0,
                    0,
                    60,
                    "Look at monitor, cable and network; chart by hand until data come again.");
    public static final AlarmSettings CLOCK_SKEW =
            of(
                    "clock-skew",
                    "a device clock is wrong, or its data come late",
                    AlarmPriority.LOW,
                    0,
                    0,
                    0,
                    "Set the clock of the device. Until then the times of its values are off.");
    public static final AlarmSettings FEED_LOST =
            of(
                    "feed-lost",
                    "nothing comes from any device of the unit",
                    AlarmPriority.MEDIUM,
                    0,
                    0,
                    15,
                    "Look at the gateway and the network. Watch the bedside monitors and chart by"
                            + " hand until data come again.");
    public static final AlarmSettings STORAGE =
            of(
                    "storage",
                    "the store fails, was damaged, or is running full",
                    AlarmPriority.MEDIUM,
                    0,
                    0,
                    60,
                    "Tell the technical service. Chart what matters on paper too until it works"
                            + " again.");
    public static final AlarmSettings NO_SOUND =
            of(
                    "no-sound",
                    "alarms cannot be heard",
                    AlarmPriority.LOW,
                    0,
                    0,
                    0,
                    "Look at loudspeaker and sound settings. Until then keep the screen in sight.");
    public static final AlarmSettings MONITOR_OFF =
            of(
                    "monitor-off",
                    "nobody was watching: the program was off or stood still",
                    AlarmPriority.LOW,
                    0,
                    0,
                    0,
                    "Look through the trends of that time. What is still so alarms again.");
    public static final AlarmSettings SCREEN_FROZEN =
            of(
                    "screen-frozen",
                    "the screen stood still",
                    AlarmPriority.LOW,
                    0,
                    0,
                    0,
                    "If it happens again, start the program anew and tell the technical service.");

    public static final AlarmSettings POLICY_REFUSED =
            of(
                    "policy-refused",
                    "a policy file was refused",
                    AlarmPriority.LOW,
                    0,
                    0,
                    0,
                    "The policy before it goes on. Mend the file at the line named, check it, and"
                            + " adopt it again.");

    /**
     * What is over as soon as it is found out: any delay would keep it from being raised at all.
     */
    private static Set<String> moments() {
        return Set.of("monitor-off", "screen-frozen", "policy-refused");
    }

    private final String id;
    private final @Nullable Setting<AlarmPriority> priority;
    private final @Nullable Setting<Integer> mediumFrom;
    private final @Nullable Setting<Integer> highFrom;
    private final Setting<Duration> delay;
    private final Setting<Duration> clearAfter;
    private final Setting<Duration> remindAfter;
    private final Setting<String> guidance;

    private AlarmSettings(
            String id,
            String what,
            @Nullable AlarmPriority standard,
            int delayMinutes,
            int clearMinutes,
            int remindMinutes,
            String advice) {
        this.id = id;
        if (standard == null) {
            priority = null;
            mediumFrom =
                    setting(
                            "medium-from",
                            SettingType.count(1, GRADES),
                            2,
                            what + ": of medium priority from this grade on");
            highFrom =
                    setting(
                            "high-from",
                            SettingType.count(1, GRADES),
                            3,
                            what + ": of high priority from this grade on");
        } else {
            priority =
                    setting(
                            "priority",
                            SettingType.choice(AlarmPriority.values()),
                            standard,
                            what + ": how urgent");
            mediumFrom = null;
            highFrom = null;
        }
        delay =
                setting(
                        "delay",
                        SettingType.minutes(0, moments().contains(id) ? 0 : 60),
                        Duration.ofMinutes(delayMinutes),
                        what + ": raised when it has lasted so long");
        clearAfter =
                setting(
                        "clear-after",
                        SettingType.minutes(0, 2880),
                        Duration.ofMinutes(clearMinutes),
                        what + ": over when it has been gone for so long");
        remindAfter =
                setting(
                        "remind-after",
                        SettingType.minutes(0, 1440),
                        Duration.ofMinutes(remindMinutes),
                        what
                                + ": if it lasts, answered alarms are raised again after so long; 0"
                                + " for never");
        guidance =
                setting(
                        "guidance",
                        new SettingType.Words(LONGEST_GUIDANCE),
                        advice,
                        what + ": what to do");
    }

    private static AlarmSettings of(
            String id,
            String what,
            @Nullable AlarmPriority standard,
            int delayMinutes,
            int clearMinutes,
            int remindMinutes,
            String advice) {
        AlarmSettings made =
                new AlarmSettings(
                        id, what, standard, delayMinutes, clearMinutes, remindMinutes, advice);
        ALL.add(made);
        return made;
    }

    private <T> Setting<T> setting(String name, SettingType<T> type, T standard, String meaning) {
        return Settings.setting("alarm-" + id + "." + name, type, standard, meaning, CHOSEN);
    }

    /** Those of every kind. */
    public static List<AlarmSettings> all() {
        return Collections.unmodifiableList(ALL);
    }

    /** The kind's name in the policy file, for instance "fever-onset". */
    public String id() {
        return id;
    }

    /**
     * How urgent it is.
     *
     * @param level the grade, for kinds whose priority goes by it
     */
    public AlarmPriority priority(SitePolicy policy, int level) {
        if (priority != null) {
            return policy.get(priority);
        }
        if (highFrom != null && level >= policy.get(highFrom)) {
            return AlarmPriority.HIGH;
        }
        return mediumFrom != null && level >= policy.get(mediumFrom)
                ? AlarmPriority.MEDIUM
                : AlarmPriority.LOW;
    }

    /** How long the condition must hold before it is raised. */
    public Duration delay(SitePolicy policy) {
        return policy.get(delay);
    }

    /** How long the condition must be gone before it counts as over. */
    public Duration clearAfter(SitePolicy policy) {
        return policy.get(clearAfter);
    }

    /** After how long an answered condition that lasts is raised again; zero for never. */
    public Duration remindAfter(SitePolicy policy) {
        return policy.get(remindAfter);
    }

    /** What it means and what to do. */
    public String guidance(SitePolicy policy) {
        return policy.get(guidance);
    }

    /** The setting of a part; {@code null} when this kind has none. */
    public @Nullable Setting<?> setting(AlarmPart part) {
        return switch (part) {
            case PRIORITY -> priority;
            case MEDIUM_FROM -> mediumFrom;
            case HIGH_FROM -> highFrom;
            case DELAY -> delay;
            case CLEAR_AFTER -> clearAfter;
            case REMIND_AFTER -> remindAfter;
            case GUIDANCE -> guidance;
        };
    }

    /** Whether some level of it is of high priority. */
    public boolean canBeHigh(SitePolicy policy) {
        return priority(policy, Integer.MAX_VALUE) == AlarmPriority.HIGH;
    }

    @Override
    public String toString() {
        return id;
    }
}
