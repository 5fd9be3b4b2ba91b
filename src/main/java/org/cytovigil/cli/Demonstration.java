package org.cytovigil.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.clif.ClifImport;
import org.cytovigil.feed.clif.ClifOptions;
import org.cytovigil.feed.clif.ClifReport;
import org.cytovigil.feed.clif.ClifSource;
import org.cytovigil.feed.simulator.DemonstrationCourse;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.replay.Replay;

/**
 * The demonstration unit: eight beds, four of them real intensive-care stays of the MIMIC-IV demo
 * and four synthetic courses, each begun so that something happens in the first minutes at 60 times
 * the speed of life.
 */
// [impl->req~demonstration.unit~1]
final class Demonstration {
    /** Model seconds in a real second. */
    static final double SPEED = 60;

    /** When the demonstration begins; any date would do, a fixed one makes pictures repeatable. */
    static final Instant START = Instant.parse("2026-01-07T06:00:00Z");

    private static final String REAL_CASES = "assets/cases/mimic-iv-demo";

    /** A bed of the demonstration and the hour after infusion at which it begins. */
    private record Bed(String label, double hourAtStart) {}

    private Demonstration() {}

    /** What happens, in all eight beds. */
    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        MemoryLedger real = new MemoryLedger();
        ClifReport report =
                new ClifImport(
                                ClifSource.classPath(REAL_CASES),
                                real,
                                real,
                                InstantSource.fixed(START),
                                ClifOptions.ALL)
                        .run();
        if (!report.faults().isEmpty()) {
            throw new IllegalStateException(
                    "the packed cases are damaged: " + report.faults().getFirst());
        }
        entries.addAll(realCase(real, "22205327", "MIMIC Alder", new Bed("1", 45.6)));
        entries.addAll(synthetic(DemonstrationCourse.AXI_CEL_ADULT_GRADE_3, new Bed("2", 84.2)));
        entries.addAll(realCase(real, "28662225", "MIMIC Birch", new Bed("3", 30)));
        entries.addAll(synthetic(DemonstrationCourse.TISA_CEL_CHILD_GRADE_4, new Bed("4", 131)));
        entries.addAll(realCase(real, "29276678", "MIMIC Cedar", new Bed("5", 103.5)));
        entries.addAll(synthetic(DemonstrationCourse.CILTA_CEL_ADULT_GRADE_2, new Bed("6", 194.5)));
        entries.addAll(realCase(real, "24181354", "MIMIC Elm", new Bed("7", 72.8)));
        entries.addAll(synthetic(DemonstrationCourse.IDE_CEL_ADULT_GRADE_1, new Bed("8", 29)));
        return entries;
    }

    private static List<Entry> synthetic(DemonstrationCourse course, Bed bed) {
        return course.entries(infusion(bed), bed.label());
    }

    private static List<Entry> realCase(MemoryLedger ledger, String id, String name, Bed bed) {
        StayId stayId = new StayId(id);
        Stay stay =
                ledger.stays().stream()
                        .filter(found -> found.id().equals(stayId))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the packed cases lack stay " + id));
        Duration shift = Duration.between(stay.dayZero(), infusion(bed));
        Instant discharged = stay.discharged();
        Patient patient = stay.patient();
        Stay shown =
                new Stay(
                        stayId,
                        new Patient(
                                name, id, patient.ageYears(), patient.weight(), patient.baseline()),
                        new Infusion(Infusion.LOOK_ALIKE, infusion(bed)),
                        stay.admitted().plus(shift),
                        discharged == null ? null : discharged.plus(shift),
                        bed.label(),
                        Stay.Origin.REAL_CASE);
        return Replay.moved(ledger.entriesOf(stayId), shift, shown);
    }

    private static Instant infusion(Bed bed) {
        return START.minusMillis(Math.round(bed.hourAtStart() * 3_600_000));
    }
}
