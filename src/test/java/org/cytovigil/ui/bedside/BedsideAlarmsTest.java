package org.cytovigil.ui.bedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cytovigil.alarm.AlarmChange;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Answer;
import org.cytovigil.alarm.Condition;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPart;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.trend.VisibleTime;
import org.junit.jupiter.api.Test;

/** The alarms of one patient above the chart, and as flags on its axis. */
// [utest->req~ui.alarm-screen~1]
class BedsideAlarmsTest {
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final AlarmKey rise = new AlarmKey(alpha, AlarmKind.GRADE_RISE);
    private final BedsideViewModel model = new BedsideViewModel(ZoneOffset.UTC);

    private BedsideAlarms alarms() {
        ward.pass(Duration.ofSeconds(1));
        UnitSnapshot unit = ward.session().latest();
        model.show(unit.stay(alpha).orElseThrow(), unit);
        return model.alarmsProperty().get();
    }

    @Test
    void aWellPatientHasNoBanner() {
        ward.chart(alpha, 37.0, 118, 70, 0);

        assertThat(alarms().isEmpty()).isTrue();
    }

    @Test
    void whatWaitsComesFirstWithMarkAndAgeAndWhatIsAnsweredSaysByWhom() {
        ward.chart(alpha, 39.0, 86, 50, 6);
        ward.pass(Duration.ofMinutes(4));

        BedsideAlarms.Line first = alarms().lines().getFirst();
        assertThat(first.mark()).isEqualTo("!!!");
        assertThat(first.text()).startsWith("ASTCT 2019 0 → 3");
        assertThat(first.note()).isEqualTo("unanswered for 4 min");
        assertThat(first.waiting()).isEqualTo(AlarmPriority.HIGH);

        ward.tell(alpha, new Entry.Acknowledged(rise, 3, "physician called"));
        BedsideAlarms.Line answered = alarms().lines().getFirst();
        assertThat(answered.waiting()).isNull();
        assertThat(answered.note())
                .isEqualTo(
                        "acknowledged 0 min ago by nurse N2: physician called · raised 4 min ago");
    }

    @Test
    void whatWasPutOffIsSaidWithItsEnd() {
        ward.chart(alpha, 39.0, 86, 50, 0);
        ward.tell(
                alpha,
                new Entry.AlarmShelved(
                        rise, 2, "echo under way", ward.now().plus(Duration.ofHours(1))));

        assertThat(alarms().hidden())
                .containsExactly("grade rise: put off until 09:00 by nurse N2: echo under way");
    }

    @Test
    void noneThatWaitsIsLeftOutAndAnsweredOnesBeyondThreeLinesAreCounted() {
        List<Alarm> waiting = new ArrayList<>();
        List<Alarm> answered = new ArrayList<>();
        for (AlarmKind kind :
                List.of(
                        AlarmKind.GRADE_RISE,
                        AlarmKind.HIGH_DOSE,
                        AlarmKind.ICE_DROP,
                        AlarmKind.STALE_DATA,
                        AlarmKind.NO_DATA)) {
            Condition condition = new Condition(kind, AlarmPriority.LOW, 1, "so", Ward.START);
            waiting.add(
                    new Alarm(
                            new AlarmKey(alpha, kind),
                            new AlarmState.Unacknowledged(condition),
                            condition));
            answered.add(
                    new Alarm(
                            new AlarmKey(alpha, kind),
                            new AlarmState.Acknowledged(
                                    condition, new Answer("nurse N2", Ward.START, "")),
                            condition));
        }

        BedsideAlarms five =
                BedsideAlarms.of(waiting, List.of(), List.of(), Ward.START, ZoneOffset.UTC);
        assertThat(five.lines()).hasSize(5);
        assertThat(five.more()).isEmpty();

        BedsideAlarms three =
                BedsideAlarms.of(answered, List.of(), List.of(), Ward.START, ZoneOffset.UTC);
        assertThat(three.lines()).hasSize(3);
        assertThat(three.more()).isEqualTo("and 2 more, acknowledged (F7)");
    }

    @Test
    void aLookAtAMomentShowsSixHoursAboutItUntilOneGoesBackToNow() {
        ward.chart(alpha, 38.4, 118, 70, 0);
        ward.pass(Duration.ofHours(40));
        alarms();

        model.trend().lookAt(Ward.START.plus(Duration.ofHours(10)));
        assertThat(model.trend().visibleTimeProperty().get())
                .isEqualTo(
                        new VisibleTime(
                                Ward.START.plus(Duration.ofHours(7)),
                                Ward.START.plus(Duration.ofHours(13))));
        assertThat(model.trend().followingLiveProperty().get()).isFalse();

        model.trend().backToNow();
        assertThat(model.trend().followingLiveProperty().get()).isTrue();
    }

    // [utest->req~ui.alarm-adjust~1]
    @Test
    void whatIsSetOtherwiseForThePatientIsSaidWhetherItStandsOrNot() {
        ward.tell(
                alpha,
                new Entry.AlarmAdjusted(
                        new AlarmKey(alpha, AlarmKind.OXYGEN_STEP),
                        new AlarmChange(Map.of(AlarmPart.DELAY, "10 min")),
                        "mask for transport",
                        Ward.START.plus(Duration.ofHours(10))));

        assertThat(alarms().isEmpty()).isFalse();
        assertThat(alarms().adjusted())
                .containsExactly(
                        "Alarms adjusted: oxygen step up: delay 10 min until 18:00, by nurse N2: mask for transport");
    }
}
