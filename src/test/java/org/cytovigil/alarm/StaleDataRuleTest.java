package org.cytovigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~alarm.stale-data~1]
class StaleDataRuleTest {
    private static final Instant ADMITTED = Facts.ZERO;

    /** What is raised at that moment. */
    private static Optional<Condition> look(Instant charted, Instant now, Observation... facts) {
        List<Condition> raised = new ArrayList<>();
        Moment moment = new Moment(Pictures.of(charted, now, facts), Map.of());
        new LevelTimer(AlarmKind.STALE_DATA, new StaySettings())
                .look(
                        now,
                        new StaleDataRule(ADMITTED).look(moment),
                        SitePolicy.DEFAULT,
                        (at, event) -> {
                            if (event instanceof AlarmEvent.Raised(Condition condition)) {
                                raised.add(condition);
                            }
                        });
        return raised.stream().findFirst();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # milliseconds after the limit of 6 h of the pressure
                    0, false
                    1, true
                    """)
    void aStalePressureAlarmsTheMomentItTurnsStale(long late, boolean alarm) {
        Instant now = Facts.hour(6).plusMillis(late);
        Optional<Condition> found =
                look(Facts.ZERO, now, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
        assertThat(found.isPresent()).isEqualTo(alarm);
        found.ifPresent(
                condition ->
                        assertThat(condition)
                                .isEqualTo(
                                        new Condition(
                                                AlarmKind.STALE_DATA,
                                                AlarmPriority.LOW,
                                                1,
                                                "no blood pressure for 6 h",
                                                Facts.hour(6))));
    }

    @Test
    void nothingAlarmsWhileAllIsFresh() {
        assertThat(
                        look(
                                Facts.ZERO,
                                Facts.hour(5),
                                Facts.FEVER,
                                Facts.NORMAL_PRESSURE,
                                Facts.ROOM_AIR))
                .isEmpty();
    }

    @Test
    void aFactThatCannotChangeTheGradeMayBeStale() {
        // On a vasopressor and a ventilator neither pressure nor temperature can raise the grade.
        assertThat(
                        look(
                                Facts.ZERO,
                                Facts.hour(10),
                                Facts.FEVER,
                                Facts.norepinephrine(5),
                                Facts.device("ventilator", null, 0.5)))
                .isEmpty();
    }

    @Test
    void whatWasNeverChartedAlarmsFourHoursAfterAdmission() {
        Observation[] facts = {Facts.FEVER, Facts.NORMAL_PRESSURE};
        assertThat(look(Facts.hour(1), Facts.hour(4).minusMillis(1), facts)).isEmpty();
        assertThat(look(Facts.hour(1), Facts.hour(4), facts))
                .hasValueSatisfying(
                        condition ->
                                assertThat(condition.cause())
                                        .isEqualTo("oxygen device never charted"));
    }

    @Test
    void aRejectedValueAlarmsAtOnce() {
        assertThat(
                        look(
                                Facts.hour(1),
                                Facts.hour(1),
                                Facts.FEVER,
                                Facts.ROOM_AIR,
                                Facts.pressure(0, 0)))
                .hasValueSatisfying(
                        condition ->
                                assertThat(condition.cause()).isEqualTo("blood pressure rejected"));
    }

    @Test
    void aFactThatMayYetBeUnchartedDoesNotHideARejectedOne() {
        assertThat(
                        look(
                                Facts.hour(1),
                                Facts.hour(1),
                                Facts.FEVER,
                                Facts.spo2(95),
                                new Observation.OxygenDevice(
                                        new OxygenSupport.Unrecognised("helmet", null, null)),
                                Facts.pressure(0, 0)))
                .hasValueSatisfying(
                        condition ->
                                assertThat(condition.cause()).isEqualTo("blood pressure rejected"));
        // The pressure was never charted, which is no matter yet; the device was rejected.
        Observation nonsense =
                new Observation.OxygenSettings(
                        null, new org.cytovigil.clinical.OxygenFraction(90_000));
        assertThat(look(Facts.hour(1), Facts.hour(1), Facts.FEVER, nonsense))
                .hasValueSatisfying(
                        condition ->
                                assertThat(condition.cause()).isEqualTo("oxygen device rejected"));
    }
}
