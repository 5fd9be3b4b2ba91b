package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alarms as flags on the time axis. */
// [utest->req~ui.alarm-screen~1]
class AlarmFlagTest {
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final AlarmKey rise = new AlarmKey(alpha, AlarmKind.GRADE_RISE);
    private final TrendViewModel trend = new TrendViewModel(ZoneOffset.UTC);

    private List<AlarmFlag> flags() {
        ward.pass(Duration.ofSeconds(1));
        UnitSnapshot unit = ward.session().latest();
        trend.show(
                unit.stay(alpha).orElseThrow(),
                unit.at(),
                unit.logs().getOrDefault(alpha, List.of()));
        return trend.chartProperty().get().flags();
    }

    @Test
    void eachRaiseIsAFlagAndAReminderIsNone() {
        ward.chart(alpha, 38.4, 118, 70, 0);
        ward.pass(Duration.ofMinutes(10));
        ward.chart(alpha, 38.4, 86, 50, 0);

        assertThat(flags())
                .extracting(AlarmFlag::millis, AlarmFlag::priority)
                .contains(
                        tuple(Ward.START.toEpochMilli(), AlarmPriority.LOW),
                        tuple(
                                Ward.START.plus(Duration.ofMinutes(10)).toEpochMilli(),
                                AlarmPriority.MEDIUM));

        int flags = flags().size();
        ward.tell(alpha, new Entry.Acknowledged(rise, 2));
        assertThat(flags()).hasSize(flags);
    }

    // [utest->req~ui.trend-events~1]
    @Test
    void theCrosshairGoesFromAlarmToAlarmAndTellsTheCause() {
        ward.chart(alpha, 38.4, 118, 70, 0);
        ward.pass(Duration.ofMinutes(30));
        ward.chart(alpha, 38.4, 86, 50, 0);
        AlarmFlag medium =
                flags().stream()
                        .filter(flag -> flag.priority() == AlarmPriority.MEDIUM)
                        .findFirst()
                        .orElseThrow();
        ward.pass(Duration.ofMinutes(5));
        flags();
        CrosshairModel crosshair = trend.crosshair();

        assertThat(crosshair.event(false)).isTrue();
        crosshair.stopped();

        assertThat(crosshair.momentProperty().get())
                .isEqualTo(Ward.START.plus(Duration.ofMinutes(30)));
        assertThat(medium.cause()).isNotEmpty();
        assertThat(crosshair.toldProperty().get()).contains("!! alarm: " + medium.cause());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void flagsStandBelowTheWordsOfTreatments(double unit) {
        ChartArea plot = new ChartArea(0, 50, 24, 900, 800 * unit);

        assertThat(LaneStack.layout(plot, LaneChoice.USUAL, unit).slots().getLast().bottom())
                .isLessThanOrEqualTo(plot.bottom() - unit * AlarmFlag.HEIGHT);
    }
}
