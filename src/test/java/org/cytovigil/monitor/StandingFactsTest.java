package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;

/**
 * Which facts of a stay go out; learned by a clock that was ahead at hour 5, and then corrected.
 */
// [utest->req~monitor.ledger-order~1]
class StandingFactsTest {
    private static final Author NURSE = new Author(Author.Kind.PERSON, "nurse");
    private static final Instant AT = Facts.hour(2);

    private static Entry said(double learned, Entry.Event event) {
        return new Entry(new StayId("7"), AT, Facts.hour(learned), NURSE, event);
    }

    private static Entry charted(double learned) {
        return said(learned, new Entry.Observed(Facts.FEVER));
    }

    private static Entry takenBack(double learned) {
        return said(learned, new Entry.Retracted(Facts.FEVER, "other patient"));
    }

    private static List<Observation> standing(Entry... entries) {
        return StandingFacts.of(List.of(entries)).stream()
                .map(StandingFacts.Fact::observation)
                .toList();
    }

    @Test
    void aFactLearnedAheadGoesOutNoMoreOnceItIsRetracted() {
        assertThat(standing(charted(5), takenBack(3))).isEmpty();
    }

    @Test
    void aFactChartedAgainAfterARetractionLearnedAheadGoesOut() {
        assertThat(standing(charted(2), takenBack(5), charted(3))).containsExactly(Facts.FEVER);
    }

    @Test
    void ofWhatWasLearnedTogetherTheRetractionHolds() {
        assertThat(standing(takenBack(2), charted(2))).isEmpty();
    }

    @Test
    void aCorrectionOfWhatNeverCameGoesOut() {
        assertThat(standing(said(2, new Entry.Corrected(Facts.FEVER, Facts.FEVER, "corrected"))))
                .containsExactly(Facts.FEVER);
    }
}
