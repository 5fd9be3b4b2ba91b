package org.cytovigil.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.grading.Assessment;

/**
 * The grades of one stay on one scale over time, as the moments at which grade or reason changed.
 */
final class GradeHistory {
    private final List<Assessment> changes = new ArrayList<>();
    private List<Assessment> shown = List.of();
    private boolean current = true;

    void add(Assessment assessment) {
        if (!changes.isEmpty() && changes.getLast().saysTheSame(assessment)) {
            return;
        }
        changes.add(assessment);
        current = false;
    }

    /** Forgets everything from a moment on, that moment included. */
    void forgetFrom(Instant at) {
        while (!changes.isEmpty() && !changes.getLast().at().isBefore(at)) {
            changes.removeLast();
            current = false;
        }
    }

    /** The changes so far, oldest first; the list never changes afterwards. */
    List<Assessment> changes() {
        if (!current) {
            shown = List.copyOf(changes);
            current = true;
        }
        return shown;
    }
}
