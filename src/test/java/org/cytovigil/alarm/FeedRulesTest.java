package org.cytovigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~alarm.no-data~1]
// [utest->req~alarm.clock-skew~1]
class FeedRulesTest {
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final SitePolicy POLICY = SitePolicy.DEFAULT;

    private static Instant at(String clock) {
        return DAY.plus(Duration.between(LocalTime.MIN, LocalTime.parse(clock)));
    }

    private static NoDataRule heard(String clocks) {
        NoDataRule rule = new NoDataRule("no data from any device since ", ZoneOffset.UTC);
        Stream.of(clocks.split(" ", -1)).forEach(clock -> rule.heard(at(clock)));
        return rule;
    }

    /** The table of the page on alarms, and its edges. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    10:00 10:01 10:02                                    ,
                    10:00 10:01 10:02 10:03                              , 10:08
                    10:00 10:10 10:20 10:30                              , 11:00
                    10:00 10:10 10:20 10:21 10:22 10:23 10:24            , 10:29
                    10:03 10:02 10:01 10:00                              , 10:08
                    10:00 10:01 10:01 10:02                              ,
                    10:00 10:01 10:02 13:00                              , 13:05
                    10:00 10:01:40 10:03:20 10:05                        , 10:10
                    10:00 10:02 10:04 10:06                              , 10:12
                    """)
    void silenceAlarmsAfterThreeUsualIntervalsAndFiveMinutesAtLeast(String arrivals, String due) {
        NoDataRule rule = heard(arrivals);
        if (due == null) {
            assertThat(rule.look(at("23:59"), POLICY)).isSameAs(Level.NONE);
            return;
        }
        assertThat(rule.look(at(due).minusMillis(1), POLICY)).isSameAs(Level.NONE);
        assertThat(rule.look(at(due), POLICY).since()).isEqualTo(at(due));
        assertThat(rule.look(at("23:59"), POLICY).since()).isEqualTo(at(due));
    }

    @Test
    void silenceSaysSinceWhen() {
        assertThat(cause(heard("10:00 10:01 10:02 10:03").look(at("11:00"), POLICY)))
                .isEqualTo("no data from any device since 10:03");
    }

    private static String cause(Level level) {
        return level.lowest() == 0 ? "" : level.cause().apply(new Level.Before(0, ""));
    }

    @Test
    void theSiteDecidesHowLongSilenceLasts() {
        SitePolicy patient =
                SitePolicy.of(
                        "site-1",
                        Map.of(Settings.SILENT_FROM, "30 min", Settings.SILENT_TIMES, "5"));
        NoDataRule often = heard("10:00 10:01 10:02 10:03");
        assertThat(often.look(at("10:32"), patient).lowest()).isZero();
        assertThat(often.look(at("10:33"), patient).lowest()).isOne();
        assertThat(heard("10:00 10:10 10:20 10:30").look(at("11:19"), patient).lowest()).isZero();
        assertThat(heard("10:00 10:10 10:20 10:30").look(at("11:20"), patient).lowest()).isOne();
    }

    /** Sends a fact a minute with these delays in seconds. */
    private static Level skewed(List<Integer> delays) {
        ClockSkewRule rule = new ClockSkewRule();
        Instant learned = at("10:00");
        for (int delay : delays) {
            rule.heard("monitor-7", learned.minusSeconds(delay), learned);
            learned = learned.plusSeconds(60);
        }
        return rule.look(POLICY);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0                                           , ''
                    -60                                         , ''
                    -61                                         , clock of monitor-7 is 1 min ahead
                    -130                                        , clock of monitor-7 is 2 min ahead
                    3 2 -130 4                                  , clock of monitor-7 is 2 min ahead
                    -130 1 1 1 1 1 1 1 1 1                      , clock of monitor-7 is 2 min ahead
                    -130 1 1 1 1 1 1 1 1 1 1                    , ''
                    61 61 61 61 61 61 61 61 61                  , ''
                    60 60 60 60 60 60 60 60 60 60               , ''
                    61 61 61 61 61 61 61 61 61 61               , 'clock of monitor-7 is behind, or its data come late, by 1 min'
                    600 600 600 600 600 600 600 600 600 200     , 'clock of monitor-7 is behind, or its data come late, by 3 min'
                    600 600 600 600 600 600 600 600 600 5       , ''
                    5 600 600 600 600 600 600 600 600 600       , ''
                    5 600 600 600 600 600 600 600 600 600 600   , 'clock of monitor-7 is behind, or its data come late, by 10 min'
                    """)
    void theLeastDelayOfTheLastTenSendingsTells(String delays, String cause) {
        List<Integer> seconds = Stream.of(delays.split(" ", -1)).map(Integer::valueOf).toList();
        assertThat(cause(skewed(seconds))).isEqualTo(cause);
    }

    /** A value an hour of the last two days, sent within seconds, and then on as usual. */
    @Test
    void thePastSentInOneGoIsNoWrongClock() {
        ClockSkewRule rule = new ClockSkewRule();
        for (int hour = 48; hour > 0; hour--) {
            Instant learned = at("10:00").plusSeconds(48 - hour);
            rule.heard("chart", at("10:00").minus(Duration.ofHours(hour)), learned);
            assertThat(rule.look(POLICY)).isSameAs(Level.NONE);
        }
        for (int minute = 10; minute < 30; minute++) {
            Instant learned = at("10:" + minute);
            rule.heard("chart", learned.minusSeconds(90), learned);
        }
        assertThat(cause(rule.look(POLICY))).contains("late, by 1 min");
    }

    @Test
    void factsThatArriveTogetherAreOneSending() {
        ClockSkewRule rule = new ClockSkewRule();
        for (int i = 0; i < 17; i++) {
            rule.heard("monitor-7", at("09:00"), at("10:00"));
        }
        assertThat(rule.look(POLICY)).isSameAs(Level.NONE);
    }

    @Test
    void eachDeviceIsJudgedByItself() {
        ClockSkewRule rule = new ClockSkewRule();
        rule.heard("pump-1", at("10:05"), at("10:00"));
        for (int minute = 10; minute < 30; minute++) {
            rule.heard("monitor-7", at("10:" + minute), at("10:" + minute));
        }
        assertThat(cause(rule.look(POLICY))).isEqualTo("clock of pump-1 is 5 min ahead");
    }
}
