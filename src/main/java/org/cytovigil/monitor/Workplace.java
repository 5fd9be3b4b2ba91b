package org.cytovigil.monitor;

import java.util.function.Predicate;

/**
 * Who and which program watches a unit.
 *
 * @param user who answers alarms here
 * @param program under which name the program says what it finds out about itself; no two that run
 *     on one store have the same
 * @param watch what stands still when the program does, in words: "the monitor"
 * @param ended whether the program of a name is of the same kind and runs no more, so that its
 *     findings are left to this one
 */
public record Workplace(String user, String program, String watch, Predicate<String> ended) {
    /** Somebody at the only program of a store. */
    public static Workplace of(String user) {
        return new Workplace(user, user, "the monitor", name -> false);
    }
}
