package org.cytovigil.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Weight;
import org.cytovigil.feed.clif.ClifImport;
import org.cytovigil.feed.clif.ClifOptions;
import org.cytovigil.feed.clif.ClifSource;
import org.cytovigil.feed.simulator.CarTProduct;
import org.cytovigil.feed.simulator.CourseProfile;
import org.cytovigil.feed.simulator.SyntheticCourse;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;

/** The courses whose alarms are counted, watched to their ends. */
final class Courses {
    private static final long SEED = 7;

    private Courses() {}

    /** The four real stays and four synthetic courses that are shipped. */
    static List<WatchedCourse> shipped() {
        Map<StayId, List<Entry>> stays = new TreeMap<>(Comparator.comparing(StayId::value));
        for (Entry entry : Demonstration.entries()) {
            stays.computeIfAbsent(entry.stay(), id -> new ArrayList<>()).add(entry);
        }
        return stays.values().stream().map(WatchedCourse::of).toList();
    }

    /** A synthetic course of each grade from 0 to 4 for each product, the youngest a child. */
    static Map<String, WatchedCourse> synthetic() {
        Map<String, WatchedCourse> courses = new LinkedHashMap<>();
        for (CarTProduct product : CarTProduct.values()) {
            boolean child = product == CarTProduct.TISA_CEL;
            for (int grade = 0; grade <= 4; grade++) {
                CourseProfile profile =
                        CourseProfile.typical(
                                product, child ? 8 : 60, new Weight(child ? 25 : 75), grade);
                courses.put(
                        product.label() + " grade " + grade,
                        WatchedCourse.of(
                                SyntheticCourse.generate(profile, SEED, Demonstration.START, "1")));
            }
        }
        return courses;
    }

    /** Every stay of a CLIF folder for which vital signs were charted for a day or more. */
    static List<WatchedCourse> ofFolder(Path folder) {
        MemoryLedger ledger = new MemoryLedger();
        new ClifImport(
                        ClifSource.folder(folder),
                        ledger,
                        ledger,
                        InstantSource.fixed(Demonstration.START),
                        ClifOptions.ALL)
                .run();
        return ledger.stays().stream()
                .map(stay -> ledger.entriesOf(stay.id()))
                .map(WatchedCourse::of)
                .filter(course -> course.days() >= 1)
                .toList();
    }
}
