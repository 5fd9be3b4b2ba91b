package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cytovigil.alarm.AlarmChange;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPart;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of one patient through the fold of the unit: live and after a restart. */
// [utest->req~alarm.patient-settings~1]
class PatientSettingsTest {
    private static final Author NURSE = new Author(Author.Kind.PERSON, "N2");
    private static final AlarmKey STEP = new AlarmKey(Watch.STAY, AlarmKind.OXYGEN_STEP);
    private static final Instant END = Facts.minute(90);

    private static Entry entry(int minute, Entry.Event event) {
        return new Entry(Watch.STAY, Facts.minute(minute), Facts.minute(minute), NURSE, event);
    }

    private static Entry.AlarmAdjusted adjusted(
            AlarmKey key, AlarmPart part, String value, int end) {
        return new Entry.AlarmAdjusted(
                key, new AlarmChange(Map.of(part, value)), "mask for transport", Facts.minute(end));
    }

    /** A stay with a normal pressure on room air, and what is done then. */
    private static List<Entry> course(Entry... acts) {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(0, new Entry.Admitted(Facts.stay("7", Facts.adult()))));
        entries.add(entry(1, new Entry.Observed(Facts.NORMAL_PRESSURE)));
        entries.add(entry(1, new Entry.Observed(Facts.ROOM_AIR)));
        entries.addAll(List.of(acts));
        return entries;
    }

    private static Entry step(int minute) {
        return entry(minute, new Entry.Observed(Facts.cannula(4)));
    }

    private static UnitMonitor unit(PolicyTimeline policies) {
        return new UnitMonitor(policies, ZoneOffset.UTC, Facts.ZERO);
    }

    /** A tick each minute, and each entry as it comes. */
    private static UnitSnapshot live(List<Entry> entries, PolicyTimeline policies, Instant end) {
        UnitMonitor unit = unit(policies);
        List<Entry> waiting = new ArrayList<>(entries);
        for (Instant now = Facts.ZERO; !now.isAfter(end); now = now.plusSeconds(60)) {
            unit.now(now);
            while (!waiting.isEmpty() && !waiting.getFirst().at().isAfter(now)) {
                unit.accept(waiting.removeFirst());
            }
            unit.tick(now);
        }
        return unit.snapshot();
    }

    private static UnitSnapshot restarted(
            List<Entry> entries, PolicyTimeline policies, Instant end) {
        UnitMonitor unit = unit(policies);
        unit.now(end);
        entries.forEach(unit::accept);
        unit.tick(end);
        return unit.snapshot();
    }

    private static List<Object> shown(UnitSnapshot unit) {
        return List.of(unit.alarms(), unit.hidden(), unit.adjusted(), unit.logs());
    }

    /** When the alarm of the oxygen step was raised: minutes after the start; -1 for never. */
    private static long raised(UnitSnapshot unit) {
        return unit.logs().getOrDefault(Watch.STAY, List.of()).stream()
                .filter(line -> line.kind() == AlarmKind.OXYGEN_STEP && line.adjusting() == null)
                .map(AlarmLine::at)
                .map(at -> Duration.between(Facts.ZERO, at).toMinutes())
                .findFirst()
                .orElse(-1L);
    }

    private static List<Entry> delayed() {
        return course(entry(10, adjusted(STEP, AlarmPart.DELAY, "30 min", 40)), step(20));
    }

    /** Begun at 10, over at 40; the step came at 20, and would have waited until 50. */
    @Test
    void itEndsAtItsOwnTimeAndTheAlarmStandsByTheUnits() {
        PolicyTimeline unit = PolicyTimeline.always(SitePolicy.DEFAULT);
        UnitSnapshot before = live(delayed(), unit, Facts.minute(39));
        assertThat(before.adjusted()).hasSize(1);
        assertThat(before.adjusted().getFirst().adjustment().by()).isEqualTo("N2");
        assertThat(raised(before)).isEqualTo(-1);
        UnitSnapshot after = live(delayed(), unit, END);
        assertThat(after.adjusted()).isEmpty();
        assertThat(raised(after)).isEqualTo(40);
        assertThat(raised(live(course(step(20)), unit, END))).isEqualTo(22);
    }

    /** Also when the program was off at 40. */
    @ParameterizedTest
    @ValueSource(ints = {12, 22, 39, 40, 41, 90})
    void itIsTheSameAfterARestart(int minute) {
        PolicyTimeline unit = PolicyTimeline.always(SitePolicy.DEFAULT);
        Instant end = Facts.minute(minute);
        List<Entry> told = delayed().stream().filter(entry -> !entry.at().isAfter(end)).toList();
        assertThat(shown(restarted(told, unit, end))).isEqualTo(shown(live(told, unit, end)));
    }

    /** The site makes oxygen steps high at once from 25 on: the patient's delay counts no more. */
    @Test
    void aPolicyAdoptedMeanwhileCounts() {
        SitePolicy stricter =
                SitePolicy.of(
                        "site-2",
                        Map.of(
                                Settings.of("alarm-oxygen-step.priority").orElseThrow(), "high",
                                Settings.of("alarm-oxygen-step.delay").orElseThrow(), "6 min"));
        PolicyTimeline policies =
                PolicyTimeline.always(SitePolicy.DEFAULT).then(Facts.minute(23), stricter);
        UnitSnapshot unit = live(delayed(), policies, Facts.minute(30));
        assertThat(raised(unit)).isEqualTo(26);
        assertThat(unit.alarms())
                .filteredOn(alarm -> alarm.key().equals(STEP))
                .extracting(alarm -> alarm.condition().priority())
                .containsExactly(AlarmPriority.HIGH);
        assertThat(unit.adjusted()).hasSize(1);
        assertThat(shown(restarted(delayed().subList(0, 5), policies, Facts.minute(30))))
                .isEqualTo(shown(unit));
    }

    @Test
    void otherPatientsGoByTheUnits() {
        List<Entry> entries = delayed();
        entries.add(
                new Entry(
                        new StayId("8"),
                        Facts.minute(0),
                        Facts.minute(0),
                        NURSE,
                        new Entry.Admitted(Facts.stay("8", Facts.adult()))));
        UnitMonitor unit = unit(PolicyTimeline.always(SitePolicy.DEFAULT));
        unit.now(Facts.minute(30));
        entries.forEach(unit::accept);
        unit.tick(Facts.minute(30));
        assertThat(unit.snapshot().adjusted()).extracting(AdjustedAlarm::key).containsExactly(STEP);
        assertThat(unit.snapshot().adjustment(STEP)).isPresent();
        assertThat(unit.snapshot().adjustment(new AlarmKey(new StayId("8"), AlarmKind.OXYGEN_STEP)))
                .isEmpty();
    }

    /** An alarm of the unit has no patient. */
    @Test
    void alarmsOfTheUnitCannotBeAdjusted() {
        UnitMonitor unit = unit(PolicyTimeline.always(SitePolicy.DEFAULT));
        AlarmKey storage = AlarmKey.ofUnit(AlarmKind.STORAGE);
        unit.now(Facts.minute(5));
        unit.accept(
                new Entry(
                        AlarmKey.UNIT,
                        Facts.minute(1),
                        Facts.minute(1),
                        NURSE,
                        adjusted(storage, AlarmPart.DELAY, "60 min", 90)));
        unit.accept(
                new Entry(
                        AlarmKey.UNIT,
                        Facts.minute(2),
                        Facts.minute(2),
                        new Author(Author.Kind.PROGRAM, "cytovigil"),
                        new Entry.Technical(AlarmKind.STORAGE, 1, "running full")));
        unit.tick(Facts.minute(5));
        assertThat(unit.snapshot().adjusted()).isEmpty();
        assertThat(unit.snapshot().alarms()).extracting(Alarm::key).containsExactly(storage);
    }

    /** Each program on a store folds what the other one has written. */
    @Test
    void anotherProgramOnTheStoreFollows(@TempDir Path folder) {
        Path store = folder.resolve("unit.db");
        Instant now = Facts.minute(30);
        try (JdbcLedger here = JdbcLedger.open(store);
                JdbcLedger there = JdbcLedger.openExisting(store);
                UnitSession desk = session(here, now);
                UnitSession other = session(there, now)) {
            here.append(course());
            desk.beat();
            other.beat();
            desk.tell(adjusted(STEP, AlarmPart.DELAY, "10 min", 60));
            desk.beat();
            other.beat();

            assertThat(other.latest().adjusted())
                    .isEqualTo(desk.latest().adjusted())
                    .extracting(found -> found.adjustment().until())
                    .containsExactly(Facts.minute(60));
            other.tell(new Entry.AlarmAdjustmentEnded(STEP));
            other.beat();
            desk.beat();
            assertThat(desk.latest().adjusted()).isEmpty();
        }
    }

    private static UnitSession session(JdbcLedger ledger, Instant now) {
        return new UnitSession(
                unit(PolicyTimeline.always(SitePolicy.DEFAULT)),
                ledger,
                ledger,
                () -> now,
                at -> {},
                UnitSource.Mode.LIVE,
                Workplace.of("N2"));
    }
}
