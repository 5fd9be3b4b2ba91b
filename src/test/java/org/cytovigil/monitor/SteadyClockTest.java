package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.cytovigil.clinical.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to the computer's clock, the program's time goes on as time passes. */
// [utest->req~monitor.steady-clock~1]
class SteadyClockTest {
    private static final Duration BEAT = Duration.ofMillis(200);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    -PT1H   , true , is 1 h behind
                    PT1H    , true , is 1 h ahead of
                    -PT24H  , true , is 24 h behind
                    PT24H   , true , is 24 h ahead of
                    -PT31S  , true , behind
                    PT31S   , true , ahead of
                    -PT1H   , false, is 1 h behind
                    -PT24H  , false, is 24 h behind
                    """)
    void aClockThatIsSetChangesNoSpanAndIsToldUntilItIsRight(
            Duration by, boolean tellsSleep, String words) {
        ComputerClock computer = new ComputerClock(tellsSleep);
        Instant begin = computer.steady.instant();
        for (int beat = 1; beat <= 3_000; beat++) {
            computer.passes(BEAT);
            if (beat == 1_000) {
                computer.isSet(by);
            }
            assertThat(Duration.between(begin, computer.steady.instant()))
                    .isEqualTo(BEAT.multipliedBy(beat));
            assertThat(computer.steady.notice().isEmpty()).isEqualTo(beat < 1_000);
        }
        assertThat(computer.steady.notice()).contains(words).contains("else set it right");

        computer.isSet(by.negated());
        computer.passes(BEAT);
        assertThat(Duration.between(begin, computer.steady.instant()))
                .isEqualTo(BEAT.multipliedBy(3_001));
        assertThat(computer.steady.notice().isEmpty()).isEqualTo(tellsSleep || by.isNegative());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.95, 0.9995, 1.0005, 1.05})
    void aClockThatRunsAlittleFastOrSlowIsFollowed(double rate) {
        ComputerClock computer = new ComputerClock(true);
        Instant before = computer.steady.instant();
        for (int beat = 0; beat < 18_000; beat++) {
            computer.passes(BEAT, rate);
            Instant now = computer.steady.instant();
            assertThat(Duration.between(before, now).toMillis()).isBetween(179L, 221L);
            assertThat(Duration.between(now, computer.clock()).abs())
                    .isLessThan(Duration.ofMillis(50));
            before = now;
        }
        assertThat(computer.steady.notice()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-29, -5, 5, 29})
    void aClockThatIsSetByLittleIsFollowedWithoutAJump(long seconds) {
        ComputerClock computer = new ComputerClock(true);
        computer.isSet(Duration.ofSeconds(seconds));
        Instant before = computer.steady.instant();
        for (int beat = 0; beat < 5 * 300; beat++) {
            computer.passes(BEAT);
            Instant now = computer.steady.instant();
            assertThat(Duration.between(before, now).toMillis()).isBetween(179L, 221L);
            before = now;
        }
        assertThat(computer.steady.instant()).isEqualTo(computer.clock());
        assertThat(computer.steady.notice()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void timeThatTheComputerSleptHasPassed(boolean tellsSleep) {
        ComputerClock computer = new ComputerClock(tellsSleep);
        computer.steady.instant();
        computer.sleeps(Duration.ofHours(9));
        assertThat(computer.steady.instant()).isEqualTo(Facts.hour(9));
        assertThat(computer.steady.notice()).isEmpty();
    }

    @Test
    void aClockThatIsSetWhileTheComputerSleepsIsTold() {
        ComputerClock computer = new ComputerClock(true);
        computer.sleeps(Duration.ofHours(2));
        computer.isSet(Duration.ofHours(5));
        assertThat(computer.steady.instant()).isEqualTo(Facts.hour(2));
        assertThat(computer.steady.notice()).contains("5 h ahead");
    }

    @Test
    void whereSleepCannotBeToldAJumpForwardIsFollowed() {
        ComputerClock computer = new ComputerClock(false);
        computer.isSet(Duration.ofHours(1));
        assertThat(computer.steady.instant()).isEqualTo(Facts.hour(1));
    }

    @Test
    void aClockKnownToBeBehindGoesOnFromWhatIsKnown() {
        ComputerClock computer = new ComputerClock(true);
        computer.steady.notBefore(Facts.hour(24));
        assertThat(computer.steady.instant()).isEqualTo(Facts.hour(24));
        assertThat(computer.steady.notice()).contains("24 h behind");
        computer.steady.notBefore(Facts.hour(3));
        assertThat(computer.steady.instant()).isEqualTo(Facts.hour(24));

        computer.isSet(Duration.ofHours(24));
        computer.passes(Duration.ofMinutes(1));
        assertThat(computer.steady.instant()).isEqualTo(Facts.minute(24 * 60 + 1));
        assertThat(computer.steady.notice()).isEmpty();
    }

    @Test
    void afterAThousandRandomMishapsItHasNeitherGoneBackNorStoodStill() {
        Random random = new Random(14);
        for (int run = 0; run < 200; run++) {
            ComputerClock computer = new ComputerClock(random.nextBoolean());
            Instant before = computer.steady.instant();
            for (int i = 0; i < 1_000; i++) {
                computer.passes(Duration.ofMillis(20 + random.nextInt(60_000)));
                if (random.nextInt(10) == 0) {
                    computer.isSet(Duration.ofSeconds(random.nextLong(-90_000, 90_000)));
                }
                Instant now = computer.steady.instant();
                assertThat(now).isAfter(before);
                before = now;
            }
        }
    }

    @Test
    void theProgramsClocksTellOneTime() {
        Instant one = new SystemClock().instant();
        Instant other = new SystemClock().instant();
        assertThat(Duration.between(one, other)).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(new SystemClock().notice()).isEmpty();
    }
}
