package org.cytovigil.clinical;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Cornell assessment of paediatric delirium: eight questions of 0 to 4 points each, 9 and more
 * is delirium (criteria section 1.8). A question that was not charted leaves a range.
 */
public sealed interface CapdScore {
    /** How many questions there are. */
    int QUESTIONS = 8;

    /** The most points a question gives. */
    int MOST_PER_QUESTION = 4;

    /** The fewest points that the charted questions allow. */
    int least();

    /** The most points that the charted questions allow. */
    int most();

    /**
     * The sum alone.
     *
     * @param points 0 to 32
     */
    record Total(int points) implements CapdScore {
        @Override
        public int least() {
            return points;
        }

        @Override
        public int most() {
            return points;
        }
    }

    /**
     * Question by question, in points and not in the words of the form (the first four score
     * "never" 4 to "always" 0, the last four "never" 0 to "always" 4): eye contact, purposeful
     * actions, awareness, communication, restlessness, inconsolability, underactivity, slow
     * response.
     *
     * @param points eight values of 0 to 4, {@code null} for a question not charted
     */
    record Items(List<@Nullable Integer> points) implements CapdScore {
        /** Copies the list, which may hold {@code null}. */
        public Items {
            points = Collections.unmodifiableList(new ArrayList<>(points));
        }

        @Override
        public int least() {
            return sum(0);
        }

        @Override
        public int most() {
            return sum(MOST_PER_QUESTION);
        }

        private int sum(int ifNotCharted) {
            int sum = 0;
            for (Integer point : points) {
                sum += point == null ? ifNotCharted : point;
            }
            return sum;
        }
    }
}
