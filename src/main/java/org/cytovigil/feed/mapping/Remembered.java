package org.cytovigil.feed.mapping;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers that were worked out before: senders name the same few quantities in every message. It
 * stays small whatever they send. Safe for use by several threads.
 *
 * @param <K> what is asked; equal questions have equal answers
 * @param <V> what is answered
 */
final class Remembered<K, V> {
    /** More than the codes of many devices; what has more different ones makes them up. */
    static final int MOST = 5_000;

    /** No code and name is longer, or it has been made to take memory. */
    static final int LONGEST = 500;

    private final Map<K, V> known = new ConcurrentHashMap<>();

    /**
     * The answer to a question.
     *
     * @param length of the texts in the question
     * @param find works it out
     */
    V get(K question, int length, Function<K, V> find) {
        V before = known.get(question);
        if (before != null) {
            return before;
        }
        V found = find.apply(question);
        if (length <= LONGEST) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(question, found);
        }
        return found;
    }

    /** How many answers are kept. */
    int size() {
        return known.size();
    }
}
