package org.cytovigil.ui.charting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.LaboratoryResult;
import org.cytovigil.grading.LaboratoryValue;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Laboratory results, each in the unit kept, or with another unit written after it. */
// [impl->req~ui.chart-findings~1]
final class LabSheet implements Sheet {
    private static final Pattern WITH_UNIT = Pattern.compile("([-\\d.,]+)\\s*(\\D.*)?");

    private final Map<Analyte, Field> fields = new EnumMap<>(Analyte.class);

    LabSheet() {
        for (Analyte analyte : Analyte.values()) {
            String id = "lab-" + analyte.name().toLowerCase(Locale.ROOT);
            fields.put(analyte, Field.typed(id, analyte.label() + " " + analyte.ucum()));
        }
    }

    @Override
    public String id() {
        return "labs";
    }

    @Override
    public boolean charts(Observation fact) {
        return fact instanceof Observation.LaboratoryResult;
    }

    @Override
    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    @Override
    public void show(StaySnapshot stay, Instant now) {
        fields.forEach(
                (analyte, field) -> {
                    LaboratoryValue last = stay.picture().laboratory().get(analyte);
                    field.setLast(
                            last == null
                                    ? Texts.of("charting.last.none")
                                    : Texts.of(
                                            "charting.last",
                                            Wording.number(last.value()) + " " + analyte.ucum(),
                                            Wording.age(last.at(), now)));
                    field.setNote(note(analyte, field));
                });
    }

    /** What a result in another unit comes to. */
    private static String note(Analyte analyte, Field field) {
        return convert(analyte, field.text()) instanceof Analyte.Conversion.Converted converted
                        && !field.text().isEmpty()
                        && !Numbers.parse(field.text()).isPresent()
                ? Texts.of(
                        "charting.lab.converted",
                        Wording.number(converted.value()) + " " + analyte.ucum())
                : "";
    }

    /** {@code null} when the text is no number with or without a unit. */
    private static Analyte.@Nullable Conversion convert(Analyte analyte, String typed) {
        Matcher read = WITH_UNIT.matcher(typed);
        if (!read.matches()) {
            return null;
        }
        OptionalDouble number = Numbers.parse(read.group(1));
        if (number.isEmpty()) {
            return null;
        }
        String unit = read.group(2);
        return analyte.convert(
                BigDecimal.valueOf(number.getAsDouble()),
                unit == null ? analyte.ucum() : unit.strip());
    }

    @Override
    public Filled read(StaySnapshot stay) {
        Doubts filled = new Doubts(stay.policy().plausibility());
        fields.forEach(
                (analyte, field) -> {
                    if (!field.text().isEmpty()) {
                        read(analyte, field, stay, filled);
                    }
                });
        return filled.filled();
    }

    private static void read(Analyte analyte, Field field, StaySnapshot stay, Doubts filled) {
        switch (convert(analyte, field.text())) {
            case null -> field.refuse(Texts.of("charting.no-number", field.text()));
            case Analyte.Conversion.Refused refused -> field.refuse(refused.reason());
            case Analyte.Conversion.Converted converted -> {
                LaboratoryResult result = new LaboratoryResult(analyte, converted.value());
                filled.add(result);
                LaboratoryValue last = stay.picture().laboratory().get(analyte);
                filled.compare(
                        ChartedWords.of(result),
                        converted.value(),
                        last == null ? null : last.value(),
                        last == null ? "" : Wording.number(last.value()));
            }
        }
    }
}
