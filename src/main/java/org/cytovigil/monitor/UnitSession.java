package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.FactTime;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.PolicyRegister;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Runs a {@link UnitMonitor} over a ledger: entries in as they are appended, time from a clock,
 * snapshots out. The monitor is touched by the one thread that beats; {@link #beat} may be called
 * by hand instead of by a {@link Heartbeat}.
 */
public final class UnitSession implements UnitSource, AutoCloseable {
    /**
     * While nothing is charted a new snapshot is made this often in model time, so that ages and
     * clocks go on.
     */
    private static final Duration QUIET_SNAPSHOT = Duration.ofSeconds(1);

    /** Well within the notice that a policy gives before it holds. */
    private static final Duration POLICY_LOOK = Duration.ofSeconds(5);

    /** A monitor that beats many times a second and has not for so long watched nobody. */
    private static final Duration STOOD_STILL = Duration.ofSeconds(5);

    /** As long as a program that is started anew at once is away. */
    private static final Duration OFF = Duration.ofSeconds(30);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final String POLICY_NOT_TAKEN = "The site policy could not be taken over";

    /** As far as the clocks of a ward may go apart. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final UnitMonitor monitor;
    private final Ledger ledger;
    private final PolicyRegister register;
    private final InstantSource clock;
    private final OwnFindings own;
    private final Consumer<Instant> beforeTick;
    private final Mode mode;
    private final Workplace workplace;
    private final Queue<Entry> arrived = new ConcurrentLinkedQueue<>();
    private final Queue<Entry> stored = new ArrayDeque<>();
    private final AtomicReference<UnitSnapshot> latest;
    private final Runnable unsubscribe;
    private final Runnable unsubscribeFailures;
    private final Troubles troubles;
    private final Unstored unstored = new Unstored();
    private volatile String fault = "";

    /** What is wrong with following other programs, while it is. */
    private volatile String unseen = "";

    private volatile PolicyTimeline.@Nullable Held announced;
    private @Nullable Instant policyLook;
    private @Nullable Instant beaten;
    private Instant read;
    private Duration setBack = Duration.ZERO;

    /** A unit whose policies never change while it is watched. */
    public UnitSession(
            UnitMonitor monitor,
            Ledger ledger,
            InstantSource clock,
            Consumer<Instant> beforeTick,
            Mode mode,
            String user) {
        this(monitor, ledger, new MemoryLedger(), clock, beforeTick, mode, Workplace.of(user));
    }

    /**
     * Reads what the ledger holds and listens to what is appended.
     *
     * @param monitor goes by the policies of the register as they are now
     * @param register looked into again and again, because any program may adopt a policy
     * @param clock gives the present: the wall clock, or a replay's
     * @param beforeTick told of the present before each beat, for a replay to append what has
     *     happened by then
     * @param workplace who answers alarms here, and which program this is
     */
    public UnitSession(
            UnitMonitor monitor,
            Ledger ledger,
            PolicyRegister register,
            InstantSource clock,
            Consumer<Instant> beforeTick,
            Mode mode,
            Workplace workplace) {
        this.monitor = monitor;
        this.ledger = ledger;
        this.register = register;
        this.clock = clock;
        this.own = new OwnFindings(workplace);
        this.beforeTick = beforeTick;
        this.mode = mode;
        this.workplace = workplace;
        this.read = clock.instant();
        this.latest = new AtomicReference<>(UnitSnapshot.empty(read));
        this.troubles = new Troubles(monitor.zone());
        // Listening begins before reading, so that nothing appended in between is missed; what is
        // told twice counts once.
        this.unsubscribe = ledger.subscribe(this::stored);
        this.unsubscribeFailures = ledger.subscribeFailures(this::notStored);
        List<Entry> ofUnit = ledger.entriesOf(AlarmKey.UNIT);
        own.begin(ofUnit);
        List<List<Entry>> kept = new ArrayList<>(List.of(ofUnit));
        for (Stay stay : ledger.stays()) {
            List<Entry> entries = ledger.entriesOf(stay.id());
            kept.add(entries);
            if (mode == Mode.LIVE && clock instanceof TellingClock telling) {
                newest(stay, entries, read).ifPresent(telling::notBefore);
            }
        }
        stored.addAll(InOrder.asLearned(kept));
    }

    private void stored(List<Entry> entries) {
        arrived.addAll(entries);
        unstored.stored(entries);
        troubles.storageWorks(unstored.size(clock.instant()));
    }

    /**
     * A value that a sender offered is watched although the disk does not take it: the alarm must
     * not wait for the disk. Whatever else happens, a discharge, a correction, a person's answer,
     * counts only when it is stored.
     */
    // [impl->req~monitor.unstored~1]
    private void notStored(List<Entry> entries, LedgerException reason) {
        for (Entry entry : entries) {
            if (entry.event() instanceof Entry.Observed) {
                arrived.add(entry);
                unstored.add(entry);
            }
        }
        troubles.storageFails(clock.instant(), reason);
    }

    /**
     * Tries whether storage that was failing works again, so that the statement goes away also
     * while nothing is sent. It may wait for the disk.
     */
    public void tryStorage() {
        if (!troubles.is(Trouble.STORAGE)) {
            return;
        }
        try {
            ledger.requireWritable();
            troubles.storageWorks(unstored.size(clock.instant()));
        } catch (LedgerException e) {
            troubles.storageFails(clock.instant(), e);
        }
    }

    /**
     * Shows on every screen, as part of {@link #fault}, what is wrong with the store.
     *
     * @param words empty when it is over
     */
    public void say(Trouble trouble, String words) {
        troubles.say(trouble, words);
    }

    /**
     * A moment that is past whatever the computer's clock says: when something was learned by a
     * clock that may be a little ahead of this one, and when a device has measured, however much
     * this one is behind. What one mistaken clock wrote days ahead is no such moment.
     */
    private static Optional<Instant> newest(Stay stay, List<Entry> entries, Instant now) {
        Instant soon = now.plus(CLOCKS_APART);
        return entries.stream()
                .filter(entry -> stay.origin() == Stay.Origin.LIVE)
                .filter(entry -> FactTime.fault(stay, entry.at(), entry.learned()).isEmpty())
                .<Instant>mapMulti(
                        (entry, past) -> {
                            boolean measured =
                                    entry.author().kind() == Author.Kind.DEVICE
                                            && entry.event() instanceof Entry.Observed;
                            if (measured && entry.at().isAfter(soon)) {
                                past.accept(entry.at());
                            }
                            if (entry.learned().isAfter(now) && !entry.learned().isAfter(soon)) {
                                past.accept(entry.learned());
                            }
                        })
                .max(Comparator.naturalOrder());
    }

    /**
     * The present. A clock that was set back goes on from where it was: time that stands still
     * until the clock has caught up would freeze every age, and with it every alarm.
     */
    private synchronized Instant present() {
        Instant now = clock.instant();
        if (now.isBefore(read)) {
            setBack = setBack.plus(Duration.between(now, read));
        }
        read = now;
        return now.plus(setBack);
    }

    /**
     * One turn: take what arrived, move the present, publish a snapshot if anything is new. One
     * thread at a time.
     */
    public void beat() {
        try {
            Instant now = present();
            beforeTick.accept(now);
            lookForPolicies(now);
            lookForOthers();
            monitor.now(now);
            boolean news = take(stored, entry -> {});
            lookAtItself(now);
            for (Entry change : own.changes(now)) {
                news = true;
                monitor.accept(change);
            }
            news |= take(arrived, own::heard);
            monitor.tick(now);
            if (news || Duration.between(latest.get().at(), now).compareTo(QUIET_SNAPSHOT) >= 0) {
                latest.set(monitor.snapshot());
            }
        } catch (RuntimeException e) {
            // The thread must go on: a monitor that stops because of one entry would hide every
            // other patient.
            met(e);
        }
    }

    private void lookAtItself(Instant now) {
        Instant before = beaten;
        beaten = now;
        if (mode == Mode.LIVE) {
            own.find(AlarmKind.STORAGE, troubles.level(), troubles.all());
            if (before != null && Duration.between(before, now).compareTo(STOOD_STILL) > 0) {
                own.findGap(gap(workplace.watch() + " stood still", before, now));
            }
        }
    }

    /**
     * How it is with something that only the program itself can know, and that concerns every
     * patient.
     *
     * @param kind one of {@link AlarmKind#OF_THE_UNIT}
     * @param level how grave it is; 0 when it is over
     * @param cause in words
     */
    public void find(AlarmKind kind, int level, String cause) {
        own.find(kind, level, cause);
    }

    /**
     * Says that nobody watched before this session began, if that was for longer than a restart
     * takes.
     *
     * @param since when somebody watched last
     */
    public void wasOff(Instant since) {
        Instant now = clock.instant();
        if (Duration.between(since, now).compareTo(OFF) > 0) {
            own.findGap(gap("the monitor was off", since, now));
        }
    }

    private String gap(String what, Instant from, Instant to) {
        ZonedDateTime begin = from.atZone(monitor.zone());
        ZonedDateTime end = to.atZone(monitor.zone());
        boolean sameDay = begin.toLocalDate().equals(end.toLocalDate());
        return "%s %s-%s"
                .formatted(
                        what,
                        (sameDay ? TIME : DATE_AND_TIME).format(begin),
                        (sameDay ? TIME : DATE_AND_TIME).format(end));
    }

    /** Stores what the program found out about itself. It may wait for the disk. */
    public void storeFindings() {
        try {
            own.store(ledger);
        } catch (LedgerException e) {
            troubles.storageFails(clock.instant(), e);
        }
    }

    private void met(RuntimeException problem) {
        String words =
                "The monitor met a fault: "
                        + problem.getClass().getSimpleName()
                        + ". Watch the bedside.";
        if (!words.equals(fault)) {
            fault = words;
            log("beat failed", problem);
        }
    }

    /**
     * Takes over what was adopted since, before the present is moved: after a computer slept, too,
     * a policy must be known before the moments are graded at which it holds.
     */
    // [impl->req~policy.adoption~1]
    private void lookForPolicies(Instant now) {
        Instant last = policyLook;
        if (last != null && Duration.between(last, now).abs().compareTo(POLICY_LOOK) < 0) {
            return;
        }
        try {
            List<PolicyTimeline.Held> held = register.timeline().held();
            int known = monitor.policies().held().size();
            for (PolicyTimeline.Held next :
                    held.subList(Math.min(known, held.size()), held.size())) {
                monitor.adopt(next.from(), next.policy());
                announced = next;
            }
            PolicyTimeline.Held latest = held.getLast();
            if (last == null && latest.from().isAfter(now)) {
                announced = latest;
            }
            if (fault.startsWith(POLICY_NOT_TAKEN)) {
                fault = "";
            }
        } catch (LedgerException | IllegalArgumentException e) {
            String words =
                    "%s: %s. Open the program again.".formatted(POLICY_NOT_TAKEN, e.getMessage());
            if (!words.equals(fault)) {
                fault = words;
                log("policy not taken over", e);
            }
        }
        policyLook = now;
    }

    /** A gateway or another workstation may append to the same store at any time. */
    // [impl->req~ledger.follow~1]
    private void lookForOthers() {
        try {
            ledger.catchUp();
            unseen = "";
        } catch (LedgerException e) {
            String words =
                    "What other programs chart may be missing here: %s".formatted(e.getMessage());
            if (!words.equals(unseen)) {
                unseen = words;
                log("store not followed", e);
            }
        }
    }

    private boolean take(Queue<Entry> entries, Consumer<Entry> meanwhile) {
        boolean taken = false;
        for (Entry entry = entries.poll(); entry != null; entry = entries.poll()) {
            taken = true;
            if (own.counts(entry)) {
                continue;
            }
            meanwhile.accept(entry);
            try {
                monitor.accept(entry);
            } catch (RuntimeException e) {
                // Those behind it are other patients': none of them waits for the next beat.
                met(e);
            }
        }
        return taken;
    }

    @Override
    public UnitSnapshot latest() {
        return latest.get();
    }

    @Override
    public void tell(Entry.OnAlarm act) {
        Instant now = present();
        try {
            // What is answered must stand in the store before the answer.
            own.store(ledger);
            ledger.append(
                    List.of(
                            new Entry(
                                    act.alarm().stay(),
                                    now,
                                    now,
                                    new Author(Author.Kind.PERSON, workplace.user()),
                                    act)));
        } catch (LedgerException e) {
            troubles.say(
                    Trouble.ANSWER,
                    act instanceof Entry.Acknowledged
                            ? "The acknowledgement was not stored, and the alarm stands: "
                                    + e.getMessage()
                            : "What was done to an alarm was not stored, and does not count: "
                                    + e.getMessage());
            log("answer to an alarm not stored", e);
        }
    }

    @Override
    public void chart(StayId stay, Instant at, List<? extends Entry.Event> events) {
        chart(at, events.stream().map(event -> new Act(stay, event)).toList());
    }

    @Override
    public void chart(Instant at, List<Act> acts) {
        Instant now = present();
        Author author = new Author(Author.Kind.PERSON, workplace.user());
        List<Entry> entries = new ArrayList<>();
        for (Act act : acts) {
            Instant own = act.at();
            entries.add(new Entry(act.stay(), own == null ? at : own, now, author, act.event()));
        }
        ledger.append(entries);
    }

    @Override
    public List<StandingFacts.Fact> standing(StayId stay) {
        return StandingFacts.of(ledger.entriesOf(stay));
    }

    @Override
    public List<Entry> entries(StayId stay) {
        return ledger.entriesOf(stay);
    }

    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public String fault() {
        String ofClock = clock instanceof TellingClock telling ? telling.notice() : "";
        String other = fault.isEmpty() ? unseen : fault;
        return Stream.of(troubles.all(), other, ofClock)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Override
    public PolicyTimeline.@Nullable Held announced() {
        return announced;
    }

    /** Stops listening to the ledger; the ledger stays open. */
    @Override
    public void close() {
        unsubscribe.run();
        unsubscribeFailures.run();
    }

    private static void log(String message, RuntimeException problem) {
        // Fetched only here: setting up the log would make every start slower.
        LoggerFactory.getLogger(UnitSession.class).error(message, problem);
    }
}
