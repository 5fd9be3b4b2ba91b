package org.cytovigil.ledger;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.SitePolicy;

/**
 * A site policy was adopted.
 *
 * @param policy what the site decided
 * @param from the first moment graded by it
 * @param learned when it was adopted
 * @param author who adopted it
 */
public record Adoption(SitePolicy policy, Instant from, Instant learned, Author author) {
    /**
     * Looks whether this may follow the adoptions before it.
     *
     * @return whether it is new; {@code false} when its policy is the last one already
     * @throws PolicyRefusedException when it may not
     */
    public boolean follows(List<Adoption> before) {
        PolicyTimeline timeline = timeline(before);
        for (PolicyTimeline.Held held : timeline.held()) {
            requireSameMeaning(held.policy());
        }
        PolicyTimeline.Held last = timeline.held().getLast();
        if (policy.equals(last.policy())) {
            return false;
        }
        if (!from.isAfter(last.from())) {
            throw new PolicyRefusedException(
                    "policy %s cannot hold from %s: policy %s holds from %s, and the next one must hold later"
                            .formatted(policy, from, last.policy(), last.from()));
        }
        if (from.isBefore(learned.plus(PolicyRegister.NOTICE))) {
            throw new PolicyRefusedException(
                    "policy %s cannot hold from %s: what was shown is never graded anew, and a policy must be known %d seconds before it holds; it is %s now"
                            .formatted(policy, from, PolicyRegister.NOTICE.toSeconds(), learned));
        }
        return true;
    }

    private void requireSameMeaning(SitePolicy other) {
        List<Setting<?>> differing = policy.differing(other);
        if (policy.version().equals(other.version()) && !differing.isEmpty()) {
            throw new PolicyRefusedException(
                    "another policy was already named %s; they differ in %s. Give this one a new version"
                            .formatted(
                                    policy,
                                    differing.stream()
                                            .map(setting -> difference(setting, other))
                                            .collect(Collectors.joining(", "))));
        }
    }

    private String difference(Setting<?> setting, SitePolicy other) {
        return "%s (%s there, %s here)"
                .formatted(setting.key(), other.text(setting), policy.text(setting));
    }

    /** The policies from the moments they hold; the default policy before the first. */
    public static PolicyTimeline timeline(List<Adoption> adoptions) {
        PolicyTimeline timeline = PolicyTimeline.always(SitePolicy.DEFAULT);
        for (Adoption adoption : adoptions) {
            timeline = timeline.then(adoption.from(), adoption.policy());
        }
        return timeline;
    }
}
