package org.cytovigil.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Condition;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.DueCheck;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.Note;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.RunningVasopressor;
import org.cytovigil.grading.TimedRise;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Schedule;
import org.cytovigil.monitor.Series;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.DueWords;
import org.cytovigil.ui.theme.StayTime;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Turns a stay's snapshot into the card of its tile. */
final class BedCards {
    private static final Duration SPARKLINE = Duration.ofHours(12);
    private static final Duration DIRECTION = Duration.ofHours(6);

    /** An age older than this is written beside a value that no device sends again and again. */
    private static final Duration WORTH_AN_AGE = Duration.ofHours(4);

    private BedCards() {}

    static BedCard of(StaySnapshot stay, Instant now) {
        Assessment assessment = stay.assessment(stay.scale());
        List<Assessment> history = stay.history(stay.scale());
        Patient patient = stay.stay().patient();
        return new BedCard(
                stay.stay().id(),
                bed(stay),
                patient.name(),
                patient.recordNumber(),
                stay.nurse(),
                patient.ageYears() == null ? "" : age(patient.ageYears()),
                time(stay, now),
                assessment == null ? null : assessment.standing(),
                assessment == null || assessment.override() == null ? null : assessment.range(),
                stay.scale().title(),
                direction(history, now),
                since(history, now),
                peak(history, stay.assessment(stay.secondScale())),
                warning(stay, assessment),
                temperature(stay, now),
                pressure(stay, now),
                oxygen(stay, now),
                saturation(stay, now),
                vasopressors(stay),
                sparkline(stay.chart().of(Parameter.TEMPERATURE), now),
                stay.alarms().isEmpty() ? null : alarm(stay.alarms(), now),
                due(stay.schedule()),
                urgency(stay));
    }

    /** Of the unit's scale and the one beside it, whichever rises first. */
    private static BedCard.Urgency urgency(StaySnapshot stay) {
        Instant now = stay.schedule().at();
        Instant rises = null;
        String words = "";
        for (ScaleId scale : List.of(stay.scale(), stay.secondScale())) {
            Assessment assessment = stay.assessment(scale);
            TimedRise rise = assessment == null ? null : assessment.timedRise();
            if (rise != null && (rises == null || rise.at().isBefore(rises))) {
                rises = rise.at();
                words =
                        Texts.of(
                                "board.order.threshold",
                                scale.title(),
                                shortRange(rise.to()),
                                StayTime.of(stay.stay()).moment(rises));
            }
        }
        long overdue = 0;
        for (DueCheck check : stay.schedule().overdue()) {
            overdue = Math.max(overdue, Duration.between(check.due(), now).toMinutes());
        }
        return new BedCard.Urgency(rises, words, overdue);
    }

    /** The checks of a round are told as one, and before any other. */
    // [impl->req~ui.due~1]
    private static BedCard.@Nullable Due due(Schedule schedule) {
        Instant now = schedule.at();
        DueCheck vital = schedule.nextVital().orElse(null);
        if (vital == null) {
            return null;
        }
        List<DueCheck> overdue = schedule.overdue();
        DueCheck late = overdue.stream().filter(d -> d.check().isVital()).findFirst().orElse(null);
        if (late != null || overdue.isEmpty()) {
            String when = DueWords.when(late == null ? vital : late, now);
            return new BedCard.Due(Texts.of("due.vitals", when), late != null);
        }
        return new BedCard.Due(
                Texts.of(
                        "due.vitals-and",
                        DueWords.left(vital, now),
                        DueWords.name(overdue.getFirst().check())),
                true);
    }

    /** A tile has no room for more: hours since the admission stand at the bedside. */
    private static String time(StaySnapshot stay, Instant now) {
        StayTime time = StayTime.of(stay.stay());
        return time.infused() ? time.moment(now) : Texts.of("board.not-charted");
    }

    private static String bed(StaySnapshot stay) {
        return stay.lostBed().isEmpty() ? stay.bed() : "–";
    }

    private static String age(double years) {
        return years < 2
                ? Texts.of("board.months", Long.toString(Math.round(years * 12)))
                : Texts.of("board.years", Long.toString((long) Math.floor(years)));
    }

    private static int direction(List<Assessment> history, Instant now) {
        if (history.isEmpty()) {
            return 0;
        }
        int present = history.getLast().range().lowest();
        int then = 0;
        Instant before = now.minus(DIRECTION);
        for (Assessment change : history) {
            if (!change.at().isAfter(before)) {
                then = change.range().lowest();
            }
        }
        return Integer.compare(present, then);
    }

    private static String since(List<Assessment> history, Instant now) {
        if (history.isEmpty()) {
            return "";
        }
        GradeRange present = history.getLast().range();
        Instant since = history.getLast().at();
        for (int i = history.size() - 1; i >= 0 && history.get(i).range().equals(present); i--) {
            since = history.get(i).at();
        }
        return Texts.of("board.for", Wording.age(since, now));
    }

    private static String peak(List<Assessment> history, @Nullable Assessment second) {
        int peak = 0;
        boolean known = false;
        for (Assessment change : history) {
            peak = Math.max(peak, change.range().lowest());
            known |= change.range().determined() || change.range().lowest() > 0;
        }
        String other =
                second == null
                        ? ""
                        : " · " + second.scale().title() + " " + shortRange(second.range());
        return known ? Texts.of("board.peak", peak) + other : "";
    }

    /** "3", or "2–4". */
    static String shortRange(GradeRange range) {
        return range.determined()
                ? Integer.toString(range.lowest())
                : range.lowest() + "–" + range.highest();
    }

    private static BedCard.Value temperature(StaySnapshot stay, Instant now) {
        Reading<BodyTemperature> reading = stay.picture().temperature();
        return value(
                reading,
                now,
                at -> isOld(stay, BodyTemperature.class, at, now),
                "°C",
                t -> Wording.tenths(t.value().celsius()));
    }

    private static BedCard.Value pressure(StaySnapshot stay, Instant now) {
        Reading<BloodPressure> reading = stay.picture().pressure();
        return value(
                reading,
                now,
                at -> isOld(stay, BloodPressure.class, at, now),
                "mmHg",
                Wording::pressureNumbers);
    }

    private static BedCard.Value oxygen(StaySnapshot stay, Instant now) {
        Reading<OxygenSupport> reading = stay.picture().oxygen();
        return value(
                reading,
                now,
                at -> isOld(stay, Observation.OxygenDevice.class, at, now),
                "",
                Wording::shortOxygen);
    }

    private static BedCard.Value saturation(StaySnapshot stay, Instant now) {
        Reading<OxygenSaturation> reading = stay.picture().saturation();
        return value(
                reading,
                now,
                at -> isOld(stay, OxygenSaturation.class, at, now),
                "%",
                s -> Wording.number(s.percent()));
    }

    private static <T> BedCard.Value value(
            Reading<T> reading,
            Instant now,
            Predicate<Instant> isOld,
            String unit,
            Function<T, String> words) {
        return switch (reading) {
            case Reading.Measured<T> measured ->
                    new BedCard.Value(
                            words.apply(measured.value()),
                            unit,
                            isOld.test(measured.at()) ? Wording.age(measured.at(), now) : "",
                            false);
            case Reading.Stale<T> stale ->
                    new BedCard.Value(
                            words.apply(stale.value()), unit, Wording.age(stale.at(), now), true);
            case Reading.Missing<T> missing -> BedCard.Value.UNKNOWN;
            case Reading.Implausible<T> implausible -> BedCard.Value.UNKNOWN;
        };
    }

    private static boolean isOld(
            StaySnapshot stay, Class<? extends Observation> kind, Instant at, Instant now) {
        return stay.isLate(kind, at, now, WORTH_AN_AGE);
    }

    private static BedCard.Value vasopressors(StaySnapshot stay) {
        List<RunningVasopressor> running = stay.picture().vasopressors().drugs();
        if (running.isEmpty()) {
            return BedCard.Value.NONE;
        }
        StringJoiner text = new StringJoiner("  ");
        Set<String> units = new LinkedHashSet<>();
        for (RunningVasopressor drug : running) {
            DoseRate rate = drug.infusion().rate();
            units.add(rate == null ? "" : Wording.unit(rate.unit()));
        }
        boolean oneUnit = units.size() == 1;
        for (RunningVasopressor drug : running) {
            DoseRate rate = drug.infusion().rate();
            text.add(
                    Wording.shortInfusion(drug.infusion())
                            + (oneUnit || rate == null ? "" : " " + Wording.unit(rate.unit())));
        }
        return new BedCard.Value(
                text.toString(), oneUnit ? units.iterator().next() : "", "", false);
    }

    /**
     * What the digit alone would hide: what it would be with fever, or without the clinician's
     * attribution, and that no data come. A bed that was given to another patient goes first.
     */
    private static String warning(StaySnapshot stay, @Nullable Assessment assessment) {
        if (!stay.lostBed().isEmpty()) {
            return Texts.of("board.lost-bed", stay.lostBed());
        }
        if (nothingCharted(stay)) {
            return Texts.of("board.no-data");
        }
        String silence = stay.silence();
        String fever = unlessForThat(assessment);
        return silence.isEmpty() || fever.isEmpty() ? silence + fever : silence + " · " + fever;
    }

    private static boolean nothingCharted(StaySnapshot stay) {
        return stay.silence().isEmpty()
                && stay.picture().temperature() instanceof Reading.Missing<?>
                && stay.picture().pressure() instanceof Reading.Missing<?>
                && stay.picture().oxygen() instanceof Reading.Missing<?>
                && stay.picture().saturation() instanceof Reading.Missing<?>
                && stay.picture().vasopressors().drugs().isEmpty();
    }

    private static String unlessForThat(@Nullable Assessment assessment) {
        GradeRange wouldBe = assessment == null ? null : assessment.wouldBe();
        if (assessment == null || wouldBe == null) {
            return "";
        }
        return assessment.notes().contains(Note.OTHER_CAUSE)
                ? Texts.of("board.attributed", shortRange(wouldBe))
                : Texts.of("board.withFever", shortRange(wouldBe));
    }

    private static List<BedCard.Point> sparkline(Series series, Instant now) {
        List<BedCard.Point> points = new ArrayList<>();
        long end = now.toEpochMilli();
        long begin = end - SPARKLINE.toMillis();
        for (int i = Math.max(0, series.lastAt(begin));
                i < series.size() && series.time(i) <= end;
                i++) {
            if (series.time(i) >= begin) {
                points.add(
                        new BedCard.Point(
                                (series.time(i) - begin) / (double) SPARKLINE.toMillis(),
                                series.value(i)));
            }
        }
        return List.copyOf(points);
    }

    private static BedCard.AlarmLine alarm(List<Alarm> alarms, Instant now) {
        Alarm worst = alarms.getFirst();
        Condition condition = worst.condition();
        return switch (worst.state()) {
            case AlarmState.Acknowledged answered ->
                    new BedCard.AlarmLine(
                            condition.priority(), true, Texts.of("board.acknowledged"));
            case AlarmState.Unacknowledged unanswered ->
                    new BedCard.AlarmLine(condition.priority(), false, words(condition, now));
            case AlarmState.ReturnedUnacknowledged returned ->
                    new BedCard.AlarmLine(
                            condition.priority(),
                            false,
                            Texts.of("board.returned", Wording.age(returned.clearedAt(), now)));
            case AlarmState.Normal normal -> new BedCard.AlarmLine(condition.priority(), true, "");
            case AlarmState.Shelved shelved ->
                    new BedCard.AlarmLine(condition.priority(), true, "");
            case AlarmState.Suppressed inside ->
                    new BedCard.AlarmLine(condition.priority(), true, "");
            case AlarmState.OutOfService out ->
                    new BedCard.AlarmLine(condition.priority(), true, "");
        };
    }

    private static String words(Condition condition, Instant now) {
        return switch (condition.priority()) {
            case HIGH, MEDIUM ->
                    Texts.of("board.unanswered", Wording.age(condition.raisedAt(), now));
            case LOW -> condition.cause();
        };
    }
}
