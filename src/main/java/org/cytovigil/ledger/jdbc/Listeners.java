package org.cytovigil.ledger.jdbc;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.cytovigil.ledger.Entry;

/**
 * Tells subscribers of appends in the order in which they happened. Only subscribing is safe for
 * several threads.
 */
final class Listeners {
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Queue<List<Entry>> untold = new ArrayDeque<>();
    private boolean telling;

    // A class and not the listener itself: the same listener may subscribe twice and end one of the
    // two.
    private static final class Subscription {
        private final Consumer<List<Entry>> listener;

        Subscription(Consumer<List<Entry>> listener) {
            this.listener = listener;
        }
    }

    Runnable add(Consumer<List<Entry>> listener) {
        Subscription subscription = new Subscription(listener);
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    /**
     * Tells every subscriber. What a subscriber appends while it is told is told after this, so
     * that all see one order.
     */
    void tell(List<Entry> entries) {
        untold.add(List.copyOf(entries));
        if (telling) {
            return;
        }
        telling = true;
        try {
            for (List<Entry> next = untold.poll(); next != null; next = untold.poll()) {
                for (Subscription subscription : subscriptions) {
                    tell(subscription, next);
                }
            }
        } finally {
            telling = false;
        }
    }

    private static void tell(Subscription subscription, List<Entry> entries) {
        try {
            subscription.listener.accept(entries);
        } catch (RuntimeException | Error e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    void clear() {
        subscriptions.clear();
    }
}
