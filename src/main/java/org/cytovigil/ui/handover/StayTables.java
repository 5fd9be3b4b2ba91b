package org.cytovigil.ui.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Answer;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.derived.TocilizumabCounter;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.DueCheck;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.TimedFact;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.report.pdf.Block;
import org.cytovigil.ui.alarms.AlarmWords;
import org.cytovigil.ui.charting.ChartedWords;
import org.cytovigil.ui.theme.DueWords;
import org.cytovigil.ui.theme.StayTime;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.EventWords;
import org.jspecify.annotations.Nullable;

/** The tables of a stay that several sheets have. */
final class StayTables {
    private final StaySnapshot stay;
    private final UnitSnapshot unit;
    private final Printing printing;
    private final Instant now;
    private final StayTime time;

    StayTables(StaySnapshot stay, UnitSnapshot unit, Printing printing) {
        this.stay = stay;
        this.unit = unit;
        this.printing = printing;
        now = unit.at();
        time = StayTime.of(stay.stay());
    }

    /** A table under its heading, or words when it would be empty. */
    static List<Block> under(String heading, Block.Table table, String none) {
        return table.rows().isEmpty()
                ? List.of(
                        new Block.Paragraph(
                                Texts.of("paper.none", Texts.of(heading), Texts.of(none)),
                                Block.Weight.NORMAL))
                : List.of(new Block.Heading(Texts.of(heading)), table);
    }

    Block.Column column(String key, double share) {
        return new Block.Column(Texts.of("paper.column." + key), share);
    }

    /** What was given or decided, with how many doses of the drug that makes. */
    // [impl->req~report.treatments~1]
    Block.Table treatments(Predicate<TimedFact> wanted) {
        Map<String, Integer> doses = new HashMap<>();
        int most = TocilizumabCounter.of(stay.picture(), stay.policy()).mostInAll();
        List<Block.Row> rows = new ArrayList<>();
        for (TimedFact event : stay.chart().events()) {
            if (event.at().isAfter(now)) {
                continue;
            }
            String dose = "";
            if (event.observation() instanceof Observation.TreatmentGiven(Treatment given)) {
                String drug = given.ingredient();
                int count = doses.merge(drug, 1, Integer::sum);
                dose =
                        drug.equals("tocilizumab")
                                ? Texts.of("paper.dose-of", number(count), number(most))
                                : number(count);
            }
            if (wanted.test(event)) {
                rows.add(
                        Block.Row.of(
                                printing.moment(event.at()),
                                time.moment(event.at()),
                                words(event.observation()),
                                dose));
            }
        }
        return new Block.Table(
                List.of(
                        column("when", 1.5),
                        column("day", 1.5),
                        column("what", 5),
                        column("dose", 0.9)),
                rows);
    }

    /** A bolus is only a volume at its place in a chart. */
    private static String words(Observation event) {
        return event instanceof Observation.FluidBolus
                ? ChartedWords.of(event)
                : EventWords.whole(event);
    }

    private static String number(int value) {
        return Integer.toString(value);
    }

    /** A scale and one of its assessments, or none yet. */
    private record Graded(Instant at, ScaleId scale, Assessment assessment) {}

    /** When the grade changed on either scale of the unit. */
    Block.Table grades(Instant from) {
        List<Graded> changes = new ArrayList<>();
        for (ScaleId scale : List.of(stay.scale(), stay.secondScale())) {
            GradeRange before = null;
            for (Assessment change : stay.history(scale)) {
                if (!change.at().isAfter(now) && !change.standing().equals(before)) {
                    before = change.standing();
                    changes.add(new Graded(change.at(), scale, change));
                }
            }
        }
        changes.sort(Comparator.comparing(Graded::at));
        List<Block.Row> rows = new ArrayList<>();
        String first = "–";
        String second = "–";
        for (int i = 0; i < changes.size(); i++) {
            Graded change = changes.get(i);
            String range = change.assessment().standing().toString();
            boolean own = change.scale() == stay.scale();
            first = own ? range : first;
            second = own ? second : range;
            boolean more = i + 1 < changes.size() && changes.get(i + 1).at().equals(change.at());
            if (!more && !change.at().isBefore(from)) {
                rows.add(
                        Block.Row.of(
                                printing.moment(change.at()),
                                time.moment(change.at()),
                                first,
                                second));
            }
        }
        return new Block.Table(
                List.of(
                        column("when", 1.5),
                        column("day", 1.5),
                        new Block.Column(stay.scale().title(), 3),
                        new Block.Column(stay.secondScale().title(), 3)),
                rows);
    }

    /** The alarms that stand. */
    Block.Table alarms() {
        List<Block.Row> rows = new ArrayList<>();
        for (Alarm alarm : standing()) {
            rows.add(
                    new Block.Row(
                            List.of(
                                    new Block.Cell(alarm.condition().priority().mark(), ""),
                                    new Block.Cell(
                                            "", printing.moment(alarm.condition().raisedAt())),
                                    new Block.Cell("", AlarmWords.cause(alarm.condition())),
                                    new Block.Cell(
                                            alarm.answered() ? "" : AlarmWords.answer(alarm, now),
                                            alarm.answered()
                                                    ? AlarmWords.answer(alarm, now)
                                                    : ""))));
        }
        return new Block.Table(
                List.of(
                        column("priority", 0.8),
                        column("since", 1.5),
                        column("what", 4.4),
                        column("answer", 3)),
                rows);
    }

    List<Alarm> standing() {
        return unit.alarms().stream()
                .filter(alarm -> alarm.key().stay().equals(stay.stay().id()))
                .toList();
    }

    /** What was answered to alarms since a moment: who, and what was done. */
    Block.Table answers(Instant from) {
        List<Block.Row> rows = new ArrayList<>();
        for (AlarmLine line : unit.logs().getOrDefault(stay.stay().id(), List.of())) {
            Answer answer = line.answer();
            if (answer == null || answer.at().isBefore(from) || answer.at().isAfter(now)) {
                continue;
            }
            rows.add(
                    Block.Row.of(
                            printing.moment(answer.at()),
                            cause(line),
                            answer.by(),
                            answer.action().isEmpty()
                                    ? Texts.of("paper.no-action")
                                    : answer.action()));
        }
        return new Block.Table(
                List.of(
                        column("when", 1.5),
                        column("alarm", 3.6),
                        column("who", 1.6),
                        column("action", 2.8)),
                rows);
    }

    private static String cause(AlarmLine line) {
        AlarmState before = line.before();
        return before.condition() == null
                ? AlarmWords.kind(line.kind())
                : AlarmWords.cause(before.condition());
    }

    /** What is due and when it was done last; what is overdue first and in bold letters. */
    List<Block> due() {
        List<String> overdue = new ArrayList<>();
        List<String> next = new ArrayList<>();
        for (DueCheck check : stay.schedule().checks()) {
            (check.isOverdue(now) ? overdue : next).add(due(check));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(Texts.of("paper.due")));
        if (!overdue.isEmpty()) {
            blocks.add(new Block.Paragraph(String.join("; ", overdue), Block.Weight.STRONG));
        }
        if (!next.isEmpty() || overdue.isEmpty()) {
            String words = next.isEmpty() ? Texts.of("paper.nothing-due") : String.join("; ", next);
            blocks.add(new Block.Paragraph(words, Block.Weight.NORMAL));
        }
        return blocks;
    }

    private String due(DueCheck check) {
        String words =
                Texts.of(
                        "paper.due-check",
                        DueWords.name(check.check()),
                        DueWords.when(check, now),
                        last(check.last()));
        String off = putOff(check);
        return off.isEmpty() ? words : words + ", " + off;
    }

    private String last(@Nullable Instant at) {
        return at == null
                ? Texts.of("handover.missing")
                : Texts.of("paper.last", AlarmWords.time(at, now, printing.zone()));
    }

    private String putOff(DueCheck check) {
        return check.putOff() == null
                ? ""
                : Texts.of(
                        "due.put-off",
                        printing.moment(check.putOff().until()),
                        check.putOff().by(),
                        check.putOff().reason());
    }

    /** Each change of grade or of what decides it, with why. */
    Block.Table reasons() {
        List<Graded> changes = new ArrayList<>();
        for (ScaleId scale : List.of(stay.scale(), stay.secondScale())) {
            Assessment before = null;
            for (Assessment change : stay.history(scale)) {
                boolean told = before != null && before.decidesTheSame(change);
                if (!change.at().isAfter(now) && !told) {
                    before = change;
                    changes.add(new Graded(change.at(), scale, change));
                }
            }
        }
        changes.sort(Comparator.comparing(Graded::at));
        List<Block.Row> rows = new ArrayList<>();
        for (Graded change : changes) {
            rows.add(
                    new Block.Row(
                            List.of(
                                    new Block.Cell("", printing.moment(change.at())),
                                    new Block.Cell("", time.moment(change.at())),
                                    new Block.Cell(
                                            change.scale().title(),
                                            change.assessment().standing().toString()),
                                    new Block.Cell("", why(change.assessment())))));
        }
        return new Block.Table(
                List.of(
                        column("when", 1.5),
                        column("day", 1.5),
                        column("grade", 1.7),
                        column("why", 5)),
                rows);
    }

    private String why(Assessment assessment) {
        Explanation words = Explanation.withClockTimes(assessment, printing.zone());
        StringBuilder why = new StringBuilder(words.criterion());
        if (!words.decidingFact().isEmpty()) {
            why.append(": ").append(words.decidingFact());
        }
        words.missing()
                .forEach(fact -> why.append("\n").append(Texts.of("handover.unknown", fact)));
        if (!words.override().isEmpty()) {
            why.append("\n").append(words.override());
        }
        return why.toString();
    }

    /** The worst of one day on both scales; {@code null} while nothing was graded. */
    private static final class Worst {
        private @Nullable GradeRange first;
        private @Nullable GradeRange second;

        private static GradeRange worse(@Nullable GradeRange known, GradeRange range) {
            return known == null ? range : known.worse(range);
        }

        void take(GradeRange range, boolean unit) {
            if (unit) {
                first = worse(first, range);
            } else {
                second = worse(second, range);
            }
        }
    }

    /** The highest grade of each day on both scales. */
    Block.Table days() {
        Map<Long, Worst> worst = new TreeMap<>();
        days(stay.scale(), worst);
        days(stay.secondScale(), worst);
        String name = time.infused() ? "paper.day" : "paper.day-admitted";
        List<Block.Row> rows = new ArrayList<>();
        for (Map.Entry<Long, Worst> day : worst.entrySet()) {
            rows.add(
                    Block.Row.of(
                            Texts.of(name, Long.toString(day.getKey())),
                            printing.moment(time.zero().plus(Duration.ofDays(day.getKey()))),
                            words(day.getValue().first),
                            words(day.getValue().second)));
        }
        return new Block.Table(
                List.of(
                        column("day", 1),
                        column("from", 1.6),
                        new Block.Column(stay.scale().title(), 2.5),
                        new Block.Column(stay.secondScale().title(), 2.5)),
                rows);
    }

    private void days(ScaleId scale, Map<Long, Worst> worst) {
        List<Assessment> history = stay.history(scale);
        for (int i = 0; i < history.size() && !history.get(i).at().isAfter(now); i++) {
            Assessment change = history.get(i);
            Instant next = i + 1 < history.size() ? history.get(i + 1).at() : now;
            Instant until = next.isAfter(now) ? now : next;
            // A grade that ends as a day begins was none of that day.
            Instant last = until.isAfter(change.at()) ? until.minusMillis(1) : until;
            for (long day = day(change.at()); day <= day(last); day++) {
                worst.computeIfAbsent(day, key -> new Worst())
                        .take(change.standing(), scale == stay.scale());
            }
        }
    }

    private long day(Instant at) {
        return Math.floorDiv(Duration.between(time.zero(), at).toMillis(), 86_400_000L);
    }

    private static String words(@Nullable GradeRange range) {
        return range == null ? "–" : range.toString();
    }
}
