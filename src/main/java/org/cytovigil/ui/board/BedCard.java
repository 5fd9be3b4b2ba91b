package org.cytovigil.ui.board;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What one tile of the board shows, ready to draw: two equal cards look the same.
 *
 * @param stay the stay; {@code null} for an empty bed
 * @param bed the bed's label
 * @param name who, or that the bed is empty
 * @param recordNumber the second identifier
 * @param nurse who nurses the patient; empty for nobody
 * @param age age in words, or empty
 * @param time day and hour since infusion, or that none is charted
 * @param grade the grade to act on, on the unit's scale, or {@code null} before the first
 *     assessment
 * @param computed the computed grade beside one that a clinician set; {@code null} when none is set
 * @param scale the name of that scale
 * @param direction whether the computed grade rose (1), fell (-1) or stayed (0) in six hours
 * @param since for how long the computed grade has stood
 * @param peak the peak and the second scale, in words
 * @param warning what the grade does not say by itself, such as the grade with fever; or empty
 * @param temperature the temperature
 * @param pressure the pressure
 * @param oxygen the oxygen device
 * @param saturation the oxygen saturation, for which a tile has no room
 * @param vasopressors what runs
 * @param sparkline temperatures of the last twelve hours as pairs of position (0 to 1) and degrees
 * @param alarm the most urgent alarm, or {@code null}
 * @param due what is overdue, else the vital sign that is due first; {@code null} when nothing is
 *     asked for
 * @param urgency what else decides which bed is the worse
 */
public record BedCard(
        @Nullable StayId stay,
        String bed,
        String name,
        String recordNumber,
        String nurse,
        String age,
        String time,
        @Nullable GradeRange grade,
        @Nullable GradeRange computed,
        String scale,
        int direction,
        String since,
        String peak,
        String warning,
        Value temperature,
        Value pressure,
        Value oxygen,
        Value saturation,
        Value vasopressors,
        List<Point> sparkline,
        @Nullable AlarmLine alarm,
        @Nullable Due due,
        Urgency urgency) {

    /**
     * A value in three parts, so that the number is read first.
     *
     * @param text the number or words
     * @param unit its unit, or empty
     * @param age how old it is, once older than expected; else empty
     * @param stale whether it is too old to stand for the present: it is struck through
     */
    public record Value(String text, String unit, String age, boolean stale) {
        /** Nothing there, as when no vasopressor runs. */
        static final Value NONE = new Value("–", "", "", false);

        /** Not known. */
        static final Value UNKNOWN = new Value("?", "", "", false);
    }

    /** A point of the sparkline. */
    public record Point(double position, double celsius) {}

    /**
     * The most urgent alarm of the bed.
     *
     * @param answered whether somebody has acknowledged it
     */
    public record AlarmLine(AlarmPriority priority, boolean answered, String text) {}

    /**
     * What no tile has room for, and the order "worst first" goes by.
     *
     * @param rises when the grade rises by time alone if nothing changes; {@code null} for not
     * @param risesTo that in words; else empty
     * @param overdueMinutes for how long the check that waits longest has been overdue; else 0
     */
    public record Urgency(@Nullable Instant rises, String risesTo, long overdueMinutes) {
        /** Nothing of that. */
        static final Urgency NONE = new Urgency(null, "", 0);
    }

    /**
     * What is to be checked.
     *
     * @param text "vitals due in 12 min", "vitals overdue 32 min", "vitals in 1 h · ICE overdue"
     * @param overdue whether any check is later than a round may be
     */
    public record Due(String text, boolean overdue) {}

    /**
     * Whether this card tells more than other numbers of the same patient: another patient, grade,
     * warning or alarm, or a value that turned stale.
     */
    boolean mattersMoreThan(BedCard before) {
        return !Objects.equals(stay, before.stay)
                || !bed.equals(before.bed)
                || !name.equals(before.name)
                || !recordNumber.equals(before.recordNumber)
                || !Objects.equals(grade, before.grade)
                || !Objects.equals(computed, before.computed)
                || !warning.equals(before.warning)
                || !sameUrgency(alarm, before.alarm)
                || isOverdue() != before.isOverdue()
                || temperature.stale != before.temperature.stale
                || pressure.stale != before.pressure.stale
                || oxygen.stale != before.oxygen.stale
                || vasopressors.stale != before.vasopressors.stale;
    }

    /** Whether a check is overdue. */
    boolean isOverdue() {
        return due != null && due.overdue();
    }

    private static boolean sameUrgency(@Nullable AlarmLine now, @Nullable AlarmLine before) {
        if (now == null || before == null) {
            return now == null && before == null;
        }
        return now.priority == before.priority && now.answered == before.answered;
    }

    /** A bed with nobody in it. */
    static BedCard empty(String bed) {
        return new BedCard(
                null,
                bed,
                Texts.of("board.empty"),
                "",
                "",
                "",
                "",
                null,
                null,
                "",
                0,
                "",
                "",
                "",
                Value.NONE,
                Value.NONE,
                Value.NONE,
                Value.NONE,
                Value.NONE,
                List.of(),
                null,
                null,
                Urgency.NONE);
    }
}
