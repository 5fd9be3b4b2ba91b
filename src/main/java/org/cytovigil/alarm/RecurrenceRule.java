package org.cytovigil.alarm;

import org.cytovigil.grading.EpisodeState;

/** A second or later episode that is open. */
// [impl->req~alarm.recurrence~1]
final class RecurrenceRule implements AlarmRule {
    @Override
    public AlarmKind kind() {
        return AlarmKind.RECURRENCE;
    }

    @Override
    public Level look(Moment moment) {
        EpisodeState episode = moment.picture().episode();
        return episode.open() && episode.number() > 1
                ? Level.of(episode.number() - 1, "CRS again: episode " + episode.number())
                : Level.NONE;
    }
}
