package org.cytovigil.grading;

/** Refuses settings that are permitted one by one and do not go together. */
final class PolicyConsistency {
    private PolicyConsistency() {}

    /**
     * Looks at the settings that bound each other.
     *
     * @throws IllegalArgumentException naming both settings and the reason
     */
    static void check(SitePolicy policy) {
        atMost(policy, Settings.NEWBORN_SYSTOLIC, Settings.INFANT_SYSTOLIC);
        atMost(policy, Settings.INFANT_SYSTOLIC, Settings.ADULT_SYSTOLIC);
        atMost(policy, Settings.CHILD_SYSTOLIC, Settings.ADULT_SYSTOLIC);
        atMost(policy, Settings.SIMPLE_MASK_AT_5, Settings.SIMPLE_MASK_AT_6);
        atMost(policy, Settings.SIMPLE_MASK_AT_6, Settings.SIMPLE_MASK_AT_7);
        atMost(policy, Settings.HIGH_EQUIVALENT_WITH_VASOPRESSIN, Settings.HIGH_EQUIVALENT);
        atMost(policy, Settings.VITALS_EVERY_GRADE_3, Settings.VITALS_EVERY_GRADE_2);
        atMost(policy, Settings.VITALS_EVERY_GRADE_2, Settings.VITALS_EVERY);
        atMost(policy, Settings.TOCILIZUMAB_IN_24_H, Settings.TOCILIZUMAB_IN_ALL);
        atMost(policy, Settings.BOLUS_COUNTS, Settings.PENN_BOLUSES_WITHIN);
    }

    private static <T> void atMost(SitePolicy policy, Setting<T> lower, Setting<T> upper) {
        if (amount(policy, lower) > amount(policy, upper)) {
            throw new IllegalArgumentException(
                    "%s: %s is above %s of %s"
                            .formatted(
                                    lower.key(),
                                    policy.text(lower),
                                    policy.text(upper),
                                    upper.key()));
        }
    }

    private static <T> double amount(SitePolicy policy, Setting<T> setting) {
        if (setting.type() instanceof SettingType.Amount<T> type) {
            return type.amount().applyAsDouble(policy.get(setting));
        }
        throw new IllegalArgumentException(setting.key() + " has no amount");
    }
}
