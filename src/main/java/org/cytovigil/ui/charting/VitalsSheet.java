package org.cytovigil.ui.charting;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.RespiratoryRate;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Temperature, blood pressure, saturation, heart and respiratory rate. */
// [impl->req~ui.chart-vitals~1]
final class VitalsSheet implements Sheet {
    private static final Pattern LABELLED =
            Pattern.compile("(.*?)\\s*°?\\s*([CF])", Pattern.CASE_INSENSITIVE);

    private final Field temperature = Field.typed("temperature");
    private final Field site =
            Field.chosen(
                            "site",
                            Arrays.stream(TemperatureSite.values())
                                    .map(
                                            each ->
                                                    new Field.Choice(
                                                            each.name(),
                                                            Texts.of(
                                                                    "charting.site."
                                                                            + each.name()
                                                                                    .toLowerCase(
                                                                                            Locale
                                                                                                    .ROOT))))
                                    .toList())
                    .passedByEnter();
    private final Field systolic = Field.typed("systolic");
    private final Field diastolic = Field.typed("diastolic");
    private final Field mean = Field.typed("mean");
    private final Field saturation = Field.typed("saturation");
    private final Field heartRate = Field.typed("heart-rate");
    private final Field respiratoryRate = Field.typed("respiratory-rate");

    private final Field source =
            Field.chosen(
                            "source",
                            Arrays.stream(PressureSource.values())
                                    .map(each -> new Field.Choice(each.name(), words(each)))
                                    .toList())
                    .passedByEnter();

    /** A temperature as typed, with what was assumed about it. */
    private record Read(Temperature value, boolean unitAssumed) {}

    @Override
    public String id() {
        return "vitals";
    }

    @Override
    public boolean charts(Observation fact) {
        return fact instanceof Observation.BodyTemperature
                || fact instanceof Observation.BloodPressure
                || fact instanceof Observation.OxygenSaturation
                || fact instanceof Observation.HeartRate
                || fact instanceof Observation.RespiratoryRate;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                temperature,
                site,
                systolic,
                diastolic,
                mean,
                source,
                saturation,
                heartRate,
                respiratoryRate);
    }

    @Override
    public void show(StaySnapshot stay, Instant now) {
        ClinicalPicture picture = stay.picture();
        temperature.setLast(Readings.words(picture.temperature(), VitalsSheet::words, now));
        pressure(systolic, picture.pressure(), BloodPressure::systolic, now);
        pressure(diastolic, picture.pressure(), BloodPressure::diastolic, now);
        pressure(mean, picture.pressure(), BloodPressure::meanOrDerived, now);
        BloodPressure last = Readings.value(picture.pressure());
        source.setLast(
                last == null || last.source() == PressureSource.UNSTATED
                        ? ""
                        : words(last.source()));
        saturation.setLast(
                Readings.words(picture.saturation(), s -> Wording.number(s.percent()) + " %", now));
        heartRate.setLast(
                Readings.words(
                        picture.heartRate(), h -> Wording.number(h.perMinute()) + " /min", now));
        respiratoryRate.setLast(
                Readings.words(
                        picture.respiratoryRate(),
                        r -> Wording.number(r.perMinute()) + " /min",
                        now));
        note(stay);
    }

    private static String words(BodyTemperature last) {
        String degrees = Wording.tenths(last.value().celsius()) + " °C";
        return last.site() == TemperatureSite.UNSTATED
                ? degrees
                : degrees
                        + " "
                        + Texts.of("charting.site." + last.site().name().toLowerCase(Locale.ROOT));
    }

    private static String words(PressureSource source) {
        return Texts.of("charting.source." + source.name().toLowerCase(Locale.ROOT));
    }

    private static void pressure(
            Field field,
            Reading<BloodPressure> reading,
            Function<BloodPressure, @Nullable Pressure> part,
            Instant now) {
        BloodPressure last = Readings.value(reading);
        boolean without = last != null && part.apply(last) == null;
        field.setLast(without ? "" : Readings.words(reading, p -> mmHg(part.apply(p)), now));
    }

    private static String mmHg(@Nullable Pressure pressure) {
        return pressure == null ? "" : Wording.number(Math.rint(pressure.mmHg())) + " mmHg";
    }

    @Override
    public boolean fill(Observation fact) {
        return switch (fact) {
            case BodyTemperature t -> {
                temperature.textProperty().set(asTyped(t));
                site.textProperty().set(t.site().name());
                yield only(temperature, site);
            }
            case BloodPressure p -> {
                systolic.textProperty().set(number(p.systolic()));
                diastolic.textProperty().set(number(p.diastolic()));
                mean.textProperty().set(number(p.mean()));
                source.textProperty().set(p.source().name());
                yield only(systolic, diastolic, mean, source);
            }
            case OxygenSaturation s -> number(saturation, s.percent());
            case HeartRate h -> number(heartRate, h.perMinute());
            case RespiratoryRate r -> number(respiratoryRate, r.perMinute());
            default -> false;
        };
    }

    /** So that it reads back as the same: not every °F is a thousandth of a °C. */
    private static String asTyped(BodyTemperature known) {
        long parts = known.value().parts();
        boolean celsius = !known.unitAssumed() && parts % 9 == 0;
        return celsius
                ? Wording.number(parts / 9_000.0) + " C"
                : Wording.number((parts / 5.0 + 32_000) / 1_000)
                        + (known.unitAssumed() ? "" : " F");
    }

    private boolean number(Field field, double value) {
        field.textProperty().set(Wording.number(value));
        return only(field);
    }

    private static String number(@Nullable Pressure pressure) {
        return pressure == null ? "" : Wording.number(pressure.mmHg());
    }

    private boolean only(Field... kept) {
        List<Field> shown = List.of(kept);
        fields().forEach(field -> field.shownProperty().set(shown.contains(field)));
        return true;
    }

    private void note(StaySnapshot stay) {
        ClinicalPicture picture = stay.picture();
        Plausibility plausibility = stay.policy().plausibility();
        Read read = parse(temperature.text(), plausibility);
        temperature.setNote(
                read != null && read.unitAssumed()
                        ? Texts.of("charting.fahrenheit", Wording.tenths(read.value().celsius()))
                        : warning(
                                plausibility,
                                read == null
                                        ? null
                                        : new BodyTemperature(
                                                read.value(), TemperatureSite.UNSTATED, false),
                                read == null ? null : read.value().celsius(),
                                celsius(picture)));
        warn(
                stay,
                systolic,
                p -> part(new Pressure(p), null, null),
                pressure(picture, BloodPressure::systolic));
        warn(
                stay,
                diastolic,
                p -> part(null, new Pressure(p), null),
                pressure(picture, BloodPressure::diastolic));
        warn(
                stay,
                mean,
                p -> part(null, null, new Pressure(p)),
                pressure(picture, BloodPressure::meanOrDerived));
        warn(stay, saturation, OxygenSaturation::new, saturation(picture));
        warn(stay, heartRate, HeartRate::new, heartRate(picture));
        warn(stay, respiratoryRate, RespiratoryRate::new, respiratoryRate(picture));
    }

    private static void warn(
            StaySnapshot stay,
            Field field,
            DoubleFunction<Observation> fact,
            @Nullable Double was) {
        Double typed = Numbers.peek(field);
        field.setNote(
                warning(
                        stay.policy().plausibility(),
                        typed == null ? null : fact.apply(typed),
                        typed,
                        was));
    }

    private static String warning(
            Plausibility plausibility,
            @Nullable Observation fact,
            @Nullable Double now,
            @Nullable Double was) {
        if (fact == null) {
            return "";
        }
        return plausibility
                .fault(fact)
                .map(fault -> Texts.of("charting.doubt.implausible", fault))
                .orElseGet(() -> Numbers.isTenfold(now, was) ? Texts.of("charting.tenfold") : "");
    }

    @Override
    public Filled read(StaySnapshot stay) {
        ClinicalPicture picture = stay.picture();
        Doubts filled = new Doubts(stay.policy().plausibility());
        readTemperature(stay, filled);
        readPressure(picture, filled);
        readRate(saturation, OxygenSaturation::new, saturation(picture), filled);
        readRate(heartRate, HeartRate::new, heartRate(picture), filled);
        readRate(respiratoryRate, RespiratoryRate::new, respiratoryRate(picture), filled);
        return filled.filled();
    }

    private void readTemperature(StaySnapshot stay, Doubts filled) {
        if (temperature.text().isEmpty()) {
            return;
        }
        Read read = parse(temperature.text(), stay.policy().plausibility());
        if (read == null) {
            temperature.refuse(Texts.of("charting.no-temperature", temperature.text()));
            return;
        }
        BodyTemperature fact =
                new BodyTemperature(
                        read.value(), TemperatureSite.valueOf(site.text()), read.unitAssumed());
        filled.add(fact);
        compare(filled, fact, read.value().celsius(), celsius(stay.picture()));
    }

    private void readPressure(ClinicalPicture picture, Doubts filled) {
        Double upper = Numbers.read(systolic);
        Double lower = Numbers.read(diastolic);
        Double middle = Numbers.read(mean);
        if (upper == null && lower == null && middle == null) {
            return;
        }
        BloodPressure fact =
                new BloodPressure(
                        of(upper), of(lower), of(middle), PressureSource.valueOf(source.text()));
        filled.add(fact);
        compare(filled, fact, upper, pressure(picture, BloodPressure::systolic));
        compare(filled, fact, lower, pressure(picture, BloodPressure::diastolic));
        compare(filled, fact, middle, pressure(picture, BloodPressure::meanOrDerived));
    }

    private static void readRate(
            Field field, DoubleFunction<Observation> kind, @Nullable Double was, Doubts filled) {
        Double value = Numbers.read(field);
        if (value != null) {
            Observation fact = kind.apply(value);
            filled.add(fact);
            compare(filled, fact, value, was);
        }
    }

    private static void compare(
            Doubts filled, Observation fact, @Nullable Double now, @Nullable Double was) {
        filled.compare(
                ChartedWords.of(fact),
                now,
                was,
                was == null ? "" : Wording.number(Math.rint(was * 10) / 10));
    }

    /** A temperature as typed; {@code null} when it is none. */
    private static @Nullable Read parse(String typed, Plausibility plausibility) {
        Matcher labelled = LABELLED.matcher(typed);
        boolean unit = labelled.matches();
        OptionalDouble number = Numbers.parse(unit ? labelled.group(1).strip() : typed);
        if (number.isEmpty()) {
            return null;
        }
        double degrees = number.getAsDouble();
        if (unit) {
            return new Read(
                    labelled.group(2).equalsIgnoreCase("F")
                            ? Temperature.ofFahrenheit(degrees)
                            : Temperature.ofCelsius(degrees),
                    false);
        }
        return plausibility.assumedFahrenheit(degrees)
                ? new Read(Temperature.ofFahrenheit(degrees), true)
                : new Read(Temperature.ofCelsius(degrees), false);
    }

    private static BloodPressure part(
            @Nullable Pressure upper, @Nullable Pressure lower, @Nullable Pressure middle) {
        return new BloodPressure(upper, lower, middle, PressureSource.UNSTATED);
    }

    private static @Nullable Pressure of(@Nullable Double mmHg) {
        return mmHg == null ? null : new Pressure(mmHg);
    }

    private static @Nullable Double celsius(ClinicalPicture picture) {
        BodyTemperature last = Readings.value(picture.temperature());
        return last == null ? null : last.value().celsius();
    }

    private static @Nullable Double pressure(
            ClinicalPicture picture, Function<BloodPressure, @Nullable Pressure> part) {
        BloodPressure last = Readings.value(picture.pressure());
        Pressure found = last == null ? null : part.apply(last);
        return found == null ? null : found.mmHg();
    }

    private static @Nullable Double saturation(ClinicalPicture picture) {
        OxygenSaturation last = Readings.value(picture.saturation());
        return last == null ? null : last.percent();
    }

    private static @Nullable Double heartRate(ClinicalPicture picture) {
        HeartRate last = Readings.value(picture.heartRate());
        return last == null ? null : last.perMinute();
    }

    private static @Nullable Double respiratoryRate(ClinicalPicture picture) {
        RespiratoryRate last = Readings.value(picture.respiratoryRate());
        return last == null ? null : last.perMinute();
    }
}
