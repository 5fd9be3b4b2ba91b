package org.cytovigil.clinical;

import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.jspecify.annotations.Nullable;

/**
 * Tells what cannot be a measurement (Clinical basis section 1). Such a value is kept and shown as
 * rejected with the reason; it is never graded and never dropped.
 */
// [impl->req~grading.bad-input~1]
public final class Plausibility {
    /** With the limits of the policy page. */
    public static final Plausibility DEFAULT = new Plausibility(PlausibleLimits.DEFAULT);

    /** Other drugs in ug/kg/min: far above any use, so that only slips of unit are caught. */
    private static final double HIGHEST_OTHER = 1_000;

    /**
     * Vasopressin; the usual dose is 0.01 to 0.04 U/min, so a rate an hour taken for one a minute
     * is caught.
     */
    private static final double HIGHEST_UNITS_PER_MINUTE = 1;

    /** In milligrams: less than any drug weighs, so that only 0 and negative numbers are caught. */
    private static final double LEAST_GIVEN = 0.001;

    /** Milligrams of a drug against fever or the syndrome: ten grams, in no schedule of any. */
    private static final double MOST_GIVEN = 10_000;

    /** Milligrams of any other drug; a full dose of immunoglobulin is below. */
    private static final double MOST_GIVEN_OTHER = 300_000;

    /** Nobody has become older. */
    private static final double OLDEST_YEARS = 130;

    private static final Observation.NeurologicalExamination NOTHING_EXAMINED =
            new Observation.NeurologicalExamination(null, null, null, null, null, null, null);

    private final PlausibleLimits limits;

    public Plausibility(PlausibleLimits limits) {
        this.limits = limits;
    }

    /** The limits that this goes by. */
    public PlausibleLimits limits() {
        return limits;
    }

    /**
     * Whether a temperature that came without a unit was written in degrees Fahrenheit.
     *
     * @param value the bare number
     */
    public boolean assumedFahrenheit(double value) {
        return value >= limits.fahrenheitFrom() && value <= limits.fahrenheitTo();
    }

    /**
     * Why this observation cannot be true.
     *
     * @return the reason in words, or empty when the observation is plausible
     */
    public Optional<String> fault(Observation observation) {
        return Optional.ofNullable(
                switch (observation) {
                    case Observation.BodyTemperature t -> temperatureFault(t.value());
                    case BloodPressure p -> pressureFault(p);
                    case Observation.OxygenSaturation s ->
                            outside(
                                    "SpO2",
                                    s.percent(),
                                    limits.saturationFrom(),
                                    limits.saturationTo(),
                                    "%");
                    case Observation.HeartRate h ->
                            outside("heart rate", h.perMinute(), 1, 350, "/min");
                    case Observation.RespiratoryRate r ->
                            outside("respiratory rate", r.perMinute(), 0, 120, "/min");
                    case Observation.BodyWeight w -> weightFault(w.weight());
                    case Observation.BodyHeight h ->
                            outside("height", h.height().centimetres(), 20, 260, "cm");
                    case Observation.RiskFactorCharted r -> riskFault(r.risk());
                    case Observation.OxygenDevice d ->
                            settingsFault(d.support().flow(), d.support().fio2());
                    case Observation.OxygenSettings s -> settingsFault(s.flow(), s.fio2());
                    case Observation.VasopressorCharted v -> doseFault(v.infusion());
                    case Observation.VasopressorList l ->
                            l.infusions().stream()
                                    .map(this::doseFault)
                                    .filter(fault -> fault != null)
                                    .findFirst()
                                    .orElse(null);
                    case Observation.FluidBolus b ->
                            outside("fluid bolus", b.millilitres(), 0, 20_000, "mL");
                    case Observation.OrganToxicity o ->
                            outside(
                                    "CTCAE grade",
                                    o.ctcaeGrade(),
                                    0,
                                    4,
                                    "(death is charted as the outcome)");
                    case Observation.LaboratoryResult l -> resultFault(l.analyte(), l.value());
                    case Observation.NeurologicalExamination n -> examinationFault(n);
                    case Observation.HypotensionStated h -> null;
                    case Observation.TreatmentGiven t -> amountFault(t.treatment());
                    case Observation.ConstitutionalSymptoms c -> null;
                    case Observation.CoagulopathyTreated c -> null;
                    case Observation.IntravenousTherapy i -> null;
                    case Observation.Attributed a -> null;
                    case Observation.GradeOverridden g ->
                            g.grade() == null ? null : outside("grade set", g.grade(), 0, 5, "");
                    case Observation.EpisodeOpened e -> null;
                    case Observation.Note n -> null;
                    case Observation.DeathDueToCrs d -> null;
                });
    }

    /**
     * What of an implausible observation can still be graded: a device without a setting that
     * cannot be, a drug that runs though its dose cannot be, a drug given though its amount cannot
     * be, the parts of a blood pressure that can, an examination without a score that cannot be.
     *
     * <p>New settings of a device are put to it by {@link #adjusted}: a setting left out here says
     * that the one before still holds, which nobody said.
     *
     * @return the observation itself when it is plausible; empty when nothing of it can be graded
     */
    public Optional<Observation> gradable(Observation observation) {
        if (fault(observation).isEmpty()) {
            return Optional.of(observation);
        }
        return switch (observation) {
            case BloodPressure pressure -> gradablePressure(pressure);
            case Observation.OxygenDevice device ->
                    Optional.of(
                            new Observation.OxygenDevice(withoutFalseSettings(device.support())));
            case Observation.OxygenSettings settings ->
                    Optional.of(
                            new Observation.OxygenSettings(
                                    plausible(settings.flow()), plausible(settings.fio2())));
            case Observation.VasopressorCharted charted ->
                    Optional.of(
                            new Observation.VasopressorCharted(
                                    withoutFalseDose(charted.infusion())));
            case Observation.VasopressorList list ->
                    Optional.of(
                            new Observation.VasopressorList(
                                    list.infusions().stream()
                                            .map(this::withoutFalseDose)
                                            .toList()));
            case Observation.BodyTemperature t -> Optional.empty();
            case Observation.OxygenSaturation s -> Optional.empty();
            case Observation.HeartRate h -> Optional.empty();
            case Observation.RespiratoryRate r -> Optional.empty();
            case Observation.BodyWeight w -> Optional.empty();
            case Observation.BodyHeight h -> Optional.empty();
            case Observation.RiskFactorCharted r -> Optional.empty();
            case Observation.FluidBolus b -> Optional.empty();
            case Observation.OrganToxicity o -> Optional.empty();
            case Observation.LaboratoryResult l -> Optional.empty();
            case Observation.NeurologicalExamination n -> withoutFalseScores(n);
            case Observation.HypotensionStated h -> Optional.empty();
            case Observation.TreatmentGiven t ->
                    Optional.of(
                            new Observation.TreatmentGiven(
                                    new Treatment(t.treatment().drug(), t.treatment().text())));
            case Observation.ConstitutionalSymptoms c -> Optional.empty();
            case Observation.CoagulopathyTreated c -> Optional.empty();
            case Observation.IntravenousTherapy i -> Optional.empty();
            case Observation.Attributed a -> Optional.empty();
            case Observation.GradeOverridden g -> Optional.empty();
            case Observation.EpisodeOpened e -> Optional.empty();
            case Observation.Note n -> Optional.empty();
            case Observation.DeathDueToCrs d -> Optional.empty();
        };
    }

    private Optional<Observation> gradablePressure(BloodPressure pressure) {
        Pressure systolic = part(pressure.systolic(), limits.systolicFrom(), limits.systolicTo());
        Pressure diastolic =
                part(pressure.diastolic(), limits.diastolicFrom(), limits.diastolicTo());
        Pressure mean = part(pressure.mean(), limits.meanFrom(), limits.meanTo());
        if (systolic != null && diastolic != null && systolic.mmHg() <= diastolic.mmHg()) {
            systolic = null;
            diastolic = null;
        }
        return systolic == null && diastolic == null && mean == null
                ? Optional.empty()
                : Optional.of(new BloodPressure(systolic, diastolic, mean, pressure.source()));
    }

    private static @Nullable Pressure part(
            @Nullable Pressure pressure, double lowest, double highest) {
        return pressure != null && pressure.mmHg() >= lowest && pressure.mmHg() <= highest
                ? pressure
                : null;
    }

    /**
     * The device after new settings were charted. A setting that cannot be is not known from then
     * on: the one before it was changed to something.
     *
     * @param inUse the device in use, or {@code null} when none was charted: then it is one that
     *     nobody named
     */
    public OxygenSupport adjusted(
            @Nullable OxygenSupport inUse, Observation.OxygenSettings settings) {
        OxygenSupport adjusted =
                inUse == null
                        ? new OxygenSupport.Unrecognised(
                                "no device named", settings.flow(), settings.fio2())
                        : inUse.adjusted(settings.flow(), settings.fio2());
        return withoutFalseSettings(adjusted);
    }

    /**
     * What of a patient can be graded by: an age, a weight, a usual pressure or a setting of the
     * oxygen at home that cannot be counts as unknown. A child's limits for an age of -1 year would
     * call a shock normal.
     */
    public Patient gradable(Patient patient) {
        Double age = patient.ageYears();
        Weight weight = patient.weight();
        OxygenSupport atHome = patient.baseline().oxygen();
        return new Patient(
                patient.name(),
                patient.recordNumber(),
                age != null && isAge(age) ? age : null,
                weight != null && weightFault(weight) == null ? weight : null,
                new Patient.Baseline(
                        atHome == null ? null : withoutFalseSettings(atHome),
                        part(
                                patient.baseline().systolic(),
                                limits.systolicFrom(),
                                limits.systolicTo())));
    }

    /** Whether anybody can be of that age. */
    public static boolean isAge(double years) {
        return years >= 0 && years <= OLDEST_YEARS;
    }

    private static @Nullable String weightFault(Weight weight) {
        return outside("weight", weight.kilograms(), 0.3, 400, "kg");
    }

    /** Products are dosed from some 0.1 to 10 million a kilogram, or 10 to 600 million in all. */
    private static @Nullable String riskFault(RiskFactor risk) {
        return switch (risk) {
            case RiskFactor.CellDose(double millions, RiskFactor.Per per) ->
                    switch (per) {
                        case KILOGRAM ->
                                outside("cell dose", millions, 0.001, 100, "10^6 cells/kg");
                        case PATIENT -> outside("cell dose", millions, 0.01, 10_000, "10^6 cells");
                    };
            case RiskFactor.Baseline(Analyte analyte, double value) -> resultFault(analyte, value);
            case RiskFactor.DiseaseBurden burden -> null;
            case RiskFactor.Lymphodepletion given -> null;
        };
    }

    private static @Nullable String resultFault(Analyte analyte, double value) {
        return outside(
                analyte.label(),
                value,
                analyte.lowestPlausible(),
                analyte.highestPlausible(),
                analyte.ucum());
    }

    private @Nullable OxygenFlow plausible(@Nullable OxygenFlow flow) {
        return settingsFault(flow, null) == null ? flow : null;
    }

    private @Nullable OxygenFraction plausible(@Nullable OxygenFraction fio2) {
        return settingsFault(null, fio2) == null ? fio2 : null;
    }

    private OxygenSupport withoutFalseSettings(OxygenSupport support) {
        OxygenFlow flow = plausible(support.flow());
        OxygenFraction fio2 = plausible(support.fio2());
        return switch (support) {
            case OxygenSupport.RoomAir air -> air;
            case OxygenSupport.NasalCannula cannula -> new OxygenSupport.NasalCannula(flow, fio2);
            case OxygenSupport.HighFlowCannula cannula ->
                    new OxygenSupport.HighFlowCannula(flow, fio2);
            case OxygenSupport.BlowBy blowBy -> new OxygenSupport.BlowBy(flow, fio2);
            case OxygenSupport.Mask mask -> new OxygenSupport.Mask(mask.kind(), flow, fio2);
            case OxygenSupport.Cpap cpap -> new OxygenSupport.Cpap(fio2);
            case OxygenSupport.Bipap bipap -> new OxygenSupport.Bipap(fio2);
            case OxygenSupport.Ventilator ventilator -> new OxygenSupport.Ventilator(fio2);
            case OxygenSupport.Unrecognised other ->
                    new OxygenSupport.Unrecognised(other.name(), flow, fio2);
        };
    }

    /** The signs of an examination stand, whatever was written for its score; empty without any. */
    private static Optional<Observation> withoutFalseScores(
            Observation.NeurologicalExamination found) {
        Observation.NeurologicalExamination left =
                new Observation.NeurologicalExamination(
                        iceFault(found.ice()) == null ? found.ice() : null,
                        capdFault(found.capd()) == null ? found.capd() : null,
                        found.consciousness(),
                        found.seizure(),
                        found.motorWeakness(),
                        found.oedema(),
                        found.sedated());
        return left.equals(NOTHING_EXAMINED) ? Optional.empty() : Optional.of(left);
    }

    private VasopressorInfusion withoutFalseDose(VasopressorInfusion infusion) {
        return doseFault(infusion) == null
                ? infusion
                : new VasopressorInfusion(infusion.drug(), null, infusion.salt());
    }

    /** Why this dose cannot be true; empty when it is plausible or unknown. */
    public Optional<String> fault(VasopressorInfusion infusion) {
        return Optional.ofNullable(doseFault(infusion));
    }

    private static @Nullable String examinationFault(
            Observation.NeurologicalExamination examination) {
        String fault = iceFault(examination.ice());
        return fault == null ? capdFault(examination.capd()) : fault;
    }

    private static @Nullable String iceFault(@Nullable IceScore ice) {
        return switch (ice) {
            case null -> null;
            case IceScore.Total total -> outside("ICE score", total.points(), 0, IceScore.BEST, "");
            case IceScore.Items items ->
                    items.objects() == null
                            ? null
                            : outside("objects named", items.objects(), 0, IceScore.OBJECTS, "");
        };
    }

    private static @Nullable String capdFault(@Nullable CapdScore capd) {
        return switch (capd) {
            case null -> null;
            case CapdScore.Total total ->
                    outside(
                            "CAPD score",
                            total.points(),
                            0,
                            CapdScore.QUESTIONS * CapdScore.MOST_PER_QUESTION,
                            "");
            case CapdScore.Items items -> capdItemsFault(items.points());
        };
    }

    private static @Nullable String capdItemsFault(List<@Nullable Integer> points) {
        if (points.size() != CapdScore.QUESTIONS) {
            return "CAPD has %d questions, not %d".formatted(CapdScore.QUESTIONS, points.size());
        }
        for (Integer point : points) {
            if (point != null && (point < 0 || point > CapdScore.MOST_PER_QUESTION)) {
                return outside("CAPD question", point, 0, CapdScore.MOST_PER_QUESTION, "");
            }
        }
        return null;
    }

    private @Nullable String temperatureFault(Temperature value) {
        return value.compareTo(limits.temperatureFrom()) < 0
                        || value.compareTo(limits.temperatureTo()) > 0
                ? "temperature %s °C is outside %s to %s °C"
                        .formatted(
                                number(value.celsius()),
                                number(limits.temperatureFrom().celsius()),
                                number(limits.temperatureTo().celsius()))
                : null;
    }

    private @Nullable String pressureFault(BloodPressure p) {
        String fault = null;
        if (p.systolic() != null) {
            fault =
                    outside(
                            "systolic pressure",
                            p.systolic().mmHg(),
                            limits.systolicFrom(),
                            limits.systolicTo(),
                            "mmHg");
        }
        if (fault == null && p.diastolic() != null) {
            fault =
                    outside(
                            "diastolic pressure",
                            p.diastolic().mmHg(),
                            limits.diastolicFrom(),
                            limits.diastolicTo(),
                            "mmHg");
        }
        if (fault == null && p.mean() != null) {
            fault =
                    outside(
                            "mean pressure",
                            p.mean().mmHg(),
                            limits.meanFrom(),
                            limits.meanTo(),
                            "mmHg");
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

    private @Nullable String settingsFault(
            @Nullable OxygenFlow flow, @Nullable OxygenFraction fio2) {
        String fault =
                flow == null
                        ? null
                        : outside(
                                "oxygen flow", flow.litresPerMinute(), 0, limits.flowTo(), "L/min");
        if (fault == null && fio2 != null) {
            fault =
                    wasCut(fio2)
                            ? "FiO2 beyond all limits"
                            : outside("FiO2", fio2.fraction(), limits.fractionFrom(), 1, "");
        }
        return fault;
    }

    /** Whether it stands for a fraction so far beyond that the value itself was not kept. */
    private static boolean wasCut(OxygenFraction fio2) {
        return fio2.tenThousandths() == Integer.MAX_VALUE
                || fio2.tenThousandths() == Integer.MIN_VALUE;
    }

    private @Nullable String doseFault(VasopressorInfusion infusion) {
        DoseRate rate = infusion.rate();
        if (rate == null) {
            return null;
        }
        String drug = infusion.drug().id();
        if (rate.unit().quantity() != infusion.drug().quantity()) {
            return "%s is not given in %s".formatted(drug, rate.unit().ucum());
        }
        double perMinute = rate.perMinute(new Weight(1));
        if (!Double.isFinite(perMinute)) {
            return "%s dose %s %s cannot be"
                    .formatted(drug, number(rate.amount()), rate.unit().ucum());
        }
        if (infusion.drug().quantity() == DoseUnit.Quantity.UNITS) {
            return outside(drug + " dose", perMinute, 0, HIGHEST_UNITS_PER_MINUTE, "U/min");
        }
        boolean catecholamine =
                infusion.drug() == Vasopressor.NOREPINEPHRINE
                        || infusion.drug() == Vasopressor.EPINEPHRINE;
        double perKilogram = catecholamine ? limits.catecholamineTo() : HIGHEST_OTHER;
        // The published limit is per kilogram; an absolute dose is held against the heaviest
        // patient the policy reckons
        // with.
        return rate.unit().perKilogram()
                ? outside(drug + " dose", perMinute, 0, perKilogram, "ug/kg/min")
                : outside(
                        drug + " dose",
                        perMinute,
                        0,
                        perKilogram * limits.heaviestKilograms(),
                        "ug/min");
    }

    private static @Nullable String amountFault(Treatment treatment) {
        DrugAmount amount = treatment.amount();
        return amount == null
                ? null
                : outside(
                        "amount of " + treatment.drug(),
                        amount.milligrams(),
                        LEAST_GIVEN,
                        treatment.effect() == Treatment.Effect.OTHER
                                ? MOST_GIVEN_OTHER
                                : MOST_GIVEN,
                        "mg");
    }

    private static @Nullable String outside(
            String what, double value, double lowest, double highest, String unit) {
        return value >= lowest && value <= highest
                ? null
                : "%s %s %s is outside %s to %s"
                        .formatted(what, number(value), unit, number(lowest), number(highest))
                        .replace("  ", " ");
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        double thousandths = Math.rint(value * 1000) / 1000;
        // What is too small or too large for thousandths is shown as it came.
        return Double.toString(
                thousandths == 0 || Double.isInfinite(thousandths) ? value : thousandths);
    }
}
