package org.cytovigil.ui.charting;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.grading.Settings;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.charting.Field.Choice;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** ICE task by task or its sum, CAPD for children, and the signs of ICANS. */
// [impl->req~ui.chart-neurology~1]
final class NeurologySheet implements Sheet {
    private static final NeurologicalExamination NOTHING =
            new NeurologicalExamination(null, null, null, null, null, null, null);

    private final Field year = Field.chosen("ice-year", Choices.yesOrNo());
    private final Field month = Field.chosen("ice-month", Choices.yesOrNo());
    private final Field city = Field.chosen("ice-city", Choices.yesOrNo());
    private final Field hospital = Field.chosen("ice-hospital", Choices.yesOrNo());
    private final Field objects =
            Field.chosen(
                    "ice-objects",
                    Stream.concat(
                                    Stream.of(Choices.NONE),
                                    IntStream.rangeClosed(0, IceScore.OBJECTS)
                                            .mapToObj(Integer::toString)
                                            .map(n -> new Choice(n, n)))
                            .toList());
    private final Field command = Field.chosen("ice-command", Choices.yesOrNo());
    private final Field sentence = Field.chosen("ice-sentence", Choices.yesOrNo());
    private final Field counting = Field.chosen("ice-counting", Choices.yesOrNo());
    private final Field ice = Field.typed("ice-sum").passedByEnter();
    private final Field capd = Field.typed("capd");
    private final Field consciousness =
            Field.chosen(
                    "consciousness", Choices.of("consciousness", List.of(Consciousness.values())));
    private final Field seizure =
            Field.chosen("seizure", Choices.of("seizure", List.of(Seizure.values())));
    private final Field motor = Field.chosen("motor", Choices.yesOrNo());
    private final Field oedema =
            Field.chosen("oedema", Choices.of("oedema", List.of(CerebralOedema.values())));
    private final Field sedated = Field.chosen("sedated", Choices.yesOrNo());
    private String remark = "";

    private List<Field> tasks() {
        return List.of(year, month, city, hospital, objects, command, sentence, counting);
    }

    @Override
    public String id() {
        return "neurology";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                year,
                month,
                city,
                hospital,
                objects,
                command,
                sentence,
                counting,
                ice,
                capd,
                consciousness,
                seizure,
                motor,
                oedema,
                sedated);
    }

    @Override
    public String remark() {
        return remark;
    }

    @Override
    public boolean fill(Observation fact) {
        if (!(fact instanceof NeurologicalExamination was)) {
            return false;
        }
        fillIce(was.ice());
        capd.textProperty()
                .set(
                        was.capd() == null
                                ? ""
                                : ChartedWords.range(was.capd().least(), was.capd().most()));
        set(consciousness, was.consciousness());
        set(seizure, was.seizure());
        set(motor, was.motorWeakness());
        set(oedema, was.oedema());
        set(sedated, was.sedated());
        return true;
    }

    private void fillIce(@Nullable IceScore score) {
        switch (score) {
            case null -> ice.textProperty().set("");
            case IceScore.Total total -> ice.textProperty().set(Integer.toString(total.points()));
            case IceScore.Items items -> {
                set(year, items.year());
                set(month, items.month());
                set(city, items.city());
                set(hospital, items.hospital());
                objects.textProperty()
                        .set(items.objects() == null ? "" : items.objects().toString());
                set(command, items.command());
                set(sentence, items.sentence());
                set(counting, items.counting());
            }
        }
    }

    private static void set(Field field, @Nullable Boolean so) {
        field.textProperty().set(so == null ? "" : so ? "yes" : "no");
    }

    private static void set(Field field, @Nullable Enum<?> value) {
        field.textProperty().set(value == null ? "" : value.name());
    }

    @Override
    public void show(StaySnapshot stay, Instant now) {
        Double age = stay.picture().patient().ageYears();
        boolean child = age != null && age < stay.policy().get(Settings.ICE_FROM);
        tasks().forEach(task -> task.shownProperty().set(!child));
        ice.shownProperty().set(!child);
        capd.shownProperty().set(child || age == null);
        String last =
                Texts.of(
                        "charting.neurology.last",
                        Readings.words(stay.picture().neurology(), ChartedWords::value, now));
        IceScore.Items items = child ? null : items();
        remark =
                items == null
                        ? last
                        : Texts.of("charting.ice", ChartedWords.range(items.least(), items.most()))
                                + " "
                                + last;
    }

    /** The tasks as charted; {@code null} when none is. */
    private IceScore.@Nullable Items items() {
        return tasks().stream().allMatch(task -> task.text().isEmpty())
                ? null
                : new IceScore.Items(
                        Choices.yes(year),
                        Choices.yes(month),
                        Choices.yes(city),
                        Choices.yes(hospital),
                        objects.text().isEmpty() ? null : Integer.valueOf(objects.text()),
                        Choices.yes(command),
                        Choices.yes(sentence),
                        Choices.yes(counting));
    }

    @Override
    public Filled read(StaySnapshot stay) {
        Integer sum = ice.isShown() ? whole(ice) : null;
        Integer delirium = capd.isShown() ? whole(capd) : null;
        IceScore score = ice.isShown() ? items() : null;
        if (score != null && sum != null) {
            ice.refuse(Texts.of("charting.ice.twice"));
        }
        NeurologicalExamination found =
                new NeurologicalExamination(
                        score == null && sum != null ? new IceScore.Total(sum) : score,
                        delirium == null ? null : new CapdScore.Total(delirium),
                        Choices.one(Consciousness.class, consciousness),
                        Choices.one(Seizure.class, seizure),
                        Choices.yes(motor),
                        Choices.one(CerebralOedema.class, oedema),
                        Choices.yes(sedated));
        Doubts filled = new Doubts(stay.policy().plausibility());
        return found.equals(NOTHING) ? filled.filled() : filled.add(found).filled();
    }

    private static @Nullable Integer whole(Field field) {
        Double number = Numbers.read(field);
        if (number == null) {
            return null;
        }
        if (number != Math.rint(number)) {
            field.refuse(Texts.of("charting.no-whole", field.text()));
            return null;
        }
        return number.intValue();
    }
}
