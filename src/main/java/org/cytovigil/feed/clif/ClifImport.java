package org.cytovigil.feed.clif;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;

/**
 * Imports a CLIF 2.1 data set: stays, vitals, respiratory support, continuous medication and
 * laboratory results.
 *
 * <p>Each row of interest becomes an entry of the ledger (the parts of one blood pressure become
 * one) or an item of the quarantine. What is wrong with a file as such is a fault in the report,
 * and the rest is imported all the same.
 *
 * <p>Files are read as streams; what they say is held until all tables are read, because a stay is
 * appended whole: an import that is cut short leaves whole stays, and running it again adds the
 * others.
 */
public final class ClifImport {
    private static final int ENTRIES_OF_A_BATCH = 4_000;

    private static final List<ClifTable> TABLES =
            List.of(
                    new VitalsTable(),
                    new RespiratoryTable(),
                    new MedicationTable(),
                    new LabsTable());

    private final ClifSource source;
    private final Ledger ledger;
    private final Quarantine quarantine;
    private final InstantSource clock;
    private final ClifOptions options;

    /**
     * An import of a folder.
     *
     * @param clock tells when the program learned what it imports, and what is dated in the future
     * @throws ClifException when there is no such folder
     */
    public ClifImport(
            Path folder,
            Ledger ledger,
            Quarantine quarantine,
            InstantSource clock,
            ClifOptions options) {
        this(ClifSource.folder(folder), ledger, quarantine, clock, options);
    }

    /**
     * An import from anywhere.
     *
     * @param clock tells when the program learned what it imports, and what is dated in the future
     */
    public ClifImport(
            ClifSource source,
            Ledger ledger,
            Quarantine quarantine,
            InstantSource clock,
            ClifOptions options) {
        this.source = source;
        this.ledger = ledger;
        this.quarantine = quarantine;
        this.clock = clock;
        this.options = options;
    }

    /**
     * Reads everything and appends it.
     *
     * @return what was done; a fault in a file is part of it and throws nothing
     * @throws ClifException when the source has no table of stays
     * @throws LedgerException when the store fails; the stays appended before are whole and stay
     */
    public ClifReport run() {
        Instant now = clock.instant();
        List<ClifReport.Fault> faults = new ArrayList<>();
        QuarantineBuffer refused = new QuarantineBuffer(quarantine);
        TableReader reader = new TableReader(source, options.progress(), faults);
        Tally stays = new Tally(StayRegister.TABLE, now, refused);
        StayRegister register = new StayRegister(options, storedStays(), now, stays, faults);
        if (!reader.read(StayRegister.TABLE, StayRegister.REQUIRED, stays, register::take)) {
            throw new ClifException(
                    "%s holds no %s.csv or %s.csv.gz: it is no CLIF folder, or not a complete one"
                            .formatted(source.name(), StayRegister.TABLE, StayRegister.TABLE));
        }
        List<Tally> tallies = new ArrayList<>(List.of(stays));
        readTables(reader, register, now, refused, tallies, faults);
        refused.flush();
        List<StayChart> charts = register.charts();
        append(charts);
        return new ClifReport(
                tallies.stream().map(Tally::report).toList(),
                charts.stream().map(chart -> chart.stay().id()).toList(),
                faults);
    }

    private Set<StayId> storedStays() {
        return ledger.stays().stream().map(Stay::id).collect(Collectors.toSet());
    }

    private void readTables(
            TableReader reader,
            StayRegister register,
            Instant now,
            QuarantineBuffer refused,
            List<Tally> tallies,
            List<ClifReport.Fault> faults) {
        boolean staysKnown = tallies.getFirst().usable();
        boolean found = false;
        if (staysKnown) {
            register.findMissing();
        }
        for (ClifTable table : TABLES) {
            int place = tallies.size();
            Tally tally = new Tally(table.name(), now, refused);
            tallies.add(tally);
            if (staysKnown) {
                found |=
                        reader.read(
                                table.name(),
                                table.required(),
                                tally,
                                row -> take(table, place, row, tally, register));
                register.charts().forEach(chart -> chart.closeTable(tally, place));
            }
        }
        if (!staysKnown) {
            faults.add(fault("no stay is known: the other tables were not read"));
        } else if (!found) {
            faults.add(
                    fault(
                            "there is no table beside %s: the stays have no data"
                                    .formatted(StayRegister.TABLE)));
        }
    }

    private ClifReport.Fault fault(String reason) {
        return new ClifReport.Fault(source.name(), 0, reason);
    }

    private static void take(
            ClifTable table, int place, Row row, Tally tally, StayRegister register) {
        if (!table.concerns(row)) {
            tally.notOfInterest();
            return;
        }
        switch (register.standing(row.get(ClifTable.STAY))) {
            case StayRegister.Standing.Aside aside -> tally.notOfInterest();
            case StayRegister.Standing.Refused(String reason) -> {
                tally.ofInterest();
                tally.refuse(row.line(), reason, row.raw());
            }
            case StayRegister.Standing.Charted(StayChart chart) -> {
                tally.ofInterest();
                chart(table, place, row, tally, chart);
            }
        }
    }

    private static void chart(ClifTable table, int place, Row row, Tally tally, StayChart chart) {
        switch (Stamp.read(table.stamp(row))) {
            case Stamp.Unusable(String reason) -> tally.refuse(row.line(), reason, row.raw());
            case Stamp.At(Instant at) -> {
                Reading reading =
                        chart.outside(at)
                                .<Reading>map(Reading.Refused::new)
                                .orElseGet(() -> table.read(row));
                chart.put(reading, at, place, row, tally);
            }
        }
    }

    private void append(List<StayChart> charts) {
        List<StayChart> waiting = new ArrayList<>();
        List<Entry> batch = new ArrayList<>();
        for (StayChart chart : charts) {
            batch.addAll(chart.entries());
            waiting.add(chart);
            if (batch.size() >= ENTRIES_OF_A_BATCH) {
                append(waiting, batch);
            }
        }
        append(waiting, batch);
    }

    private void append(List<StayChart> waiting, List<Entry> batch) {
        if (!batch.isEmpty()) {
            ledger.append(List.copyOf(batch));
            waiting.forEach(StayChart::countAccepted);
        }
        waiting.clear();
        batch.clear();
    }
}
