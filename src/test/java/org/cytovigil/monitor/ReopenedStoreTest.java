package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.ForwardingLedger;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restart, or a clock set back, must not lose. */
class ReopenedStoreTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final StayId STAY = new StayId("stay-4");

    @TempDir private Path folder;

    private Instant now = START;

    @Test
    void anAcknowledgementSurvivesTheEndOfTheProgram() {
        Path store = folder.resolve("unit.db");
        List<Alarm> before;
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            UnitSession session = session(ledger);
            ventilate(ledger);
            session.beat();
            session.acknowledge(session.latest().alarms().getFirst());
            // Until the step to the ventilator is told too.
            now = now.plus(Duration.ofMinutes(3));
            session.beat();
            session.storeFindings();
            before = session.latest().alarms();
        }

        now = now.plus(Duration.ofMinutes(30));
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            UnitSession session = session(ledger);
            session.beat();

            assertThat(before).anyMatch(Alarm::answered);
            assertThat(session.latest().alarms()).isEqualTo(before);
        }
    }

    @Test
    void anUnansweredAlarmStandsAgain() {
        Path store = folder.resolve("unit.db");
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            session(ledger).beat();
            ventilate(ledger);
        }

        now = now.plus(Duration.ofMinutes(30));
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            UnitSession session = session(ledger);
            session.beat();

            Alarm alarm = session.latest().alarms().getFirst();
            assertThat(alarm.answered()).isFalse();
            assertThat(alarm.condition().level()).isEqualTo(4);
            assertThat(alarm.condition().raisedAt()).isEqualTo(START);
        }
    }

    // [utest->req~ledger.follow~1]
    @Test
    void whatAnotherProgramAppendsToTheStoreIsOnScreenAtTheNextBeat() {
        Path store = folder.resolve("unit.db");
        try (JdbcLedger screen = JdbcLedger.open(store);
                JdbcLedger gateway = JdbcLedger.open(store)) {
            UnitSession session = session(screen);
            session.beat();
            assertThat(session.latest().stays()).isEmpty();

            ventilate(gateway);
            session.beat();
            assertThat(session.latest().alarms().getFirst().condition().level()).isEqualTo(4);

            // And the answer that is given at the screen reaches the gateway.
            UnitSession headless = session(gateway);
            session.acknowledge(session.latest().alarms().getFirst());
            headless.beat();
            assertThat(headless.latest().alarms()).anyMatch(Alarm::answered);
        }
    }

    // [utest->req~ledger.follow~1]
    @Test
    void aStoreThatCannotBeLookedIntoIsSaidUntilItCan() {
        try (JdbcLedger ledger = JdbcLedger.open(folder.resolve("unit.db"))) {
            Failing failing = new Failing(ledger);
            UnitSession session = session(failing);
            ventilate(ledger);
            failing.fails = true;
            session.beat();
            assertThat(session.fault()).contains("may be missing").contains("disk error");
            assertThat(session.latest().alarms()).isNotEmpty();

            failing.fails = false;
            session.beat();
            assertThat(session.fault()).isEmpty();
        }
    }

    /** A ledger into which nobody can look. */
    private static final class Failing extends ForwardingLedger {
        private boolean fails;

        private Failing(Ledger kept) {
            super(kept);
        }

        @Override
        public void catchUp() {
            if (fails) {
                throw new LedgerException("disk error");
            }
            super.catchUp();
        }
    }

    @Test
    void aClockThatGoesBackLosesNothingAndStillTakesAnAnswer() {
        try (JdbcLedger ledger = JdbcLedger.open(folder.resolve("unit.db"))) {
            UnitSession session = session(ledger);
            ventilate(ledger);
            now = START.plus(Duration.ofMinutes(5));
            session.beat();
            UnitSnapshot before = session.latest();

            now = START.minus(Duration.ofHours(1));
            session.beat();
            UnitSnapshot back = session.latest();
            session.acknowledge(back.alarms().getFirst());
            session.beat();

            assertThat(back.at()).isEqualTo(before.at());
            assertThat(back.alarms()).isEqualTo(before.alarms());
            assertThat(session.latest().alarms()).allMatch(Alarm::answered);
            assertThat(session.fault()).isEmpty();
        }
    }

    private UnitSession session(Ledger ledger) {
        UnitMonitor monitor = new UnitMonitor(SitePolicy.DEFAULT, ZoneOffset.UTC, START);
        return new UnitSession(
                monitor, ledger, () -> now, at -> {}, UnitSource.Mode.LIVE, "nurse N2");
    }

    private static void ventilate(JdbcLedger ledger) {
        Patient patient = new Patient("DEMO Alpha", "4", 60.0, null, Patient.Baseline.NONE);
        Stay stay =
                new Stay(
                        STAY,
                        patient,
                        new Infusion("axi-cel", START),
                        START,
                        null,
                        "4",
                        Stay.Origin.LIVE);
        ledger.append(
                List.of(
                        entry(new Entry.Admitted(stay)),
                        observed(
                                new Observation.BodyTemperature(
                                        Temperature.ofCelsius(39),
                                        Observation.TemperatureSite.ORAL,
                                        false)),
                        observed(
                                new Observation.OxygenDevice(new OxygenSupport.Ventilator(null)))));
    }

    private static Entry observed(Observation observation) {
        return entry(new Entry.Observed(observation));
    }

    private static Entry entry(Entry.Event event) {
        return new Entry(STAY, START, START, new Author(Author.Kind.PERSON, "nurse N2"), event);
    }
}
