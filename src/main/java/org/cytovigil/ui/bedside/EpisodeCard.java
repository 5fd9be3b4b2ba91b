package org.cytovigil.ui.bedside;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Episode;
import org.cytovigil.grading.GradeCourse;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.StayTime;
import org.cytovigil.ui.theme.Texts;

/**
 * The latest episode of CRS in words.
 *
 * @param title "Episode", with its number when it is a recurrence
 * @param lines onset, end and peak, each a line
 * @param shares the time at each grade at which there was any, the lowest grade first; empty when
 *     there is no episode or no time has passed
 */
public record EpisodeCard(String title, List<String> lines, List<Share> shares) {
    /**
     * The time at one grade.
     *
     * @param words "grade 2 8 h 10"
     */
    public record Share(int grade, Duration time, String words) {}

    static EpisodeCard of(StaySnapshot snapshot, ScaleId scale, Instant now) {
        if (snapshot.episodes().isEmpty()) {
            return new EpisodeCard(
                    Texts.of("bedside.panel.episode"),
                    List.of(Texts.of("bedside.episode.none")),
                    List.of());
        }
        Episode episode = snapshot.episodes().getLast();
        StayTime time = StayTime.of(snapshot.stay());
        List<String> lines = new ArrayList<>();
        lines.add(
                Texts.of(
                        "bedside.episode.onset",
                        time.moment(episode.onset()),
                        Wording.age(episode.onset(), now)));
        Instant closed = episode.closed();
        if (closed != null) {
            Instant resolved = episode.resolved() == null ? closed : episode.resolved();
            lines.add(
                    Texts.of("bedside.episode.closed", time.moment(resolved), time.moment(closed)));
        }
        GradeCourse course = episode.courses().get(scale);
        if (course != null) {
            lines.add(peak(course, time));
            if (!course.undetermined().isZero()) {
                lines.add(
                        Texts.of(
                                "bedside.episode.undetermined",
                                Wording.duration(course.undetermined())));
            }
        }
        return new EpisodeCard(
                title(episode),
                List.copyOf(lines),
                course == null ? List.of() : shares(course.atGrade()));
    }

    private static String title(Episode episode) {
        return episode.recurrence()
                ? Texts.of("bedside.panel.recurrence", Integer.toString(episode.number()))
                : Texts.of("bedside.panel.episode");
    }

    private static String peak(GradeCourse course, StayTime time) {
        String at = time.moment(course.peakAt());
        String peak = Integer.toString(course.peak());
        return course.possiblePeak() > course.peak()
                ? Texts.of(
                        time.infused()
                                ? "bedside.episode.peak-open"
                                : "bedside.episode.peak-open-hours",
                        peak,
                        at,
                        Integer.toString(course.possiblePeak()))
                : Texts.of(
                        time.infused() ? "bedside.episode.peak" : "bedside.episode.peak-hours",
                        peak,
                        at);
    }

    private static List<Share> shares(List<Duration> atGrade) {
        List<Share> shares = new ArrayList<>();
        for (int grade = 0; grade <= GradeRange.WORST; grade++) {
            Duration time = atGrade.get(grade);
            if (!time.isZero()) {
                String words =
                        Texts.of(
                                "bedside.episode.at",
                                Integer.toString(grade),
                                Wording.duration(time));
                shares.add(new Share(grade, time, GradeCards.whole(words)));
            }
        }
        return List.copyOf(shares);
    }
}
