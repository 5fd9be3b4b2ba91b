package org.cytovigil.feed.simulator;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.LongConsumer;

/**
 * What the ward has decided and not yet done: between a reading and the answer to it minutes pass.
 */
final class Orders {
    private record Order(long minute, long number, LongConsumer action) {}

    private final Queue<Order> waiting =
            new PriorityQueue<>(
                    Comparator.comparingLong(Order::minute).thenComparingLong(Order::number));
    private long number;

    /**
     * @param action is given the minute at which it is done
     */
    void at(long minute, LongConsumer action) {
        waiting.add(new Order(minute, number++, action));
    }

    /** Carries out all that is due before that minute, in order of time. */
    void carryOutBefore(long minute) {
        for (Order next = waiting.peek();
                next != null && next.minute() < minute;
                next = waiting.peek()) {
            waiting.remove(next);
            next.action().accept(next.minute());
        }
    }
}
