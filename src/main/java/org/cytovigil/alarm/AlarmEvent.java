package org.cytovigil.alarm;

import java.time.Instant;

/** What can happen to an alarm. */
public sealed interface AlarmEvent {
    /** The condition holds, perhaps for the first time. */
    record Raised(Condition condition) implements AlarmEvent {}

    /**
     * The condition holds and is a part of what another alarm of the stay has just told.
     *
     * @param inside that alarm
     */
    record RaisedInside(Condition condition, AlarmKind inside) implements AlarmEvent {}

    /** The condition no longer holds. */
    record Cleared(Instant at) implements AlarmEvent {}

    /**
     * Somebody answers.
     *
     * @param level the level that the person saw: an alarm that has risen since then is not
     *     answered by it
     */
    record Acknowledged(int level, Answer answer) implements AlarmEvent {}

    /** An answered condition has held for so long that it must be answered anew. */
    record Reminded() implements AlarmEvent {}

    /**
     * Somebody puts it off.
     *
     * @param level the level that the person saw, or of an alarm that is not raised the highest
     *     that is put off
     */
    record Shelved(int level, Shelf shelf) implements AlarmEvent {}

    /** The time is over for which it was put off, or somebody ended it. */
    record Unshelved() implements AlarmEvent {}

    /** Somebody takes it out of service. */
    record TakenOut(String by, String reason) implements AlarmEvent {}

    /** Somebody puts it back into service. */
    record PutBack() implements AlarmEvent {}
}
