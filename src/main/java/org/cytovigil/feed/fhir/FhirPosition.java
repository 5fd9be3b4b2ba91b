package org.cytovigil.feed.fhir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Up to where a server was read, type by type, kept in a file beside the store. It may be lost:
 * then the server is read again, and what is known is not kept twice.
 */
final class FhirPosition {
    private final Path file;
    private final String base;
    private final Map<String, Instant> positions = new TreeMap<>();

    /** Why the file was no good; empty when it was, or when there was none. */
    private String damage = "";

    /** Reads the file; a damaged one is put aside, and what of it can be read holds. */
    FhirPosition(Path file, String base) {
        this.file = file;
        this.base = base;
        if (!Files.exists(file)) {
            return;
        }
        try {
            read(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            damage = "cannot be read (%s)".formatted(e.getClass().getSimpleName());
        }
        if (!damage.isEmpty()) {
            putAside();
        }
    }

    private void read(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith("http")) {
            damage = "names no server";
            return;
        }
        // The position in one server says nothing of another.
        if (lines.getFirst().equals(base)) {
            lines.stream().skip(1).forEach(this::read);
        }
    }

    private void read(String line) {
        String[] parts = line.split(" ", 2);
        try {
            positions.put(parts[0], Instant.parse(parts.length == 2 ? parts[1] : ""));
        } catch (DateTimeException e) {
            // A line that was cut off: that type is read from the start again.
            positions.remove(parts[0]);
            damage = "has a line that is none";
        }
    }

    private void putAside() {
        String kept;
        try {
            Path bad = file.resolveSibling(file.getFileName() + ".bad");
            Files.move(file, bad, StandardCopyOption.REPLACE_EXISTING);
            kept = "it is kept as " + bad.getFileName();
        } catch (IOException e) {
            kept = "and could not be put aside (%s)".formatted(e.getClass().getSimpleName());
        }
        damage =
                "the file of the position %s; %s; what it lacks is read again"
                        .formatted(damage, kept);
        LoggerFactory.getLogger(FhirPosition.class).warn("FHIR: {}", damage);
    }

    /** What was wrong with the file, in words; empty when nothing was. */
    String damage() {
        return damage;
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
