package org.cytovigil.feed.fhir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Up to where a server was read, type by type, kept in a file beside the store. It may be lost:
 * then the server is read again, and what is known is not kept twice.
 */
final class FhirPosition {
    private final Path file;
    private final String base;
    private final Map<String, Instant> positions = new TreeMap<>();

    FhirPosition(Path file, String base) throws IOException {
        this.file = file;
        this.base = base;
        if (Files.exists(file)) {
            var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            // The position in one server says nothing of another.
            if (!lines.isEmpty() && lines.getFirst().equals(base)) {
                lines.stream().skip(1).forEach(this::read);
            }
        }
    }

    private void read(String line) {
        String[] parts = line.split(" ", 2);
        try {
            positions.put(parts[0], Instant.parse(parts.length == 2 ? parts[1] : ""));
        } catch (DateTimeException e) {
            // A line that was cut off: that type is read from the start again.
            positions.remove(parts[0]);
        }
    }

    Optional<Instant> of(String type) {
        return Optional.ofNullable(positions.get(type));
    }

    /** Forgets a position that cannot be, so that an earlier one is kept again. */
    void forget(String type) {
        positions.remove(type);
    }

    /** Notes a position and keeps it; an earlier one than before changes nothing. */
    void reached(String type, Instant at) throws IOException {
        Instant before = positions.get(type);
        if (before != null && !at.isAfter(before)) {
            return;
        }
        positions.put(type, at);
        String text =
                positions.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining("\n", base + "\n", "\n"));
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(
                written,
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(
                written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
