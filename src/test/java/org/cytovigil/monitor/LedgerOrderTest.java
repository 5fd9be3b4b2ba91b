package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import org.cytovigil.clinical.Facts;
import org.junit.jupiter.api.Test;

// [utest->req~monitor.ledger-order~1]
class LedgerOrderTest {
    private static List<Instant> places(double... hoursLearned) {
        LedgerOrder order = new LedgerOrder();
        return DoubleStream.of(hoursLearned)
                .mapToObj(hour -> order.next(Watch.observed(hour, Facts.FEVER)))
                .toList();
    }

    @Test
    void aClockThatGoesOnGivesThePlaces() {
        assertThat(places(1, 1, 2)).containsExactly(Facts.hour(1), Facts.hour(1), Facts.hour(2));
    }

    @Test
    void placesRiseWhileTheClockIsBehindWhatItWasAndGoByItAgainAfterThat() {
        Instant ahead = Facts.hour(5);
        assertThat(places(5, 1, 1, 2, 5, 6))
                .containsExactly(
                        ahead,
                        ahead.plusNanos(1),
                        ahead.plusNanos(1),
                        ahead.plusNanos(2),
                        ahead.plusNanos(3),
                        Facts.hour(6));
    }
}
