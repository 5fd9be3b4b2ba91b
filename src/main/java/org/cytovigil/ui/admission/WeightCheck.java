package org.cytovigil.ui.admission;

import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.Wording;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Whether a weight can be, and whether it is likely. */
final class WeightCheck {
    private static final double ADULT_YEARS = 18;
    private static final double LIGHT_ADULT = 35;
    private static final double HEAVY = 200;

    private WeightCheck() {}

    /**
     * Says beside the field what is wrong with it; empty is good.
     *
     * @param ageYears {@code null} when unknown
     */
    static void check(TypedField field, @Nullable Double ageYears) {
        field.clear();
        if (field.isEmpty()) {
            return;
        }
        Double kilograms = Typed.number(field.typed());
        if (kilograms == null) {
            field.refuse(Texts.of("admission.weight.no-number"));
            return;
        }
        Plausibility.DEFAULT
                .fault(new Observation.BodyWeight(new Weight(kilograms)))
                .ifPresent(fault -> field.refuse(Texts.of("admission.weight.impossible", fault)));
        boolean adult = ageYears != null && ageYears >= ADULT_YEARS;
        if (kilograms > HEAVY || (adult && kilograms < LIGHT_ADULT)) {
            field.ask(Texts.of("admission.weight.unlikely", field.typed()));
        }
    }

    /** Asks about a weight that is more than a fifth away from the one before. */
    static void compare(TypedField field, @Nullable Weight before) {
        Double kilograms = Typed.number(field.typed());
        if (kilograms != null
                && before != null
                && Math.abs(kilograms - before.kilograms()) > 0.2 * before.kilograms()) {
            field.ask(
                    Texts.of(
                            "admission.weight.jump",
                            field.typed(),
                            Wording.number(before.kilograms())));
        }
    }
}
