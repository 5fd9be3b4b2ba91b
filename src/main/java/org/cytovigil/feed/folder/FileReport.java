package org.cytovigil.feed.folder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.ledger.Quarantine;
import org.jspecify.annotations.Nullable;

/** Says in words what came of a file. */
public final class FileReport {
    private static final int ITEMS_SHOWN = 10_000;

    private FileReport() {}

    /**
     * The report, in lines.
     *
     * @param name of the file as it came
     * @param bytes its size
     * @param at when it was taken or refused
     */
    public static String of(String name, long bytes, Instant at, FileIntake.Outcome outcome) {
        return of(name, bytes, at, null, outcome);
    }

    /**
     * The report of a file that may have been taken before.
     *
     * @param before when it was moved aside, after which it was written to; {@code null} for never
     */
    static String of(
            String name,
            long bytes,
            Instant at,
            @Nullable Instant before,
            FileIntake.Outcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(OneLine.of(name));
        if (before != null) {
            lines.add(
                    "written to after it was moved aside %s, and read again as a whole; what was its last row then may have been charted cut off"
                            .formatted(before));
        }
        switch (outcome) {
            case FileIntake.Outcome.Refused(String reason) -> {
                lines.add("rejected %s, %d bytes; nothing of it was charted".formatted(at, bytes));
                reason.lines().map(OneLine::of).forEach(lines::add);
            }
            case FileIntake.Outcome.Taken(FileContent content, boolean isNew) -> {
                if (isNew) {
                    lines.add("taken %s, %d bytes".formatted(at, bytes));
                    content.summary().stream().map(OneLine::of).forEach(lines::add);
                    addItems(lines, content.items());
                } else {
                    lines.add(
                            "%s, %d bytes: the same bytes were taken before; nothing was added"
                                    .formatted(at, bytes));
                    lines.add(
                            "what waits in the quarantine is fed again by: cytovigil quarantine --refeed");
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static void addItems(List<String> lines, List<Quarantine.Item> items) {
        if (items.isEmpty()) {
            return;
        }
        lines.add("items in the quarantine: %d".formatted(items.size()));
        items.stream()
                .limit(ITEMS_SHOWN)
                .forEach(
                        item ->
                                lines.add(
                                        OneLine.of(
                                                "line %d: %s"
                                                        .formatted(item.line(), item.reason()))));
        if (items.size() > ITEMS_SHOWN) {
            lines.add("... and %d more".formatted(items.size() - ITEMS_SHOWN));
        }
    }
}
