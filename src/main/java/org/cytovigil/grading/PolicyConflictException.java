package org.cytovigil.grading;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that are permitted one by one do not go together. */
public final class PolicyConflictException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Conflict> conflicts;

    /**
     * Two settings of which the first must not be above the second.
     *
     * @param reason what is wrong, in words fit to follow the first one's key
     */
    public record Conflict(Setting<?> lower, Setting<?> upper, String reason) {}

    PolicyConflictException(List<Conflict> conflicts) {
        super(
                conflicts.stream()
                        .map(conflict -> conflict.lower().key() + ": " + conflict.reason())
                        .collect(Collectors.joining("; ")));
        this.conflicts = List.copyOf(conflicts);
    }

    /** Every pair that does not go together; at least one. */
    public List<Conflict> conflicts() {
        return conflicts;
    }
}
