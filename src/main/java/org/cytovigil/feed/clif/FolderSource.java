package org.cytovigil.feed.clif;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** CLIF tables in a folder of files. */
final class FolderSource implements ClifSource {
    private final Path folder;

    FolderSource(Path folder) {
        if (Files.notExists(folder)) {
            throw new ClifException("there is no folder " + folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new ClifException(
                    folder + " is not a folder: name the folder that holds the clif_*.csv files");
        }
        this.folder = folder;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public Optional<Table> open(String table) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.list(folder)) {
            found = files.filter(file -> holds(file, table)).sorted().toList();
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() > 1) {
            // Which of them is meant cannot be known, and a blend of both would be a third patient.
            throw new IOException(
                    "%s and %s both hold this table: keep one"
                            .formatted(found.getFirst().getFileName(), found.get(1).getFileName()));
        }
        Path file = found.getFirst();
        return Optional.of(
                new Table(
                        String.valueOf(file.getFileName()),
                        Files.size(file),
                        Files.newInputStream(file)));
    }

    private static boolean holds(Path file, String table) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file)
                && (name.equalsIgnoreCase(table + ".csv")
                        || name.equalsIgnoreCase(table + ".csv.gz"));
    }
}
