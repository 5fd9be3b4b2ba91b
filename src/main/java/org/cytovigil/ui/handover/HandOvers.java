package org.cytovigil.ui.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Answer;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Episode;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.GradeOverride;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.RunningVasopressor;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.AdjustedAlarm;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.HiddenAlarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.TimedFact;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.alarms.AlarmWords;
import org.cytovigil.ui.bedside.PatientHeader;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.EventWords;

/** Puts what is known of a patient into the words of a hand-over. */
// [impl->req~ui.hand-over~1]
final class HandOvers {
    /** What changed and was done within a shift and a half is told. */
    static final Duration TOLD = Duration.ofHours(12);

    /** Notes of a day are told. */
    static final Duration NOTES_TOLD = Duration.ofHours(24);

    private final StaySnapshot stay;
    private final UnitSnapshot unit;
    private final Instant now;
    private final ZoneId zone;
    private final boolean tables;

    private HandOvers(StaySnapshot stay, UnitSnapshot unit, ZoneId zone, boolean tables) {
        this.stay = stay;
        this.unit = unit;
        this.now = unit.at();
        this.zone = zone;
        this.tables = tables;
    }

    /** The hand-over of a stay at the moment of the snapshot. */
    static HandOver of(StaySnapshot stay, UnitSnapshot unit, ZoneId zone) {
        return new HandOvers(stay, unit, zone, false).told();
    }

    /** The same without what stands in tables of its own on paper. */
    static HandOver besideTables(StaySnapshot stay, UnitSnapshot unit, ZoneId zone) {
        return new HandOvers(stay, unit, zone, true).told();
    }

    private HandOver told() {
        PatientHeader header = PatientHeader.of(stay, now, zone);
        return new HandOver(
                Texts.of("handover.who", header.bed(), header.name(), header.identity()),
                when(),
                List.of(
                        part("handover.situation", situation()),
                        part("handover.background", background(header)),
                        part("handover.assessment", assessment()),
                        part("handover.recommendation", recommendation())));
    }

    private String when() {
        String when =
                Texts.of(
                        "handover.when", AlarmWords.time(now, now.minus(Duration.ofDays(2)), zone));
        return stay.nurse().isEmpty()
                ? when
                : when + " · " + Texts.of("bedside.header.nurse", stay.nurse());
    }

    private static HandOver.Part part(String heading, List<String> lines) {
        return new HandOver.Part(
                Texts.of(heading), lines.isEmpty() ? List.of(Texts.of("handover.nothing")) : lines);
    }

    private String at(Instant moment) {
        return AlarmWords.time(moment, now, zone);
    }

    // --- situation: the grade, what alarms, and what the patient needs now ---

    private List<String> situation() {
        List<String> lines = new ArrayList<>();
        Assessment graded = stay.assessment(stay.scale());
        if (graded == null) {
            lines.add(Texts.of("handover.not-graded"));
        } else {
            lines.add(grade(graded));
        }
        for (Alarm alarm : standing()) {
            if (!tables && !alarm.answered()) {
                lines.add(
                        Texts.of(
                                "handover.waiting",
                                alarm.condition().priority().mark(),
                                AlarmWords.cause(alarm.condition())));
            }
        }
        ClinicalPicture picture = stay.picture();
        lines.add(
                Texts.of(
                        "handover.temperature",
                        reading(
                                picture.temperature(),
                                t -> Wording.tenths(t.value().celsius()) + " °C")));
        lines.add(Texts.of("handover.pressure", reading(picture.pressure(), Wording::pressure)));
        lines.add(
                Texts.of(
                        "handover.oxygen",
                        reading(picture.oxygen(), Wording::oxygen),
                        reading(picture.saturation(), s -> Wording.number(s.percent()) + " %")));
        lines.add(vasopressors(picture.vasopressors().drugs()));
        return lines;
    }

    private String grade(Assessment graded) {
        GradeOverride set = graded.override();
        String range = graded.range().toString();
        return set == null
                ? Texts.of("handover.grade", graded.scale().title(), range)
                : Texts.of(
                        "handover.grade-set",
                        graded.scale().title(),
                        Integer.toString(set.grade()),
                        set.by(),
                        at(set.at()),
                        range);
    }

    private List<Alarm> standing() {
        return unit.alarms().stream()
                .filter(alarm -> alarm.key().stay().equals(stay.stay().id()))
                .toList();
    }

    private String vasopressors(List<RunningVasopressor> running) {
        if (running.isEmpty()) {
            return Texts.of("handover.no-vasopressor");
        }
        List<String> each = new ArrayList<>();
        for (RunningVasopressor drug : running) {
            each.add(
                    Texts.of(
                            "handover.running",
                            Wording.infusion(drug.infusion()),
                            at(drug.since())));
        }
        return Texts.of("handover.vasopressors", String.join(", ", each));
    }

    /** A value with its time; a stale one says so, one never charted too. */
    private <T> String reading(Reading<T> reading, Function<T, String> words) {
        return switch (reading) {
            case Reading.Measured<T> known ->
                    Texts.of("handover.measured", words.apply(known.value()), at(known.at()));
            case Reading.Stale<T> old ->
                    Texts.of("handover.stale", words.apply(old.value()), at(old.at()));
            case Reading.Missing<T> missing -> Texts.of("handover.missing");
            case Reading.Implausible<T> wrong ->
                    Texts.of("handover.implausible", wrong.reason(), at(wrong.at()));
        };
    }

    // --- background: who, which cells, the episode, what was given ---

    private List<String> background(PatientHeader header) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of("handover.infusion", header.product(), header.infused(), header.day()));
        if (!header.risks().isEmpty()) {
            lines.add(Texts.of("risk.all", String.join("; ", header.risks())));
        }
        for (Episode episode : stay.episodes()) {
            String onset = at(episode.onset());
            lines.add(
                    episode.open()
                            ? Texts.of(
                                    "handover.episode", Integer.toString(episode.number()), onset)
                            : Texts.of(
                                    "handover.episode-over",
                                    Integer.toString(episode.number()),
                                    onset,
                                    at(Objects.requireNonNull(episode.resolved()))));
        }
        for (TimedFact event : stay.chart().events()) {
            if (isOldNote(event)) {
                continue;
            }
            if (!tables && !event.at().isAfter(now)) {
                lines.add(
                        Texts.of(
                                "handover.given",
                                at(event.at()),
                                EventWords.whole(event.observation())));
            }
        }
        return lines;
    }

    /** Notes of more than a day ago are read at the bedside: a stay may have hundreds. */
    private boolean isOldNote(TimedFact event) {
        return event.observation() instanceof Observation.Note
                && event.at().isBefore(now.minus(NOTES_TOLD));
    }

    // --- assessment: why this grade, what is missing, how it went, what was answered ---

    private List<String> assessment() {
        List<String> lines = new ArrayList<>();
        Assessment graded = stay.assessment(stay.scale());
        if (graded != null) {
            Explanation words = Explanation.withClockTimes(graded, zone);
            lines.add(Texts.of("handover.why", words.criterion(), words.decidingFact()));
            words.missing().forEach(fact -> lines.add(Texts.of("handover.unknown", fact)));
            others(graded.scale()).forEach(lines::add);
        }
        if (!tables) {
            history(lines);
            answers(lines);
        }
        return lines;
    }

    private List<String> others(ScaleId shown) {
        List<String> lines = new ArrayList<>();
        for (ScaleId scale : ScaleId.values()) {
            Assessment other = stay.assessment(scale);
            if (scale != shown && other != null) {
                lines.add(Texts.of("handover.other", scale.title(), other.range().toString()));
            }
        }
        if (tables && !lines.isEmpty()) {
            String all = String.join(" · ", lines);
            lines.clear();
            lines.add(all);
        }
        return lines;
    }

    /** How the grade went within the time told, oldest first. */
    private void history(List<String> lines) {
        String before = "";
        for (Assessment change : stay.history(stay.scale())) {
            String range = change.range().toString();
            if (!range.equals(before)
                    && change.at().isAfter(now.minus(TOLD))
                    && !change.at().isAfter(now)) {
                lines.add(Texts.of("handover.graded", at(change.at()), range));
            }
            before = range;
        }
    }

    /** What was answered to alarms within the time told, with what was done. */
    private void answers(List<String> lines) {
        for (AlarmLine line : unit.logs().getOrDefault(stay.stay().id(), List.of())) {
            Answer answer = line.answer();
            if (answer == null || !answer.at().isAfter(now.minus(TOLD))) {
                continue;
            }
            AlarmState answered = line.before();
            if (answered.condition() != null) {
                lines.add(
                        Texts.of(
                                "handover.answered",
                                at(answer.at()),
                                AlarmWords.cause(answered.condition()),
                                AlarmWords.by(answer)));
            }
        }
    }

    // --- recommendation: what to look out for; never an order ---

    private List<String> recommendation() {
        List<String> lines = new ArrayList<>();
        Assessment graded = stay.assessment(stay.scale());
        if (graded != null) {
            Explanation.withClockTimes(graded, zone)
                    .raisedBy()
                    .forEach(change -> lines.add(Texts.of("handover.raised-by", change)));
        }
        for (HiddenAlarm hidden : unit.hidden()) {
            if (hidden.key().stay().equals(stay.stay().id())
                    && !(hidden.state() instanceof AlarmState.Suppressed)) {
                lines.add(
                        Texts.of(
                                "handover.hidden",
                                AlarmWords.kind(hidden.key().kind()),
                                AlarmWords.hidden(hidden.state(), now, zone)));
            }
        }
        for (AdjustedAlarm adjusted : unit.adjusted()) {
            if (adjusted.key().stay().equals(stay.stay().id())) {
                lines.add(
                        Texts.of(
                                "handover.adjusted",
                                AlarmWords.kind(adjusted.key().kind()),
                                at(adjusted.adjustment().until()),
                                adjusted.adjustment().reason()));
            }
        }
        return lines;
    }
}
