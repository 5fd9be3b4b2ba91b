package org.cytovigil.ui.charting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.CoagulopathyTreated;
import org.cytovigil.clinical.Observation.ConstitutionalSymptoms;
import org.cytovigil.clinical.Observation.HypotensionStated;
import org.cytovigil.clinical.Observation.IntravenousTherapy;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.OrganToxicity;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.charting.Field.Choice;
import org.cytovigil.ui.theme.Texts;

/** Symptoms, hypotension as the clinician says it, and toxicity of organs by CTCAE grade. */
// [impl->req~ui.chart-findings~1]
final class FindingsSheet implements Sheet {
    private static final int WORST = 4;

    private final Field symptoms = Field.chosen("symptoms", Choices.yesOrNo());
    private final Field hypotension =
            Field.chosen(
                    "hypotension",
                    List.of(Choices.NONE, new Choice("yes", Texts.of("charting.yes"))));
    private final Field coagulopathy = Field.chosen("coagulopathy", Choices.yesOrNo());
    private final Field intravenous = Field.chosen("intravenous", Choices.yesOrNo());
    private final Map<Organ, Field> organs = new EnumMap<>(Organ.class);

    FindingsSheet() {
        List<Choice> grades =
                Stream.concat(
                                Stream.of(Choices.NONE),
                                IntStream.rangeClosed(0, WORST)
                                        .mapToObj(Integer::toString)
                                        .map(grade -> new Choice(grade, grade)))
                        .toList();
        for (Organ organ : Organ.values()) {
            String name = organ.name().toLowerCase(Locale.ROOT);
            organs.put(
                    organ,
                    Field.chosen(
                            "organ-" + name,
                            Texts.of("charting.organ.field", Texts.of("charting.organ." + name)),
                            grades));
        }
    }

    @Override
    public String id() {
        return "findings";
    }

    @Override
    public boolean charts(Observation fact) {
        return fact instanceof Observation.HypotensionStated
                || fact instanceof Observation.ConstitutionalSymptoms
                || fact instanceof Observation.OrganToxicity
                || fact instanceof Observation.CoagulopathyTreated
                || fact instanceof Observation.IntravenousTherapy;
    }

    @Override
    public List<Field> fields() {
        List<Field> fields =
                new ArrayList<>(List.of(symptoms, hypotension, coagulopathy, intravenous));
        fields.addAll(organs.values());
        return fields;
    }

    @Override
    public void show(StaySnapshot stay, Instant now) {
        ClinicalPicture picture = stay.picture();
        stands(symptoms, picture.symptoms());
        stands(hypotension, picture.hypotensionStated());
        stands(coagulopathy, picture.coagulopathyTreated());
        stands(intravenous, picture.intravenousTherapy());
        organs.forEach(
                (organ, field) -> {
                    Integer grade = picture.organToxicity().get(organ);
                    field.setLast(
                            grade == null
                                    ? Texts.of("charting.last.none")
                                    : Texts.of("charting.stands", grade.toString()));
                });
    }

    private static void stands(Field field, boolean so) {
        field.setLast(so ? Texts.of("charting.stands", Texts.of("charting.yes")) : "");
    }

    @Override
    public Filled read(StaySnapshot stay) {
        Doubts filled = new Doubts(stay.policy().plausibility());
        Boolean ill = Choices.yes(symptoms);
        if (ill != null) {
            filled.add(new ConstitutionalSymptoms(ill));
        }
        if (Choices.yes(hypotension) != null) {
            filled.add(new HypotensionStated());
        }
        Boolean plasma = Choices.yes(coagulopathy);
        if (plasma != null) {
            filled.add(new CoagulopathyTreated(plasma));
        }
        Boolean drip = Choices.yes(intravenous);
        if (drip != null) {
            filled.add(new IntravenousTherapy(drip));
        }
        organs.forEach(
                (organ, field) -> {
                    if (!field.text().isEmpty()) {
                        filled.add(new OrganToxicity(organ, Integer.parseInt(field.text())));
                    }
                });
        return filled.filled();
    }
}
