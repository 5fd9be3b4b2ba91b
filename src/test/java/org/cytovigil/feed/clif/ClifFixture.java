package org.cytovigil.feed.clif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;

/**
 * A CLIF folder written by a test, and its import; every import is checked for rows that went
 * astray.
 */
final class ClifFixture {
    static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");
    static final StayId STAY = new StayId("1");
    static final String STAYS = "clif_hospitalization.csv";

    /** Stay 1: four days, ended before {@link #NOW}. */
    static final String FOUR_DAYS = "1,2026-01-01 00:00:00+00,2026-01-05 00:00:00+00,60";

    private static final String STAYS_HEADER =
            "hospitalization_id,admission_dttm,discharge_dttm,age_at_admission";
    private static final String VITALS_HEADER =
            "hospitalization_id,recorded_dttm,vital_name,vital_category,vital_value,meas_site_name";
    private static final String RESPIRATORY_HEADER =
            "hospitalization_id,recorded_dttm,device_name,device_category,mode_name,tracheostomy,fio2_set,lpm_set,peep_set,resp_rate_obs";
    private static final String MEDICATION_HEADER =
            "hospitalization_id,med_order_id,med_category,admin_dttm,mar_action_category,med_dose,med_dose_unit";
    private static final String LABS_HEADER =
            "hospitalization_id,lab_collect_dttm,lab_result_dttm,lab_category,lab_value,lab_value_numeric,reference_unit,lab_specimen_category";

    final MemoryLedger ledger = new MemoryLedger();
    private final Path folder;
    private ClifOptions options = ClifOptions.ALL;

    ClifFixture(Path folder) {
        this.folder = folder;
    }

    /** A folder with {@link #FOUR_DAYS} as its only stay. */
    static ClifFixture withOneStay(Path folder) {
        return new ClifFixture(folder).stays(FOUR_DAYS);
    }

    ClifFixture stays(String... rows) {
        return file(STAYS, STAYS_HEADER, rows);
    }

    ClifFixture vitals(String... rows) {
        return file("clif_vitals.csv", VITALS_HEADER, rows);
    }

    ClifFixture respiratory(String... rows) {
        return file("clif_respiratory_support.csv", RESPIRATORY_HEADER, rows);
    }

    ClifFixture medication(String... rows) {
        return file("clif_medication_admin_continuous.csv", MEDICATION_HEADER, rows);
    }

    ClifFixture labs(String... rows) {
        return file("clif_labs.csv", LABS_HEADER, rows);
    }

    private ClifFixture file(String name, String header, String... rows) {
        return bytes(
                name,
                (header + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    ClifFixture text(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ClifFixture bytes(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    ClifFixture options(ClifOptions newOptions) {
        options = newOptions;
        return this;
    }

    /**
     * Imports and checks, from the ledger and the quarantine themselves, that no row went astray.
     */
    ClifReport run() {
        ClifReport report =
                new ClifImport(folder, ledger, ledger, InstantSource.fixed(NOW), options).run();
        assertNothingAstray(report, ledger);
        return report;
    }

    static void assertNothingAstray(ClifReport report, MemoryLedger ledger) {
        for (ClifReport.TableReport table : report.tables()) {
            String file = table.file() == null ? "" : table.file();
            List<Quarantine.Item> items =
                    ledger.items().stream().filter(item -> item.source().equals(file)).toList();
            long remarks =
                    items.stream()
                            .filter(item -> item.reason().startsWith("row accepted, but "))
                            .count();
            assertThat(table.read()).as(file).isEqualTo(table.ofInterest() + table.notOfInterest());
            assertThat(table.remarks()).as(file).isEqualTo(remarks);
            assertThat(table.quarantined()).as(file).isEqualTo(items.size() - remarks);
            assertThat(table.accepted()).as(file).isEqualTo(rowsInLedger(ledger, report, file));
            assertThat(table.ofInterest())
                    .as(file)
                    .isEqualTo(table.accepted() + table.quarantined());
        }
    }

    private static long rowsInLedger(MemoryLedger ledger, ClifReport report, String file) {
        return report.stays().stream()
                .flatMap(stay -> ledger.entriesOf(stay).stream())
                .filter(entry -> entry.author().name().equals(file))
                .mapToLong(entry -> rows(entry.event()))
                .sum();
    }

    private static long rows(Entry.Event event) {
        if (event instanceof Entry.Discharged) {
            return 0;
        }
        if (event instanceof Entry.Observed(BloodPressure p)) {
            return Stream.of(p.systolic(), p.diastolic(), p.mean())
                    .filter(part -> part != null)
                    .count();
        }
        return 1;
    }

    /** What the ledger holds of stay 1, in its order. */
    List<Observation> observations() {
        return ledger.entriesOf(STAY).stream()
                .filter(entry -> entry.event() instanceof Entry.Observed)
                .map(entry -> ((Entry.Observed) entry.event()).observation())
                .toList();
    }

    /** Line and reason of every item in the quarantine. */
    List<String> quarantined() {
        return ledger.items().stream().map(item -> item.line() + ": " + item.reason()).toList();
    }
}
