package org.cytovigil.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stays of which more is learned than the admission told. */
// [utest->req~ledger.stay-amended~1]
// [utest->req~monitor.stay-amended~1]
class AmendedStayTest {
    private static final Infusion INFUSION = new Infusion("axi-cel", Facts.hour(30));
    private static final Author ADT = new Author(Author.Kind.IMPORT, "adt");

    @TempDir private Path folder;

    private Instant now = Facts.ZERO;

    /** As an admission message tells it: no infusion, no weight. */
    private static Stay admittedByMessage() {
        return new Stay(
                Watch.STAY,
                Facts.patient(45.0, null),
                null,
                Facts.ZERO,
                null,
                "1",
                Stay.Origin.LIVE);
    }

    private static Entry said(double at, double learned, Entry.Event event) {
        return new Entry(Watch.STAY, Facts.hour(at), Facts.hour(learned), ADT, event);
    }

    private static Entry admission() {
        return said(0, 0, new Entry.Admitted(admittedByMessage()));
    }

    /** Fever, and norepinephrine by weight: high dose for the Lee scale depends on the weight. */
    private static List<Entry> course() {
        return List.of(
                Watch.observed(2, Facts.FEVER),
                Watch.observed(2, Facts.NORMAL_PRESSURE),
                Watch.observed(2, Facts.ROOM_AIR),
                Watch.observed(3, Facts.norepinephrine(12)),
                Watch.observed(8, Facts.norepinephrine(12)));
    }

    private static StaySnapshot shown(UnitMonitor unit) {
        return unit.snapshot().stays().getFirst();
    }

    private static UnitMonitor unit(List<Entry> entries) {
        UnitMonitor unit = Watch.unit();
        entries.forEach(unit::accept);
        unit.tick(Facts.hour(9));
        return unit;
    }

    @Test
    void withoutAnInfusionTimeIsCountedFromTheAdmission() {
        UnitMonitor unit = unit(List.of(admission()));
        assertThat(shown(unit).stay().infusion()).isNull();
        assertThat(shown(unit).stay().dayZero()).isEqualTo(Facts.ZERO);

        unit.accept(said(9, 9, new Entry.InfusionCharted(INFUSION)));
        assertThat(shown(unit).stay().infusion()).isEqualTo(INFUSION);
        assertThat(shown(unit).stay().dayZero()).isEqualTo(Facts.hour(30));
    }

    @Test
    void ofTwoInfusionsTheOneSaidLaterStands() {
        Infusion corrected = new Infusion("tisa-cel", Facts.hour(31));
        List<Entry> two =
                List.of(
                        said(5, 5, new Entry.InfusionCharted(INFUSION)),
                        said(5, 6, new Entry.InfusionCharted(corrected)));
        for (List<Entry> order : List.of(two, two.reversed())) {
            List<Entry> entries = new ArrayList<>(List.of(admission()));
            entries.addAll(order);
            assertThat(shown(unit(entries)).stay().infusion()).isEqualTo(corrected);
        }
    }

    @Test
    void anotherNameAndNumberChangeNothingGraded() {
        List<Entry> entries = new ArrayList<>(List.of(admission()));
        entries.addAll(course());
        UnitMonitor unit = unit(entries);
        StaySnapshot before = shown(unit);
        Patient named = admittedByMessage().patient().named("Roe, Rita", "MRN-77");

        unit.accept(said(9, 9, new Entry.PatientIdentified(named)));
        StaySnapshot after = shown(unit);
        assertThat(after.stay().patient()).isEqualTo(named);
        assertThat(after.picture().patient()).isEqualTo(named);
        assertThat(after.histories()).isEqualTo(before.histories());

        unit.accept(Watch.observed(1, Facts.NO_FEVER));
        unit.tick(Facts.hour(9.1));
        assertThat(shown(unit).picture().patient()).isEqualTo(named);
    }

    @Test
    void aWeightLearnedLaterRegradesTheStayFromItsStart() {
        Patient weighed = Facts.patient(45.0, 50.0);
        StayMonitor known =
                new StayMonitor(Facts.stay("7", weighed), SitePolicy.DEFAULT, GradingScales.ALL);
        StayMonitor unknown =
                new StayMonitor(admittedByMessage(), SitePolicy.DEFAULT, GradingScales.ALL);
        List<Entry> facts = new ArrayList<>(course());
        facts.add(Watch.observed(4, Facts.running(Vasopressor.DOPAMINE, 600, DoseUnit.UG_PER_MIN)));
        facts.forEach(known::take);
        facts.forEach(unknown::take);
        known.advance(Facts.hour(9), step -> {});
        unknown.advance(Facts.hour(9), step -> {});
        assertThat(unknown.history(ScaleId.LEE_2014))
                .as("the weight decides")
                .isNotEqualTo(known.history(ScaleId.LEE_2014));

        unknown.take(said(8, 9, new Entry.PatientIdentified(weighed)));

        assertThat(Watch.outcome(unknown)).isEqualTo(Watch.outcome(known));
    }

    @Test
    void noOrderOfAmendmentsAndFactsChangesWhatIsShown() {
        List<Entry> amendments =
                List.of(
                        said(4, 4, new Entry.PatientIdentified(Facts.patient(60.0, 80.0))),
                        said(5, 5, new Entry.PatientIdentified(Facts.patient(46.0, 51.0))),
                        said(5, 5, new Entry.InfusionCharted(INFUSION)),
                        said(6, 6, new Entry.Moved("4")));
        List<Entry> facts = course();
        List<Entry> all = Stream.concat(amendments.stream(), facts.stream()).toList();
        StaySnapshot expected = null;
        for (int turn = 0; turn < all.size(); turn++) {
            for (boolean back : new boolean[] {false, true}) {
                List<Entry> order = new ArrayList<>();
                for (int i = 0; i < all.size(); i++) {
                    order.add(all.get((i + turn) % all.size()));
                }
                UnitMonitor unit = Watch.unit();
                unit.accept(admission());
                for (Entry entry : back ? order.reversed() : order) {
                    unit.accept(entry);
                    unit.tick(Facts.hour(7));
                }
                unit.tick(Facts.hour(9));
                StaySnapshot shown = shown(unit);
                expected = expected == null ? shown : expected;
                assertThat(shown.stay()).isEqualTo(expected.stay());
                assertThat(shown.bed()).isEqualTo("4");
                assertThat(shown.histories()).isEqualTo(expected.histories());
                assertThat(shown.assessments()).isEqualTo(expected.assessments());
            }
        }
        assertThat(requireNonNull(expected).stay().patient()).isEqualTo(Facts.patient(46.0, 51.0));
    }

    @Test
    void aCancelledAdmissionLeavesTheUnitWithItsAlarmsAndALaterOneBringsItBack() {
        List<Entry> entries = new ArrayList<>(List.of(admission()));
        entries.addAll(course());
        UnitMonitor unit = unit(entries);
        List<Alarm> alarms = unit.snapshot().alarms();
        assertThat(alarms).isNotEmpty();

        unit.accept(said(9, 9, new Entry.AdmissionCancelled("wrong visit")));
        unit.tick(Facts.hour(9.1));
        assertThat(unit.snapshot().stays()).isEmpty();
        assertThat(unit.snapshot().alarms()).isEmpty();

        unit.accept(said(9.2, 9.2, new Entry.Admitted(admittedByMessage())));
        unit.tick(Facts.hour(9.2));
        assertThat(shown(unit).history(ScaleId.ASTCT_2019)).isNotEmpty();
        assertThat(unit.snapshot().alarms()).isEqualTo(alarms);
    }

    @Test
    void aCancelledDischargeGoesOnAsIfItHadNeverBeen() {
        List<Entry> entries = new ArrayList<>(List.of(admission()));
        entries.addAll(course());
        UnitMonitor never = unit(entries);
        UnitMonitor unit = unit(entries);

        unit.accept(said(9, 9, new Entry.Discharged()));
        unit.tick(Facts.hour(12));
        assertThat(shown(unit).discharged()).isTrue();
        assertThat(unit.snapshot().alarms()).isEmpty();

        unit.accept(said(12.5, 12.5, new Entry.DischargeCancelled()));
        unit.tick(Facts.hour(13));
        never.tick(Facts.hour(13));
        assertThat(shown(unit).discharged()).isFalse();
        assertThat(shown(unit).histories()).isEqualTo(shown(never).histories());
        assertThat(unit.snapshot().alarms()).isEqualTo(never.snapshot().alarms());
    }

    @Test
    void aBedUsedAgainNeverShowsTheFormerPatient() {
        StayId next = new StayId("8");
        UnitMonitor unit = unit(List.of(admission()));
        Stay other =
                new Stay(next, Facts.adult(), null, Facts.hour(9), null, "1", Stay.Origin.LIVE);
        unit.accept(new Entry(next, Facts.hour(9), Facts.hour(9), ADT, new Entry.Admitted(other)));
        unit.tick(Facts.hour(9.5));

        UnitSnapshot both = unit.snapshot();
        assertThat(both.stay(next).orElseThrow().bed()).isEqualTo("1");
        assertThat(both.stay(Watch.STAY).orElseThrow())
                .satisfies(
                        former -> {
                            assertThat(former.bed()).isEmpty();
                            assertThat(former.lostBed()).isEqualTo("1");
                        });

        unit.accept(new Entry(next, Facts.hour(10), Facts.hour(10), ADT, new Entry.Discharged()));
        unit.tick(Facts.hour(10));
        assertThat(unit.snapshot().stay(Watch.STAY).orElseThrow().bed()).isEmpty();
    }

    @Test
    void aRestartShowsTheSame() {
        List<Entry> entries = new ArrayList<>(List.of(admission()));
        entries.addAll(course());
        entries.add(said(5, 5, new Entry.PatientIdentified(Facts.patient(46.0, 51.0))));
        entries.add(said(6, 6, new Entry.InfusionCharted(INFUSION)));
        entries.add(said(6, 6, new Entry.Moved("4")));
        entries.add(said(7, 7, new Entry.Discharged()));
        entries.add(said(8, 8, new Entry.DischargeCancelled()));
        entries.sort(Comparator.comparing(Entry::learned));
        Path store = folder.resolve("unit.db");
        UnitSnapshot before;
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            UnitSession session = session(ledger);
            for (Entry entry : entries) {
                now = entry.learned();
                ledger.append(List.of(entry));
                session.beat();
            }
            now = Facts.hour(9);
            session.beat();
            before = session.latest();
        }
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            UnitSession session = session(ledger);
            session.beat();

            StaySnapshot was = before.stays().getFirst();
            StaySnapshot is = session.latest().stays().getFirst();
            assertThat(is.stay()).isEqualTo(was.stay());
            assertThat(is.stay().infusion()).isEqualTo(INFUSION);
            assertThat(is.bed()).isEqualTo("4");
            assertThat(is.histories()).isEqualTo(was.histories());
            assertThat(is.alarms()).isEqualTo(was.alarms());

            ledger.append(List.of(said(9, 9, new Entry.AdmissionCancelled("wrong visit"))));
            session.beat();
            assertThat(session.latest().stays()).isEmpty();
            assertThat(ledger.entriesOf(Watch.STAY)).hasSize(entries.size() + 1);
        }
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            UnitSession session = session(ledger);
            session.beat();
            assertThat(session.latest().stays()).isEmpty();
        }
    }

    private UnitSession session(JdbcLedger ledger) {
        UnitMonitor monitor = new UnitMonitor(SitePolicy.DEFAULT, ZoneOffset.UTC, Facts.ZERO);
        return new UnitSession(
                monitor, ledger, () -> now, at -> {}, UnitSource.Mode.LIVE, "nurse N2");
    }
}
