package org.cytovigil.ui.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cytovigil.grading.Wording;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.monitor.FeedState;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A way in as a line of the list.
 *
 * @param sender its name; {@code null} for the line that stands for all
 * @param title its name as shown
 * @param state when it was last heard and how much comes, in words
 * @param silent whether it has fallen silent
 * @param waiting how many of its items wait in the quarantine
 */
public record SenderRow(
        @Nullable String sender, String title, String state, boolean silent, long waiting) {

    /** The lines: first the one for all, then every one that was heard or has something waiting. */
    static List<SenderRow> of(UnitSnapshot unit, List<Quarantine.Group> waiting, ZoneId zone) {
        Map<String, @Nullable FeedState> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, Long> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Quarantine.Group group : waiting) {
            counts.merge(group.source(), group.count(), Long::sum);
            names.put(group.source(), null);
        }
        unit.feeds().states().forEach(state -> names.put(state.name(), state));
        List<SenderRow> rows = new ArrayList<>();
        int lastMinute = unit.feeds().states().stream().mapToInt(FeedState::lastMinute).sum();
        rows.add(
                new SenderRow(
                        null,
                        Texts.of("feeds.all", unit.feeds().states().size()),
                        Texts.of("feeds.all.state", lastMinute, unit.feeds().silent()),
                        false,
                        counts.values().stream().mapToLong(Long::longValue).sum()));
        names.forEach(
                (name, state) ->
                        rows.add(
                                new SenderRow(
                                        name,
                                        name.isBlank() ? Texts.of("feeds.nameless") : name,
                                        words(state, unit.at(), zone),
                                        state != null && state.silent(),
                                        counts.getOrDefault(name, 0L))));
        return rows;
    }

    private static String words(@Nullable FeedState state, Instant now, ZoneId zone) {
        if (state == null) {
            return Texts.of("feeds.never");
        }
        String last = time(state.last(), now, zone);
        return state.silent()
                ? Texts.of("feeds.silent", Wording.age(state.last(), now), last)
                : Texts.of("feeds.heard", last, state.lastMinute());
    }

    /** "14:05:12", with the date when it is not of today. */
    static String time(Instant at, Instant now, ZoneId zone) {
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        boolean near = today || Duration.between(at, now).abs().toHours() < 6;
        return DateTimeFormatter.ofPattern(near ? "HH:mm:ss" : "d MMM uuuu HH:mm", Locale.ENGLISH)
                .format(at.atZone(zone));
    }
}
