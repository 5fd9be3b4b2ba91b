package org.cytovigil.feed.clif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;

/** The real stays that come with the program. */
class ClifPackedStaysTest {
    private final MemoryLedger ledger = new MemoryLedger();

    private ClifReport imported() {
        ClifReport report =
                new ClifImport(
                                ClifSource.classPath("assets/cases/mimic-iv-demo"),
                                ledger,
                                ledger,
                                InstantSource.fixed(Instant.parse("2026-01-10T00:00:00Z")),
                                ClifOptions.ALL)
                        .run();
        ClifFixture.assertNothingAstray(report, ledger);
        return report;
    }

    /**
     * Rows: {@code for f in assets/cases/mimic-iv-demo/*.gz; do zcat $f | tail -n +2 | wc -l;
     * done}.
     *
     * <p>Refused vitals: {@code zcat clif_vitals.csv.gz | awk -F, '$4=="map" && ($5<10 || $5>250)'
     * | wc -l} says 1, and {@code zcat clif_vitals.csv.gz | awk -F, 'NR>1 && $4~/^(sbp|dbp|map)$/
     * {s=($3~/^A/)?"line":"cuff"; if(seen[$1,$2,$4,s]++) n++} END {print n}'} says 18 (the
     * implausible mean is not among them). Refused results: {@code zcat clif_labs.csv.gz | awk -F,
     * 'NR>1 && $6==""'} shows one platelet count that is no number.
     */
    @Test
    void theyAreImportedWholeWithTheCountsOfTheFiles() {
        ClifReport report = imported();

        assertThat(report.faults()).isEmpty();
        assertThat(report.stays())
                .containsExactly(
                        new StayId("28662225"),
                        new StayId("24181354"),
                        new StayId("22205327"),
                        new StayId("29276678"));
        assertThat(report.tables())
                .containsExactly(
                        table("clif_hospitalization", 4, 0),
                        table("clif_vitals", 7_931, 19),
                        table("clif_respiratory_support", 323, 0),
                        table("clif_medication_admin_continuous", 255, 0),
                        table("clif_labs", 496, 1));
    }

    private static ClifReport.TableReport table(String name, long rows, long quarantined) {
        return new ClifReport.TableReport(
                name, name + ".csv.gz", rows, rows, rows - quarantined, quarantined, 0, 0);
    }

    /**
     * {@code zcat clif_vitals.csv.gz | awk -F, '$1==29276678 && $4~/^(sbp|dbp|map)$/ && !($4=="map"
     * && $5>250) {s=($3~/^A/)?"line":"cuff"; k[$2,s]} END {print length(k)}'}.
     */
    @Test
    void pressuresOfOneTimeAndSourceAreOneEntry() {
        imported();

        assertThat(ledger.entriesOf(new StayId("29276678")))
                .filteredOn(
                        entry -> entry.event() instanceof Entry.Observed(BloodPressure pressure))
                .hasSize(358);
    }

    @Test
    void theFileThatWasReadIsTheAuthor() {
        imported();

        assertThat(ledger.entriesOf(new StayId("24181354")))
                .extracting(entry -> entry.author().name())
                .contains("clif_vitals.csv.gz", "clif_medication_admin_continuous.csv.gz");
    }
}
