package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.alarm.AlarmAdjustment;
import org.cytovigil.alarm.AlarmEvent;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.alarm.Answer;
import org.cytovigil.alarm.Cadence;
import org.cytovigil.alarm.Shelf;
import org.cytovigil.alarm.StayAlarms;
import org.cytovigil.alarm.UnitAlarms;
import org.cytovigil.clinical.FactTime;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.PutOffCheck;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Census;
import org.cytovigil.ledger.Entry;

/**
 * Folds the ledger of a whole unit. Live, demonstration and replay differ only in who calls {@link
 * #tick} with which time. It owns all live state and is used by one thread; {@link #snapshot} makes
 * what other threads may read.
 */
// [impl->req~monitor.single-writer~1]
public final class UnitMonitor {
    /**
     * What arrives so close together is looked at together, live as after a restart: a unit that
     * beats looks no more often, and grading at every arrival would cost more than taking it in.
     */
    private static final Duration TOGETHER = Duration.ofMillis(250);

    private final ZoneId zone;
    private PolicyTimeline policies;
    private final Map<StayId, Watched> stays = new LinkedHashMap<>();
    private final Census census = new Census();
    private final FeedWatch feeds;
    private final UnitAlarms ofUnit;
    private Instant now;

    /** What the monitor keeps of one stay. */
    private static final class Watched {
        private final StayMonitor monitor;
        private final StayAlarms alarms;
        private final Instant from;
        private final Map<Class<? extends Observation>, Cadence> cadences = new HashMap<>();

        /** Up to when alarms have been looked at. */
        private Instant looked;

        /** Whether something has come since then that they may depend on. */
        private boolean unseen;

        Watched(StayMonitor monitor, StayAlarms alarms, Instant from) {
            this.monitor = monitor;
            this.alarms = alarms;
            this.from = from;
            this.looked = from;
        }

        StayId id() {
            return monitor.stay().id();
        }

        void heard(Observation observation, Instant learned) {
            cadences.computeIfAbsent(observation.getClass(), kind -> new Cadence()).heard(learned);
        }

        /** How long a value of a device stands before it is older than expected. */
        Map<Class<? extends Observation>, Duration> expected(SitePolicy policy) {
            Map<Class<? extends Observation>, Duration> expected = new HashMap<>();
            cadences.forEach(
                    (kind, cadence) ->
                            cadence.allowance(policy)
                                    .ifPresent(allowance -> expected.put(kind, allowance)));
            return Map.copyOf(expected);
        }
    }

    /** Grades by one policy. */
    public UnitMonitor(SitePolicy policy, ZoneId zone, Instant start) {
        this(PolicyTimeline.always(policy), zone, start);
    }

    /**
     * @param policies what the site decided, each policy from the moment it holds
     * @param zone for clock times in words
     * @param start the present at the beginning
     */
    public UnitMonitor(PolicyTimeline policies, ZoneId zone, Instant start) {
        this.policies = policies;
        this.zone = zone;
        this.now = start;
        this.feeds = new FeedWatch();
        this.ofUnit = new UnitAlarms(zone);
    }

    /** For clock times in words. */
    ZoneId zone() {
        return zone;
    }

    /**
     * Takes an entry of the ledger, in its order. An entry of a stay that was never admitted is
     * refused.
     *
     * @throws IllegalArgumentException when the stay was never admitted
     */
    public void accept(Entry entry) {
        if (entry.stay().equals(AlarmKey.UNIT)) {
            takeOfUnit(entry);
            return;
        }
        feeds.take(entry);
        if (entry.event() instanceof Entry.Admitted admitted) {
            Instant from = begin(admitted.stay(), entry.learned());
            stays.computeIfAbsent(
                    entry.stay(),
                    id ->
                            new Watched(
                                    new StayMonitor(admitted.stay(), policies, GradingScales.ALL),
                                    new StayAlarms(from, zone),
                                    from));
            census.take(entry);
            return;
        }
        Watched watched = stays.get(entry.stay());
        if (watched == null) {
            throw new IllegalArgumentException(
                    "an entry of stay " + entry.stay() + ", which was never admitted");
        }
        catchUp(watched, entry);
        switch (entry.event()) {
            case Entry.Admitted admitted -> {}
            case Entry.AdmissionCancelled cancelled -> census.take(entry);
            case Entry.Moved moved -> census.take(entry);
            case Entry.NurseAssigned assigned -> census.take(entry);
            case Entry.Discharged discharged -> census.take(entry);
            case Entry.DischargeCancelled cancelled -> census.take(entry);
            case Entry.InfusionCharted charted -> watched.monitor.take(entry);
            case Entry.PatientIdentified identified -> takeFact(watched, entry);
            case Entry.Observed observed -> {
                hear(watched, entry, observed.observation());
                takeFact(watched, entry);
            }
            case Entry.Corrected corrected -> {
                hear(watched, entry, corrected.is());
                takeFact(watched, entry);
            }
            case Entry.Retracted retracted -> takeFact(watched, entry);
            case Entry.OnAlarm act -> tell(watched, entry, act);
            case Entry.OnSchedule act -> tell(watched, entry, act);
            case Entry.Technical technical ->
                    throw new IllegalArgumentException(
                            "an entry of the unit under stay " + entry.stay());
        }
    }

    /** What concerns the whole unit. */
    private void takeOfUnit(Entry entry) {
        // What time brought before came first, also when a whole ledger is read at once.
        if (!entry.at().isAfter(now)) {
            ofUnit.tick(entry.at(), this::sending, policies.at(entry.at()));
        }
        if (entry.event() instanceof Entry.Technical technical) {
            ofUnit.look(
                    entry.author().name(),
                    technical.kind(),
                    technical.level(),
                    technical.cause(),
                    entry.at(),
                    policies.at(entry.at()));
        } else if (entry.event() instanceof Entry.OnSettings) {
            // What concerns every patient has no settings of one patient.
            return;
        } else if (entry.event() instanceof Entry.OnState act) {
            ofUnit.tell(act.alarm().kind(), event(entry, act), entry.at());
        } else {
            throw new IllegalArgumentException("an entry of a stay under the unit");
        }
    }

    private static AlarmEvent event(Entry entry, Entry.OnState act) {
        String who = entry.author().name();
        return switch (act) {
            case Entry.Acknowledged answered ->
                    new AlarmEvent.Acknowledged(
                            answered.level(),
                            new Answer(
                                    who,
                                    entry.at(),
                                    Objects.requireNonNullElse(answered.action(), "")));
            case Entry.AlarmShelved shelved ->
                    new AlarmEvent.Shelved(
                            shelved.level(), new Shelf(who, shelved.reason(), shelved.until()));
            case Entry.AlarmUnshelved unshelved -> new AlarmEvent.Unshelved();
            case Entry.AlarmTakenOut taken -> new AlarmEvent.TakenOut(who, taken.reason());
            case Entry.AlarmPutBack putBack -> new AlarmEvent.PutBack();
        };
    }

    /**
     * What was learned earlier was shown before this entry came. A store that is opened again thus
     * has the alarms that stood when it was closed: what came late was no part of what alarmed
     * before it came.
     */
    private void catchUp(Watched watched, Entry entry) {
        Instant learned = entry.learned();
        if (watched.monitor.stay().origin() == Stay.Origin.LIVE
                && !learned.isAfter(now)
                && watched.looked.plus(TOGETHER).isBefore(learned)) {
            advance(watched, learned);
        }
    }

    private void tell(Watched watched, Entry entry, Entry.OnAlarm act) {
        // An answer from a time that cannot be answers nothing: the alarm goes on, and the present
        // of the stay does not run ahead.
        if (FactTime.fault(watched.monitor.stay(), entry.at(), entry.learned()).isPresent()) {
            return;
        }
        // The alarm that was answered must have been raised first, also when a whole ledger is read
        // at once.
        if (!watched.looked.isAfter(entry.at())) {
            advance(watched, entry.at());
        }
        AlarmKind kind = act.alarm().kind();
        String who = entry.author().name();
        SitePolicy policy = policies.at(entry.at());
        switch (act) {
            case Entry.OnState onState ->
                    watched.alarms.tell(kind, event(entry, onState), entry.at());
            case Entry.AlarmAdjusted adjusted ->
                    watched.alarms.adjust(
                            new AlarmAdjustment(
                                    kind,
                                    adjusted.change(),
                                    who,
                                    entry.at(),
                                    adjusted.reason(),
                                    adjusted.until()),
                            policy);
            case Entry.AlarmAdjustmentEnded ended ->
                    watched.alarms.withdraw(kind, who, entry.at(), policy);
        }
    }

    /** An act from a time that cannot be puts nothing off, as it answers no alarm. */
    private void tell(Watched watched, Entry entry, Entry.OnSchedule act) {
        if (FactTime.fault(watched.monitor.stay(), entry.at(), entry.learned()).isPresent()) {
            return;
        }
        if (!watched.looked.isAfter(entry.at())) {
            advance(watched, entry.at());
        }
        switch (act) {
            case Entry.CheckPutOff off ->
                    watched.alarms.putOff(
                            new PutOffCheck(
                                    off.check(),
                                    off.grade(),
                                    entry.author().name(),
                                    entry.at(),
                                    off.reason(),
                                    off.until()));
            case Entry.CheckAskedAgain again -> watched.alarms.askAgain(again.check());
        }
        watched.unseen = true;
    }

    /**
     * When a stay begins. One whose admission is dated where none can be is watched from when the
     * program learned of it: a patient must not stay off the board for a slip of a year.
     */
    private static Instant begin(Stay stay, Instant learned) {
        boolean possible = FactTime.fault(stay, stay.admitted(), learned).isEmpty();
        return FactTime.nearestPossible(possible ? stay.admitted() : learned);
    }

    /**
     * Only of a live device do both clocks tell anything: charting late is usual, and a laboratory
     * takes its time.
     */
    private void hear(Watched watched, Entry entry, Observation observation) {
        boolean laboratory = observation instanceof Observation.LaboratoryResult;
        if (entry.author().kind() == Author.Kind.DEVICE
                && !laboratory
                && watched.monitor.stay().origin() == Stay.Origin.LIVE) {
            watched.heard(observation, entry.learned());
            Instant learned = entry.learned();
            ofUnit.heard(learned, this::sending, policies.at(learned));
            watched.alarms.heard(
                    entry.author().name(),
                    entry.at(),
                    entry.learned(),
                    policies.at(entry.learned()));
        }
    }

    /** How many stays there are to which devices send. */
    private int sending(Instant at) {
        int sending = 0;
        for (Watched watched : stays.values()) {
            boolean here = isWatched(watched) && !census.discharged(watched.id(), at);
            sending += here && !watched.cadences.isEmpty() ? 1 : 0;
        }
        return sending;
    }

    private static void takeFact(Watched watched, Entry entry) {
        watched.monitor.take(entry);
        watched.unseen = true;
    }

    /**
     * Goes by another policy from a moment on, which lies after the present; what was shown before
     * it stays as it was.
     *
     * @throws IllegalArgumentException when the moment does not lie after the present
     */
    public void adopt(Instant from, SitePolicy policy) {
        PolicyTimeline next = policies.then(from, policy);
        // A stay may be ahead of the unit: an answer from a workstation whose clock is ahead.
        boolean shown = stays.values().stream().anyMatch(w -> !w.monitor.isBefore(from));
        if (shown || !from.isAfter(now)) {
            throw new IllegalArgumentException(
                    "policy " + policy + " from " + from + " on would regrade what was shown");
        }
        policies = next;
        stays.values().forEach(watched -> watched.monitor.adopt(next));
    }

    /** The policies that this unit goes by. */
    public PolicyTimeline policies() {
        return policies;
    }

    /**
     * Says what time it is, before the entries are handed over that have come by then; a time
     * before the present changes nothing.
     */
    public void now(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }

    /** Moves the present to {@code time}; a time before the present changes nothing. */
    public void tick(Instant time) {
        now(time);
        ofUnit.tick(now, this::sending, policies.at(now));
        for (Watched watched : stays.values()) {
            boolean past = !watched.monitor.isBefore(now) && !watched.monitor.isAt(now);
            if (!past && isWatched(watched) && !census.discharged(watched.id(), now)) {
                advance(watched, now);
            }
        }
    }

    /** Whether the stay is of the unit, be it over or not. */
    private boolean isWatched(Watched watched) {
        return !watched.from.isAfter(now) && census.admitted(watched.id());
    }

    private void advance(Watched watched, Instant time) {
        if (watched.unseen && watched.looked.isBefore(time)) {
            // What came since was seen at once, not only now.
            look(watched, watched.looked);
        }
        look(watched, time);
    }

    private static void look(Watched watched, Instant time) {
        watched.unseen = false;
        watched.looked = time;
        Moments moments = new Moments(watched.alarms::look);
        watched.monitor.advance(time, moments::take);
        moments.end();
        // Facts of the past may have changed the present grade: what stands now is looked at, once
        // for all that arrived together, and not each step as it was then.
        for (ScaleId scale : ScaleId.values()) {
            Assessment present = watched.monitor.assessment(scale);
            if (present != null) {
                moments.take(present);
            }
        }
        moments.end();
    }

    /**
     * What screens show; as of the latest {@link #tick}. Stays not yet admitted, or by mistake, are
     * left out.
     */
    public UnitSnapshot snapshot() {
        List<StaySnapshot> shown = new ArrayList<>();
        List<Alarm> alarms = new ArrayList<>(Alarm.standing(ofUnit));
        List<HiddenAlarm> hidden =
                new ArrayList<>(
                        HiddenAlarm.of(AlarmKey.UNIT, AlarmKind.OF_THE_UNIT, ofUnit::state));
        List<AdjustedAlarm> adjusted = new ArrayList<>();
        List<CancelledAdmission> cancelled = new ArrayList<>();
        Map<StayId, List<AlarmLine>> logs = new HashMap<>(Map.of(AlarmKey.UNIT, ofUnit.log()));
        for (Watched watched : stays.values()) {
            Census.Whereabouts where = census.of(watched.id(), now).orElse(null);
            census.cancelled(watched.id())
                    .map(
                            was ->
                                    new CancelledAdmission(
                                            watched.monitor.stay(),
                                            was.at(),
                                            was.reason(),
                                            was.lastBed(),
                                            census.discharged(watched.id(), now)))
                    .ifPresent(cancelled::add);
            if (where == null || !isWatched(watched)) {
                continue;
            }
            List<Alarm> standing =
                    where.discharged() ? List.of() : Alarm.standing(watched.id(), watched.alarms);
            alarms.addAll(standing);
            if (!where.discharged()) {
                hidden.addAll(
                        HiddenAlarm.of(watched.id(), AlarmKind.OF_A_STAY, watched.alarms::state));
                watched.alarms.adjustments().stream()
                        .map(adjustment -> AdjustedAlarm.of(watched.id(), adjustment))
                        .forEach(adjusted::add);
            }
            logs.put(watched.id(), watched.alarms.log());
            shown.add(snapshot(watched, where, standing));
        }
        alarms.sort(Alarm.MOST_URGENT_FIRST);
        return new UnitSnapshot(
                now,
                List.copyOf(shown),
                List.copyOf(alarms),
                List.copyOf(hidden),
                List.copyOf(adjusted),
                Map.copyOf(logs),
                feeds.feeds(now, policies.at(now)),
                List.copyOf(cancelled));
    }

    private StaySnapshot snapshot(Watched watched, Census.Whereabouts where, List<Alarm> standing) {
        Map<ScaleId, Assessment> assessments = new EnumMap<>(ScaleId.class);
        Map<ScaleId, List<Assessment>> histories = new EnumMap<>(ScaleId.class);
        for (ScaleId scale : ScaleId.values()) {
            Assessment assessment = watched.monitor.assessment(scale);
            if (assessment != null) {
                assessments.put(scale, assessment);
            }
            histories.put(scale, watched.monitor.history(scale));
        }
        return new StaySnapshot(
                watched.monitor.stay(),
                where.bed(),
                where.lostBed(),
                census.beds(watched.id(), now),
                where.discharged(),
                census.nurse(watched.id(), now),
                policies.at(now),
                watched.monitor.picture(),
                assessments,
                histories,
                watched.monitor.episodes(),
                watched.monitor.rejected(),
                watched.monitor.late(),
                watched.monitor.amended(),
                watched.monitor.series().data(),
                watched.expected(policies.at(now)),
                standing,
                where.discharged()
                        ? Schedule.none(now)
                        : Schedule.of(
                                now,
                                watched.monitor.assessment(policies.at(now).scale()),
                                watched.monitor.assessment(ScaleId.ICANS),
                                watched.monitor.stay().infusion(),
                                watched.from,
                                watched.alarms.putOff()));
    }
}
