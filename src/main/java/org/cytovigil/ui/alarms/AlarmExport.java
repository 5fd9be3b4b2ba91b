package org.cytovigil.ui.alarms;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes lines of the alarm log into a CSV file. */
final class AlarmExport {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader("time", "bed", "patient", "record", "kind", "priority", "what")
                    .get();

    private AlarmExport() {}

    /**
     * Writes the lines in the order given.
     *
     * @param zone whose offset the times carry
     * @throws IOException when the file cannot be written
     */
    static void write(List<LogRow> rows, ZoneId zone, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter csv = new CSVPrinter(out, FORMAT)) {
            for (LogRow row : rows) {
                csv.printRecord(
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                row.line().at().atZone(zone).truncatedTo(ChronoUnit.SECONDS)),
                        row.bed(),
                        row.name(),
                        row.record(),
                        row.kind(),
                        row.mark(),
                        row.what());
            }
        }
    }
}
