package org.cytovigil.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cytovigil.feed.mapping.CodeTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a watched folder. */
final class WatchOptions {
    @Option(
            names = "--watch",
            paramLabel = "FOLDER",
            description =
                    "Take the CSV and case files that are put into this folder, and move them to done or rejected in it.")
    private @Nullable Path watched;

    /**
     * The ways in asked for; none without the option.
     *
     * @throws RejectedInputException when there is no such folder
     */
    List<GatewayFeed.Start> feeds(CodeTable table) throws RejectedInputException {
        Path folder = watched;
        if (folder == null) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            throw new RejectedInputException("--watch: there is no folder " + folder);
        }
        return List.of((store, clock, zone) -> new FolderFeed(folder, table, store, clock, zone));
    }
}
