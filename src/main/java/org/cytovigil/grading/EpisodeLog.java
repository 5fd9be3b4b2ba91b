package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.ScaleId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the episodes of one stay as its grades go by: onset, peak, time at each grade, resolution.
 * A step costs the same however long the stay is.
 */
// [impl->req~episode.course~1]
final class EpisodeLog {
    private final List<Episode> closed = new ArrayList<>();
    private final Map<ScaleId, Tally> tallies = new EnumMap<>(ScaleId.class);
    private EpisodeState state = EpisodeState.NONE;
    private long lastMillis;

    /** How the grade on one scale went so far. */
    private static final class Tally {
        private int peak;
        private Instant peakAt;
        private int possiblePeak;
        private GradeRange last;
        private final long[] atGrade;
        private long undetermined;

        Tally(Instant at, GradeRange range) {
            peak = range.lowest();
            peakAt = at;
            possiblePeak = range.highest();
            last = range;
            atGrade = new long[GradeRange.WORST + 1];
        }

        Tally(Tally other) {
            peak = other.peak;
            peakAt = other.peakAt;
            possiblePeak = other.possiblePeak;
            last = other.last;
            atGrade = other.atGrade.clone();
            undetermined = other.undetermined;
        }

        void count(long millis) {
            atGrade[last.lowest()] += millis;
            if (!last.determined()) {
                undetermined += millis;
            }
        }

        void note(Instant at, GradeRange range) {
            if (range.lowest() > peak) {
                peak = range.lowest();
                peakAt = at;
            }
            possiblePeak = Math.max(possiblePeak, range.highest());
            last = range;
        }

        GradeCourse course() {
            List<Duration> times = new ArrayList<>();
            for (long millis : atGrade) {
                times.add(Duration.ofMillis(millis));
            }
            return new GradeCourse(
                    peak, peakAt, possiblePeak, times, Duration.ofMillis(undetermined));
        }
    }

    EpisodeLog() {}

    EpisodeLog(EpisodeLog other) {
        closed.addAll(other.closed);
        other.tallies.forEach((scale, tally) -> tallies.put(scale, new Tally(tally)));
        state = other.state;
        lastMillis = other.lastMillis;
    }

    /** One moment's assessments, in the order of time. */
    void step(ClinicalPicture picture, List<Assessment> assessments) {
        EpisodeState next = picture.episode();
        long now = picture.at().toEpochMilli();
        boolean same = state.open() && next.open() && state.number() == next.number();
        if (state.open()) {
            count(now - lastMillis);
            if (!same) {
                closed.add(episode(picture.at(), state.clearSince()));
            }
        }
        if (!same) {
            tallies.clear();
        }
        if (next.open()) {
            note(picture.at(), assessments);
        }
        state = next;
        lastMillis = now;
    }

    /** All episodes up to a moment, oldest first; the open one with its time up to then. */
    List<Episode> episodes(Instant now) {
        List<Episode> episodes = new ArrayList<>(closed);
        if (state.open()) {
            EpisodeLog ahead = new EpisodeLog(this);
            ahead.count(Math.max(0, now.toEpochMilli() - lastMillis));
            episodes.add(ahead.episode(null, null));
        }
        return Collections.unmodifiableList(episodes);
    }

    private void count(long millis) {
        for (Tally tally : tallies.values()) {
            tally.count(millis);
        }
    }

    private void note(Instant at, List<Assessment> assessments) {
        for (int i = 0; i < assessments.size(); i++) {
            Assessment assessment = assessments.get(i);
            Tally tally = tallies.get(assessment.scale());
            if (tally == null) {
                tallies.put(assessment.scale(), new Tally(at, assessment.range()));
            } else {
                tally.note(at, assessment.range());
            }
        }
    }

    private Episode episode(@Nullable Instant closedAt, @Nullable Instant resolved) {
        Instant onset = state.openSince();
        if (onset == null) {
            throw new IllegalStateException("no episode is open");
        }
        Map<ScaleId, GradeCourse> courses = new EnumMap<>(ScaleId.class);
        tallies.forEach((scale, tally) -> courses.put(scale, tally.course()));
        return new Episode(
                state.number(), onset, resolved, closedAt, Collections.unmodifiableMap(courses));
    }
}
