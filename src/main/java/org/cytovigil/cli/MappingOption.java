package org.cytovigil.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The mapping table by which the window feeds again what was refused. */
final class MappingOption {
    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "The site's mapping table, read anew whenever refused data is fed again on the screen of feeds. Default: the program's.")
    private @Nullable Path file;

    @Nullable Path file() {
        return file;
    }
}
