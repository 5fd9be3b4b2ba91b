package org.cytovigil.grading;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Weight;

/**
 * How the values of a setting are written, and which are permitted.
 *
 * @param <T> what the setting holds
 */
public sealed interface SettingType<T> {
    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException with the reason when the text is no value of this type or
     *     one that is not permitted
     */
    T read(String text);

    /** The value as a policy file has it, without quotation marks. */
    String write(T value);

    /** Which values are permitted, in words. */
    String permitted();

    /** Whether a policy file has the value in quotation marks. */
    boolean quoted();

    /**
     * An amount with a unit, named by its UCUM code, within two limits.
     *
     * @param factors the units that may be written, each with what one of it is in the first
     * @param make the value of an amount in the first unit
     * @param amount the amount of a value in the first unit
     * @param lowest the lowest permitted amount in the first unit
     * @param highest the highest permitted amount in the first unit
     */
    record Amount<T>(
            Map<String, Double> factors,
            String unit,
            DoubleFunction<T> make,
            ToDoubleFunction<T> amount,
            double lowest,
            double highest)
            implements SettingType<T> {
        private static final Pattern WRITTEN = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*(\\S*)");

        @Override
        public T read(String text) {
            Matcher written = WRITTEN.matcher(text.strip());
            if (!written.matches()) {
                throw new IllegalArgumentException(
                        "\"%s\" is no amount such as \"%s\"".formatted(text, example()));
            }
            Double factor = factors.get(written.group(2));
            if (factor == null) {
                throw new IllegalArgumentException(
                        written.group(2).isEmpty()
                                ? "\"%s\" has no unit; write for instance \"%s\""
                                        .formatted(text, example())
                                : "\"%s\" is not its unit; write for instance \"%s\""
                                        .formatted(written.group(2), example()));
            }
            double value = Double.parseDouble(written.group(1)) * factor;
            if (!(value >= lowest && value <= highest)) {
                throw new IllegalArgumentException(
                        "%s is not within %s".formatted(text, permitted()));
            }
            return make.apply(value);
        }

        private String example() {
            return number(lowest) + suffix();
        }

        /** In the first unit; in another one where only there the amount is a short number. */
        @Override
        public String write(T value) {
            String usual = number(amount.applyAsDouble(value)) + suffix();
            if (says(usual, value)) {
                return usual;
            }
            for (Map.Entry<String, Double> other : factors.entrySet()) {
                double there = amount.applyAsDouble(value) / other.getValue();
                String text = number(there) + " " + other.getKey();
                if (says(text, value)) {
                    return text;
                }
            }
            return BigDecimal.valueOf(amount.applyAsDouble(value)).toPlainString() + suffix();
        }

        private boolean says(String text, T value) {
            Matcher written = WRITTEN.matcher(text);
            Double factor = written.matches() ? factors.get(written.group(2)) : null;
            return factor != null
                    && make.apply(Double.parseDouble(written.group(1)) * factor).equals(value);
        }

        @Override
        public String permitted() {
            return number(lowest) + " to " + number(highest) + suffix();
        }

        @Override
        public boolean quoted() {
            return !unit.isEmpty();
        }

        private String suffix() {
            return unit.isEmpty() ? "" : " " + unit;
        }

        private static String number(double value) {
            double rounded = Math.rint(value * 1e6) / 1e6;
            return rounded == Math.rint(rounded)
                    ? Long.toString((long) rounded)
                    : Double.toString(rounded);
        }
    }

    /** Yes or no. */
    record Flag() implements SettingType<Boolean> {
        @Override
        public Boolean read(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default ->
                        throw new IllegalArgumentException(
                                "\"%s\" is neither true nor false".formatted(text));
            };
        }

        @Override
        public String write(Boolean value) {
            return value.toString();
        }

        @Override
        public String permitted() {
            return "true or false";
        }

        @Override
        public boolean quoted() {
            return false;
        }
    }

    /** One of several named values. */
    record Choice<E extends Enum<E>>(Map<String, E> values, Function<E, String> name)
            implements SettingType<E> {
        @Override
        public E read(String text) {
            E value = values.get(text);
            if (value == null) {
                throw new IllegalArgumentException(
                        "\"%s\" is none of %s".formatted(text, permitted()));
            }
            return value;
        }

        @Override
        public String write(E value) {
            return name.apply(value);
        }

        @Override
        public String permitted() {
            return values.keySet().stream().sorted().collect(Collectors.joining(", "));
        }

        @Override
        public boolean quoted() {
            return true;
        }
    }

    /** Words for people, on one line. */
    record Words(int longest) implements SettingType<String> {
        @Override
        public String read(String text) {
            if (text.isBlank() || text.length() > longest || !text.equals(text.strip())) {
                throw new IllegalArgumentException("it is not of " + permitted());
            }
            for (int i = 0; i < text.length(); i++) {
                if (Character.isISOControl(text.charAt(i)) || "\"\\".indexOf(text.charAt(i)) >= 0) {
                    throw new IllegalArgumentException("it is not of " + permitted());
                }
            }
            return text;
        }

        @Override
        public String write(String value) {
            return value;
        }

        @Override
        public String permitted() {
            return "1 to %d characters on one line, no quotation marks and no backslash"
                    .formatted(longest);
        }

        @Override
        public boolean quoted() {
            return true;
        }
    }

    static SettingType<Duration> hours(double lowest, double highest) {
        return new Amount<>(
                Map.of("h", 1.0, "min", 1.0 / 60, "d", 24.0),
                "h",
                hours -> Duration.ofMillis(Math.round(hours * 3_600_000)),
                duration -> duration.toMillis() / 3_600_000.0,
                lowest,
                highest);
    }

    static SettingType<Duration> minutes(double lowest, double highest) {
        return new Amount<>(
                Map.of("min", 1.0, "s", 1.0 / 60),
                "min",
                minutes -> Duration.ofMillis(Math.round(minutes * 60_000)),
                duration -> duration.toMillis() / 60_000.0,
                lowest,
                highest);
    }

    static SettingType<Temperature> temperature(double lowest, double highest) {
        return amount("Cel", Temperature::ofCelsius, Temperature::celsius, lowest, highest);
    }

    static SettingType<Pressure> pressure(double lowest, double highest) {
        return amount("mm[Hg]", Pressure::new, Pressure::mmHg, lowest, highest);
    }

    static SettingType<OxygenFlow> flow(double lowest, double highest) {
        return amount("L/min", OxygenFlow::new, OxygenFlow::litresPerMinute, lowest, highest);
    }

    /** A fraction of inspired oxygen, written in per cent. */
    static SettingType<OxygenFraction> fraction(double lowest, double highest) {
        return amount(
                "%",
                percent -> OxygenFraction.of(percent / 100),
                OxygenFraction::percent,
                lowest,
                highest);
    }

    static SettingType<Weight> weight(double lowest, double highest) {
        return amount("kg", Weight::new, Weight::kilograms, lowest, highest);
    }

    static SettingType<DoseRate> dose(DoseUnit unit, double lowest, double highest) {
        return amount(
                unit.ucum(),
                amount -> new DoseRate(amount, unit),
                DoseRate::amount,
                lowest,
                highest);
    }

    /** A plain number in a unit for which the house has no type, such as "%" or "a". */
    static SettingType<Double> number(String unit, double lowest, double highest) {
        return amount(unit, value -> value, value -> value, lowest, highest);
    }

    static SettingType<Integer> count(int lowest, int highest) {
        return new Amount<>(
                Map.of("", 1.0),
                "",
                value -> {
                    if (value != Math.rint(value)) {
                        throw new IllegalArgumentException(value + " is no whole number");
                    }
                    return (int) value;
                },
                Integer::doubleValue,
                lowest,
                highest);
    }

    static <E extends Enum<E>> SettingType<E> choice(E[] values) {
        return choice(values, value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static <E extends Enum<E>> SettingType<E> choice(E[] values, Function<E, String> name) {
        return new Choice<>(
                Arrays.stream(values).collect(Collectors.toMap(name, Function.identity())), name);
    }

    private static <T> SettingType<T> amount(
            String unit,
            DoubleFunction<T> make,
            ToDoubleFunction<T> amount,
            double lowest,
            double highest) {
        return new Amount<>(Map.of(unit, 1.0), unit, make, amount, lowest, highest);
    }
}
