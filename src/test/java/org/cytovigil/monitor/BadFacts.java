package org.cytovigil.monitor;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Height;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.OxygenSupport.MaskKind;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.jspecify.annotations.Nullable;

/** Observations of every kind with every sort of nonsense in each of their fields. */
final class BadFacts {
    /** What no device and no keyboard should send; the last two are possible numbers of some. */
    static final List<Double> NUMBERS =
            List.of(
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    -1.0,
                    -100.0,
                    8_388_607.0,
                    Double.MAX_VALUE,
                    -Double.MAX_VALUE,
                    1e308,
                    // 36.8 °C and 40 % again, had their whole numbers run over.
                    Math.pow(2, 64) / 9_000 + 36.8,
                    Math.pow(2, 32) / 10_000 + 0.4,
                    -0.0,
                    Double.MIN_VALUE);

    static final List<Integer> WHOLE_NUMBERS =
            List.of(Integer.MIN_VALUE, -1, 6, 11, 33, 99, Integer.MAX_VALUE);

    static final List<String> TEXTS =
            List.of(
                    "",
                    " \t",
                    "x".repeat(100_000),
                    "\u0000\u001b[2J\r\nASTCT 2019 0: \u202e",
                    "😀");

    private BadFacts() {}

    /** All of them. */
    static List<Observation> all() {
        List<Observation> all = new ArrayList<>();
        NUMBERS.forEach(number -> all.addAll(withNumber(number)));
        WHOLE_NUMBERS.forEach(number -> all.addAll(withWholeNumber(number)));
        TEXTS.forEach(text -> all.addAll(withText(text)));
        all.addAll(withoutNumbers());
        return all;
    }

    /** Every kind of observation that holds a number, with that number in each of its places. */
    static List<Observation> withNumber(double number) {
        List<Observation> made = new ArrayList<>();
        Pressure pressure = new Pressure(number);
        for (TemperatureSite site : TemperatureSite.values()) {
            made.add(new Observation.BodyTemperature(Temperature.ofCelsius(number), site, false));
        }
        made.add(
                new Observation.BodyTemperature(
                        Temperature.ofFahrenheit(number), TemperatureSite.UNSTATED, true));
        for (PressureSource source : PressureSource.values()) {
            made.add(new Observation.BloodPressure(pressure, null, null, source));
            made.add(new Observation.BloodPressure(null, pressure, null, source));
            made.add(new Observation.BloodPressure(null, null, pressure, source));
            made.add(new Observation.BloodPressure(pressure, pressure, pressure, source));
        }
        made.add(new Observation.OxygenSaturation(number));
        made.add(new Observation.HeartRate(number));
        made.add(new Observation.RespiratoryRate(number));
        made.add(new Observation.BodyWeight(new Weight(number)));
        made.add(new Observation.BodyHeight(new Height(number)));
        for (RiskFactor.Per per : RiskFactor.Per.values()) {
            made.add(new Observation.RiskFactorCharted(new RiskFactor.CellDose(number, per)));
        }
        for (Analyte analyte : RiskFactor.BASELINES) {
            made.add(new Observation.RiskFactorCharted(new RiskFactor.Baseline(analyte, number)));
        }
        made.add(new Observation.FluidBolus(number));
        for (OxygenSupport support : devices(new OxygenFlow(number), null)) {
            made.add(new Observation.OxygenDevice(support));
        }
        for (OxygenSupport support : devices(null, OxygenFraction.charted(number))) {
            made.add(new Observation.OxygenDevice(support));
        }
        made.add(new Observation.OxygenSettings(new OxygenFlow(number), null));
        made.add(new Observation.OxygenSettings(null, OxygenFraction.charted(number)));
        for (Vasopressor drug : Vasopressor.values()) {
            for (DoseUnit unit : DoseUnit.values()) {
                made.add(charted(drug, new DoseRate(number, unit)));
            }
            made.add(
                    new Observation.VasopressorList(
                            List.of(infusion(drug, new DoseRate(number, DoseUnit.UG_PER_MIN)))));
        }
        for (Analyte analyte : Analyte.values()) {
            made.add(new Observation.LaboratoryResult(analyte, number));
        }
        for (String drug : List.of("paracetamol", "tocilizumab", "water")) {
            made.add(
                    new Observation.TreatmentGiven(
                            new Treatment(drug, new DrugAmount(number), "")));
        }
        return made;
    }

    /** The devices, all but room air with these settings. */
    static List<OxygenSupport> devices(@Nullable OxygenFlow flow, @Nullable OxygenFraction fio2) {
        List<OxygenSupport> devices =
                new ArrayList<>(
                        List.of(
                                new OxygenSupport.RoomAir(),
                                new OxygenSupport.NasalCannula(flow, fio2),
                                new OxygenSupport.HighFlowCannula(flow, fio2),
                                new OxygenSupport.BlowBy(flow, fio2),
                                new OxygenSupport.Cpap(fio2),
                                new OxygenSupport.Bipap(fio2),
                                new OxygenSupport.Ventilator(fio2),
                                new OxygenSupport.Unrecognised("helmet", flow, fio2)));
        for (MaskKind kind : MaskKind.values()) {
            devices.add(new OxygenSupport.Mask(kind, flow, fio2));
        }
        return devices;
    }

    /** Every kind of observation that holds a whole number, with that number in it. */
    static List<Observation> withWholeNumber(int number) {
        List<Observation> made = new ArrayList<>();
        for (Observation.Organ organ : Observation.Organ.values()) {
            made.add(new Observation.OrganToxicity(organ, number));
        }
        for (ScaleId scale : ScaleId.values()) {
            made.add(new Observation.GradeOverridden(scale, number, "reason", "name"));
        }
        made.add(examination(new IceScore.Total(number), null));
        made.add(
                examination(
                        new IceScore.Items(true, true, true, true, number, true, true, true),
                        null));
        made.add(examination(null, new CapdScore.Total(number)));
        made.add(examination(null, capd(8, number)));
        return made;
    }

    /** Every kind of observation that holds a text, with that text in it. */
    static List<Observation> withText(String text) {
        List<Observation> made = new ArrayList<>();
        made.add(new Observation.TreatmentGiven(new Treatment(text, text)));
        for (Observation.AttributionScope scope : Observation.AttributionScope.values()) {
            made.add(new Observation.Attributed(scope, false, text));
        }
        made.add(new Observation.GradeOverridden(ScaleId.ASTCT_2019, 3, text, text));
        made.add(new Observation.OxygenDevice(new OxygenSupport.Unrecognised(text, null, null)));
        return made;
    }

    /** What is left out, empty, twice or of another dimension. */
    static List<Observation> withoutNumbers() {
        List<Observation> made = new ArrayList<>();
        made.add(new Observation.BloodPressure(null, null, null, PressureSource.UNSTATED));
        made.add(new Observation.OxygenSettings(null, null));
        made.add(new Observation.VasopressorList(List.of()));
        made.add(examination(null, null));
        made.add(examination(null, capd(0, 0)));
        made.add(examination(null, capd(1_000, 4)));
        for (OxygenSupport support : devices(null, null)) {
            made.add(new Observation.OxygenDevice(support));
        }
        for (Vasopressor drug : Vasopressor.values()) {
            made.add(charted(drug, null));
            made.add(
                    new Observation.VasopressorList(
                            List.of(
                                    infusion(drug, null),
                                    infusion(drug, new DoseRate(-1, DoseUnit.U_PER_H)))));
            for (DoseUnit unit : DoseUnit.values()) {
                if (unit.quantity() != drug.quantity()) {
                    made.add(charted(drug, new DoseRate(0.03, unit)));
                }
            }
        }
        return made;
    }

    static Observation charted(Vasopressor drug, @Nullable DoseRate rate) {
        return new Observation.VasopressorCharted(infusion(drug, rate));
    }

    private static VasopressorInfusion infusion(Vasopressor drug, @Nullable DoseRate rate) {
        return new VasopressorInfusion(drug, rate, Salt.UNSTATED);
    }

    static Observation examination(@Nullable IceScore ice, @Nullable CapdScore capd) {
        return new Observation.NeurologicalExamination(
                ice, capd, null, Observation.Seizure.RESOLVING, null, null, null);
    }

    private static CapdScore capd(int questions, int each) {
        List<Integer> points = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            points.add(each);
        }
        return new CapdScore.Items(points);
    }
}
