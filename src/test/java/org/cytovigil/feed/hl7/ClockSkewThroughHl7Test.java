package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.monitor.UnitMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices with wrong clocks, from their messages to the alarm. */
// [utest->req~alarm.clock-skew~1]
class ClockSkewThroughHl7Test {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);
    private static final Instant BEGIN = Instant.parse("2026-03-02T06:00:00Z");

    private final Feed feed = new Feed();
    private final UnitMonitor unit = new UnitMonitor(SitePolicy.DEFAULT, ZoneOffset.UTC, BEGIN);
    private final List<String> causes = new ArrayList<>();

    ClockSkewThroughHl7Test() {
        feed.ledger.entriesOf(new StayId("S-1")).forEach(unit::accept);
        feed.ledger.subscribe(entries -> entries.forEach(unit::accept));
    }

    /** A device sends in a minute, its clock being off by so many seconds. */
    private void send(String device, int minute, int off, String code, int value) {
        feed.now = BEGIN.plusSeconds(60L * minute + 1);
        Instant at = BEGIN.plusSeconds(60L * minute + off);
        feed.send(
                Wire.header("ORU^R01", device + minute),
                Wire.PATIENT,
                "OBR|1|||vitals|||" + TIME.format(at),
                "OBX|1|NM|%s||%d|/min|||||F|||||||%s".formatted(code, value, device));
    }

    private void look(int minute) {
        unit.tick(BEGIN.plusSeconds(60L * minute + 2));
        causes.add(
                unit.snapshot().alarms().stream()
                        .filter(alarm -> alarm.key().kind() == AlarmKind.CLOCK_SKEW)
                        .map(alarm -> alarm.condition().cause())
                        .findFirst()
                        .orElse(""));
    }

    private void run(int minutes, IntUnaryOperator off) {
        for (int minute = 0; minute < minutes; minute++) {
            send("MON-1", minute, off.applyAsInt(minute), "8867-4^Heart rate^LN", 60 + minute % 40);
            send("MON-2", minute, 0, "9279-1^Resp rate^LN", 10 + minute % 20);
            look(minute);
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0    , -1, ''
                    55   , -1, ''
                    -55  , -1, ''
                    63   ,  0, 'clock of MON-1 is 1 min ahead'
                    200  ,  0, 'clock of MON-1 is 3 min ahead'
                    -63  ,  9, 'clock of MON-1 is behind, or its data come late, by 1 min'
                    -200 ,  9, 'clock of MON-1 is behind, or its data come late, by 3 min'
                    3500 ,  0, 'clock of MON-1 is 58 min ahead'
                    """)
    void oneOfTwoDevicesIsNamedFromTheMinuteOn(int off, int from, String cause) {
        run(20, minute -> off);
        for (int minute = 0; minute < 20; minute++) {
            assertThat(causes.get(minute)).isEqualTo(from < 0 || minute < from ? "" : cause);
        }
    }

    @Test
    void skewThatComesAndGoesAlarmsEachTimeAndEnds() {
        run(80, minute -> minute / 20 % 2 == 1 ? 120 : 0);
        assertThat(causes.subList(0, 20)).containsOnly("");
        assertThat(causes.get(59)).isEmpty();
        assertThat(causes.get(79)).isNotEmpty();
        // Once ten right ones have come it is over.
        assertThat(causes.subList(20, 40).stream().filter(cause -> !cause.isEmpty()).count())
                .isGreaterThanOrEqualTo(10);
        assertThat(causes.subList(50, 60)).containsOnly("");
    }

    @Test
    void aDeviceThatWasTakenAwayIsForgottenAfterAnHour() {
        run(5, minute -> 120);
        for (int minute = 5; minute < 70; minute++) {
            send("MON-2", minute, 0, "9279-1^Resp rate^LN", 12);
            look(minute);
        }
        assertThat(causes.get(60)).isNotEmpty();
        assertThat(causes.get(66)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-400, 200})
    void theOrderWithinADeviceIsItsOwn(int off) {
        run(15, minute -> off);
        Series rates =
                unit.snapshot()
                        .stay(new StayId("S-1"))
                        .orElseThrow()
                        .chart()
                        .of(Parameter.HEART_RATE);
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            shown.add((int) rates.value(i));
        }
        assertThat(shown)
                .containsExactly(60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74);
    }

    @Test
    void aLaboratoryThatTakesHoursHasNoWrongClock() {
        for (int i = 0; i < 15; i++) {
            feed.now = BEGIN.plusSeconds(60L * i);
            feed.send(
                    Wire.header("ORU^R01", "lab" + i),
                    Wire.PATIENT,
                    "OBR|1|||lab|||" + TIME.format(feed.now.minusSeconds(7_200)),
                    "OBX|1|NM|1988-5^CRP^LN||%d|mg/L|||||F".formatted(80 + i));
            look(i);
        }
        assertThat(feed.told).hasSize(15).allMatch(e -> e.event() instanceof Entry.Observed);
        assertThat(causes).containsOnly("");
    }
}
