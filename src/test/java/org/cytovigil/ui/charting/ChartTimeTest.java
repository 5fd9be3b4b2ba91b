package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ui.charting~1]
class ChartTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    // Berlin is an hour ahead of UTC in March 2026 until the 29th.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '',                 2026-03-02T13:30:00Z
                    14:05,              2026-03-02T13:05:00Z
                    1405,               2026-03-02T13:05:00Z
                    14:35,              2026-03-02T13:35:00Z
                    -20 min,            2026-03-02T13:10:00Z
                    -20,                2026-03-02T13:10:00Z
                    -2 h,               2026-03-02T11:30:00Z
                    2026-03-01 23:50,   2026-03-01T22:50:00Z
                    """)
    void aTimeIsReadInTheZoneOfTheWard(String typed, Instant at) {
        Instant now = Instant.parse("2026-03-02T13:30:00Z");

        assertThat(ChartTime.parse(typed, now, BERLIN)).isEqualTo(new ChartTime.At(at));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    14:36,            That is more than 5 minutes ahead.
                    2026-03-03 08:00, That is more than 5 minutes ahead.
                    25:10,            'There is no such time as "25:10".'
                    2026-02-30 10:00, 'There is no such time as "2026-02-30 10:00".'
                    noon,             '"noon" is no time. Write 14:05, -20 min, -2 h or 2026-03-01 14:05; nothing is now.'
                    """)
    void aTimeThatCannotBeIsRefused(String typed, String reason) {
        Instant now = Instant.parse("2026-03-02T13:30:00Z");

        assertThat(ChartTime.parse(typed, now, BERLIN)).isEqualTo(new ChartTime.Refused(reason));
    }

    @Test
    void justAfterMidnightTheEveningIsYesterdays() {
        Instant now = Instant.parse("2026-03-02T23:10:00Z");

        assertThat(ChartTime.parse("23:50", now, BERLIN))
                .isEqualTo(new ChartTime.At(Instant.parse("2026-03-02T22:50:00Z")));
    }

    @Test
    void anHourThatTheClocksSkipIsRefused() {
        Instant now = Instant.parse("2026-03-29T10:00:00Z");

        assertThat(ChartTime.parse("02:30", now, BERLIN)).isInstanceOf(ChartTime.Refused.class);
    }

    @Test
    void ofAnHourThatComesTwiceTheLaterCountsUnlessItIsStillToCome() {
        assertThat(ChartTime.parse("02:30", Instant.parse("2026-10-25T03:00:00Z"), BERLIN))
                .isEqualTo(new ChartTime.At(Instant.parse("2026-10-25T01:30:00Z")));
        assertThat(ChartTime.parse("02:30", Instant.parse("2026-10-25T00:40:00Z"), BERLIN))
                .isEqualTo(new ChartTime.At(Instant.parse("2026-10-25T00:30:00Z")));
    }
}
