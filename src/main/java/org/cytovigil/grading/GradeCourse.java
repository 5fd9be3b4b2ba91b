package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the grade on one scale went in an episode. Grades are counted by their lowest end, so what is
 * said here was certain at the time.
 *
 * @param peak the highest grade reached
 * @param peakAt when it was first reached
 * @param possiblePeak the highest grade that the facts ever allowed
 * @param atGrade how long the patient was at each grade, 0 to 5
 * @param undetermined how long of that the grade was a range
 */
public record GradeCourse(
        int peak, Instant peakAt, int possiblePeak, List<Duration> atGrade, Duration undetermined) {
    public GradeCourse {
        atGrade = List.copyOf(atGrade);
    }
}
