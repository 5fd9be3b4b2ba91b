package org.cytovigil.monitor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The orders in which things can arrive. */
final class Orders {
    private Orders() {}

    /** Every order of the items, equal ones told apart by nothing; the items stay as they are. */
    static Set<List<Integer>> of(int... items) {
        Set<List<Integer>> orders = new HashSet<>();
        permute(items.clone(), 0, orders);
        return orders;
    }

    private static void permute(int[] items, int from, Set<List<Integer>> orders) {
        if (from == items.length) {
            List<Integer> order = new ArrayList<>();
            for (int item : items) {
                order.add(item);
            }
            orders.add(order);
            return;
        }
        Set<Integer> used = new HashSet<>();
        for (int i = from; i < items.length; i++) {
            if (used.add(items[i])) {
                swap(items, from, i);
                permute(items, from + 1, orders);
                swap(items, from, i);
            }
        }
    }

    private static void swap(int[] items, int one, int other) {
        int kept = items[one];
        items[one] = items[other];
        items[other] = kept;
    }
}
