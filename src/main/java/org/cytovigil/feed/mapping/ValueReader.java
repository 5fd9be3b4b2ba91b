package org.cytovigil.feed.mapping;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Height;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Weight;
import org.jspecify.annotations.Nullable;

/** Reads the value of a code by its row. */
final class ValueReader {
    private static final int UNITS_SHOWN = 6;
    private static final Mapped NO_VALUE = new Mapped.Refused("no value");

    private final CodeTable table;
    private final Row row;

    ValueReader(CodeTable table, Row row) {
        this.table = table;
        this.row = row;
    }

    Mapped read(List<String> unit, List<String> value) {
        if (row.target() instanceof Target.NotOfInterest) {
            return new Mapped.NotOfInterest();
        }
        List<String> texts =
                value.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty() && !text.equals("\"\""))
                        .toList();
        if (texts.isEmpty()) {
            return NO_VALUE;
        }
        if (row.target() instanceof Target.Text(Target.TextKind kind)) {
            return word(kind, texts);
        }
        Optional<BigDecimal> number = Numbers.read(texts.getFirst());
        if (number.isEmpty()) {
            return new Mapped.Refused("'%s' is no number".formatted(shown(texts.getFirst())));
        }
        return number(number.get(), present(unit));
    }

    private Mapped number(BigDecimal number, List<String> sent) {
        return switch (unit(sent)) {
            case UnitRead.Known(String ucum) -> sentinel(number, convert(number, ucum));
            case UnitRead.Fault(String reason) -> new Mapped.Refused(reason);
        };
    }

    /** Why values cannot be read in that unit; empty when they can. */
    Optional<String> unitFault(List<String> unit) {
        List<String> sent = present(unit);
        if (row.target() instanceof Target.NotOfInterest) {
            return Optional.empty();
        }
        if (row.target() instanceof Target.Text) {
            return sent.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "words have no unit, and here is '%s'"
                                    .formatted(shown(sent.getFirst())));
        }
        return unit(sent) instanceof UnitRead.Fault(String reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    private static List<String> present(List<String> unit) {
        return unit.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    /** The unit by UCUM code, or why it is none for this row. */
    private sealed interface UnitRead {
        record Known(String ucum) implements UnitRead {}

        record Fault(String reason) implements UnitRead {}
    }

    private UnitRead unit(List<String> sent) {
        Set<String> named =
                sent.stream()
                        .map(text -> table.units().ucum(text))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet());
        if (named.size() > 1 || (!named.isEmpty() && sent.stream().anyMatch(this::isUnknownName))) {
            return new UnitRead.Fault("its units disagree: " + String.join(", ", sent));
        }
        if (sent.isEmpty()) {
            return row.unitless()
                    ? new UnitRead.Known(row.units().getFirst())
                    : new UnitRead.Fault("no unit; accepted: " + accepted());
        }
        String unit =
                named.isEmpty() ? laboratorySpelling(sent.getFirst()) : named.iterator().next();
        return row.units().contains(unit)
                ? new UnitRead.Known(unit)
                : new UnitRead.Fault(
                        "wrong unit '%s'; accepted: %s"
                                .formatted(shown(sent.getFirst()), accepted()));
    }

    /** A vendor may name a unit as it likes; a name of IEEE 11073 is that of one unit alone. */
    private boolean isUnknownName(String text) {
        return text.toUpperCase(Locale.ROOT).startsWith("MDC_DIM_")
                && table.units().ucum(text).isEmpty();
    }

    private String accepted() {
        String first = row.units().stream().limit(UNITS_SHOWN).collect(Collectors.joining(", "));
        return row.units().size() > UNITS_SHOWN ? first + ", ..." : first;
    }

    /** Laboratories and pharmacies spell units in ways that the clinical language knows already. */
    private String laboratorySpelling(String text) {
        if (row.target() instanceof Target.Laboratory(Analyte analyte)) {
            return row.units().stream()
                    .filter(unit -> sameUnit(analyte, unit, text))
                    .findFirst()
                    .orElse(text);
        }
        return DoseUnit.parse(text).map(DoseUnit::ucum).orElse(text);
    }

    /** Two numbers of which no conversion makes the same tell the units of an analyte apart. */
    private static boolean sameUnit(Analyte analyte, String ucum, String text) {
        BigDecimal one = BigDecimal.ONE;
        return analyte.convert(one, text) instanceof Analyte.Conversion.Converted
                && analyte.convert(one, text).equals(analyte.convert(one, ucum));
    }

    private Mapped convert(BigDecimal number, String unit) {
        return switch (row.target()) {
            case Target.BodyTemperature(Observation.TemperatureSite site) ->
                    new Mapped.Fact(
                            new Observation.BodyTemperature(
                                    unit.equals("Cel")
                                            ? Temperature.ofCelsius(number.doubleValue())
                                            : Temperature.ofFahrenheit(number.doubleValue()),
                                    site,
                                    false));
            case Target.Pressure(Target.PressurePart part, Observation.PressureSource source) ->
                    new Mapped.PressureValue(
                            part,
                            source,
                            new org.cytovigil.clinical.Pressure(
                                    times(number, Units.PRESSURE, unit)));
            case Target.Sign(Target.VitalSign sign) -> sign(sign, number, unit);
            case Target.Laboratory(Analyte analyte) ->
                    switch (analyte.convert(number, unit)) {
                        case Analyte.Conversion.Converted(double value) ->
                                new Mapped.Fact(new Observation.LaboratoryResult(analyte, value));
                        case Analyte.Conversion.Refused(String reason) ->
                                new Mapped.Refused(reason);
                    };
            case Target.DrugGiven(String drug) -> given(drug, number, unit);
            case Target.Pump(Target.PumpNumber kind) -> pump(kind, number, unit);
            case Target.Text text -> NO_VALUE;
            case Target.NotOfInterest none -> new Mapped.NotOfInterest();
        };
    }

    private static double times(BigDecimal number, Map<String, BigDecimal> dimension, String unit) {
        return number.multiply(Objects.requireNonNull(dimension.get(unit))).doubleValue();
    }

    private static Mapped given(String drug, BigDecimal number, String unit) {
        double milligrams = times(number, Units.DRUG_AMOUNT, unit);
        return milligrams > 0
                ? new Mapped.Fact(
                        new Observation.TreatmentGiven(
                                new Treatment(drug, new DrugAmount(milligrams), "")))
                : new Mapped.Refused(number.toPlainString() + " is no amount of a drug");
    }

    private static Mapped sign(Target.VitalSign sign, BigDecimal number, String unit) {
        if (sign == Target.VitalSign.INSPIRED_OXYGEN) {
            return fraction(number, unit);
        }
        double value = times(number, Units.of(sign), unit);
        return switch (sign) {
            case OXYGEN_SATURATION -> new Mapped.Fact(new Observation.OxygenSaturation(value));
            case HEART_RATE -> new Mapped.Fact(new Observation.HeartRate(value));
            case RESPIRATORY_RATE -> new Mapped.Fact(new Observation.RespiratoryRate(value));
            case WEIGHT -> new Mapped.Fact(new Observation.BodyWeight(new Weight(value)));
            case HEIGHT -> new Mapped.Fact(new Observation.BodyHeight(new Height(value)));
            case OXYGEN_FLOW -> new Mapped.Flow(new OxygenFlow(value));
            case ICE -> ice(number);
            case CAPD -> capd(number);
            case FLUID_BOLUS -> new Mapped.Fact(new Observation.FluidBolus(value));
            case INSPIRED_OXYGEN -> fraction(number, unit);
        };
    }

    /** 0.3 labelled per cent, and 30 labelled a fraction, are slips that cannot be told apart. */
    private static Mapped fraction(BigDecimal number, String unit) {
        boolean small = number.compareTo(BigDecimal.ONE) <= 0;
        if (number.signum() > 0 && small == unit.equals("%")) {
            return new Mapped.Refused(
                    "FiO2 of %s with the unit %s: fraction or percentage?"
                            .formatted(number.toPlainString(), unit));
        }
        double value = number.doubleValue();
        return new Mapped.Fraction(OxygenFraction.of(unit.equals("%") ? value / 100 : value));
    }

    private static Mapped ice(BigDecimal number) {
        if (!isScore(number, IceScore.BEST)) {
            return new Mapped.Refused(number.toPlainString() + " is no ICE score");
        }
        return new Mapped.Fact(
                new Observation.NeurologicalExamination(
                        new IceScore.Total(number.intValue()), null, null, null, null, null, null));
    }

    private static Mapped capd(BigDecimal number) {
        if (!isScore(number, CapdScore.QUESTIONS * CapdScore.MOST_PER_QUESTION)) {
            return new Mapped.Refused(number.toPlainString() + " is no CAPD score");
        }
        return new Mapped.Fact(
                new Observation.NeurologicalExamination(
                        null,
                        new CapdScore.Total(number.intValue()),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static boolean isScore(BigDecimal number, int most) {
        return number.stripTrailingZeros().scale() <= 0
                && number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static Mapped pump(Target.PumpNumber kind, BigDecimal number, String unit) {
        return switch (kind) {
            case FLOW -> new Mapped.PumpFlow(times(number, Units.PUMP_FLOW, unit));
            case DOSE_RATE ->
                    Arrays.stream(DoseUnit.values())
                            .filter(one -> one.ucum().equals(unit))
                            .findFirst()
                            .<Mapped>map(
                                    one -> new Mapped.Dose(new DoseRate(number.doubleValue(), one)))
                            .orElse(NO_VALUE);
            case CONCENTRATION ->
                    Units.MASS_CONCENTRATION.containsKey(unit)
                            ? new Mapped.Concentration(
                                    times(number, Units.MASS_CONCENTRATION, unit),
                                    DoseUnit.Quantity.MASS)
                            : new Mapped.Concentration(
                                    times(number, Units.UNIT_CONCENTRATION, unit),
                                    DoseUnit.Quantity.UNITS);
        };
    }

    /**
     * A number that a sender uses for "none" is refused, unless it can be a result: a ferritin of
     * 9999 ng/mL can.
     */
    private Mapped sentinel(BigDecimal number, Mapped mapped) {
        boolean listed =
                table.words(CodeTable.Words.SENTINEL)
                        .contains(number.stripTrailingZeros().toPlainString());
        if (!listed || mapped instanceof Mapped.Refused || isPlausible(mapped)) {
            return mapped;
        }
        return new Mapped.Refused(number.toPlainString() + " stands for no value");
    }

    private static boolean isPlausible(Mapped mapped) {
        return switch (mapped) {
            case Mapped.Fact(Observation observation) -> isPlausible(observation);
            case Mapped.PressureValue value -> {
                var pressure = value.pressure();
                yield isPlausible(
                        switch (value.part()) {
                            case SYSTOLIC ->
                                    new Observation.BloodPressure(
                                            pressure, null, null, value.source());
                            case DIASTOLIC ->
                                    new Observation.BloodPressure(
                                            null, pressure, null, value.source());
                            case MEAN ->
                                    new Observation.BloodPressure(
                                            null, null, pressure, value.source());
                        });
            }
            case Mapped.Flow(OxygenFlow flow) ->
                    isPlausible(new Observation.OxygenSettings(flow, null));
            case Mapped.Fraction(OxygenFraction fraction) ->
                    isPlausible(new Observation.OxygenSettings(null, fraction));
            // No pump gives as much, or less than nothing: of these numbers none can be one.
            case Mapped.Dose dose -> false;
            case Mapped.PumpFlow flow -> false;
            case Mapped.Concentration concentration -> false;
            case Mapped.Device device -> true;
            case Mapped.Site site -> true;
            case Mapped.Drug drug -> true;
            case Mapped.Running running -> true;
            case Mapped.CellsInfused cells -> true;
            case Mapped.NotOfInterest none -> true;
            case Mapped.Refused refused -> true;
        };
    }

    private static boolean isPlausible(Observation observation) {
        return Plausibility.DEFAULT.fault(observation).isEmpty();
    }

    /**
     * The device that code and text agree on; {@code null} when they do not, or nobody knows it.
     */
    private @Nullable String device(List<String> texts) {
        List<String> meant =
                texts.stream()
                        .flatMap(one -> meaning(CodeTable.Words.DEVICE, List.of(one)).stream())
                        .distinct()
                        .toList();
        return meant.size() == 1 ? meant.getFirst() : null;
    }

    private Mapped word(Target.TextKind kind, List<String> texts) {
        return switch (kind) {
            case OXYGEN_DEVICE -> new Mapped.Device(texts.getLast(), device(texts));
            case TEMPERATURE_SITE ->
                    meaning(CodeTable.Words.SITE, texts)
                            .flatMap(Targets::site)
                            .<Mapped>map(Mapped.Site::new)
                            .orElseGet(() -> unknown("site of temperature", texts));
            case PUMP_STATE ->
                    meaning(CodeTable.Words.STATE, texts)
                            .<Mapped>map(
                                    state ->
                                            new Mapped.Running(
                                                    !state.equals("stopped"), state.equals("kvo")))
                            .orElseGet(() -> unknown(PumpReading.STATE, texts));
            case PUMP_DRUG -> DrugNames.read(table.words(CodeTable.Words.DRUG), texts);
            case CELL_INFUSION -> new Mapped.CellsInfused(texts.getLast());
        };
    }

    private Optional<String> meaning(CodeTable.Words kind, List<String> texts) {
        return texts.stream()
                .map(text -> table.words(kind).meaning(text))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Mapped unknown(String what, List<String> texts) {
        return new Mapped.Refused(
                "the %s '%s' is not in the table".formatted(what, shown(String.join(" ", texts))));
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
