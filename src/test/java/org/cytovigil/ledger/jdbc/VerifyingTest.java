package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cytovigil.ledger.jdbc.Examples.MONITOR;
import static org.cytovigil.ledger.jdbc.Examples.NOON;
import static org.cytovigil.ledger.jdbc.Examples.NURSE;
import static org.cytovigil.ledger.jdbc.Examples.ask;
import static org.cytovigil.ledger.jdbc.Examples.heartRate;
import static org.cytovigil.ledger.jdbc.Examples.heartRates;
import static org.cytovigil.ledger.jdbc.Examples.tamper;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyingTest {
    private static final String NO_HASH =
            "0000000000000000000000000000000000000000000000000000000000000000";

    @TempDir private Path folder;
    private Path file;

    /** Entries 1, 2 and 5 are the nurse's, 3, 4 and 6 the monitor's. */
    @BeforeEach
    void writeSixEntriesOfTwoAuthors() {
        file = folder.resolve("unit.db");
        try (JdbcLedger ledger = JdbcLedger.open(file)) {
            ledger.append(
                    List.of(
                            heartRate(NURSE, 1, 81),
                            heartRate(NURSE, 2, 82),
                            heartRate(MONITOR, 3, 83)));
            ledger.append(
                    List.of(
                            heartRate(MONITOR, 4, 84),
                            heartRate(NURSE, 5, 85),
                            heartRate(MONITOR, 6, 86)));
        }
    }

    private Verification verify() {
        try (JdbcLedger ledger = JdbcLedger.openExisting(file)) {
            return ledger.verify();
        }
    }

    @Test
    void whatTheProgramWroteIsSound() {
        assertThat(verify()).isEqualTo(new Verification.Sound(6));
    }

    @Test
    void anEmptyStoreIsSound() {
        try (JdbcLedger ledger = JdbcLedger.open(folder.resolve("new.db"))) {
            assertThat(ledger.verify()).isEqualTo(new Verification.Sound(0));
        }
    }

    @Test
    void everyAuthorHasAChainOfItsOwn() throws Exception {
        List<String> hashes = ask(file, "select hash from entry order by sequence");

        assertThat(ask(file, "select previous_hash from entry order by sequence"))
                .containsExactly(
                        NO_HASH,
                        hashes.get(0),
                        NO_HASH,
                        hashes.get(2),
                        hashes.get(1),
                        hashes.get(3));
        assertThat(
                        ask(
                                file,
                                "select author || entries || last_sequence || last_hash from writer order by author"))
                .containsExactly("adams35" + hashes.get(4), "monitor-736" + hashes.get(5));
    }

    @Test
    void theHashIsWhatItsDescriptionSays() throws Exception {
        Path other = folder.resolve("other.db");
        try (JdbcLedger ledger = JdbcLedger.open(other)) {
            ledger.append(
                    List.of(
                            new Entry(
                                    new StayId("Ä"),
                                    NOON,
                                    NOON.plusMillis(1),
                                    NURSE,
                                    new Entry.Moved("1"))));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream content = new DataOutputStream(bytes)) {
            text(content, NO_HASH);
            content.writeLong(1);
            text(content, "Ä");
            text(content, "moved");
            content.writeLong(1_772_366_400_000L);
            content.writeLong(1_772_366_400_001L);
            text(content, "PERSON");
            text(content, "adams");
            text(content, "{\"bed\":\"1\"}");
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());

        assertThat(ask(other, "select hash from entry"))
                .containsExactly(HexFormat.of().formatHex(digest));
    }

    private static void text(DataOutputStream content, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        content.writeInt(bytes.length);
        content.write(bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update entry set stay = 'S-2' where sequence = 4                      | 4 | its content is not what was written
                    update entry set kind = 'moved' where sequence = 2                    | 2 | its content is not what was written
                    update entry set happened_at = happened_at + 1 where sequence = 1     | 1 | its content is not what was written
                    update entry set learned_at = learned_at - 1 where sequence = 6       | 6 | its content is not what was written
                    update entry set payload = replace(payload, '83', '63')               | 3 | its content is not what was written
                    update entry set author_kind = 'IMPORT' where sequence = 5            | 5 | it does not follow the entry before it of the same author
                    update entry set author = 'brown' where sequence in (1, 2, 5)         | 1 | its content is not what was written
                    update entry set hash = previous_hash where sequence = 3              | 3 | its content is not what was written
                    update entry set previous_hash = hash where sequence = 4              | 4 | it does not follow the entry before it of the same author
                    delete from entry where sequence = 2                                  | 2 | the entry is missing
                    delete from entry where sequence = 1                                  | 1 | the entry is missing
                    delete from entry where sequence >= 5                                 | 5 | the entry is missing
                    delete from entry                                                     | 1 | the entry is missing
                    update entry set sequence = sequence + 10 where sequence >= 5         | 5 | the entry is missing
                    update entry set sequence = -sequence where sequence = 3              | 1 | the entry is missing
                    update writer set entries = 2 where author = 'adams'                  | 6 | the ends of the authors' chains are not those that were written
                    delete from writer where author = 'monitor-7'                         | 6 | the ends of the authors' chains are not those that were written
                    """)
    void everyEditIsFound(String edit, long sequence, String reason) throws Exception {
        tamper(
                file,
                "drop trigger entry_is_never_changed",
                "drop trigger entry_is_never_deleted",
                edit);

        assertThat(verify()).isEqualTo(new Verification.Broken(sequence, reason));
    }

    @Test
    void anEntryPutInByHandIsFound() throws Exception {
        tamper(
                file,
                """
                insert into entry select 7, stay, kind, happened_at, learned_at, author_kind, author, payload, hash, hash
                from entry where sequence = 6
                """);

        assertThat(verify())
                .isEqualTo(new Verification.Broken(7, "its content is not what was written"));
    }

    @Test
    void aChainGoesOnAfterReopening() {
        try (JdbcLedger ledger = JdbcLedger.openExisting(file)) {
            ledger.append(heartRates(NURSE, 2));
        }

        assertThat(verify()).isEqualTo(new Verification.Sound(8));
    }
}
