package org.cytovigil.feed.clif;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.jspecify.annotations.Nullable;

/**
 * {@code clif_medication_admin_continuous}: running vasopressors and inotropes.
 *
 * <p>A drug that runs must not vanish because its dose cannot be computed: it is then charted as
 * running at an unknown dose. What contradicts the drug (a unit of the wrong dimension, no unit of
 * dose rate at all) is refused.
 */
final class MedicationTable implements ClifTable {
    private static final Set<String> RUNS = Set.of("start", "going", "dose_change", "verify");
    private static final Pattern VOLUME_RATE =
            Pattern.compile("ml(/kg)?/(h|hr|hour|min|minute)", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "clif_medication_admin_continuous";
    }

    @Override
    public List<String> required() {
        return List.of(
                STAY,
                "admin_dttm",
                "med_category",
                "mar_action_category",
                "med_dose",
                "med_dose_unit");
    }

    @Override
    public boolean concerns(Row row) {
        return Vasopressor.parse(row.get("med_category")).isPresent();
    }

    @Override
    public String stamp(Row row) {
        return row.get("admin_dttm");
    }

    @Override
    public Reading read(Row row) {
        Vasopressor drug = Vasopressor.parse(row.get("med_category")).orElseThrow();
        String action = row.get("mar_action_category").toLowerCase(Locale.ROOT);
        String text = row.get("med_dose");
        Optional<BigDecimal> dose = Numbers.read(text);
        if (action.equals("stop") || (dose.isPresent() && dose.get().signum() == 0)) {
            return running(row, VasopressorInfusion.stopped(drug), null);
        }
        if (action.equals("not_given") || (dose.isEmpty() && !RUNS.contains(action))) {
            return new Reading.Refused(
                    "'%s' says neither that the drug runs nor that it was stopped"
                            .formatted(row.get("mar_action_category")));
        }
        if (dose.isEmpty()) {
            return text.isEmpty()
                    ? running(row, new VasopressorInfusion(drug, null, Salt.BASE), null)
                    : withoutDose(row, drug, "dose " + Numbers.fault(text));
        }
        return dosed(row, drug, dose.get().doubleValue());
    }

    private static Reading dosed(Row row, Vasopressor drug, double dose) {
        String text = row.get("med_dose_unit");
        if (dose < 0) {
            return withoutDose(row, drug, "it is negative");
        }
        if (text.isEmpty()) {
            return withoutDose(row, drug, "it has no unit");
        }
        if (VOLUME_RATE.matcher(text.replace(" ", "")).matches()) {
            return withoutDose(row, drug, "no concentration is known");
        }
        Optional<DoseUnit> unit = DoseUnit.parse(text);
        if (unit.isEmpty()) {
            return withoutDose(row, drug, "'%s' is no unit of dose rate".formatted(text));
        }
        VasopressorInfusion infusion =
                new VasopressorInfusion(drug, new DoseRate(dose, unit.get()), Salt.BASE);
        return Plausibility.DEFAULT
                .fault(infusion)
                .map(fault -> withoutDose(row, drug, fault))
                .orElseGet(() -> running(row, infusion, null));
    }

    /**
     * A dose that cannot be used still says that the drug runs: leaving the row out would lower the
     * grade in silence.
     */
    private static Reading withoutDose(Row row, Vasopressor drug, String reason) {
        String charted = "%s %s".formatted(row.get("med_dose"), row.get("med_dose_unit")).strip();
        return running(
                row,
                new VasopressorInfusion(drug, null, Salt.BASE),
                "its dose %s was not: %s, so the drug runs at an unknown dose"
                        .formatted(charted, reason));
    }

    private static Reading running(Row row, VasopressorInfusion infusion, @Nullable String remark) {
        return new Reading.Running(infusion, row.get("med_order_id"), remark);
    }
}
