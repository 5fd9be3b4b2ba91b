package org.cytovigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a site, each from the moment it holds until the next. A moment is always graded
 * by the policy that held then, so a new policy changes nothing that was shown before it.
 * Immutable.
 */
public final class PolicyTimeline {
    /**
     * A policy and from when it holds.
     *
     * @param from the first moment graded by it; {@link Instant#MIN} for the one that held first
     */
    public record Held(Instant from, SitePolicy policy) {}

    private final List<Held> held;

    private PolicyTimeline(List<Held> held) {
        this.held = held;
    }

    /** One policy that has always held. */
    public static PolicyTimeline always(SitePolicy policy) {
        return new PolicyTimeline(List.of(new Held(Instant.MIN, policy)));
    }

    /**
     * This timeline with another policy from a moment on.
     *
     * @throws IllegalArgumentException when {@code from} is not later than that of the last policy
     */
    public PolicyTimeline then(Instant from, SitePolicy policy) {
        if (!from.isAfter(held.getLast().from())) {
            throw new IllegalArgumentException(
                    "policy %s from %s is not later than policy %s from %s"
                            .formatted(
                                    policy, from, held.getLast().policy(), held.getLast().from()));
        }
        List<Held> longer = new ArrayList<>(held);
        longer.add(new Held(from, policy));
        return new PolicyTimeline(List.copyOf(longer));
    }

    /** All policies, the oldest first; at least one. */
    public List<Held> held() {
        return held;
    }

    /** The last policy. */
    public SitePolicy latest() {
        return held.getLast().policy();
    }

    /** The policy that holds at a moment. */
    public SitePolicy at(Instant moment) {
        SitePolicy policy = held.getFirst().policy();
        for (Held next : held) {
            if (!next.from().isAfter(moment)) {
                policy = next.policy();
            }
        }
        return policy;
    }

    /** When the policy changes next, later than a moment; {@code null} when it does not. */
    public @Nullable Instant nextChange(Instant after) {
        for (Held next : held) {
            if (next.from().isAfter(after)) {
                return next.from();
            }
        }
        return null;
    }
}
