package org.cytovigil.derived;

import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.InspiredOxygen;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;
import org.jspecify.annotations.Nullable;

/**
 * SpO2 over FiO2, and the P/F ratio estimated from it.
 *
 * <p>Both hold for saturations up to 97 %. Above, the dissociation curve is flat and the same
 * saturation stands for any better oxygenation, so the ratio is a lower bound.
 */
final class SaturationRatio {
    private static final String RICE = "Rice et al., Chest 2007;132:410";

    /** The highest saturation for which the relation was found (Rice 2007). */
    private static final double HIGHEST_VALID = 97;

    private static final double INTERCEPT = 64;
    private static final double SLOPE = 0.84;
    private static final double ADULT_FROM_YEARS = 18;

    static final Definition DEFINITION =
            new Definition("s-f-ratio", "S/F", "SpO2 (%) / FiO2", RICE, "", 0);
    static final Definition ESTIMATED_P_F =
            new Definition(
                    "p-f-ratio-estimated",
                    "P/F (estimated)",
                    "(S/F - 64) / 0.84, from S/F = 64 + 0.84 x P/F",
                    RICE,
                    "mm[Hg]",
                    0);

    private SaturationRatio() {}

    /**
     * The quotient as it is.
     *
     * @param value SpO2 in per cent over FiO2 as a fraction
     * @param lowerBound whether the saturation is so high that the ratio is a lower bound
     * @param support the device
     */
    record Quotient(double value, boolean lowerBound, OxygenSupport support) {}

    static DerivedValue of(ClinicalPicture picture, SitePolicy policy) {
        Gathering gathering = new Gathering(DEFINITION, picture, policy);
        Quotient quotient = quotient(gathering);
        return quotient == null ? gathering.none() : bounded(gathering, quotient.value(), quotient);
    }

    static DerivedValue estimatedPressureRatio(ClinicalPicture picture, SitePolicy policy) {
        Gathering gathering = new Gathering(ESTIMATED_P_F, picture, policy);
        Quotient quotient = quotient(gathering);
        if (quotient == null) {
            return gathering.none();
        }
        if (quotient.value() <= INTERCEPT) {
            gathering.lacks(
                    "S/F: %s is not above 64, where the relation ends"
                            .formatted(Wording.number(quotient.value())));
            return gathering.none();
        }
        gathering.remark("estimated from the saturation; no blood gas");
        Double age = picture.patient().ageYears();
        if (age != null && age < ADULT_FROM_YEARS) {
            gathering.remark("found in adults; children have a relation of their own");
        }
        return bounded(gathering, (quotient.value() - INTERCEPT) / SLOPE, quotient);
    }

    private static DerivedValue bounded(Gathering gathering, double value, Quotient quotient) {
        return quotient.lowerBound()
                ? gathering.amount(value, Double.POSITIVE_INFINITY)
                : gathering.amount(value);
    }

    /** The quotient; {@code null} when a part is missing, which the gathering then says. */
    static @Nullable Quotient quotient(Gathering gathering) {
        ClinicalPicture picture = gathering.picture();
        Reading.Measured<OxygenSaturation> saturation =
                gathering.fresh(
                        "SpO2",
                        picture.saturation(),
                        Settings.SATURATION_FRESH,
                        s -> Wording.number(s.percent()) + " %");
        Reading.Measured<OxygenSupport> oxygen =
                gathering.fresh("oxygen", picture.oxygen(), Settings.OXYGEN_FRESH, Wording::oxygen);
        if (oxygen == null) {
            return null;
        }
        InspiredOxygen inspired = InspiredOxygen.of(oxygen.value(), gathering.policy());
        OxygenFraction fraction = inspired.fraction();
        if (fraction == null || fraction.tenThousandths() <= 0) {
            gathering.lacks("FiO2: neither set nor to be estimated for this device");
            return null;
        }
        gathering.input(
                inspired.estimated() ? "FiO2 (estimated)" : "FiO2",
                Wording.number(fraction.percent()) + " %",
                oxygen.at());
        if (saturation == null) {
            return null;
        }
        double percent = saturation.value().percent();
        boolean flat = percent > HIGHEST_VALID;
        if (flat) {
            gathering.remark("SpO2 above 97 %: not valid as a measure, oxygenation may be better");
        }
        // Per cent and ten-thousandths: one division, no rounding before it.
        return new Quotient(percent * 10_000 / fraction.tenThousandths(), flat, oxygen.value());
    }
}
