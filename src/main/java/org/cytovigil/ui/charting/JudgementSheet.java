package org.cytovigil.ui.charting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.Attributed;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.DeathDueToCrs;
import org.cytovigil.clinical.Observation.EpisodeOpened;
import org.cytovigil.clinical.Observation.GradeOverridden;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.GradeOverride;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.charting.Field.Choice;
import org.cytovigil.ui.theme.Texts;

/**
 * What a clinician decides: another cause, another grade than the computed one, an episode without
 * fever, or that the patient died of CRS.
 */
// [impl->req~ui.chart-judgement~1]
final class JudgementSheet implements Sheet {
    private static final String WITHDRAW = "withdraw";
    private static final String EPISODE = "episode";
    private static final String DEATH = "death";
    private static final String COMPUTED = "computed";
    private static final int WORST = 5;

    private final Field what =
            Field.chosen(
                    "judgement",
                    Choices.of("judgement", "attribute", WITHDRAW, "grade", EPISODE, DEATH));
    private final Field scope =
            Field.chosen(
                    "scope",
                    Arrays.stream(AttributionScope.values())
                            .map(
                                    each ->
                                            new Choice(
                                                    each.name(),
                                                    Texts.of(
                                                            "charting.scope."
                                                                    + each.name()
                                                                            .toLowerCase(
                                                                                    Locale.ROOT))))
                            .toList());
    private final Field cause = Field.typed("cause").wide();
    private final Field scale =
            Field.chosen(
                    "scale",
                    Arrays.stream(ScaleId.values())
                            .map(each -> new Choice(each.name(), each.title()))
                            .toList());
    private final Field grade = Field.chosen("grade", grades());
    private final Field why = Field.typed("why").wide();
    private final Field clinician = Field.typed("clinician").wide();
    private boolean begun;
    private String remark = "";

    private static List<Choice> grades() {
        List<Choice> grades = new ArrayList<>(List.of(Choices.NONE));
        IntStream.rangeClosed(0, WORST)
                .mapToObj(Integer::toString)
                .forEach(each -> grades.add(new Choice(each, each)));
        grades.add(new Choice(COMPUTED, Texts.of("charting.grade.computed")));
        return grades;
    }

    @Override
    public String id() {
        return "judgement";
    }

    @Override
    public boolean charts(Observation fact) {
        return fact instanceof Observation.Attributed
                || fact instanceof Observation.GradeOverridden
                || fact instanceof Observation.EpisodeOpened
                || fact instanceof Observation.DeathDueToCrs;
    }

    @Override
    public List<Field> fields() {
        return List.of(what, scope, cause, scale, grade, why, clinician);
    }

    @Override
    public String remark() {
        return remark;
    }

    @Override
    public void show(StaySnapshot stay, Instant now) {
        if (!begun) {
            begun = true;
            scale.textProperty().set(stay.scale().name());
        }
        boolean grading = what.text().equals("grade");
        boolean attributing = what.text().equals("attribute");
        boolean withdrawing = what.text().equals(WITHDRAW);
        scope.shownProperty().set(attributing || withdrawing);
        cause.shownProperty().set(attributing);
        for (Field field : List.of(scale, grade, why, clinician)) {
            field.shownProperty().set(grading);
        }
        remark =
                stay.picture().attributions().entrySet().stream()
                        .map(
                                each ->
                                        ChartedWords.of(
                                                new Attributed(
                                                        each.getKey(), false, each.getValue())))
                        .collect(Collectors.joining(" · "));
        ScaleId chosen = ScaleId.valueOf(scale.text());
        GradeOverride set = stay.picture().overrides().get(chosen);
        grade.setLast(
                set == null
                        ? Texts.of("charting.grade.none")
                        : Texts.of(
                                "charting.grade.stands", Integer.toString(set.grade()), set.by()));
    }

    @Override
    public Filled read(StaySnapshot stay) {
        Doubts filled = new Doubts(stay.policy().plausibility());
        switch (what.text()) {
            case "attribute" -> {
                if (isWritten(cause)) {
                    filled.add(new Attributed(chosenScope(), false, cause.text()));
                }
            }
            case WITHDRAW -> {
                if (stay.picture().attributions().containsKey(chosenScope())) {
                    filled.add(new Attributed(chosenScope(), true, ""));
                } else {
                    scope.refuse(Texts.of("charting.not-attributed"));
                }
            }
            case "grade" -> readGrade(filled);
            case EPISODE -> openEpisode(stay, filled);
            case DEATH -> {
                Observation death = new DeathDueToCrs();
                filled.add(death).ask(ChartedWords.of(death), Texts.of("charting.doubt.death"));
            }
            default -> {}
        }
        return filled.filled();
    }

    private void openEpisode(StaySnapshot stay, Doubts filled) {
        boolean open = !stay.episodes().isEmpty() && stay.episodes().getLast().open();
        if (open) {
            what.refuse(Texts.of("charting.episode-open"));
        } else {
            filled.add(new EpisodeOpened());
        }
    }

    private AttributionScope chosenScope() {
        return AttributionScope.valueOf(scope.text());
    }

    private void readGrade(Doubts filled) {
        boolean reasoned = isWritten(why);
        boolean signed = isWritten(clinician);
        if (grade.text().isEmpty()) {
            grade.refuse(Texts.of("charting.no-grade"));
        } else if (reasoned && signed) {
            filled.add(
                    new GradeOverridden(
                            ScaleId.valueOf(scale.text()),
                            grade.text().equals(COMPUTED) ? null : Integer.valueOf(grade.text()),
                            why.text(),
                            clinician.text()));
        }
    }

    private static boolean isWritten(Field field) {
        if (field.text().isEmpty()) {
            field.refuse(Texts.of("charting.not-written"));
        }
        return !field.text().isEmpty();
    }
}
