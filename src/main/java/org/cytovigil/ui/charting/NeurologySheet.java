package org.cytovigil.ui.charting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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

/**
 * ICE task by task or its sum, CAPD question by question or its sum for children, and the signs of
 * ICANS.
 */
// [impl->req~ui.chart-neurology~1]
final class NeurologySheet implements Sheet {
    private static final NeurologicalExamination NOTHING =
            new NeurologicalExamination(null, null, null, null, null, null, null);

    private final Field year = Field.chosen("ice-year", Choices.yesOrNo()).half();
    private final Field month = Field.chosen("ice-month", Choices.yesOrNo()).half();
    private final Field city = Field.chosen("ice-city", Choices.yesOrNo()).half();
    private final Field hospital = Field.chosen("ice-hospital", Choices.yesOrNo()).half();
    private final Field objects =
            Field.chosen(
                            "ice-objects",
                            Stream.concat(
                                            Stream.of(Choices.NONE),
                                            IntStream.rangeClosed(0, IceScore.OBJECTS)
                                                    .mapToObj(Integer::toString)
                                                    .map(n -> new Choice(n, n)))
                                    .toList())
                    .half();
    private final Field command = Field.chosen("ice-command", Choices.yesOrNo()).half();
    private final Field sentence = Field.chosen("ice-sentence", Choices.yesOrNo()).half();
    private final Field counting = Field.chosen("ice-counting", Choices.yesOrNo()).half();
    private final Field ice = Field.typed("ice-sum").passedByEnter().half();
    private final List<Field> questions =
            IntStream.rangeClosed(1, CapdScore.QUESTIONS)
                    .mapToObj(NeurologySheet::question)
                    .toList();
    private final Field capd = Field.typed("capd").half();
    private final Field consciousness =
            Field.chosen(
                    "consciousness", Choices.of("consciousness", List.of(Consciousness.values())));
    private final Field seizure =
            Field.chosen("seizure", Choices.of("seizure", List.of(Seizure.values()))).half();
    private final Field motor = Field.chosen("motor", Choices.yesOrNo()).half();
    private final Field oedema =
            Field.chosen("oedema", Choices.of("oedema", List.of(CerebralOedema.values())));
    private final Field sedated = Field.chosen("sedated", Choices.yesOrNo()).half();
    private String remark = "";

    /** What is corrected shows the scores it holds, whatever the age has become since. */
    private @Nullable NeurologicalExamination corrected;

    /** The words of the form stand beside the points, as half of the questions count downwards. */
    private static Field question(int number) {
        String group =
                number <= CapdScore.QUESTIONS / 2 ? "charting.capd.down." : "charting.capd.up.";
        List<Choice> points = new ArrayList<>(List.of(Choices.NONE));
        for (int each = 0; each <= CapdScore.MOST_PER_QUESTION; each++) {
            String point = Integer.toString(each);
            points.add(
                    new Choice(
                            point, Texts.of("charting.capd.point", point, Texts.of(group + each))));
        }
        return Field.chosen("capd-" + number, points).half().byDigit();
    }

    private List<Field> tasks() {
        return List.of(year, month, city, hospital, objects, command, sentence, counting);
    }

    @Override
    public String id() {
        return "neurology";
    }

    @Override
    public boolean charts(Observation fact) {
        return fact instanceof Observation.NeurologicalExamination;
    }

    @Override
    public List<Field> fields() {
        return Stream.of(
                        tasks(),
                        questions,
                        List.of(ice, sedated, capd, seizure, consciousness, oedema, motor))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String remark() {
        return remark;
    }

    @Override
    public boolean fill(Observation fact) {
        corrected = null;
        if (!(fact instanceof NeurologicalExamination was)) {
            return false;
        }
        corrected = was;
        fillIce(was.ice());
        fillCapd(was.capd());
        set(consciousness, was.consciousness());
        set(seizure, was.seizure());
        set(motor, was.motorWeakness());
        set(oedema, was.oedema());
        set(sedated, was.sedated());
        return true;
    }

    /** Whoever answers everything is charted by one key; what was answered already stays. */
    // [impl->req~ui.chart-usual~1]
    @Override
    public void fillOpen() {
        for (Field task : open(tasks())) {
            task.textProperty()
                    .set(task.equals(objects) ? Integer.toString(IceScore.OBJECTS) : "yes");
        }
        open(questions).forEach(question -> question.textProperty().set("0"));
    }

    @Override
    public String openWords() {
        if (!open(tasks()).isEmpty()) {
            return Texts.of("charting.ice.fill");
        }
        return open(questions).isEmpty() ? "" : Texts.of("charting.capd.fill");
    }

    private static List<Field> open(List<Field> fields) {
        return fields.stream().filter(field -> field.isShown() && field.text().isEmpty()).toList();
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

    private void fillCapd(@Nullable CapdScore score) {
        switch (score) {
            case null -> capd.textProperty().set("");
            case CapdScore.Total total -> capd.textProperty().set(Integer.toString(total.points()));
            case CapdScore.Items items -> {
                for (int i = 0; i < Math.min(questions.size(), items.points().size()); i++) {
                    Integer points = items.points().get(i);
                    questions.get(i).textProperty().set(points == null ? "" : points.toString());
                }
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
        boolean withIce = !child || (corrected != null && corrected.ice() != null);
        boolean withCapd = child || (corrected != null && corrected.capd() != null);
        tasks().forEach(task -> task.shownProperty().set(withIce));
        questions.forEach(question -> question.shownProperty().set(withCapd));
        ice.shownProperty().set(withIce);
        capd.shownProperty().set(withCapd || age == null);
        remark =
                Stream.of(
                                iceWords(),
                                capdWords(),
                                "yes".equals(sedated.text()) ? Texts.of("charting.sedated") : "",
                                Texts.of(
                                        "charting.neurology.last",
                                        Readings.words(
                                                stay.picture().neurology(),
                                                ChartedWords::value,
                                                now)))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    private String iceWords() {
        IceScore.Items items = ice.isShown() ? items() : null;
        if (items == null) {
            return "";
        }
        String score = Texts.of("charting.ice", ChartedWords.range(items.least(), items.most()));
        boolean cannotTell = items.most() == 0 && consciousness.text().isEmpty();
        return cannotTell ? score + " " + Texts.of("charting.ice.none") : score;
    }

    private String capdWords() {
        CapdScore.Items points = questions.getFirst().isShown() ? points() : null;
        return points == null
                ? ""
                : Texts.of("charting.capd.sum", ChartedWords.range(points.least(), points.most()));
    }

    /** The questions as charted; {@code null} when none is. */
    private CapdScore.@Nullable Items points() {
        List<@Nullable Integer> points = new ArrayList<>();
        for (Field question : questions) {
            points.add(question.text().isEmpty() ? null : Integer.valueOf(question.text()));
        }
        return points.stream().allMatch(Objects::isNull) ? null : new CapdScore.Items(points);
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
        boolean asked = questions.getFirst().isShown();
        CapdScore points = asked ? points() : null;
        if (points != null && delirium != null) {
            capd.refuse(Texts.of("charting.capd.twice"));
        }
        IceScore score = ice.isShown() ? items() : null;
        if (score != null && sum != null) {
            ice.refuse(Texts.of("charting.ice.twice"));
        }
        NeurologicalExamination found =
                new NeurologicalExamination(
                        score == null && sum != null ? new IceScore.Total(sum) : score,
                        points == null && delirium != null ? new CapdScore.Total(delirium) : points,
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
