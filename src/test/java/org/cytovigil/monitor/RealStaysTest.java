package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.feed.clif.ClifImport;
import org.cytovigil.feed.clif.ClifOptions;
import org.cytovigil.feed.clif.ClifReport;
import org.cytovigil.feed.clif.ClifSource;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Real stays graded on every scale, twice: in order, and with their entries shuffled into an order
 * of arrival. Both give the same history, and every assessment can be put into words.
 */
// [utest->req~monitor.fold~1]
class RealStaysTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-23T00:00:00Z"));

    @Test
    void thePackedStaysGradeTheSameInEveryOrderOfArrival() {
        assertThat(gradedTwice(ClifSource.classPath("assets/cases/mimic-iv-demo"))).isEqualTo(4);
    }

    /** All 310 stays of MIMIC-IV demo 2.2 in CLIF form: {@code -Dclif=FOLDER}. */
    @Test
    @EnabledIfSystemProperty(named = "clif", matches = ".+")
    void theStaysOfAFolderGradeTheSameInEveryOrderOfArrival() {
        int stays = gradedTwice(ClifSource.folder(Path.of(System.getProperty("clif", ""))));
        System.out.println("stays graded twice on every scale: " + stays);
        assertThat(stays).isPositive();
    }

    private static int gradedTwice(ClifSource source) {
        MemoryLedger ledger = new MemoryLedger();
        ClifReport report = new ClifImport(source, ledger, ledger, CLOCK, ClifOptions.ALL).run();
        assertThat(report.faults()).isEmpty();
        int assessments = 0;
        for (Stay stay : ledger.stays()) {
            List<Entry> entries = ledger.entriesOf(stay.id());
            StayMonitor inOrder = graded(stay, entries);
            List<Entry> arrived = new ArrayList<>(entries);
            // The admission stays first: a ledger takes no entry of a stay it does not know.
            Collections.shuffle(
                    arrived.subList(1, arrived.size()), new Random(stay.id().value().hashCode()));
            StayMonitor shuffled = graded(stay, arrived);
            for (ScaleId scale : ScaleId.values()) {
                assertThat(shuffled.history(scale))
                        .as("stay %s, %s", stay.id(), scale)
                        .isEqualTo(inOrder.history(scale));
                assertThat(shuffled.assessment(scale)).isEqualTo(inOrder.assessment(scale));
                assessments += inWords(inOrder.history(scale));
            }
            assertThat(shuffled.episodes()).isEqualTo(inOrder.episodes());
            assertThat(shuffled.rejected()).isEqualTo(inOrder.rejected());
        }
        assertThat(assessments).isPositive();
        return report.stays().size();
    }

    /** Half of the entries arrive before the clock starts, the rest while it runs. */
    private static StayMonitor graded(Stay stay, List<Entry> entries) {
        StayMonitor monitor = new StayMonitor(stay, SitePolicy.DEFAULT, GradingScales.ALL);
        Instant end = stay.admitted();
        for (Entry entry : entries) {
            end = entry.at().isAfter(end) ? entry.at() : end;
        }
        Instant middle =
                stay.admitted()
                        .plusMillis(end.toEpochMilli() / 2 - stay.admitted().toEpochMilli() / 2);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.event() instanceof Entry.Observed observed) {
                monitor.observe(
                        entry.at(), entry.learned(), entry.author().name(), observed.observation());
            }
            if (i == entries.size() / 2) {
                monitor.advance(middle, step -> {});
            }
        }
        monitor.advance(end, step -> {});
        return monitor;
    }

    private static int inWords(List<Assessment> history) {
        for (Assessment assessment : history) {
            Explanation explanation = new Explanation(assessment, ZoneOffset.UTC);
            assertThat(explanation.sentence()).isNotBlank();
            assertThat(explanation.raisedBy()).isNotNull();
            assertThat(explanation.settings()).isNotNull();
        }
        return history.size();
    }
}
