package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cytovigil.ledger.jdbc.Examples.NOON;
import static org.cytovigil.ledger.jdbc.Examples.NURSE;
import static org.cytovigil.ledger.jdbc.Examples.STAY;
import static org.cytovigil.ledger.jdbc.Examples.ask;
import static org.cytovigil.ledger.jdbc.Examples.heartRates;
import static org.cytovigil.ledger.jdbc.Examples.tamper;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.PolicyTimeline.Held;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Adoption;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.PolicyRefusedException;
import org.cytovigil.ledger.PolicyRegister;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~policy.adoption~1]
class PolicyRegisterTest {
    private static final SitePolicy COLDER =
            SitePolicy.of("site-2", Map.of(Settings.FEVER_FROM, "37.8 Cel"));
    private static final SitePolicy WARMER =
            SitePolicy.of("site-3", Map.of(Settings.FEVER_FROM, "38.3 Cel"));
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));
    private static final Instant TWO = NOON.plus(Duration.ofHours(2));

    @TempDir private Path folder;
    private Path file;
    private JdbcLedger ledger;

    /** The registers there are. */
    enum Kind {
        MEMORY,
        JDBC
    }

    @BeforeEach
    void open() {
        file = folder.resolve("unit.db");
        ledger = JdbcLedger.open(file);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private PolicyRegister register(Kind kind) {
        return kind == Kind.JDBC ? ledger : new MemoryLedger();
    }

    private static boolean adopt(PolicyRegister register, SitePolicy policy, Instant from) {
        return register.adopt(policy, from, NOON, NURSE);
    }

    @ParameterizedTest
    @EnumSource
    void beforeTheFirstAdoptionTheDefaultHolds(Kind kind) {
        PolicyRegister register = register(kind);

        assertThat(register.adoptions()).isEmpty();
        assertThat(register.timeline().held())
                .containsExactly(new Held(Instant.MIN, SitePolicy.DEFAULT));
    }

    @ParameterizedTest
    @EnumSource
    void everyPolicyHoldsUntilTheNext(Kind kind) {
        PolicyRegister register = register(kind);

        assertThat(adopt(register, COLDER, ONE)).isTrue();
        assertThat(adopt(register, WARMER, TWO)).isTrue();
        assertThat(adopt(register, COLDER, TWO.plusMillis(1))).isTrue();

        PolicyTimeline timeline = register.timeline();
        assertThat(timeline.at(ONE.minusMillis(1))).isEqualTo(SitePolicy.DEFAULT);
        assertThat(timeline.at(ONE)).isEqualTo(COLDER);
        assertThat(timeline.at(TWO)).isEqualTo(WARMER);
        assertThat(timeline.latest()).isEqualTo(COLDER);
        assertThat(register.adoptions().getFirst())
                .isEqualTo(new Adoption(COLDER, ONE, NOON, NURSE));
    }

    @ParameterizedTest
    @EnumSource
    void whatHoldsAlreadyIsNotAdoptedAgain(Kind kind) {
        PolicyRegister register = register(kind);

        assertThat(adopt(register, SitePolicy.DEFAULT, ONE)).isFalse();
        assertThat(adopt(register, COLDER, ONE)).isTrue();
        assertThat(adopt(register, COLDER, TWO)).isFalse();
        assertThat(adopt(register, COLDER, NOON.minusSeconds(9))).isFalse();

        assertThat(register.adoptions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aPolicyMustHoldLaterThanTheOneBefore(Kind kind) {
        PolicyRegister register = register(kind);
        adopt(register, COLDER, TWO);

        for (Instant from : List.of(ONE, TWO, TWO.plusNanos(999_999))) {
            assertThatThrownBy(() -> adopt(register, WARMER, from))
                    .isInstanceOf(PolicyRefusedException.class)
                    .hasMessageContaining("policy site-3 cannot hold from 2026-03-01T1")
                    .hasMessageContaining("site-2 holds from 2026-03-01T14:00:00Z");
        }
        assertThat(register.adoptions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aPolicyMustBeKnownThirtySecondsBeforeItHolds(Kind kind) {
        PolicyRegister register = register(kind);

        for (long seconds : new long[] {-3600, 0, 29}) {
            assertThatThrownBy(() -> adopt(register, COLDER, NOON.plusSeconds(seconds)))
                    .isInstanceOf(PolicyRefusedException.class)
                    .hasMessageContaining("never graded anew");
        }
        assertThat(adopt(register, COLDER, NOON.plusSeconds(30))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aNameStandsForOneSetOfDecisions(Kind kind) {
        PolicyRegister register = register(kind);
        adopt(register, COLDER, ONE);
        adopt(register, WARMER, TWO);

        assertThatThrownBy(
                        () ->
                                adopt(
                                        register,
                                        SitePolicy.of(
                                                "site-2",
                                                Map.of(
                                                        Settings.FEVER_FROM, "38.1 Cel",
                                                        Settings.PENN_BOLUSES, "3")),
                                        TWO.plusSeconds(1)))
                .isInstanceOf(PolicyRefusedException.class)
                .hasMessageContaining("already named site-2")
                .hasMessageContaining("temperature.fever (37.8 Cel there, 38.1 Cel here)")
                .hasMessageContaining("penn.boluses (2 there, 3 here)");
        assertThatThrownBy(
                        () ->
                                adopt(
                                        register,
                                        SitePolicy.of(
                                                "default-1", Map.of(Settings.PENN_BOLUSES, "3")),
                                        TWO.plusSeconds(1)))
                .isInstanceOf(PolicyRefusedException.class)
                .hasMessageContaining("already named default-1");
        assertThat(register.adoptions()).hasSize(2);
    }

    @Test
    void theFirstFullMinuteLeavesTheNoticeBehind() {
        assertThat(PolicyRegister.earliest(NOON)).isEqualTo(NOON.plusSeconds(60));
        assertThat(PolicyRegister.earliest(NOON.plusSeconds(30))).isEqualTo(NOON.plusSeconds(60));
        assertThat(PolicyRegister.earliest(NOON.plusMillis(30_001)))
                .isEqualTo(NOON.plusSeconds(120));
    }

    @Test
    void adoptionsAreReadAgainAfterReopeningAndByOthers() {
        SitePolicy full =
                SitePolicy.of(
                        "Haus = Ä",
                        Map.of(
                                Settings.HIGH_DOSE_AFTER, "10 min",
                                Settings.INOTROPES_COUNT, "true",
                                Settings.UNIT_SCALE, "lee2014"));
        try (JdbcLedger other = JdbcLedger.open(file)) {
            adopt(ledger, full, ONE);
            assertThat(other.timeline().latest()).isEqualTo(full);
            assertThatThrownBy(() -> adopt(other, COLDER, ONE))
                    .isInstanceOf(PolicyRefusedException.class);
            adopt(other, COLDER, TWO);
        }
        assertThat(ledger.adoptions())
                .containsExactly(
                        new Adoption(full, ONE, NOON, NURSE),
                        new Adoption(COLDER, TWO, NOON, NURSE));
    }

    @Test
    void aStoreMadeBeforeThereWerePoliciesGoesByTheDefault() {
        SqliteFile older = new SqliteFile(folder.resolve("older.db"));
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(older.dataSource())
                .locations("classpath:org/cytovigil/ledger/jdbc/migration")
                .target("2")
                .load()
                .migrate();
        try (Handle handle = older.open()) {
            new EntryWriter(handle)
                    .write(
                            List.of(
                                    Pending.of(
                                            new Batch(heartRates(NURSE, 3), List.of(), null),
                                            older.path())));
        }

        try (JdbcLedger opened = JdbcLedger.openExisting(older.path())) {
            assertThat(opened.timeline().held())
                    .containsExactly(new Held(Instant.MIN, SitePolicy.DEFAULT));
            assertThat(opened.entriesOf(STAY)).isEqualTo(heartRates(NURSE, 3));
            assertThat(opened.verify()).isEqualTo(new Verification.Sound(3));
            assertThat(adopt(opened, COLDER, ONE)).isTrue();
        }
    }

    @Test
    void everySettingIsStoredSoThatLaterDefaultsChangeNothing() throws Exception {
        adopt(ledger, COLDER, ONE);

        assertThat(ask(file, "select settings from policy").getFirst().lines())
                .hasSameSizeAs(Settings.all())
                .contains("temperature.fever=37.8 Cel", "temperature.fresh=8 h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'temperature.fever', 'temperature.feverish' | the setting "temperature.feverish" is unknown
                    '=37.8 Cel', '=39.5 Cel'                    | temperature.fever: 39.5 Cel is not within 37.5 to 39 Cel
                    'penn.boluses=2', 'penn.boluses'            | penn.boluses
                    'schedule.vitals=4 h', 'schedule.vitals=1 h'| schedule.vitals-from-grade-2: 2 h is above 1 h
                    """)
    void whatThisProgramDoesNotKnowIsAnErrorAndNeverSilence(String replaced, String reason)
            throws Exception {
        adopt(ledger, COLDER, ONE);
        tamper(
                file,
                "drop trigger policy_is_never_changed",
                "update policy set settings = replace(settings, " + replaced + ")");

        assertThatThrownBy(ledger::timeline)
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("Policy site-2, adopted as number 1 in the store " + file)
                .hasMessageContaining(reason)
                .hasMessageContaining("version of CytoVigil that wrote it");
        assertThatThrownBy(() -> adopt(ledger, WARMER, TWO)).isInstanceOf(LedgerException.class);
    }

    @Test
    void adoptionsCanNeitherBeChangedNorDeleted() {
        adopt(ledger, COLDER, ONE);

        assertThatThrownBy(() -> tamper(file, "update policy set version = 'x'"))
                .hasMessageContaining("only ever added");
        assertThatThrownBy(() -> tamper(file, "delete from policy"))
                .hasMessageContaining("only ever added");
    }

    @Test
    void adoptionsAreChainedBesideTheEntries() {
        ledger.append(heartRates(NURSE, 2));
        adopt(ledger, COLDER, ONE);
        ledger.append(heartRates(NURSE, 2));
        adopt(ledger, WARMER, TWO);

        assertThat(ledger.verify()).isEqualTo(new Verification.Sound(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update policy set settings = replace(settings, '=37.8', '=37.9')  | 1 | its content is not what was written
                    update policy set version = 'x' where sequence = 2                | 2 | its content is not what was written
                    update policy set holds_from = holds_from - 1 where sequence = 1  | 1 | its content is not what was written
                    update policy set learned_at = 0 where sequence = 2               | 2 | its content is not what was written
                    update policy set author = 'brown' where sequence = 1             | 1 | its content is not what was written
                    update policy set author_kind = 'DEVICE' where sequence = 1       | 1 | its content is not what was written
                    update policy set previous_hash = hash where sequence = 2         | 2 | it does not follow the one before it
                    update policy set hash = previous_hash where sequence = 1         | 1 | its content is not what was written
                    delete from policy where sequence = 1                             | 1 | it is missing
                    delete from policy where sequence = 2                             | 2 | it is missing
                    delete from policy                                                | 1 | it is missing
                    delete from writer where author_kind = 'POLICY'                   | 2 | the end of the chain is not the one that was written
                    """)
    void everyEditOfAnAdoptionIsFound(String edit, long place, String reason) throws Exception {
        ledger.append(heartRates(NURSE, 3));
        adopt(ledger, COLDER, ONE);
        adopt(ledger, WARMER, TWO);
        tamper(
                file,
                "drop trigger policy_is_never_changed",
                "drop trigger policy_is_never_deleted",
                edit);

        assertThat(ledger.verify())
                .isEqualTo(
                        new Verification.Broken(place, "adopted policy " + place + ": " + reason));
    }

    @Test
    void aFailedAdoptionLeavesNothingBehind() throws Exception {
        tamper(
                file,
                """
                create trigger fault before insert on writer when new.author_kind = 'POLICY'
                begin select raise(abort, 'injected'); end
                """);

        assertThatThrownBy(() -> adopt(ledger, COLDER, ONE)).isInstanceOf(LedgerException.class);

        assertThat(ledger.adoptions()).isEmpty();
        assertThat(ledger.verify()).isEqualTo(new Verification.Sound(0));
        ledger.append(heartRates(NURSE, 1));
        assertThat(ledger.entriesOf(STAY)).hasSize(1);
    }
}
