package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;

/** The moments at which a picture changes by time alone. */
// [utest->req~picture.freshness~1]
class NextChangeTest {
    private final PictureFold fold = new PictureFold(Facts.adult(), SitePolicy.DEFAULT);

    private NextChangeTest at(double hours, Observation fact) {
        fold.add(Facts.hour(hours), fact);
        return this;
    }

    /** All changes to come, each asked for at the one before. */
    private List<Instant> changesAfter(double hours) {
        List<Instant> changes = new ArrayList<>();
        Instant next = fold.nextChange(Facts.hour(hours));
        while (next != null && changes.size() < 10) {
            changes.add(next);
            next = fold.nextChange(next);
        }
        return changes;
    }

    private static Instant justAfter(double hours) {
        return Facts.hour(hours).plusMillis(1);
    }

    @Test
    void nothingChangesWithoutAFact() {
        assertThat(changesAfter(0)).isEmpty();
    }

    @Test
    void aValueTurnsStaleOnce() {
        at(1, Facts.FEVER).at(1, Facts.NORMAL_PRESSURE).at(1, Facts.ROOM_AIR);
        at(2, Facts.spo2(95));
        at(2, new NeurologicalExamination(null, null, null, null, true, null, null));
        // 1 + 6, 2 + 6, 1 + 8, 1 + 12, 2 + 24 h.
        assertThat(changesAfter(2))
                .containsExactly(
                        justAfter(7), justAfter(8), justAfter(9), justAfter(13), justAfter(26));
    }

    @Test
    void aBolusStopsStandingForHypotensionAndThenCounting() {
        at(1, Facts.bolus()).at(2, Facts.bolus());
        // 6 h as hypotension, 24 h among several.
        assertThat(changesAfter(2))
                .containsExactly(justAfter(7), justAfter(8), justAfter(25), justAfter(26));
    }

    @Test
    void aHighDoseCountsAfterThreeHoursAndIsUnconfirmedAfterTwelve() {
        at(1, Facts.norepinephrine(22));
        assertThat(changesAfter(1)).containsExactly(Facts.hour(4), justAfter(13));
    }

    @Test
    void aDoseThatMayHaveBeenHighBeforeItWasChartedCountsFirst() {
        at(1, new Observation.VasopressorCharted(Facts.unknownDose(Vasopressor.NOREPINEPHRINE)));
        at(2, Facts.norepinephrine(22));
        // It may have been high since 1 h and is since 2 h; charted last at 2 h.
        assertThat(changesAfter(2)).containsExactly(Facts.hour(4), Facts.hour(5), justAfter(14));
    }
}
