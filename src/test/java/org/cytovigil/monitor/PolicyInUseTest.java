package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Adoption;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.PolicyRegister;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running unit, and another program that adopts a policy in its store. */
// [utest->req~policy.adoption~1]
class PolicyInUseTest {
    private static final SitePolicy NEXT =
            SitePolicy.of("site-2", Map.of(Settings.FEVER_FROM, "38.5 Cel"));
    private static final Author CHIEF = new Author(Author.Kind.PERSON, "chief");

    @TempDir private Path folder;
    private JdbcLedger store;
    private JdbcLedger other;
    private Instant now = Facts.ZERO;

    @BeforeEach
    void open() {
        store = JdbcLedger.open(folder.resolve("unit.db"));
        other = JdbcLedger.open(folder.resolve("unit.db"));
        store.append(
                List.of(
                        Watch.admitted(),
                        Watch.observed(0, Facts.celsius(38.2)),
                        Watch.observed(0, Facts.NORMAL_PRESSURE),
                        Watch.observed(0, Facts.ROOM_AIR)));
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    private UnitSession session(PolicyRegister register) {
        UnitMonitor monitor = new UnitMonitor(register.timeline(), ZoneOffset.UTC, now);
        return new UnitSession(
                monitor,
                store,
                register,
                () -> now,
                at -> {},
                UnitSource.Mode.LIVE,
                Workplace.of("nurse"));
    }

    private void beatFor(UnitSession session, Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusSeconds(1);
            session.beat();
        }
    }

    private static List<Assessment> history(UnitSession session) {
        return List.copyOf(
                session.latest().stay(Watch.STAY).orElseThrow().history(ScaleId.ASTCT_2019));
    }

    private static Assessment present(UnitSession session) {
        return Objects.requireNonNull(
                session.latest().stay(Watch.STAY).orElseThrow().assessment(ScaleId.ASTCT_2019));
    }

    @Test
    void aPolicyOfAnotherProgramIsTakenOverBeforeItHolds() {
        try (UnitSession session = session(store)) {
            beatFor(session, Duration.ofMinutes(10));
            List<Assessment> before = history(session);
            Instant from = PolicyRegister.earliest(now);
            other.adopt(NEXT, from, now, CHIEF);

            beatFor(session, Duration.ofSeconds(20));
            assertThat(session.announced()).isEqualTo(new PolicyTimeline.Held(from, NEXT));
            assertThat(present(session).policyVersion()).isEqualTo("default-1");
            beatFor(session, Duration.ofMinutes(5));

            assertThat(session.fault()).isEmpty();
            assertThat(present(session).policyVersion()).isEqualTo("site-2");
            assertThat(present(session).range().highest()).isZero();
            assertThat(history(session).subList(0, before.size())).isEqualTo(before);
            assertThat(history(session).getLast().at()).isEqualTo(from);
        }
    }

    @Test
    void aRestartComesToTheSameHistoriesOnBothSides() {
        List<Assessment> before = new ArrayList<>();
        try (UnitSession session = session(store)) {
            beatFor(session, Duration.ofMinutes(1));
            other.adopt(NEXT, now.plus(Duration.ofMinutes(30)), now, CHIEF);
            beatFor(session, Duration.ofHours(1));
            // A fact of the time before the policy held arrives when it holds.
            store.append(List.of(Watch.observed(0.25, Facts.celsius(38.4))));
            beatFor(session, Duration.ofMinutes(1));
            before.addAll(history(session));
            assertThat(session.announced()).isNotNull();
        }
        assertThat(before)
                .extracting(Assessment::policyVersion)
                .containsExactly("default-1", "site-2");

        try (UnitSession session = session(other)) {
            session.beat();

            assertThat(history(session)).isEqualTo(before);
            assertThat(session.announced()).as("it is no news any more").isNull();
        }
    }

    /** One vasopressor at a low dose is 3 on ASTCT 2019 and 2 on Lee 2014. */
    @Test
    void anotherScaleOfTheUnitHoldsFromItsMomentAndRaisesNothingByItself() {
        try (UnitSession session = session(store)) {
            store.append(List.of(Watch.observed(0, Facts.norepinephrine(4))));
            beatFor(session, Duration.ofMinutes(1));
            StaySnapshot before = session.latest().stay(Watch.STAY).orElseThrow();
            Instant from = PolicyRegister.earliest(now);
            SitePolicy byLee =
                    SitePolicy.of(
                            "site-3",
                            Map.of(Settings.UNIT_SCALE, "lee2014", Settings.SECOND_SCALE, "penn"));
            other.adopt(byLee, from, now, CHIEF);
            beatFor(session, Duration.ofMinutes(5));
            StaySnapshot after = session.latest().stay(Watch.STAY).orElseThrow();

            assertThat(before.scale()).isEqualTo(ScaleId.ASTCT_2019);
            assertThat(after.scale()).isEqualTo(ScaleId.LEE_2014);
            assertThat(after.secondScale()).isEqualTo(ScaleId.PENN);
            assertThat(before.alarms()).hasSize(1);
            assertThat(after.alarms()).hasSize(1);
            // What the other scale says is told inside it.
            Alarm alarm = after.alarms().getFirst();
            assertThat(alarm.state()).isInstanceOf(AlarmState.Unacknowledged.class);
            assertThat(alarm.condition().telling(List.of()))
                    .isEqualTo(before.alarms().getFirst().condition().telling(List.of()));
        }
    }

    @Test
    void aPolicyStillToComeIsAnnouncedWhenTheUnitIsOpened() {
        Instant from = now.plus(Duration.ofHours(1));
        other.adopt(NEXT, from, now, CHIEF);

        try (UnitSession session = session(store)) {
            session.beat();

            assertThat(session.announced()).isEqualTo(new PolicyTimeline.Held(from, NEXT));
        }
    }

    @Test
    void afterASleepOfTheComputerAPolicyIsKnownBeforeTheTimeSleptIsGraded() {
        try (UnitSession session = session(store)) {
            session.beat();
            Instant from = now.plus(Duration.ofMinutes(1));
            other.adopt(NEXT, from, now, CHIEF);

            now = now.plus(Duration.ofHours(2));
            session.beat();

            assertThat(session.fault()).isEmpty();
            assertThat(history(session))
                    .extracting(Assessment::at)
                    .containsExactly(Facts.ZERO, from);
        }
    }

    @Test
    void aRegisterThatCannotBeReadIsToldAndTheMonitorGoesOn() {
        PolicyRegister register =
                new PolicyRegister() {
                    private int looks;

                    @Override
                    public boolean adopt(
                            SitePolicy policy, Instant from, Instant learned, Author author) {
                        throw new IllegalStateException("nobody adopts here");
                    }

                    @Override
                    public List<Adoption> adoptions() {
                        looks++;
                        if (looks == 2) {
                            throw new LedgerException("the disk reported an error");
                        }
                        return List.of();
                    }
                };
        try (UnitSession session = session(register)) {
            session.beat();

            assertThat(session.fault())
                    .startsWith("The site policy could not be taken over: the disk reported");
            assertThat(session.latest().stays()).hasSize(1);
        }
    }

    @Test
    void aPolicyNoticedTooLateIsToldAndChangesNothingShown() {
        try (UnitSession session = session(store)) {
            beatFor(session, Duration.ofMinutes(10));
            List<Assessment> before = history(session);
            // The other program's clock goes ten minutes behind.
            other.adopt(NEXT, now.minusSeconds(60), now.minusSeconds(600), CHIEF);

            beatFor(session, Duration.ofSeconds(10));

            assertThat(session.fault())
                    .contains("would regrade")
                    .contains("Open the program again");
            assertThat(history(session)).isEqualTo(before);
            assertThat(session.announced()).isNull();
        }
    }
}
