package org.cytovigil.ui.trend.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows begin at round times of the wall clock, also on the days on which it is set. */
// [utest->req~ui.trend-table~1]
class IntervalTest {
    /** Begins in UTC and lengths in minutes, worked out from the days on which clocks are set. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # Berlin, 29 March 2026: 02:00 +01 is 03:00 +02
                    Europe/Berlin, 60, 2026-03-29T00:10:00Z, 2026-03-29T01:50:00Z, 00:00 60 · 01:00 60
                    Europe/Berlin, 240, 2026-03-28T23:30:00Z, 2026-03-29T02:30:00Z, 23:00 180 · 02:00 240
                    Europe/Berlin, 1440, 2026-03-28T23:30:00Z, 2026-03-29T22:30:00Z, 23:00 1380 · 22:00 1440
                    # Berlin, 25 October 2026: 03:00 +02 is 02:00 +01
                    Europe/Berlin, 60, 2026-10-25T00:10:00Z, 2026-10-25T02:10:00Z, 00:00 60 · 01:00 60 · 02:00 60
                    Europe/Berlin, 60, 2026-10-25T01:20:00Z, 2026-10-25T01:40:00Z, 01:00 60
                    Europe/Berlin, 240, 2026-10-24T22:10:00Z, 2026-10-25T03:10:00Z, 22:00 300 · 03:00 240
                    Europe/Berlin, 720, 2026-10-25T05:00:00Z, 2026-10-25T12:00:00Z, 22:00 780 · 11:00 720
                    Europe/Berlin, 1440, 2026-10-25T05:00:00Z, 2026-10-25T05:00:00Z, 22:00 1500
                    # Lord Howe, 5 April 2026: 02:00 +11 is 01:30 +10:30
                    Australia/Lord_Howe, 60, 2026-04-04T14:05:00Z, 2026-04-04T15:35:00Z, 14:00 90 · 15:30 60
                    Australia/Lord_Howe, 15, 2026-04-04T14:50:00Z, 2026-04-04T15:05:00Z, 14:45 15 · 15:00 15
                    # Lord Howe, 4 October 2026: 02:00 +10:30 is 02:30 +11
                    Australia/Lord_Howe, 60, 2026-10-03T14:35:00Z, 2026-10-03T16:10:00Z, 14:30 60 · 15:30 30 · 16:00 60
                    UTC, 1440, 2026-03-01T23:59:59Z, 2026-03-02T00:00:00Z, 00:00 1440 · 00:00 1440
                    """)
    void everyIntervalBeginsAtARoundTimeOfTheWard(
            String zone, int minutes, Instant first, Instant last, String expected) {
        List<Interval> intervals =
                Interval.of(Duration.ofMinutes(minutes), first, last, ZoneId.of(zone));

        assertThat(
                        intervals.stream()
                                .map(
                                        interval ->
                                                interval.from()
                                                                .atOffset(ZoneOffset.UTC)
                                                                .toLocalTime()
                                                        + " "
                                                        + interval.length().toMinutes())
                                .collect(Collectors.joining(" · ")))
                .isEqualTo(expected);
    }

    @Test
    void intervalsFollowEachOtherWithoutGapOrOverlapInEveryZone() {
        Random random = new Random(29);
        List<String> zones =
                List.of(
                        "Europe/Berlin",
                        "Australia/Lord_Howe",
                        "America/Havana",
                        "Africa/Cairo",
                        "America/St_Johns",
                        "Asia/Kathmandu");
        for (int round = 0; round < 400; round++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            Duration step =
                    List.of(
                                    Rows.QUARTER_HOUR,
                                    Rows.HOUR,
                                    Rows.FOUR_HOURS,
                                    Rows.TWELVE_HOURS,
                                    Rows.DAY)
                            .get(random.nextInt(5))
                            .length();
            Instant first =
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(365 * 86_400));
            Instant last = first.plusSeconds(random.nextInt(4 * 86_400));

            List<Interval> intervals = Interval.of(step, first, last, zone);

            assertThat(intervals.getFirst().contains(first)).isTrue();
            assertThat(intervals.getLast().contains(last)).isTrue();
            for (int i = 1; i < intervals.size(); i++) {
                assertThat(intervals.get(i).from()).isEqualTo(intervals.get(i - 1).to());
            }
            assertThat(intervals)
                    .allSatisfy(
                            interval ->
                                    assertThat(interval.length())
                                            .isPositive()
                                            .isLessThanOrEqualTo(step.plusHours(1)));
        }
    }

    @Test
    void nothingLiesBetweenALaterAndAnEarlierMoment() {
        Instant now = Instant.parse("2026-03-01T08:00:00Z");

        assertThat(Interval.of(Duration.ofHours(1), now, now.minusSeconds(1), ZoneOffset.UTC))
                .isEmpty();
    }
}
