package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitMonitor;
import org.jspecify.annotations.Nullable;

/** A patient's course written down fact by fact in hours after the infusion, and folded. */
public final class Course {
    public static final Instant INFUSION = Instant.parse("2026-02-27T08:00:00Z");

    private final Stay stay;
    private final List<Entry> entries = new ArrayList<>();

    public Course(String id, @Nullable Weight weight) {
        this(id, weight, 67.0);
    }

    public Course(String id, @Nullable Weight weight, double age) {
        stay =
                new Stay(
                        new StayId(id),
                        new Patient("DEMO, Alpha", "0042-117", age, weight, Patient.Baseline.NONE),
                        new Infusion("axi-cel", INFUSION),
                        at(-20),
                        null,
                        "04",
                        Stay.Origin.SYNTHETIC_CASE);
        entry(stay.admitted(), new Entry.Admitted(stay));
    }

    public Course() {
        this("alpha", new Weight(72));
    }

    public static Instant at(double hours) {
        return INFUSION.plusSeconds(Math.round(hours * 3600));
    }

    private void entry(Instant at, Entry.Event event) {
        entries.add(new Entry(stay.id(), at, at, new Author(Author.Kind.SIMULATOR, "test"), event));
    }

    public Course fact(double hours, Observation observation) {
        entry(at(hours), new Entry.Observed(observation));
        return this;
    }

    public Course temperature(double hours, double celsius) {
        return fact(
                hours,
                new Observation.BodyTemperature(
                        Temperature.ofCelsius(celsius),
                        Observation.TemperatureSite.UNSTATED,
                        false));
    }

    public Course pressure(double hours, double systolic, double diastolic) {
        return fact(
                hours,
                new Observation.BloodPressure(
                        new Pressure(systolic),
                        new Pressure(diastolic),
                        null,
                        Observation.PressureSource.CUFF));
    }

    public Course pressure(
            double hours, double systolic, double diastolic, Observation.PressureSource source) {
        return fact(
                hours,
                new Observation.BloodPressure(
                        new Pressure(systolic), new Pressure(diastolic), null, source));
    }

    public Course rates(double hours, double heart, double breath) {
        return fact(hours, new Observation.HeartRate(heart))
                .fact(hours, new Observation.RespiratoryRate(breath));
    }

    public Course result(double hours, Analyte analyte, double value) {
        return fact(hours, new Observation.LaboratoryResult(analyte, value));
    }

    public Course saturation(double hours, double percent) {
        return fact(hours, new Observation.OxygenSaturation(percent));
    }

    public Course oxygen(double hours, OxygenSupport support) {
        return fact(hours, new Observation.OxygenDevice(support));
    }

    public Course dose(double hours, Vasopressor drug, @Nullable Double amount, DoseUnit unit) {
        return fact(
                hours,
                new Observation.VasopressorCharted(
                        new VasopressorInfusion(
                                drug,
                                amount == null ? null : new DoseRate(amount, unit),
                                Salt.BASE)));
    }

    public Course given(double hours, String drug, String text) {
        return fact(hours, new Observation.TreatmentGiven(new Treatment(drug, text)));
    }

    public Course set(double hours, ScaleId scale, int grade, String reason) {
        return fact(hours, new Observation.GradeOverridden(scale, grade, reason, "Dr. Example"));
    }

    public Course examined(double hours, @Nullable IceScore ice, @Nullable CapdScore capd) {
        return fact(
                hours,
                new Observation.NeurologicalExamination(
                        ice, capd, Observation.Consciousness.AWAKE, null, null, null, null));
    }

    /** A set of a patient who is well: 37.0 °C, 120/70 mmHg, room air. */
    public Course well(double hours) {
        return temperature(hours, 37)
                .pressure(hours, 120, 70)
                .oxygen(hours, new OxygenSupport.RoomAir());
    }

    /** The stay as the unit's monitor shows it at an hour, the future facts known to it. */
    public StaySnapshot snapshot(double hours) {
        return snapshot(hours, SitePolicy.DEFAULT);
    }

    /** The same, graded by a policy. */
    public StaySnapshot snapshot(double hours, SitePolicy policy) {
        UnitMonitor monitor = new UnitMonitor(policy, ZoneOffset.UTC, stay.admitted());
        entries.forEach(monitor::accept);
        monitor.tick(at(hours));
        return monitor.snapshot().stays().getFirst();
    }

    /** All that the panel can say at once, at hour 60. */
    public static Course everything() {
        Course course = new Course().temperature(0, 38.6);
        for (double hour = 4; hour <= 40; hour += 6) {
            course.well(hour);
        }
        IceScore ice = new IceScore.Items(true, null, true, true, 2, true, false, null);
        return course.temperature(50, 39.1)
                .temperature(56, 39.4)
                .oxygen(54, new OxygenSupport.RoomAir())
                .oxygen(58, new OxygenSupport.HighFlowCannula(new OxygenFlow(40), fio2(50)))
                .saturation(58, 93)
                .pressure(55, 88, 51)
                .pressure(59, 92, 55)
                .fact(55.2, new Observation.FluidBolus(500))
                .dose(56.5, Vasopressor.NOREPINEPHRINE, 8.0, DoseUnit.UG_PER_MIN)
                .examined(58.5, ice, null)
                .saturation(57, 8)
                .temperature(57.5, 394)
                .dose(58, Vasopressor.VASOPRESSIN, 2.4, DoseUnit.U_PER_MIN)
                .pressure(58.2, 51, 88)
                .set(59, ScaleId.ICANS, 3, "drowsy since the night")
                .set(59.2, ScaleId.ASTCT_2019, 4, "a second vasopressor is being drawn up");
    }

    /** Seven days with fever, falling pressure, rising oxygen, norepinephrine up and down. */
    public static Course severe() {
        Course course = new Course();
        Random random = new Random(7);
        double hour = -18;
        while (hour < 168) {
            double ill = Math.exp(-Math.pow((hour - 66) / 26, 2));
            course.temperature(hour, 36.7 + 2.9 * ill + 0.25 * random.nextGaussian());
            hour += 2 + 3 * random.nextDouble();
        }
        hour = -18;
        while (hour < 168) {
            double ill = Math.exp(-Math.pow((hour - 68) / 24, 2));
            double systolic = 128 - 42 * ill + 6 * random.nextGaussian();
            boolean gap = hour > 20 && hour < 28;
            if (!gap) {
                course.pressure(
                        hour, Math.rint(systolic), Math.rint(systolic * (0.6 - 0.04 * ill)));
                course.saturation(
                        hour,
                        Math.min(100, Math.rint(96.5 - 4 * ill + 1.2 * random.nextGaussian())));
            }
            hour += ill > 0.3 ? 0.5 : 1.5;
        }
        course.oxygen(-18, new OxygenSupport.RoomAir());
        for (double h = -8; h < 50; h += 8) {
            course.fact(h, new Observation.OxygenSettings(null, null));
        }
        course.oxygen(50.5, cannula(2))
                .oxygen(53, cannula(4))
                .oxygen(56, new OxygenSupport.HighFlowCannula(new OxygenFlow(40), fio2(40)))
                .oxygen(62, new OxygenSupport.HighFlowCannula(new OxygenFlow(50), fio2(55)))
                .oxygen(70, new OxygenSupport.HighFlowCannula(new OxygenFlow(50), fio2(45)))
                .oxygen(78, new OxygenSupport.HighFlowCannula(new OxygenFlow(40), fio2(35)))
                .oxygen(88, cannula(4))
                .oxygen(97, cannula(2))
                .oxygen(104, new OxygenSupport.RoomAir());
        DoseUnit perMinute = DoseUnit.UG_PER_MIN;
        course.dose(54, Vasopressor.NOREPINEPHRINE, 4.0, perMinute)
                .dose(56.5, Vasopressor.NOREPINEPHRINE, 8.0, perMinute)
                .dose(58.2, Vasopressor.NOREPINEPHRINE, 14.0, perMinute)
                .dose(59, Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN)
                .dose(66, Vasopressor.NOREPINEPHRINE, 18.0, perMinute)
                .dose(69, Vasopressor.EPINEPHRINE, 3.0, perMinute)
                .dose(74, Vasopressor.EPINEPHRINE, 0.0, perMinute)
                .dose(75, Vasopressor.NOREPINEPHRINE, 10.0, perMinute)
                .dose(76, Vasopressor.VASOPRESSIN, 0.0, DoseUnit.U_PER_MIN)
                .dose(82, Vasopressor.NOREPINEPHRINE, 5.0, perMinute)
                .dose(90, Vasopressor.NOREPINEPHRINE, 2.0, perMinute)
                .dose(95, Vasopressor.NOREPINEPHRINE, 0.0, perMinute);
        course.given(44, "paracetamol", "1 g")
                .fact(52, new Observation.FluidBolus(500))
                .fact(53.2, new Observation.FluidBolus(500))
                .given(54.5, "tocilizumab", "576 mg")
                .given(58, "dexamethasone", "10 mg")
                .given(64, "dexamethasone", "10 mg")
                .given(67, "tocilizumab", "576 mg")
                .given(70, "dexamethasone", "10 mg");
        return course;
    }

    /** The severe course with what all other lanes draw. */
    public static Course everyLane() {
        Course course = severe();
        for (double hour = -18; hour < 168; hour++) {
            double ill = Math.exp(-Math.pow((hour - 66) / 26, 2));
            course.rates(
                    hour,
                    Math.rint(82 + 48 * ill + 4 * Math.sin(hour)),
                    Math.rint(15 + 14 * ill + 2 * Math.cos(hour)));
            if (hour >= 56 && hour < 95) {
                course.pressure(
                        hour + 0.2,
                        Math.rint(122 - 40 * ill),
                        Math.rint(66 - 18 * ill),
                        Observation.PressureSource.ARTERIAL_LINE);
            }
        }
        for (double hour = -12; hour < 168; hour += 12) {
            double ill = Math.exp(-Math.pow((hour - 78) / 30, 2));
            course.result(hour, Analyte.CRP, Math.rint(4 + 180 * ill))
                    .result(hour, Analyte.FERRITIN, Math.rint(420 + 8_000 * ill))
                    .result(hour, Analyte.INTERLEUKIN_6, Math.rint(8 + 5_000 * ill * ill))
                    .result(hour, Analyte.LDH, Math.rint(230 + 400 * ill))
                    .result(hour, Analyte.PLATELETS, Math.rint(140 - 110 * ill));
        }
        int[] points = {10, 10, 10, 9, 7, 4, 2, 3, 6, 8, 10, 10, 10};
        for (int i = 0; i < points.length; i++) {
            course.examined(12 * i, new IceScore.Total(points[i]), null);
        }
        return course;
    }

    public static OxygenSupport cannula(double litres) {
        return new OxygenSupport.NasalCannula(new OxygenFlow(litres), null);
    }

    public static OxygenFraction fio2(double percent) {
        return OxygenFraction.of(percent / 100);
    }

    public static Duration hours(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }
}
