package org.cytovigil.ui.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.DueCheck;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.RunningVasopressor;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.alarms.AlarmWords;
import org.cytovigil.ui.bedside.PatientHeader;
import org.cytovigil.ui.board.Ranking;
import org.cytovigil.ui.theme.DueWords;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What is told of all patients when one shift follows another, the worst first.
 *
 * @param when the moment that it tells of
 * @param title how many patients
 * @param rows a patient each
 */
// [impl->req~ui.unit-hand-over~1]
public record UnitOverview(String when, String title, List<Row> rows) {
    /**
     * One patient.
     *
     * @param bed "Bed 4"
     * @param who name, record number and age
     * @param day day of the stay and product
     * @param grade the grade on the unit's scale
     * @param why the grade on the second scale, and why
     * @param vitals vital signs with their ages
     * @param support oxygen, vasopressors, and how many treatments
     * @param waiting the alarms that wait for an answer
     * @param alarms the alarms that were answered and stand, or that there is none
     * @param overdue what is overdue
     * @param due what is due next
     */
    public record Row(
            String bed,
            List<String> who,
            List<String> day,
            String grade,
            List<String> why,
            List<String> vitals,
            List<String> support,
            List<String> waiting,
            List<String> alarms,
            List<String> overdue,
            List<String> due) {}

    private static final int MOST_DUE = 2;

    /** The unit at the moment of the snapshot. */
    public static UnitOverview of(UnitSnapshot unit, ZoneId zone) {
        List<Row> rows =
                Ranking.worstFirst(unit).stream().map(stay -> row(stay, unit, zone)).toList();
        return new UnitOverview(
                Texts.of(
                        "handover.when",
                        AlarmWords.time(unit.at(), unit.at().minus(Duration.ofDays(2)), zone)),
                Texts.of("paper.unit-who", Integer.toString(rows.size())),
                rows);
    }

    private static Row row(StaySnapshot stay, UnitSnapshot unit, ZoneId zone) {
        Instant now = unit.at();
        PatientHeader header = PatientHeader.of(stay, now, zone);
        Assessment graded = stay.assessment(stay.scale());
        return new Row(
                stay.bed().isEmpty() ? header.bed() : Texts.of("alarms.bed", header.bed()),
                List.of(header.name(), header.identity()),
                List.of(header.day(), header.product()),
                graded == null
                        ? Texts.of("paper.not-graded")
                        : Texts.of(
                                "paper.grade",
                                graded.scale().title(),
                                graded.standing().toString()),
                why(stay, graded, zone),
                vitals(stay.picture(), now),
                support(stay, now),
                alarms(stay, unit, false),
                alarms(stay, unit, true),
                due(stay, now, true),
                due(stay, now, false));
    }

    private static List<String> why(StaySnapshot stay, @Nullable Assessment graded, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        ScaleId second = stay.secondScale();
        Assessment other = stay.assessment(second);
        if (other != null) {
            lines.add(Texts.of("paper.grade", second.title(), other.standing().toString()));
        }
        if (graded != null) {
            Explanation words = Explanation.withClockTimes(graded, zone);
            lines.add(words.criterion());
            if (!words.override().isEmpty()) {
                lines.add(words.override());
            }
            words.missing().forEach(fact -> lines.add(Texts.of("handover.unknown", fact)));
        }
        return lines;
    }

    private static List<String> vitals(ClinicalPicture picture, Instant now) {
        return List.of(
                Texts.of(
                        "paper.vital.temperature",
                        reading(
                                picture.temperature(),
                                now,
                                t -> Wording.tenths(t.value().celsius()) + " °C")),
                Texts.of(
                        "paper.vital.pressure",
                        reading(
                                picture.pressure(),
                                now,
                                p -> Wording.pressureNumbers(p) + " mmHg")),
                Texts.of(
                        "paper.vital.saturation",
                        reading(
                                picture.saturation(),
                                now,
                                s -> Wording.number(s.percent()) + " %")),
                Texts.of(
                        "paper.vital.heart-rate",
                        reading(
                                picture.heartRate(),
                                now,
                                h -> Wording.number(h.perMinute()) + " /min")));
    }

    private static <T> String reading(Reading<T> reading, Instant now, Function<T, String> words) {
        return switch (reading) {
            case Reading.Measured<T> known ->
                    Texts.of(
                            "paper.measured",
                            words.apply(known.value()),
                            Wording.age(known.at(), now));
            case Reading.Stale<T> old ->
                    Texts.of("paper.stale", words.apply(old.value()), Wording.age(old.at(), now));
            case Reading.Missing<T> missing -> Texts.of("handover.missing");
            case Reading.Implausible<T> wrong ->
                    Texts.of("paper.implausible", wrong.reason(), Wording.age(wrong.at(), now));
        };
    }

    private static List<String> support(StaySnapshot stay, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(reading(stay.picture().oxygen(), now, Wording::oxygen));
        List<RunningVasopressor> running = stay.picture().vasopressors().drugs();
        running.forEach(drug -> lines.add(Wording.infusion(drug.infusion())));
        if (running.isEmpty()) {
            lines.add(Texts.of("handover.no-vasopressor"));
        }
        lines.add(
                Texts.of(
                        "paper.treatments-count",
                        Integer.toString(stay.picture().treatments().size())));
        return lines;
    }

    private static List<String> alarms(StaySnapshot stay, UnitSnapshot unit, boolean answered) {
        List<String> lines = new ArrayList<>();
        boolean any = false;
        for (Alarm alarm : unit.alarms()) {
            boolean own = alarm.key().stay().equals(stay.stay().id());
            any |= own;
            if (own && alarm.answered() == answered) {
                lines.add(
                        Texts.of(
                                alarm.answered() ? "paper.alarm-answered" : "paper.alarm-waiting",
                                alarm.condition().priority().mark(),
                                AlarmWords.cause(alarm.condition())));
            }
        }
        if (!any && answered) {
            lines.add(Texts.of("paper.unit-no-alarm"));
        }
        return lines;
    }

    /** All that is overdue, or what is due next. */
    private static List<String> due(StaySnapshot stay, Instant now, boolean overdue) {
        List<String> lines = new ArrayList<>();
        for (DueCheck check : stay.schedule().checks()) {
            if (check.isOverdue(now) == overdue && (overdue || lines.size() < MOST_DUE)) {
                lines.add(
                        Texts.of(
                                "due.line",
                                DueWords.name(check.check()),
                                DueWords.when(check, now)));
            }
        }
        if (stay.schedule().checks().isEmpty() && !overdue) {
            lines.add(Texts.of("paper.unit-not-due"));
        }
        return lines;
    }

    /** The whole as plain text, for a record elsewhere. */
    public String text(String foot) {
        StringBuilder text = new StringBuilder(title).append('\n').append(when).append('\n');
        for (Row row : rows) {
            text.append('\n').append(row.bed()).append(" · ");
            text.append(String.join(" · ", row.who())).append('\n');
            text.append(String.join(", ", row.day())).append('\n');
            text.append("- ").append(row.grade()).append('\n');
            for (List<String> lines :
                    List.of(
                            row.why(),
                            row.vitals(),
                            row.support(),
                            row.waiting(),
                            row.alarms(),
                            row.overdue(),
                            row.due())) {
                lines.forEach(line -> text.append("- ").append(line).append('\n'));
            }
        }
        return text.append('\n').append(foot).append('\n').toString();
    }
}
