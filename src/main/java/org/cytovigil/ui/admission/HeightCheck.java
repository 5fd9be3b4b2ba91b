package org.cytovigil.ui.admission;

import org.cytovigil.clinical.Height;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.grading.Wording;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Whether a height can be, and whether it is likely. */
final class HeightCheck {
    private static final double ADULT_YEARS = 18;
    private static final double SHORT_ADULT = 130;
    private static final double TALL = 215;

    private HeightCheck() {}

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
        Double centimetres = Typed.number(field.typed());
        if (centimetres == null) {
            field.refuse(Texts.of("admission.height.no-number"));
            return;
        }
        Plausibility.DEFAULT
                .fault(new Observation.BodyHeight(new Height(centimetres)))
                .ifPresent(fault -> field.refuse(Texts.of("admission.height.impossible", fault)));
        boolean adult = ageYears != null && ageYears >= ADULT_YEARS;
        if (centimetres > TALL || (adult && centimetres < SHORT_ADULT)) {
            field.ask(Texts.of("admission.height.unlikely", field.typed()));
        }
    }

    /** Asks about a height that is more than a tenth away from the one before. */
    static void compare(TypedField field, double before) {
        Double centimetres = Typed.number(field.typed());
        if (centimetres != null && Math.abs(centimetres - before) > 0.1 * before) {
            field.ask(Texts.of("admission.height.jump", field.typed(), Wording.number(before)));
        }
    }
}
