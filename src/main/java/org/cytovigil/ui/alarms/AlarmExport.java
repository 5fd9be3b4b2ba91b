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

/** Writes lines of the alarm log into a CSV file, which spreadsheets may open. */
final class AlarmExport {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader("time", "bed", "patient", "record", "kind", "priority", "what")
                    .get();

    /** What a cell begins with that spreadsheets reckon out (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@\t\r\n";

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
                        plain(row.bed()),
                        plain(row.name()),
                        plain(row.record()),
                        row.kind(),
                        row.mark(),
                        plain(row.what()));
            }
        }
    }

    /** A spreadsheet must take no word of a sender or a person for a formula. */
    private static String plain(String cell) {
        return cell.isEmpty() || FORMULA.indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
