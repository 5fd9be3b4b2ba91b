package org.cytovigil.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where foreign data waits that could not become an entry: nothing that was offered is dropped in
 * silence.
 */
public interface Quarantine {
    /**
     * Keeps items, durable on return.
     *
     * @throws LedgerException when they could not be kept
     */
    void keep(List<Item> items);

    /** Every item kept, settled or not, oldest first; empty when there is none. */
    List<Held> held();

    /** What {@link #held} holds, without its numbers. */
    default List<Item> items() {
        return held().stream().map(Held::item).toList();
    }

    /** How many items are not settled. */
    default long unsettled() {
        return held().stream().filter(held -> held.settled() == null).count();
    }

    /**
     * The items that match, counted by who sent them and why they were refused, those with the
     * newest item first; empty when none matches. It costs no more than counting them.
     *
     * @throws LedgerException when they could not be read
     */
    default List<Group> groups(Filter filter) {
        Map<List<String>, Group> groups = new LinkedHashMap<>();
        for (Held held : held()) {
            if (filter.matches(held)) {
                Item item = held.item();
                Group one =
                        new Group(
                                item.source(),
                                item.reason(),
                                1,
                                item.received(),
                                item.received(),
                                held.number());
                groups.merge(List.of(item.source(), item.reason()), one, Group::and);
            }
        }
        List<Group> found = new ArrayList<>(groups.values());
        found.sort(Group.NEWEST_FIRST);
        return List.copyOf(found);
    }

    /**
     * A page of the items that match, the last kept first; empty after the last page.
     *
     * @param before the page begins below this number; {@link Long#MAX_VALUE} for the first
     * @param atMost how many, at least 1
     * @throws LedgerException when they could not be read
     */
    default List<Held> page(Filter filter, long before, int atMost) {
        List<Held> found = new ArrayList<>(held());
        Collections.reverse(found);
        return found.stream()
                .filter(held -> held.number() < before && filter.matches(held))
                .limit(atMost)
                .toList();
    }

    /**
     * A page of the items that match, the first kept first; empty after the last page.
     *
     * @param after the page begins above this number; 0 for the first
     * @param atMost how many, at least 1
     * @throws LedgerException when they could not be read
     */
    default List<Held> following(Filter filter, long after, int atMost) {
        return held().stream()
                .filter(held -> held.number() > after && filter.matches(held))
                .limit(atMost)
                .toList();
    }

    /**
     * Marks items as settled: fed again and accepted. They stay.
     *
     * @param numbers of items; one already settled keeps its first time
     * @throws LedgerException when that could not be kept
     */
    void settle(List<Long> numbers, Instant at);

    /**
     * Marks items as settled because a person has looked at them and nothing is to be done. They
     * stay.
     *
     * @param numbers of items; one already settled stays as it is
     * @throws LedgerException when that could not be kept; nothing of it was then
     */
    void dismiss(List<Long> numbers, Instant at, Dismissal dismissal);

    /**
     * Takes dismissals back: the items wait again. One that was fed again and accepted stays
     * settled.
     *
     * @throws LedgerException when that could not be kept; nothing of it was then
     */
    void reopen(List<Long> numbers);

    /**
     * An item in the quarantine.
     *
     * @param number its own, by which it is named
     * @param settled since when nobody need look at it, or {@code null} while somebody must
     * @param dismissal who settled it and why, or {@code null} while it waits or when it was fed
     *     again
     */
    record Held(long number, Item item, @Nullable Instant settled, @Nullable Dismissal dismissal) {
        /** An item that nobody dismissed. */
        public Held(long number, Item item, @Nullable Instant settled) {
            this(number, item, settled, null);
        }
    }

    /**
     * Why an item needs nobody's look any more.
     *
     * @param by who looked at it
     * @param reason in the words of that person
     */
    record Dismissal(String by, String reason) {}

    /**
     * One piece of foreign data that was not accepted.
     *
     * @param received when the program got it
     * @param source the file it came from, without its folder, or who sent it
     * @param line the line in that file, or the segment of the message, counted from 1
     * @param reason why it was not accepted, in words
     * @param raw the text as it came; of a message the part that by itself can be fed again
     */
    record Item(Instant received, String source, long line, String reason, String raw) {}

    /**
     * Items of one sender that were refused for one reason.
     *
     * @param count how many of them match
     * @param oldest when the first came
     * @param newest when the latest came
     * @param last the number of the one kept last
     */
    record Group(
            String source, String reason, long count, Instant oldest, Instant newest, long last) {
        /** The order of {@link Quarantine#groups}. */
        public static final Comparator<Group> NEWEST_FIRST =
                Comparator.comparing(Group::newest)
                        .thenComparingLong(Group::last)
                        .reversed()
                        .thenComparing(Group::source)
                        .thenComparing(Group::reason);

        private Group and(Group more) {
            return new Group(
                    source,
                    reason,
                    count + more.count,
                    oldest.isBefore(more.oldest) ? oldest : more.oldest,
                    newest.isAfter(more.newest) ? newest : more.newest,
                    Math.max(last, more.last));
        }
    }

    /**
     * Which items are looked for.
     *
     * @param source of this sender only; {@code null} for any
     * @param reason refused for exactly this reason; {@code null} for any
     * @param text a part of sender, reason or raw text, in capitals or not; empty for any
     * @param withSettled whether those already settled are wanted too
     */
    record Filter(
            @Nullable String source, @Nullable String reason, String text, boolean withSettled) {
        /** Everything that waits. */
        public static final Filter WAITING = new Filter(null, null, "", false);

        /** Those of this filter that belong to a group. */
        public Filter within(Group group) {
            return new Filter(group.source(), group.reason(), text, withSettled);
        }

        private boolean matches(Held held) {
            Item item = held.item();
            return (withSettled || held.settled() == null)
                    && (source == null || source.equals(item.source()))
                    && (reason == null || reason.equals(item.reason()))
                    && (holdsText(item.source())
                            || holdsText(item.reason())
                            || holdsText(item.raw()));
        }

        private boolean holdsText(String where) {
            return where.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        }
    }
}
