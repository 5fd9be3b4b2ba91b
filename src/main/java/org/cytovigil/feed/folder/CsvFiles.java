package org.cytovigil.feed.folder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.feed.csv.CsvFileException;
import org.cytovigil.feed.csv.CsvReader;
import org.cytovigil.feed.csv.CsvReading;

/** Reads CSV files of a folder. */
public final class CsvFiles implements FileReader {
    private final CsvReader reader;

    /** By that reader. */
    public CsvFiles(CsvReader reader) {
        this.reader = reader;
    }

    @Override
    public FileContent read(String name, byte[] content, Instant received)
            throws FileRefusedException {
        try {
            CsvReading reading = reader.read(name, content, received);
            return new FileContent(reading.entries(), reading.items(), summary(reading));
        } catch (CsvFileException e) {
            throw new FileRefusedException(e);
        }
    }

    @Override
    public boolean isEnded(byte[] content) {
        return FileEnd.isOfLine(content);
    }

    private static List<String> summary(CsvReading reading) {
        List<String> lines = new ArrayList<>();
        lines.add("read as " + reading.form());
        lines.add(
                "rows %d: accepted %d, accepted in part %d, charted before %d, without anything of use %d, quarantined %d"
                        .formatted(
                                reading.rows(),
                                reading.accepted(),
                                reading.inPart(),
                                reading.known(),
                                reading.ignored(),
                                reading.quarantined()));
        lines.add("entries %d".formatted(reading.entries().size()));
        if (!reading.notRead().isEmpty()) {
            lines.add("columns of no use: " + String.join(", ", reading.notRead()));
        }
        return lines;
    }
}
