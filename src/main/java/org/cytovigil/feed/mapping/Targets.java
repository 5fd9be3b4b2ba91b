package org.cytovigil.feed.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.feed.mapping.Target.PressurePart;
import org.cytovigil.feed.mapping.Target.PumpNumber;
import org.cytovigil.feed.mapping.Target.TextKind;
import org.cytovigil.feed.mapping.Target.VitalSign;

/** The words that a table has for targets, and their details. */
final class Targets {
    private static final Map<String, PressurePart> PRESSURES =
            Map.of(
                    "systolic", PressurePart.SYSTOLIC,
                    "diastolic", PressurePart.DIASTOLIC,
                    "mean", PressurePart.MEAN);

    private static final Map<String, PressureSource> SOURCES =
            Map.of(
                    "", PressureSource.UNSTATED,
                    "cuff", PressureSource.CUFF,
                    "line", PressureSource.ARTERIAL_LINE);

    private static final Map<String, Target> PLAIN =
            Map.ofEntries(
                    Map.entry("spo2", new Target.Sign(VitalSign.OXYGEN_SATURATION)),
                    Map.entry("heart-rate", new Target.Sign(VitalSign.HEART_RATE)),
                    Map.entry("respiratory-rate", new Target.Sign(VitalSign.RESPIRATORY_RATE)),
                    Map.entry("fio2", new Target.Sign(VitalSign.INSPIRED_OXYGEN)),
                    Map.entry("oxygen-flow", new Target.Sign(VitalSign.OXYGEN_FLOW)),
                    Map.entry("weight", new Target.Sign(VitalSign.WEIGHT)),
                    Map.entry("height", new Target.Sign(VitalSign.HEIGHT)),
                    Map.entry("ice", new Target.Sign(VitalSign.ICE)),
                    Map.entry("capd", new Target.Sign(VitalSign.CAPD)),
                    Map.entry("fluid-bolus", new Target.Sign(VitalSign.FLUID_BOLUS)),
                    Map.entry("oxygen-device", new Target.Text(TextKind.OXYGEN_DEVICE)),
                    Map.entry("temperature-site", new Target.Text(TextKind.TEMPERATURE_SITE)),
                    Map.entry("infusion", new Target.Text(TextKind.CELL_INFUSION)),
                    Map.entry("pump-drug", new Target.Text(TextKind.PUMP_DRUG)),
                    Map.entry("pump-state", new Target.Text(TextKind.PUMP_STATE)),
                    Map.entry("pump-dose", new Target.Pump(PumpNumber.DOSE_RATE)),
                    Map.entry("pump-flow", new Target.Pump(PumpNumber.FLOW)),
                    Map.entry("pump-concentration", new Target.Pump(PumpNumber.CONCENTRATION)),
                    Map.entry("ignore", new Target.NotOfInterest()));

    private Targets() {}

    /** The target of that name and detail; empty when there is none. */
    static Optional<Target> parse(String name, String detail) {
        PressurePart part = PRESSURES.get(name);
        if (part != null) {
            return Optional.ofNullable(SOURCES.get(detail))
                    .map(source -> new Target.Pressure(part, source));
        }
        if (name.equals("temperature")) {
            return site(detail).map(Target.BodyTemperature::new);
        }
        if (name.equals("drug-given")) {
            return detail.isEmpty() ? Optional.empty() : Optional.of(new Target.DrugGiven(detail));
        }
        if (name.equals("lab")) {
            return Arrays.stream(Analyte.values())
                    .filter(analyte -> word(analyte).equals(detail))
                    .findFirst()
                    .map(Target.Laboratory::new);
        }
        return detail.isEmpty() ? Optional.ofNullable(PLAIN.get(name)) : Optional.empty();
    }

    /** Where a temperature is taken; nothing means that nobody said. */
    static Optional<TemperatureSite> site(String detail) {
        return detail.isEmpty()
                ? Optional.of(TemperatureSite.UNSTATED)
                : Arrays.stream(TemperatureSite.values())
                        .filter(site -> word(site).equals(detail))
                        .findFirst();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
