package org.cytovigil.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.csv.CsvReader;
import org.cytovigil.feed.folder.CaseFiles;
import org.cytovigil.feed.folder.CsvFiles;
import org.cytovigil.feed.folder.FileIntake;
import org.cytovigil.feed.folder.FolderStatus;
import org.cytovigil.feed.folder.WatchedFolder;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.Heartbeat;
import org.slf4j.LoggerFactory;

/** A watched folder as a way in of a gateway. */
final class FolderFeed implements GatewayFeed {
    /**
     * Who writes row by row pauses between them: a file is whole that did not change for so long.
     */
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final StayDirectory directory;
    private final WatchedFolder folder;
    private final Heartbeat beat;

    /**
     * Begins to watch.
     *
     * @throws IOException when there is no such folder, or it cannot be written
     */
    FolderFeed(Path path, CodeTable table, JdbcLedger store, InstantSource clock, ZoneId zone)
            throws IOException {
        directory = new StayDirectory(store);
        try {
            CsvFiles csv = new CsvFiles(new CsvReader(table, directory, store, zone));
            folder =
                    new WatchedFolder(
                            path,
                            Map.of(
                                    "csv",
                                    csv,
                                    "tsv",
                                    csv,
                                    "txt",
                                    csv,
                                    "json",
                                    new CaseFiles(store)),
                            new FileIntake(store, clock),
                            clock);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
        beat = new Heartbeat("folder", BETWEEN_LOOKS, this::look);
    }

    private void look() {
        try {
            folder.look();
        } catch (RuntimeException e) {
            // A beat that throws is the last one.
            LoggerFactory.getLogger(FolderFeed.class).error("the folder was not looked at", e);
        }
    }

    @Override
    public Map<String, Health.Value> numbers() {
        FolderStatus status = folder.status();
        Instant last = status.last();
        Map<String, Health.Value> numbers = new LinkedHashMap<>();
        numbers.put("files_done", new Health.Value(status.done(), "counter"));
        numbers.put("files_rejected", new Health.Value(status.rejected(), "counter"));
        numbers.put("files_waiting", new Health.Value(status.waiting(), "gauge"));
        numbers.put("files_troubled", new Health.Value(status.troubled(), "gauge"));
        numbers.put(
                "files_last_seconds",
                new Health.Value(last == null ? 0 : last.getEpochSecond(), "gauge"));
        return numbers;
    }

    @Override
    public String line() {
        FolderStatus status = folder.status();
        Instant last = status.last();
        return "files %d done, %d rejected, %d waiting (%d in trouble), last %s"
                .formatted(
                        status.done(),
                        status.rejected(),
                        status.waiting(),
                        status.troubled(),
                        last == null ? "none" : Policies.time(last));
    }

    @Override
    public String fault() {
        return folder.status().readable() ? "" : "The watched folder cannot be read.";
    }

    @Override
    public void close() {
        folder.close();
        beat.close();
        directory.close();
    }
}
