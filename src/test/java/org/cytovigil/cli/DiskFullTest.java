package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.feed.hl7.Hl7Intake;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.jdbc.DiskSpace;
import org.cytovigil.ledger.jdbc.FailingCalls;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.ledger.jdbc.Verification;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.UnitSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full by injected faults; {@link DiskFullIT} fills a real one. */
// [utest->req~ledger.disk-full~1]
class DiskFullTest {
    private static final Instant ADMITTED = Instant.parse("2026-03-01T12:00:00Z");
    private static final org.cytovigil.feed.hl7.Sender MONITOR =
            new org.cytovigil.feed.hl7.Sender("127.0.0.1", null);

    @TempDir private Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(ADMITTED);

    private static AlarmKind kind(Alarm alarm) {
        return alarm.key().kind();
    }

    @Test
    void alarmsAreRaisedNothingIsAcknowledgedThatIsNotStoredAndItPassesByItself() throws Exception {
        Path store = folder.resolve("unit.db");
        FailingCalls disk = new FailingCalls();
        try (JdbcLedger ledger = disk.open(store);
                UnitSession session = OpenUnit.live(ledger, now::get, ZoneOffset.UTC);
                Hl7Intake intake =
                        new Hl7Intake(
                                ledger, ledger, CodeTable.standard(), now::get, ZoneOffset.UTC)) {
            StoreWatch watch =
                    new StoreWatch(
                            store, ledger, session, now::get, new BackupPlan(Duration.ZERO, 1));
            ledger.append(List.of(Sender.admission(ADMITTED)));
            now.set(ADMITTED.plus(Duration.ofHours(2)));
            String fever = Sender.temperature("1", now.get(), 39.1);
            disk.setFull(true);

            assertThat(answer(intake, fever)).contains("MSA|AE|1|the store failed");
            session.beat();
            assertThat(session.latest().alarms())
                    .extracting(DiskFullTest::kind)
                    .contains(AlarmKind.GRADE_RISE);
            assertThat(session.fault())
                    .contains("Storage is failing since 14:00", "the disk is full");

            now.set(ADMITTED.plus(Duration.ofHours(3)));
            watch.look();
            assertThat(session.fault()).contains("Storage is failing since 14:00");
            disk.setFull(false);
            watch.look();
            assertThat(session.fault()).contains("Storage works again. 1 values shown here");

            assertThat(ledger.entriesOf(Sender.STAY)).hasSize(1);
            assertThat(answer(intake, fever)).contains("MSA|AA|1|");
            assertThat(session.fault()).doesNotContain("Storage");
            assertThat(ledger.entriesOf(Sender.STAY)).hasSize(2);
            int ofTheUnit = ledger.entriesOf(AlarmKey.UNIT).size();
            assertThat(ledger.verify()).isEqualTo(new Verification.Sound(2 + ofTheUnit));
        }
    }

    private static String answer(Hl7Intake intake, String message) {
        return new String(
                intake.answer(message.getBytes(StandardCharsets.UTF_8), MONITOR),
                StandardCharsets.UTF_8);
    }

    @Test
    void littleSpaceIsSaidBeforeThereIsNone() {
        assertThat(StoreWatch.words(new DiskSpace(600_000_000, 1_000_000_000_000L))).isEmpty();
        assertThat(StoreWatch.words(new DiskSpace(123_456_789, 1_000_000_000_000L)))
                .isEqualTo(
                        "The disk of the store is almost full: less than 130 MB are left. Free some space: when it is full nothing can be stored.");
    }
}
