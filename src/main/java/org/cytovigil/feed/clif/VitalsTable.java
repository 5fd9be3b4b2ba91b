package org.cytovigil.feed.clif;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Weight;
import org.cytovigil.feed.clif.Reading.Part;

/** {@code clif_vitals}: temperature, pressure, saturation, rates and weight. */
final class VitalsTable implements ClifTable {
    private static final Set<String> CATEGORIES =
            Set.of(
                    "temp_c",
                    "sbp",
                    "dbp",
                    "map",
                    "spo2",
                    "heart_rate",
                    "respiratory_rate",
                    "weight_kg");

    @Override
    public String name() {
        return "clif_vitals";
    }

    @Override
    public List<String> required() {
        return List.of(STAY, "recorded_dttm", "vital_category", "vital_value");
    }

    @Override
    public boolean concerns(Row row) {
        return CATEGORIES.contains(category(row));
    }

    @Override
    public String stamp(Row row) {
        return row.get("recorded_dttm");
    }

    @Override
    public Reading read(Row row) {
        Optional<BigDecimal> number = Numbers.read(row.get("vital_value"));
        if (number.isEmpty()) {
            return new Reading.Refused(Numbers.fault(row.get("vital_value")));
        }
        double value = number.get().doubleValue();
        return switch (category(row)) {
            case "sbp" -> pressure(row, Part.SYSTOLIC, value);
            case "dbp" -> pressure(row, Part.DIASTOLIC, value);
            case "map" -> pressure(row, Part.MEAN, value);
            case "temp_c" ->
                    plausible(
                            new Observation.BodyTemperature(
                                    Temperature.ofCelsius(value), site(row), false));
            case "spo2" -> plausible(new Observation.OxygenSaturation(value));
            case "heart_rate" -> plausible(new Observation.HeartRate(value));
            case "respiratory_rate" -> plausible(new Observation.RespiratoryRate(value));
            case "weight_kg" -> plausible(new Observation.BodyWeight(new Weight(value)));
            default ->
                    throw new IllegalArgumentException("not a vital of interest: " + category(row));
        };
    }

    private static String category(Row row) {
        return row.get("vital_category").toLowerCase(Locale.ROOT);
    }

    private static Reading plausible(Observation observation) {
        return Plausibility.DEFAULT
                .fault(observation)
                .<Reading>map(Reading.Refused::new)
                .orElseGet(() -> new Reading.Fact(observation, null));
    }

    private static Reading pressure(Row row, Part part, double value) {
        String name = row.get("vital_name").toLowerCase(Locale.ROOT);
        if (name.contains("pulmonary") || name.contains("venous")) {
            return new Reading.Refused(
                    "'%s' is no systemic arterial pressure".formatted(row.get("vital_name")));
        }
        Pressure pressure = new Pressure(value);
        PressureSource source = source(name);
        BloodPressure alone =
                switch (part) {
                    case SYSTOLIC -> new BloodPressure(pressure, null, null, source);
                    case DIASTOLIC -> new BloodPressure(null, pressure, null, source);
                    case MEAN -> new BloodPressure(null, null, pressure, source);
                };
        return Plausibility.DEFAULT
                .fault(alone)
                .<Reading>map(Reading.Refused::new)
                .orElseGet(() -> new Reading.PressurePart(part, pressure, source));
    }

    private static PressureSource source(String name) {
        if (name.contains("non invasive")
                || name.contains("non-invasive")
                || name.contains("noninvasive")
                || name.contains("manual")
                || name.contains("cuff")) {
            return PressureSource.CUFF;
        }
        // "Mean arterial pressure" names the quantity, not a line.
        return name.replace("mean arterial", "mean").contains("arterial") || name.startsWith("art ")
                ? PressureSource.ARTERIAL_LINE
                : PressureSource.UNSTATED;
    }

    private static TemperatureSite site(Row row) {
        return switch (row.get("meas_site_name").toLowerCase(Locale.ROOT)) {
            case "oral" -> TemperatureSite.ORAL;
            case "axillary" -> TemperatureSite.AXILLARY;
            case "tympanic" -> TemperatureSite.TYMPANIC;
            case "temporal" -> TemperatureSite.TEMPORAL;
            case "rectal" -> TemperatureSite.RECTAL;
            case "bladder" -> TemperatureSite.BLADDER;
            case "esophogeal", "esophageal", "oesophageal" -> TemperatureSite.ESOPHAGEAL;
            case "blood", "core" -> TemperatureSite.CORE;
            default -> TemperatureSite.UNSTATED;
        };
    }
}
