package org.cytovigil.grading;

import java.util.ArrayList;
import java.util.List;

/** Refuses settings that are permitted one by one and do not go together. */
final class PolicyConsistency {
    private PolicyConsistency() {}

    /**
     * Looks at the settings that bound each other.
     *
     * @throws PolicyConflictException naming every pair that does not go together
     */
    static void check(SitePolicy policy) {
        List<PolicyConflictException.Conflict> conflicts = new ArrayList<>();
        atMost(conflicts, policy, Settings.NEWBORN_SYSTOLIC, Settings.INFANT_SYSTOLIC);
        atMost(conflicts, policy, Settings.INFANT_SYSTOLIC, Settings.ADULT_SYSTOLIC);
        atMost(conflicts, policy, Settings.CHILD_SYSTOLIC, Settings.ADULT_SYSTOLIC);
        atMost(conflicts, policy, Settings.SIMPLE_MASK_AT_5, Settings.SIMPLE_MASK_AT_6);
        atMost(conflicts, policy, Settings.SIMPLE_MASK_AT_6, Settings.SIMPLE_MASK_AT_7);
        atMost(
                conflicts,
                policy,
                Settings.HIGH_EQUIVALENT_WITH_VASOPRESSIN,
                Settings.HIGH_EQUIVALENT);
        atMost(conflicts, policy, Settings.VITALS_EVERY_GRADE_3, Settings.VITALS_EVERY_GRADE_2);
        atMost(conflicts, policy, Settings.VITALS_EVERY_GRADE_2, Settings.VITALS_EVERY);
        atMost(conflicts, policy, Settings.ICE_EVERY_GRADE_2, Settings.ICE_EVERY);
        atMost(conflicts, policy, Settings.ICE_DAYS_EARLY, Settings.ICE_DAYS);
        atMost(conflicts, policy, Settings.TOCILIZUMAB_IN_24_H, Settings.TOCILIZUMAB_IN_ALL);
        atMost(conflicts, policy, Settings.BOLUS_COUNTS, Settings.PENN_BOLUSES_WITHIN);
        if (!conflicts.isEmpty()) {
            throw new PolicyConflictException(conflicts);
        }
    }

    private static <T> void atMost(
            List<PolicyConflictException.Conflict> conflicts,
            SitePolicy policy,
            Setting<T> lower,
            Setting<T> upper) {
        if (amount(policy, lower) > amount(policy, upper)) {
            conflicts.add(
                    new PolicyConflictException.Conflict(
                            lower,
                            upper,
                            "%s is above %s of %s"
                                    .formatted(
                                            policy.text(lower), policy.text(upper), upper.key())));
        }
    }

    private static <T> double amount(SitePolicy policy, Setting<T> setting) {
        if (setting.type() instanceof SettingType.Amount<T> type) {
            return type.amount().applyAsDouble(policy.get(setting));
        }
        throw new IllegalArgumentException(setting.key() + " has no amount");
    }
}
