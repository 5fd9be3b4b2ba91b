package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;

/** What the program finds out about itself alarms like anything else, and is kept. */
// [utest->req~alarm.of-the-unit~1]
// [utest->req~alarm.monitor-off~1]
class UnitTroubleAlarmsTest {
    private final Ledger ledger = new MemoryLedger();
    private Instant now = Facts.ZERO;

    private UnitSession session() {
        UnitSession session =
                new UnitSession(
                        Watch.unit(), ledger, () -> now, time -> {}, UnitSource.Mode.LIVE, "ward");
        session.beat();
        return session;
    }

    private void pass(UnitSession session, int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            session.beat();
        }
    }

    private static List<String> said(UnitSession session) {
        return session.latest().alarms().stream()
                .filter(alarm -> alarm.key().concernsTheUnit())
                .map(
                        alarm ->
                                "%s %s: %s"
                                        .formatted(
                                                alarm.key().kind(),
                                                alarm.state().getClass().getSimpleName(),
                                                alarm.condition().cause()))
                .toList();
    }

    @Test
    void aStoreThatFailsAlarmsAtOnceAndMustBeAnsweredWhenItWorksAgain() {
        try (UnitSession session = session()) {
            session.say(Trouble.STORAGE, "Storage is failing.");
            pass(session, 1);
            assertThat(said(session))
                    .containsExactly("STORAGE Unacknowledged: Storage is failing.");
            assertThat(session.latest().alarms().getFirst().condition().priority())
                    .isEqualTo(AlarmPriority.MEDIUM);

            session.say(Trouble.STORAGE, "");
            pass(session, 1);
            assertThat(said(session))
                    .containsExactly("STORAGE ReturnedUnacknowledged: Storage is failing.");
            session.acknowledge(session.latest().alarms().getFirst());
            pass(session, 1);
            assertThat(said(session)).isEmpty();
        }
    }

    @Test
    void whatGetsWorseAlarmsAnewAndOtherWordsForTheSameDoNot() {
        try (UnitSession session = session()) {
            session.say(Trouble.SPACE, "Less than 90 MB are left.");
            pass(session, 1);
            session.acknowledge(session.latest().alarms().getFirst());
            pass(session, 1);
            session.say(Trouble.SPACE, "Less than 80 MB are left.");
            pass(session, 1);
            assertThat(said(session))
                    .containsExactly("STORAGE Acknowledged: Less than 90 MB are left.");

            session.say(Trouble.STORAGE, "Storage is failing.");
            pass(session, 1);
            assertThat(said(session))
                    .containsExactly(
                            "STORAGE Unacknowledged: Storage is failing. Less than 80 MB are"
                                    + " left.");
        }
    }

    @Test
    void theTimeInWhichNobodyWatchedIsSaidUntilItIsAnswered() {
        Instant last = Facts.hour(1);
        now = last.plus(Duration.ofMinutes(7));
        try (UnitSession session = session()) {
            session.wasOff(last);
            pass(session, 1);
            String hour = last.toString().substring(11, 14);
            assertThat(said(session))
                    .containsExactly(
                            "MONITOR_OFF ReturnedUnacknowledged: the monitor was off %s00-%s07"
                                    .formatted(hour, hour));
            session.acknowledge(session.latest().alarms().getFirst());
            pass(session, 1);
            assertThat(said(session)).isEmpty();
        }
    }

    @Test
    void aRestartAtOnceIsNoGap() {
        now = Facts.hour(1);
        try (UnitSession session = session()) {
            session.wasOff(now.minusSeconds(30));
            pass(session, 1);
            assertThat(said(session)).isEmpty();
        }
    }

    @Test
    void aMonitorThatStoodStillSaysSo() {
        try (UnitSession session = session()) {
            pass(session, 1);
            now = now.plusSeconds(5);
            session.beat();
            assertThat(said(session)).isEmpty();
            now = now.plusSeconds(61);
            session.beat();
            assertThat(said(session)).singleElement().asString().contains("stood still");
        }
    }

    @Test
    void everyStateIsTheSameAfterARestart() {
        List<String> before;
        try (UnitSession session = session()) {
            session.say(Trouble.STORAGE, "Storage is failing.");
            session.find(AlarmKind.NO_SOUND, 1, "no sound device");
            pass(session, 1);
            Alarm sound =
                    session.latest().alarms().stream()
                            .filter(alarm -> alarm.key().kind() == AlarmKind.NO_SOUND)
                            .findFirst()
                            .orElseThrow();
            session.acknowledge(sound);
            session.say(Trouble.STORAGE, "");
            pass(session, 1);
            session.storeFindings();
            pass(session, 1);
            before = said(session);
            assertThat(before)
                    .containsExactlyInAnyOrder(
                            "STORAGE ReturnedUnacknowledged: Storage is failing.",
                            "NO_SOUND Acknowledged: no sound device");
        }
        UnitMonitor again =
                new UnitMonitor(
                        org.cytovigil.grading.SitePolicy.DEFAULT, java.time.ZoneOffset.UTC, now);
        ledger.entriesOf(AlarmKey.UNIT).forEach(again::accept);
        again.tick(now);
        assertThat(
                        again.snapshot().alarms().stream()
                                .map(
                                        alarm ->
                                                "%s %s: %s"
                                                        .formatted(
                                                                alarm.key().kind(),
                                                                alarm.state()
                                                                        .getClass()
                                                                        .getSimpleName(),
                                                                alarm.condition().cause()))
                                .toList())
                .isEqualTo(before);
    }

    @Test
    void whatWasMendedWhileTheProgramWasOffIsOverAfterTheStart() {
        try (UnitSession session = session()) {
            session.find(AlarmKind.NO_SOUND, 1, "no sound device");
            pass(session, 1);
            session.storeFindings();
        }
        try (UnitSession session = session()) {
            assertThat(said(session)).containsExactly("NO_SOUND Unacknowledged: no sound device");
            session.find(AlarmKind.NO_SOUND, 0, "");
            pass(session, 1);
            assertThat(said(session)).isEmpty();
        }
    }

    @Test
    void whoStillHasTheTroubleSaysSoWhenAnotherProgramHasNot() {
        try (UnitSession one = session();
                UnitSession other = session()) {
            one.find(AlarmKind.NO_SOUND, 1, "no sound device");
            other.find(AlarmKind.NO_SOUND, 1, "no sound device either");
            pass(one, 1);
            one.storeFindings();
            pass(other, 1);
            other.storeFindings();
            other.find(AlarmKind.NO_SOUND, 0, "");
            pass(other, 1);
            other.storeFindings();

            pass(one, 2);
            one.storeFindings();
            pass(other, 1);
            assertThat(said(one)).containsExactly("NO_SOUND Unacknowledged: no sound device");
            assertThat(said(other)).isEqualTo(said(one));
            assertThat(ledger.entriesOf(AlarmKey.UNIT)).hasSize(4);
        }
    }

    private UnitSession program(String name, Predicate<String> ended) {
        UnitSession session =
                new UnitSession(
                        Watch.unit(),
                        ledger,
                        new MemoryLedger(),
                        () -> now,
                        time -> {},
                        UnitSource.Mode.LIVE,
                        new Workplace("nurse", name, "the " + name, ended));
        session.beat();
        return session;
    }

    // [utest->req~alarm.own-findings~1]
    @Test
    void noProgramEndsWhatAnotherFinds() {
        try (UnitSession window = program("window 1", name -> false)) {
            window.say(Trouble.SPACE, "The disk is almost full.");
            pass(window, 1);
            window.storeFindings();
            try (UnitSession gateway = program("gateway 1", name -> false)) {
                pass(gateway, 1);
                gateway.storeFindings();
                // It had the same trouble for a while.
                gateway.say(Trouble.SPACE, "The disk is almost full.");
                pass(gateway, 1);
                gateway.say(Trouble.SPACE, "");
                pass(gateway, 1);
                gateway.storeFindings();
                pass(window, 1);

                assertThat(said(window))
                        .containsExactly("STORAGE Unacknowledged: The disk is almost full.");
                assertThat(said(gateway)).isEqualTo(said(window));
                assertThat(window.latest().logs().get(AlarmKey.UNIT)).hasSize(1);

                window.say(Trouble.SPACE, "");
                pass(window, 1);
                assertThat(said(window))
                        .containsExactly(
                                "STORAGE ReturnedUnacknowledged: The disk is almost full.");
            }
        }
    }

    // [utest->req~alarm.own-findings~1]
    @Test
    void whatAProgramLeftThatRunsNoMoreIsEndedByTheNextOfItsKind() {
        try (UnitSession second = program("window 2", name -> false)) {
            second.find(AlarmKind.NO_SOUND, 1, "no sound device");
            pass(second, 1);
            second.storeFindings();
        }
        try (UnitSession gateway = program("gateway 1", name -> false)) {
            gateway.find(AlarmKind.NO_SOUND, 0, "");
            pass(gateway, 1);
            gateway.storeFindings();
            assertThat(said(gateway)).hasSize(1);
        }
        try (UnitSession window = program("window 1", "window 2"::equals)) {
            assertThat(said(window)).hasSize(1);
            window.find(AlarmKind.NO_SOUND, 0, "");
            pass(window, 1);
            assertThat(said(window)).isEmpty();
        }
    }

    /**
     * It would stand for as long as the first runs, and what that one finds later would be no news.
     */
    // [utest->req~alarm.own-findings~1]
    @Test
    void whatAProgramLeftThatWasKilledMeanwhileIsEndedByOneThatRuns() {
        Set<String> ended = new HashSet<>();
        try (UnitSession first = program("window 1", ended::contains)) {
            first.find(AlarmKind.NO_SOUND, 0, "");
            try (UnitSession second = program("window 2", name -> false)) {
                second.find(AlarmKind.NO_SOUND, 1, "no sound device");
                pass(second, 1);
                second.storeFindings();
            }
            pass(first, 2);
            assertThat(said(first)).containsExactly("NO_SOUND Unacknowledged: no sound device");

            ended.add("window 2");
            pass(first, 1);
            assertThat(said(first)).isEmpty();
            first.find(AlarmKind.NO_SOUND, 1, "no loudspeaker");
            pass(first, 1);
            assertThat(said(first)).containsExactly("NO_SOUND Unacknowledged: no loudspeaker");
        }
    }

    // [utest->req~alarm.own-findings~1]
    @Test
    void aGatewayThatStoodStillSaysThatItWasTheGateway() {
        try (UnitSession gateway = program("gateway", name -> false)) {
            now = now.plusSeconds(61);
            gateway.beat();
            assertThat(said(gateway))
                    .singleElement()
                    .asString()
                    .contains(": the gateway stood still ");
        }
    }

    /**
     * Minutes in which the devices of two patients send, and whether the feed is lost at the end.
     */
    @Test
    void silenceOfAllDevicesIsOneAlarmOfTheUnitAndOfOneDeviceIsNot() {
        assertThat(lostAfter(2, 12)).isEmpty();
        assertThat(lostAfter(2, 20)).hasSize(1);
        assertThat(lostAfter(1, 20)).isEmpty();
    }

    /** Devices of so many stays send once a minute up to the tenth, and then none does. */
    private static List<Alarm> lostAfter(int patients, int minute) {
        UnitMonitor unit = Watch.unit();
        for (int patient = 0; patient < patients; patient++) {
            Stay stay = Facts.stay("p" + patient, Facts.adult());
            unit.accept(of(stay.id(), 0, "ward", new Entry.Admitted(stay)));
        }
        for (int sent = 1; sent <= 10; sent++) {
            for (int patient = 0; patient < patients; patient++) {
                unit.accept(
                        of(
                                new StayId("p" + patient),
                                sent,
                                "monitor-" + patient,
                                new Entry.Observed(new Observation.HeartRate(80))));
            }
            unit.tick(Facts.minute(sent));
        }
        unit.tick(Facts.minute(minute));
        return unit.snapshot().alarms().stream()
                .filter(alarm -> alarm.key().kind() == AlarmKind.FEED_LOST)
                .filter(alarm -> alarm.state() instanceof AlarmState.Unacknowledged)
                .toList();
    }

    private static Entry of(StayId stay, int minute, String author, Entry.Event event) {
        Instant at = Facts.minute(minute);
        return new Entry(stay, at, at, new Author(Author.Kind.DEVICE, author), event);
    }
}
