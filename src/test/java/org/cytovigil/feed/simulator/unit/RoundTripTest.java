package org.cytovigil.feed.simulator.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.simulator.unit.UnitPlan.Dialect;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradingScale;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StayMonitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a unit tells is what the program's own reader keeps of its messages. */
// [utest->req~feed.simulator~1]
class RoundTripTest {
    private static final Instant START = Instant.parse("2026-03-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    PCD,   1
                    PCD,   2
                    PCD,   3
                    PCD,   4
                    PCD,   5
                    PCD,   6
                    PCD,   7
                    PCD,   8
                    LOINC, 9
                    LOINC, 10
                    LOINC, 11
                    LOINC, 12
                    """)
    void everyMessageIsReadToTheFactsItWasMadeOfAndGradesAlike(Dialect dialect, long seed) {
        UnitPlan plan = UnitPlan.of(4, seed, START, ZoneOffset.UTC).speaking(dialect);
        Listener listener = new Listener(plan);
        Map<StayId, List<Entry>> told = new LinkedHashMap<>();
        for (int bed = 1; bed <= plan.beds(); bed++) {
            for (Delivery delivery : Listener.due(plan, bed, START.plus(Duration.ofHours(5)))) {
                Report report = delivery.report();

                Listener.Came came = listener.take(delivery);

                assertThat(came.code()).isEqualTo("AA");
                assertThat(came.reasons()).isEmpty();
                assertThat(came.events())
                        .containsExactlyInAnyOrderElementsOf(Listener.events(report));
                assertThat(came.entries())
                        .allSatisfy(
                                entry -> {
                                    assertThat(entry.stay()).isEqualTo(report.guest().stay());
                                    assertThat(entry.at()).isEqualTo(report.at());
                                });
                List<Entry> ofStay =
                        told.computeIfAbsent(report.guest().stay(), id -> new ArrayList<>());
                for (Entry.Event event : Listener.events(report)) {
                    ofStay.add(
                            new Entry(
                                    report.guest().stay(),
                                    report.at(),
                                    delivery.due(),
                                    new Author(Author.Kind.SIMULATOR, "course"),
                                    event));
                }
            }
        }
        assertThat(told).hasSizeGreaterThanOrEqualTo(4);
        told.forEach(
                (stay, entries) ->
                        assertThat(grades(listener.ledger.entriesOf(stay)))
                                .isEqualTo(grades(entries))
                                .isNotEmpty());
    }

    /** How the grade went, on every scale. */
    private static List<String> grades(List<Entry> entries) {
        Stay admitted = ((Entry.Admitted) entries.getFirst().event()).stay();
        List<GradingScale> scales = GradingScales.ALL;
        StayMonitor monitor =
                new StayMonitor(admitted, PolicyTimeline.always(SitePolicy.DEFAULT), scales);
        entries.forEach(monitor::take);
        monitor.advance(START.plus(Duration.ofHours(5)), assessment -> {});
        List<String> history = new ArrayList<>();
        for (GradingScale scale : scales) {
            for (Assessment change : monitor.history(scale.id())) {
                history.add(
                        "%s %s %s %s"
                                .formatted(
                                        scale.id(),
                                        change.at(),
                                        change.range(),
                                        change.deciding().criterion()));
            }
        }
        return history;
    }
}
