package org.cytovigil.feed.simulator.unit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.feed.simulator.unit.Report.Pump;
import org.cytovigil.feed.simulator.unit.UnitPlan.Dialect;
import org.jspecify.annotations.Nullable;

/** Codes facts as results of HL7: by LOINC and UCUM, or as monitors and pumps do by IEEE 11073. */
final class Coding {
    private static final String LOINC = "LN";
    private static final String DEVICES = "MDC";
    private static final String OWN = "99CYTOVIGIL";

    /**
     * A coded word.
     *
     * @param system who made the code
     */
    record Code(String code, String name, String system) {}

    /**
     * A result.
     *
     * @param numeric whether it is of the type NM
     * @param place OBX-4; empty when no device measured it
     */
    record Result(boolean numeric, Code code, String place, String value, @Nullable Code unit) {}

    private static final Code MMHG = ucum("mm[Hg]");
    private static final Code PER_MINUTE = ucum("/min");
    private static final Code PERCENT = ucum("%");

    private static final Map<Analyte, Code> LABORATORY =
            Map.of(
                    Analyte.CRP, loinc("1988-5", "C reactive protein [Mass/volume] in Serum"),
                    Analyte.FERRITIN, loinc("2276-4", "Ferritin [Mass/volume] in Serum"),
                    Analyte.INTERLEUKIN_6, loinc("26881-3", "Interleukin 6 [Mass/volume] in Serum"),
                    Analyte.LDH, loinc("2532-0", "Lactate dehydrogenase [Activity] in Serum"),
                    Analyte.PLATELETS, loinc("777-3", "Platelets [#/volume] in Blood"),
                    Analyte.CREATININE, loinc("2160-0", "Creatinine [Mass/volume] in Serum"));

    /** RxNorm. */
    private static final Map<String, String> DRUGS =
            Map.of(
                    "tocilizumab", "612865",
                    "dexamethasone", "3264",
                    "methylprednisolone", "6902",
                    "paracetamol", "161",
                    "cefepime", "20481");

    private final boolean devices;
    private final List<Result> results = new ArrayList<>();

    private Coding(boolean devices) {
        this.devices = devices;
    }

    private static Code loinc(String code, String name) {
        return new Code(code, name, LOINC);
    }

    private static Code mdc(String code, String name) {
        return new Code(code, name, DEVICES);
    }

    private static Code ucum(String unit) {
        return new Code(unit, unit, "UCUM");
    }

    /** The results of a monitor. */
    static List<Result> monitor(List<Observation> facts, Dialect dialect) {
        Coding coding = new Coding(dialect == Dialect.PCD);
        facts.forEach(coding::add);
        return coding.results;
    }

    /** The results of a chart or a laboratory. */
    static List<Result> charted(List<Observation> facts) {
        Coding coding = new Coding(false);
        facts.forEach(coding::add);
        return coding.results;
    }

    /** That cells were infused. */
    static List<Result> infusion(String product) {
        return List.of(
                new Result(
                        false,
                        new Code("CART-INFUSION", "CAR-T cell infusion", OWN),
                        "",
                        product,
                        null));
    }

    /** The results of a pump. */
    static List<Result> pump(List<Observation> facts, Pump pump) {
        Coding coding = new Coding(true);
        for (Observation fact : facts) {
            if (fact instanceof Observation.VasopressorCharted(VasopressorInfusion infusion)) {
                coding.pump(infusion, pump);
            } else {
                coding.add(fact);
            }
        }
        return coding.results;
    }

    private void pump(VasopressorInfusion infusion, Pump pump) {
        String place = "1.1.%d.".formatted(pump.number());
        text(
                mdc("184519", "MDC_PUMP_INFUSING_STATUS"),
                place + 1,
                infusion.running() ? "pump-status-infusing" : "pump-status-not-infusing");
        text(mdc("184514", "MDC_DRUG_NAME_LABEL"), place + 2, infusion.drug().id());
        DoseRate rate = infusion.rate();
        if (rate != null) {
            number(
                    mdc("157924", "MDC_RATE_DOSE"),
                    place + 3,
                    rate.amount(),
                    infusion.running()
                            ? mdc("265619", "MDC_DIM_MICRO_G_PER_KG_PER_MIN")
                            : ucum(rate.unit().ucum()));
        }
        number(
                mdc("157784", "MDC_FLOW_FLUID_PUMP"),
                place + 4,
                pump.millilitresPerHour(),
                mdc("265266", "MDC_DIM_MILLI_L_PER_HR"));
        Double concentration = pump.microgramsPerMillilitre();
        if (concentration != null) {
            number(
                    mdc("157760", "MDC_CONC_DRUG"),
                    place + 5,
                    concentration / 1_000,
                    mdc("264306", "MDC_DIM_MILLI_G_PER_ML"));
        }
    }

    private void add(Observation fact) {
        switch (fact) {
            case Observation.HeartRate rate ->
                    measured(
                            mdc("147842", "MDC_ECG_CARD_BEAT_RATE"),
                            loinc("8867-4", "Heart rate"),
                            "1.1.1.1",
                            rate.perMinute(),
                            mdc("264864", "MDC_DIM_BEAT_PER_MIN"),
                            PER_MINUTE);
            case Observation.RespiratoryRate rate ->
                    measured(
                            mdc("151562", "MDC_RESP_RATE"),
                            loinc("9279-1", "Respiratory rate"),
                            "1.1.2.1",
                            rate.perMinute(),
                            mdc("264928", "MDC_DIM_RESP_PER_MIN"),
                            PER_MINUTE);
            case Observation.OxygenSaturation saturation ->
                    measured(
                            mdc("150456", "MDC_PULS_OXIM_SAT_O2"),
                            loinc(
                                    "59408-5",
                                    "Oxygen saturation in Arterial blood by Pulse oximetry"),
                            "1.1.3.1",
                            saturation.percent(),
                            mdc("262688", "MDC_DIM_PERCENT"),
                            PERCENT);
            case BloodPressure pressure -> pressure(pressure);
            case Observation.BodyTemperature temperature -> temperature(temperature);
            case Observation.BodyWeight weight ->
                    measured(
                            mdc("68063", "MDC_ATTR_PT_WEIGHT"),
                            loinc("29463-7", "Body weight"),
                            "1.1.0.1",
                            weight.weight().kilograms(),
                            mdc("263875", "MDC_DIM_KILO_G"),
                            ucum("kg"));
            case Observation.OxygenDevice device -> oxygen(device.support());
            case Observation.LaboratoryResult result ->
                    number(
                            Objects.requireNonNull(LABORATORY.get(result.analyte())),
                            "",
                            result.value(),
                            ucum(result.analyte().ucum()));
            case Observation.FluidBolus bolus ->
                    number(
                            new Code("FLUID-BOLUS", "Fluid bolus given", OWN),
                            "",
                            bolus.millilitres(),
                            ucum("mL"));
            case Observation.TreatmentGiven(Treatment treatment) -> given(treatment);
            case Observation.NeurologicalExamination examination -> score(examination);
            default -> throw new IllegalArgumentException("courses do not chart " + fact);
        }
    }

    private void given(Treatment treatment) {
        number(
                new Code(
                        Objects.requireNonNull(DRUGS.get(treatment.drug()), treatment.drug()),
                        treatment.drug(),
                        "RXNORM"),
                "",
                Objects.requireNonNull(treatment.amount(), "courses chart amounts").milligrams(),
                ucum("mg"));
    }

    private void score(Observation.NeurologicalExamination examination) {
        if (examination.ice() instanceof IceScore.Total total) {
            number(
                    new Code("ICE", "Immune effector cell encephalopathy (ICE) score", OWN),
                    "",
                    total.points(),
                    ucum("{score}"));
        } else if (examination.capd() instanceof CapdScore.Total total) {
            number(
                    new Code("CAPD", "Cornell assessment of pediatric delirium (CAPD)", OWN),
                    "",
                    total.points(),
                    ucum("{score}"));
        } else {
            throw new IllegalArgumentException("courses chart scores as totals");
        }
    }

    private void temperature(Observation.BodyTemperature temperature) {
        boolean tympanic = temperature.site() == Observation.TemperatureSite.TYMPANIC;
        measured(
                mdc("150344", "MDC_TEMP"),
                tympanic
                        ? loinc("8333-7", "Tympanic membrane temperature")
                        : loinc("8310-5", "Body temperature"),
                "1.1.6.1",
                temperature.value().celsius(),
                mdc("268192", "MDC_DIM_DEGC"),
                ucum("Cel"));
    }

    private void pressure(BloodPressure pressure) {
        boolean line = pressure.source() == PressureSource.ARTERIAL_LINE;
        String place = line ? "1.1.4." : "1.1.5.";
        String prefix = line ? "MDC_PRESS_BLD_ART_ABP_" : "MDC_PRESS_BLD_NONINV_";
        String by = line ? " by Invasive" : " by Noninvasive";
        int first = line ? 150_037 : 150_021;
        var parts =
                new Part[] {
                    new Part("SYS", "Systolic blood pressure", line ? "76215-3" : "76534-7"),
                    new Part("DIA", "Diastolic blood pressure", line ? "76213-8" : "76535-4"),
                    new Part("MEAN", "Mean blood pressure", line ? "76214-6" : "76536-2")
                };
        double[] numbers = {
            Objects.requireNonNull(pressure.systolic()).mmHg(),
            Objects.requireNonNull(pressure.diastolic()).mmHg(),
            Objects.requireNonNull(pressure.mean()).mmHg()
        };
        for (int i = 0; i < parts.length; i++) {
            measured(
                    mdc(String.valueOf(first + i), prefix + parts[i].mdc()),
                    loinc(parts[i].loinc(), parts[i].name() + by),
                    place + (i + 1),
                    numbers[i],
                    mdc("266016", "MDC_DIM_MMHG"),
                    MMHG);
        }
    }

    private record Part(String mdc, String name, String loinc) {}

    private void oxygen(OxygenSupport support) {
        text(loinc("107117-4", "Oxygen therapy device"), "", name(support));
        var flow = support.flow();
        if (flow != null) {
            number(
                    loinc("3151-8", "Inhaled oxygen flow rate"),
                    "",
                    flow.litresPerMinute(),
                    ucum("L/min"));
        }
        var fraction = support.fio2();
        if (fraction != null && !(support instanceof OxygenSupport.RoomAir)) {
            number(
                    loinc("3150-0", "Inhaled oxygen concentration"),
                    "",
                    fraction.percent(),
                    PERCENT);
        }
    }

    private static String name(OxygenSupport support) {
        return switch (support) {
            case OxygenSupport.RoomAir air -> "Room air";
            case OxygenSupport.NasalCannula cannula -> "Nasal cannula";
            case OxygenSupport.HighFlowCannula cannula -> "High flow nasal cannula";
            case OxygenSupport.Mask mask -> mask.kind().device().replace('-', ' ');
            case OxygenSupport.Cpap cpap -> "CPAP";
            case OxygenSupport.Bipap bipap -> "BiPAP";
            case OxygenSupport.Ventilator ventilator -> "Ventilator";
            case OxygenSupport.BlowBy blow -> "Blow-by";
            case OxygenSupport.Unrecognised other -> other.name();
        };
    }

    private void measured(
            Code device, Code other, String place, double value, Code deviceUnit, Code unit) {
        number(devices ? device : other, devices ? place : "", value, devices ? deviceUnit : unit);
    }

    private void number(Code code, String place, double value, Code unit) {
        results.add(new Result(true, code, place, plain(value), unit));
    }

    private void text(Code code, String place, String value) {
        results.add(new Result(false, code, place, value, null));
    }

    private static String plain(double value) {
        BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
        return String.format(Locale.ROOT, "%s", number.toPlainString());
    }
}
