package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;

// [utest->req~ui.feeds~1]
class FeedWatchTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final FeedWatch watch = new FeedWatch();

    private void hear(Author.Kind kind, String name, long second) {
        Instant at = START.plusSeconds(second);
        watch.take(
                new Entry(
                        new StayId("S-1"),
                        at.minusSeconds(3_600),
                        at,
                        new Author(kind, name),
                        new Entry.Observed(new Observation.HeartRate(80))));
    }

    private Feeds at(long second) {
        return watch.feeds(START.plusSeconds(second), SitePolicy.DEFAULT);
    }

    @Test
    void nothingHeardIsNoFeed() {
        assertThat(at(0)).isEqualTo(Feeds.NONE);
        assertThat(at(0).lastHeard()).isNull();
    }

    @Test
    void onlyDevicesAreFeedsAndEveryEntryTellsThatTheStoreIsFollowed() {
        hear(Author.Kind.DEVICE, "monitor 4", 0);
        hear(Author.Kind.PERSON, "nurse N2", 30);
        hear(Author.Kind.IMPORT, "vitals.csv", 40);

        Feeds feeds = at(50);

        assertThat(feeds.states()).containsExactly(new FeedState("monitor 4", START, 1, 1, false));
        assertThat(feeds.lastEntry()).isEqualTo(START.plusSeconds(40));
        assertThat(feeds.lastHeard()).isEqualTo(START);
    }

    @Test
    void aMinuteIsCountedToItsSecond() {
        for (long second : new long[] {0, 0, 1, 30, 59}) {
            hear(Author.Kind.DEVICE, "monitor 4", second);
        }

        assertThat(at(59).states().getFirst().lastMinute()).isEqualTo(5);
        assertThat(at(60).states().getFirst().lastMinute()).isEqualTo(3);
        assertThat(at(118).states().getFirst().lastMinute()).isEqualTo(1);
        assertThat(at(119).states().getFirst().lastMinute()).isZero();
        assertThat(at(119).states().getFirst().entries()).isEqualTo(5);
    }

    @Test
    void aFeedIsSilentAfterThreeTimesItsUsualIntervalButNotBeforeFiveMinutes() {
        for (int i = 0; i < 5; i++) {
            hear(Author.Kind.DEVICE, "every minute", 60L * i);
            hear(Author.Kind.DEVICE, "every hour", 3_600L * i);
        }
        long end = 4 * 3_600L;

        assertThat(at(240 + 299).states().getLast().silent()).isFalse();
        assertThat(at(240 + 300).states().getLast().silent()).isTrue();
        assertThat(at(end + 3 * 3_600 - 1).silent()).isEqualTo(1);
        assertThat(at(end + 3 * 3_600).silent()).isEqualTo(2);
    }

    @Test
    void anOlderEntryThatComesLaterMakesNothingOlder() {
        hear(Author.Kind.DEVICE, "monitor 4", 100);
        hear(Author.Kind.DEVICE, "monitor 4", 20);

        assertThat(at(100).states())
                .containsExactly(new FeedState("monitor 4", START.plusSeconds(100), 2, 1, false));
        assertThat(at(100).lastEntry()).isEqualTo(START.plusSeconds(100));
    }

    @Test
    void aDeviceThatWasTakenAwayIsForgottenAfterAWeek() {
        hear(Author.Kind.DEVICE, "monitor 4", 0);

        assertThat(at(7 * 86_400 - 1).states()).hasSize(1);
        assertThat(at(7 * 86_400).states()).isEmpty();
    }
}
