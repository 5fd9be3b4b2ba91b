package org.cytovigil.ui.charting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Wording;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.StandingFacts.Fact;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What was charted before of the kind of a sheet and stands, the newest first; what is of one time
 * and one author is told together. FX thread.
 */
// [impl->req~ui.chart-earlier~1]
final class EarlierFacts {
    /** As many as anybody looks through. */
    private static final int MOST = 40;

    /** What comes in is read from the disk, and not with each beat. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Sheet sheet;
    private final StayId who;
    private final Workbench bench;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper();
    private List<Together> facts = List.of();
    private @Nullable Instant lastEntry;
    private @Nullable Instant read;
    private boolean reading;

    /**
     * As shown.
     *
     * @param when the time, its age, who says so
     * @param words what was charted
     */
    record Row(String when, String words) {}

    private record Key(Instant at, String author) {}

    private record Together(Key key, String words) {}

    EarlierFacts(Sheet sheet, StayId who, Workbench bench) {
        this.sheet = sheet;
        this.who = who;
        this.bench = bench;
        said.set(Texts.of("charting.earlier.reading"));
    }

    /** The newest first. */
    ObservableList<Row> rows() {
        return rows;
    }

    /** What stands there while there are no rows. */
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** Follows the unit: ages at once, what is new within a minute. */
    void show(UnitSnapshot unit) {
        if (sheet.fields().stream().anyMatch(Field::isList)) {
            // The list of what can be corrected tells it all.
            return;
        }
        Instant last = read;
        boolean due = last == null || Duration.between(last, unit.at()).compareTo(BETWEEN) >= 0;
        if (due && (last == null || !Objects.equals(lastEntry, unit.feeds().lastEntry()))) {
            read();
        }
        List<Row> now =
                facts.stream()
                        .map(
                                each ->
                                        new Row(
                                                Texts.of(
                                                        "charting.earlier.when",
                                                        ChartTime.shown(
                                                                each.key().at(), bench.zone()),
                                                        Wording.age(each.key().at(), unit.at()),
                                                        each.key().author()),
                                                each.words()))
                        .toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }

    /** Reads what stands anew. */
    void read() {
        if (reading) {
            return;
        }
        reading = true;
        UnitSnapshot unit = bench.source().latest();
        read = unit.at();
        lastEntry = unit.feeds().lastEntry();
        bench.background()
                .execute(
                        () -> {
                            try {
                                List<Together> found = together(bench.source().standing(who));
                                bench.screen()
                                        .execute(
                                                () ->
                                                        take(
                                                                found,
                                                                Texts.of("charting.earlier.none")));
                            } catch (LedgerException e) {
                                String fault =
                                        Texts.of(
                                                "charting.earlier.unread",
                                                String.valueOf(e.getMessage()));
                                bench.screen().execute(() -> take(List.of(), fault));
                            }
                        });
    }

    private void take(List<Together> found, String words) {
        reading = false;
        facts = found;
        said.set(words);
        show(bench.source().latest());
    }

    private List<Together> together(List<Fact> standing) {
        Map<Key, List<String>> words = new LinkedHashMap<>();
        for (Fact fact : standing.reversed()) {
            if (sheet.charts(fact.observation())) {
                Key key = new Key(fact.at(), fact.author());
                if (words.size() == MOST && !words.containsKey(key)) {
                    break;
                }
                words.computeIfAbsent(key, k -> new ArrayList<>())
                        .addFirst(ChartedWords.brief(fact.observation()));
            }
        }
        return words.entrySet().stream()
                .map(each -> new Together(each.getKey(), String.join(" · ", each.getValue())))
                .toList();
    }
}
