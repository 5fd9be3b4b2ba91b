package org.cytovigil.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.PolicyRegister;
import org.cytovigil.ledger.StayIdentity;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.UnitMonitor;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.monitor.Workplace;
import org.cytovigil.replay.Replay;

/**
 * Puts together ledger, monitor and clock: live, demonstration and replay differ in nothing else.
 */
final class OpenUnit {
    /** Alarms older than this were answered before the demonstration begins, as on a ward. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(20);

    /** Who answers alarms and dismisses items, while nobody signs in. */
    static final String USER = "this workstation";

    private OpenUnit() {}

    /** Live, as the only program of a store. */
    static <S extends Ledger & PolicyRegister> UnitSession live(
            S store, InstantSource clock, ZoneId zone) {
        return live(store, clock, zone, Workplace.of(USER));
    }

    /** Live, in a window. */
    static <S extends Ledger & PolicyRegister> UnitSession window(
            S store, InstantSource clock, ZoneId zone, Seat seat) {
        return live(
                store, clock, zone, new Workplace(USER, seat.name(), "the monitor", seat::isFree));
    }

    /** Live, without a screen. */
    static <S extends Ledger & PolicyRegister> UnitSession gateway(
            S store, InstantSource clock, ZoneId zone, Seat seat) {
        return live(
                store, clock, zone, new Workplace(USER, seat.name(), "the gateway", seat::isFree));
    }

    /** Live: the stays of a store, by the wall clock and the policies adopted in the store. */
    private static <S extends Ledger & PolicyRegister> UnitSession live(
            S store, InstantSource clock, ZoneId zone, Workplace workplace) {
        UnitMonitor monitor = monitor(store.timeline(), zone, clock.instant());
        return new UnitSession(
                monitor, store, store, clock, now -> {}, UnitSource.Mode.LIVE, workplace);
    }

    /** Courses that happen again as a clock goes on, all of them graded by one policy. */
    static UnitSession again(
            List<Entry> entries,
            SitePolicy policy,
            InstantSource clock,
            ZoneId zone,
            UnitSource.Mode mode) {
        MemoryLedger ledger = new MemoryLedger();
        Replay replay = new Replay(entries, ledger);
        UnitMonitor monitor = monitor(PolicyTimeline.always(policy), zone, clock.instant());
        return new UnitSession(monitor, ledger, clock, replay, mode, USER);
    }

    /**
     * The policy by which a store's unit goes today; past stays, set at other times side by side,
     * are played by it.
     */
    static SitePolicy policyInForce(Path store) {
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            return ledger.timeline().at(new SystemClock().instant());
        }
    }

    /** Answers what has been alarming for long, so that what is new stands out. */
    static void answerOldAlarms(UnitSession session) {
        answerOldAlarms(session, List.of());
    }

    /** The same, but for some that nobody has answered yet. */
    static void answerOldAlarms(UnitSession session, List<AlarmKey> waiting) {
        session.beat();
        Instant old = session.latest().at().minus(ANSWERED_WITHIN);
        for (Alarm alarm : session.latest().alarms()) {
            if (alarm.condition().raisedAt().isBefore(old) && !waiting.contains(alarm.key())) {
                session.acknowledge(alarm);
            }
        }
        session.beat();
    }

    /**
     * Past stays of a store, set side by side so that all were infused (or, with no infusion
     * charted, admitted) at the same time, in beds 1, 2, ...
     *
     * @param stays which; empty for the first eight
     * @throws RejectedInputException when the store lacks one of them or has none
     */
    static List<Entry> pastStays(Path store, List<String> stays, Instant infusion)
            throws RejectedInputException {
        List<Entry> entries = new ArrayList<>();
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            List<Stay> chosen = choose(ledger.stays(), stays, store);
            int bed = 1;
            for (Stay stay : chosen) {
                List<Entry> told = ledger.entriesOf(stay.id());
                Duration shift = Duration.between(StayIdentity.of(stay, told).dayZero(), infusion);
                Infusion charted = stay.infusion();
                Instant discharged = stay.discharged();
                Stay shown =
                        new Stay(
                                stay.id(),
                                stay.patient(),
                                charted == null ? null : charted.shifted(shift),
                                stay.admitted().plus(shift),
                                discharged == null ? null : discharged.plus(shift),
                                Integer.toString(bed++),
                                stay.origin());
                entries.addAll(Replay.moved(told, shift, shown));
            }
        }
        return entries;
    }

    private static List<Stay> choose(List<Stay> stored, List<String> wanted, Path store)
            throws RejectedInputException {
        if (stored.isEmpty()) {
            throw new RejectedInputException(store + ": there is no stay in this store");
        }
        if (wanted.isEmpty()) {
            return stored.subList(0, Math.min(8, stored.size()));
        }
        List<Stay> chosen = new ArrayList<>();
        for (String id : wanted) {
            Optional<Stay> found =
                    stored.stream().filter(stay -> stay.id().equals(new StayId(id))).findFirst();
            chosen.add(
                    found.orElseThrow(
                            () ->
                                    new RejectedInputException(
                                            "%s: there is no stay %s in this store"
                                                    .formatted(store, id))));
        }
        return chosen;
    }

    private static UnitMonitor monitor(PolicyTimeline policies, ZoneId zone, Instant start) {
        return new UnitMonitor(policies, zone, start);
    }
}
