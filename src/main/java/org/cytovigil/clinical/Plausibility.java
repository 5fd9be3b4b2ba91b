package org.cytovigil.clinical;

import java.util.Optional;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.jspecify.annotations.Nullable;

/**
 * The limits outside which a value is no measurement (policy section 1). Such a value is kept and shown as rejected with
 * the reason; it is never graded and never dropped.
 */
public final class Plausibility {
    private static final Temperature LOWEST_TEMPERATURE = Temperature.ofCelsius(25);
    private static final Temperature HIGHEST_TEMPERATURE = Temperature.ofCelsius(45);

    private Plausibility() {}

    /**
     * Why this observation cannot be true.
     *
     * @return the reason in words, or empty when the observation is plausible
     */
    public static Optional<String> fault(Observation observation) {
        return Optional.ofNullable(
                switch (observation) {
                    case Observation.BodyTemperature t -> temperatureFault(t.value());
                    case BloodPressure p -> pressureFault(p);
                    case Observation.OxygenSaturation s -> outside("SpO2", s.percent(), 1, 100, "%");
                    case Observation.HeartRate h -> outside("heart rate", h.perMinute(), 1, 350, "/min");
                    case Observation.RespiratoryRate r -> outside("respiratory rate", r.perMinute(), 0, 120, "/min");
                    case Observation.BodyWeight w -> outside("weight", w.weight().kilograms(), 0.3, 400, "kg");
                    case Observation.OxygenDevice d -> settingsFault(d.support().flow(), d.support().fio2());
                    case Observation.OxygenSettings s -> settingsFault(s.flow(), s.fio2());
                    case Observation.VasopressorCharted v -> doseFault(v.infusion());
                    case Observation.VasopressorList l ->
                            l.infusions().stream()
                                    .map(Plausibility::doseFault)
                                    .filter(fault -> fault != null)
                                    .findFirst()
                                    .orElse(null);
                    case Observation.FluidBolus b -> outside("fluid bolus", b.millilitres(), 0, 20_000, "mL");
                    case Observation.OrganToxicity o ->
                            outside("CTCAE grade", o.ctcaeGrade(), 0, 4, "(death is charted as the outcome)");
                    case Observation.LaboratoryResult l ->
                            outside(l.analyte().name(), l.value(), 0, 10_000_000, l.analyte().ucum());
                    case Observation.HypotensionStated h -> null;
                    case Observation.TreatmentGiven t -> null;
                    case Observation.ConstitutionalSymptoms c -> null;
                    case Observation.CoagulopathyTreated c -> null;
                    case Observation.IntravenousTherapy i -> null;
                    case Observation.Attributed a -> null;
                    case Observation.EpisodeOpened e -> null;
                    case Observation.DeathDueToCrs d -> null;
                });
    }

    /** Why this dose cannot be true; empty when it is plausible or unknown. */
    public static Optional<String> fault(VasopressorInfusion infusion) {
        return Optional.ofNullable(doseFault(infusion));
    }

    private static @Nullable String temperatureFault(Temperature value) {
        return value.compareTo(LOWEST_TEMPERATURE) < 0 || value.compareTo(HIGHEST_TEMPERATURE) > 0
                ? "temperature %s °C is outside 25 to 45 °C".formatted(number(value.celsius()))
                : null;
    }

    private static @Nullable String pressureFault(BloodPressure p) {
        String fault = null;
        if (p.systolic() != null) {
            fault = outside("systolic pressure", p.systolic().mmHg(), 20, 300, "mmHg");
        }
        if (fault == null && p.diastolic() != null) {
            fault = outside("diastolic pressure", p.diastolic().mmHg(), 5, 200, "mmHg");
        }
        if (fault == null && p.mean() != null) {
            fault = outside("mean pressure", p.mean().mmHg(), 10, 250, "mmHg");
        }
        if (fault == null
                && p.systolic() != null
                && p.diastolic() != null
                && p.systolic().mmHg() <= p.diastolic().mmHg()) {
            fault =
                    "systolic pressure %s is not above diastolic %s mmHg"
                            .formatted(number(p.systolic().mmHg()), number(p.diastolic().mmHg()));
        }
        return fault;
    }

    private static @Nullable String settingsFault(@Nullable OxygenFlow flow, @Nullable OxygenFraction fio2) {
        String fault = flow == null ? null : outside("oxygen flow", flow.litresPerMinute(), 0, 100, "L/min");
        if (fault == null && fio2 != null) {
            fault = outside("FiO2", fio2.fraction(), 0.21, 1, "");
        }
        return fault;
    }

    private static @Nullable String doseFault(VasopressorInfusion infusion) {
        DoseRate rate = infusion.rate();
        if (rate == null) {
            return null;
        }
        String drug = infusion.drug().id();
        if (rate.unit().quantity() != infusion.drug().quantity()) {
            return "%s is not given in %s".formatted(drug, rate.unit().ucum());
        }
        boolean catecholamine =
                infusion.drug() == Vasopressor.NOREPINEPHRINE || infusion.drug() == Vasopressor.EPINEPHRINE;
        // The published limit is per kilogram; without one it is that of the heaviest patient the policy reckons with.
        double highest =
                rate.unit().perKilogram()
                        ? catecholamine ? 10 : 1_000
                        : catecholamine ? 10 * 240 : 240_000;
        double perMinute = rate.perMinute(new Weight(1));
        return outside(drug + " dose", perMinute, 0, highest, rate.unit().perKilogram() ? "ug/kg/min" : "ug/min");
    }

    private static @Nullable String outside(String what, double value, double lowest, double highest, String unit) {
        return value >= lowest && value <= highest
                ? null
                : "%s %s %s is outside %s to %s"
                        .formatted(what, number(value), unit, number(lowest), number(highest))
                        .replace("  ", " ");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(Math.rint(value * 1000) / 1000);
    }
}
