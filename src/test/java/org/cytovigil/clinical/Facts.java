package org.cytovigil.clinical;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.jspecify.annotations.Nullable;

/** Charted facts in few words, for the tests of every package. */
public final class Facts {
    /** The infusion, and hour 0 of every test. */
    public static final Instant ZERO = Instant.parse("2026-03-01T00:00:00Z");

    public static final Observation ROOM_AIR =
            new Observation.OxygenDevice(new OxygenSupport.RoomAir());
    public static final Observation NORMAL_PRESSURE = pressure(120, 70);
    public static final Observation FEVER = celsius(39);
    public static final Observation NO_FEVER = celsius(36.8);

    private Facts() {}

    public static Instant hour(double hours) {
        return ZERO.plusMillis(Math.round(hours * 3_600_000));
    }

    public static Instant minute(long minutes) {
        return ZERO.plus(Duration.ofMinutes(minutes));
    }

    public static Patient patient(@Nullable Double age, @Nullable Double kilograms) {
        return patient(age, kilograms, Patient.Baseline.NONE);
    }

    public static Patient patient(
            @Nullable Double age, @Nullable Double kilograms, Patient.Baseline baseline) {
        Weight weight = kilograms == null ? null : new Weight(kilograms);
        return new Patient("Doe, Jane", "1", age, weight, baseline);
    }

    /** 45 years, 70 kg, nothing special. */
    public static Patient adult() {
        return patient(45.0, 70.0);
    }

    public static Stay stay(String id, Patient patient) {
        return new Stay(
                new StayId(id),
                patient,
                new Infusion("axi-cel", ZERO),
                ZERO,
                null,
                "1",
                Stay.Origin.LIVE);
    }

    public static Observation celsius(double degrees) {
        return new Observation.BodyTemperature(
                Temperature.ofCelsius(degrees), TemperatureSite.UNSTATED, false);
    }

    public static BloodPressure pressure(double systolic, double diastolic) {
        return pressure(Double.valueOf(systolic), Double.valueOf(diastolic), null);
    }

    public static BloodPressure pressure(
            @Nullable Double systolic, @Nullable Double diastolic, @Nullable Double mean) {
        return new BloodPressure(
                mmHg(systolic), mmHg(diastolic), mmHg(mean), PressureSource.UNSTATED);
    }

    private static @Nullable Pressure mmHg(@Nullable Double value) {
        return value == null ? null : new Pressure(value);
    }

    public static Observation spo2(double percent) {
        return new Observation.OxygenSaturation(percent);
    }

    /** A device by its name in case files. */
    public static OxygenSupport support(
            String device, @Nullable Double litres, @Nullable Double fio2) {
        return OxygenDevices.named(
                        device,
                        litres == null ? null : new OxygenFlow(litres),
                        fio2 == null ? null : OxygenFraction.of(fio2))
                .orElseThrow();
    }

    public static Observation device(
            String device, @Nullable Double litres, @Nullable Double fio2) {
        return new Observation.OxygenDevice(support(device, litres, fio2));
    }

    public static Observation cannula(double litres) {
        return device("nasal-cannula", litres, null);
    }

    public static VasopressorInfusion infusion(Vasopressor drug, double dose, DoseUnit unit) {
        return new VasopressorInfusion(drug, new DoseRate(dose, unit), Salt.BASE);
    }

    public static VasopressorInfusion unknownDose(Vasopressor drug) {
        return new VasopressorInfusion(drug, null, Salt.BASE);
    }

    /** The same, nobody having said whether base or salt. */
    public static VasopressorInfusion unlabelled(VasopressorInfusion infusion) {
        return new VasopressorInfusion(infusion.drug(), infusion.rate(), Salt.UNSTATED);
    }

    public static Observation running(Vasopressor drug, double dose, DoseUnit unit) {
        return new Observation.VasopressorCharted(infusion(drug, dose, unit));
    }

    /** Norepinephrine in ug/min. */
    public static Observation norepinephrine(double dose) {
        return running(Vasopressor.NOREPINEPHRINE, dose, DoseUnit.UG_PER_MIN);
    }

    public static Observation stopped(Vasopressor drug) {
        return new Observation.VasopressorCharted(VasopressorInfusion.stopped(drug));
    }

    public static Observation list(VasopressorInfusion... infusions) {
        return new Observation.VasopressorList(List.of(infusions));
    }

    public static Observation bolus() {
        return new Observation.FluidBolus(500);
    }

    public static Observation given(String drug) {
        return new Observation.TreatmentGiven(new Treatment(drug, ""));
    }

    public static Observation attributed(Observation.AttributionScope scope, boolean withdrawn) {
        return new Observation.Attributed(scope, withdrawn, "sepsis");
    }
}
