package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every sample message gives, line by line, what the golden files list; those were read by eye for
 * each kind of message.
 */
// [utest->req~feed.hl7~1]
class GoldenTest {
    private static final Path TARGET = Path.of("target/hl7");

    @Test
    void ownSamplesAfterTheProfilesAndTraps() throws Exception {
        MemoryLedger ledger = new MemoryLedger();
        Samples.admitOwn(ledger);
        Listing listing = new Listing(ledger, CodeTable.standard());

        listing.add(Samples.of(Samples.FOLDER.resolve("own")));

        isGolden(listing.lines(), "golden-own.txt");
    }

    @Test
    void simulatedHospitalIsAcceptedOnceTrainingIs() throws Exception {
        List<Samples.Sample> samples = Samples.of(Samples.FOLDER.resolve("sim"));
        MemoryLedger ledger = new MemoryLedger();
        Samples.admitAll(ledger, samples);
        Listing listing = new Listing(ledger, Listing.withTraining());

        listing.add(samples);

        isGolden(listing.lines(), "golden-sim.txt");
    }

    @Test
    void streamsOfSimulatedHospital() throws Exception {
        List<String> lines = new ArrayList<>();
        for (List<Samples.Sample> stream : streams()) {
            MemoryLedger ledger = new MemoryLedger();
            Samples.admitAll(ledger, stream);
            Listing listing = new Listing(ledger, Listing.withTraining());
            listing.add(stream);
            lines.addAll(listing.lines());
        }

        assertThat(lines).filteredOn(line -> !line.startsWith(" ")).hasSize(671);
        isGolden(lines, "golden-bulk.txt");
    }

    /** Every message of the second stream is in the first too. */
    @Test
    void messagesSentAgainAreAnsweredAgainAndKeptOnce() throws Exception {
        List<Samples.Sample> samples = streams().stream().flatMap(List::stream).toList();
        MemoryLedger ledger = new MemoryLedger();
        Samples.admitAll(ledger, samples);
        List<Entry> told = new ArrayList<>();
        ledger.subscribe(told::addAll);
        Listing listing = new Listing(ledger, Listing.withTraining());

        listing.add(samples.subList(0, 610));
        int kept = told.size();
        listing.add(samples.subList(610, 671));

        assertThat(kept).isGreaterThan(610);
        assertThat(told).hasSize(kept);
        assertThat(listing.lines().getLast()).contains(": AA ");
    }

    @Test
    void trainingMessagesAreNobodysDataUnlessTheSiteSaysSo() {
        List<Samples.Sample> samples = streams().getFirst();
        MemoryLedger ledger = new MemoryLedger();
        Samples.admitAll(ledger, samples);
        Listing listing = new Listing(ledger, CodeTable.standard());

        listing.add(samples);

        assertThat(ledger.items().stream().map(Quarantine.Item::reason))
                .hasSize(610)
                .containsOnly("processing id 'T' (MSH-11): no data of a patient");
    }

    private static List<List<Samples.Sample>> streams() {
        List<Samples.Sample> all = Samples.of(Samples.FOLDER.resolve("bulk"));
        return List.of(all.subList(0, 610), all.subList(610, all.size()));
    }

    /**
     * The published examples that the own samples were written after; they are not ours to pass on.
     */
    @Test
    @EnabledIfSystemProperty(named = "hl7", matches = ".+")
    void publishedExamplesOfAFolder() throws Exception {
        List<Samples.Sample> samples = Samples.of(Path.of(System.getProperty("hl7")));
        MemoryLedger ledger = new MemoryLedger();
        Samples.admitAll(ledger, samples);
        Listing listing = new Listing(ledger, Listing.withTraining());

        listing.add(samples);

        isGolden(listing.lines(), "golden-published.txt");
    }

    private static void isGolden(List<String> lines, String name) throws IOException {
        Files.createDirectories(TARGET);
        Files.write(TARGET.resolve(name), lines);
        assertThat(lines)
                .containsExactlyElementsOf(Files.readAllLines(Samples.FOLDER.resolve(name)));
    }
}
