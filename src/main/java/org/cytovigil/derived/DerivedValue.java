package org.cytovigil.derived;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.grading.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A value worked out of charted ones, with all that a reader needs to check it. It is shown for the
 * eye, and never as a grade or an order.
 *
 * @param definition what it is
 * @param at the moment it is worked out for
 * @param inputs what it was worked out of
 * @param result what came out
 * @param missing what it lacks, and why: never charted, how stale, or why it cannot be used; empty
 *     when nothing is lacking
 * @param remarks what must be read with it, such as the limits within which it holds
 */
// [impl->req~derived.values~1]
public record DerivedValue(
        Definition definition,
        Instant at,
        List<Input> inputs,
        Result result,
        List<String> missing,
        List<String> remarks) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /**
     * A charted value that went in.
     *
     * @param label what it is
     * @param value the value with its unit, in words
     * @param at when it was so, or {@code null} when that is not known, as of a weight
     */
    public record Input(String label, String value, @Nullable Instant at) {}

    /** What came out. */
    public sealed interface Result {
        /**
         * A number, or the range that the known inputs leave.
         *
         * @param least the least it can be
         * @param most the most it can be; infinite when nothing bounds it
         */
        record Amount(double least, double most) implements Result {
            public boolean exact() {
                return least == most;
            }
        }

        /** A point in time. */
        record Moment(Instant instant) implements Result {}

        /** No value; {@link DerivedValue#missing} says why. */
        record None() implements Result {}
    }

    public DerivedValue {
        inputs = List.copyOf(inputs);
        missing = List.copyOf(missing);
        remarks = List.copyOf(remarks);
    }

    /** Its name in files. */
    public String name() {
        return definition.name();
    }

    /** Its short name on screen. */
    public String label() {
        return definition.label();
    }

    /** How it is worked out. */
    public String formula() {
        return definition.formula();
    }

    /** Whether there is no value at all. */
    public boolean isNone() {
        return result instanceof Result.None;
    }

    /**
     * "0.83", "at least 4 (up to 7)", "at least 0.12 µg/kg/min", "14:20", or a dash.
     *
     * @param zone for a time of day
     */
    public String valueText(ZoneId zone) {
        return valueText(instant -> clock(instant, zone));
    }

    private String valueText(Function<Instant, String> time) {
        return switch (result) {
            case Result.Amount amount when amount.exact() -> number(amount.least()) + unit();
            case Result.Amount amount when Double.isInfinite(amount.most()) ->
                    "at least " + number(amount.least()) + unit();
            case Result.Amount amount ->
                    "at least %s (up to %s)%s"
                            .formatted(number(amount.least()), number(amount.most()), unit());
            case Result.Moment moment -> time.apply(moment.instant());
            case Result.None none -> "-";
        };
    }

    /** "LDH 300 U/L (2 h ago), ..."; empty when nothing went in. */
    public String inputsText() {
        return inputs.stream()
                .map(
                        input ->
                                input.label()
                                        + " "
                                        + input.value()
                                        + (input.at() == null
                                                ? ""
                                                : " (%s ago)"
                                                        .formatted(Wording.age(input.at(), at))))
                .collect(Collectors.joining(", "));
    }

    /** "heart rate: never charted; ..."; empty when nothing is lacking. */
    public String missingText() {
        return String.join("; ", missing);
    }

    /** The age of the oldest input, "6 h"; empty when no input has a time. */
    public String ageText() {
        return inputs.stream()
                .map(Input::at)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(oldest -> Wording.age(oldest, at))
                .orElse("");
    }

    /**
     * All of it on one line: label, value if there is one, formula, inputs, what is missing,
     * remarks.
     *
     * @param infusion of cells, from which a point in time is counted: "day 3 14:00"; without one
     *     it is told in UTC
     */
    public String sentence(@Nullable Infusion infusion) {
        List<String> parts = new ArrayList<>();
        String value =
                isNone()
                        ? ""
                        : " "
                                + valueText(
                                        instant ->
                                                infusion == null
                                                        ? instant.toString()
                                                        : Wording.dayAndHour(
                                                                infusion.at(), instant));
        parts.add("%s%s = %s".formatted(label(), value, formula()));
        if (!inputs.isEmpty()) {
            parts.add(inputsText());
        }
        if (!missing.isEmpty()) {
            parts.add("missing: " + missingText());
        }
        parts.addAll(remarks);
        return String.join("; ", parts);
    }

    private String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(definition.decimals(), RoundingMode.HALF_UP)
                .toPlainString();
    }

    private String unit() {
        return definition.unit().isEmpty() ? "" : " " + Wording.plainUnit(definition.unit());
    }

    private String clock(Instant instant, ZoneId zone) {
        ZonedDateTime then = instant.atZone(zone);
        boolean today = then.toLocalDate().equals(at.atZone(zone).toLocalDate());
        return (today ? CLOCK : DAY_AND_CLOCK).format(then);
    }
}
