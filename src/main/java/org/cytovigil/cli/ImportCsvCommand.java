package org.cytovigil.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.csv.CsvReader;
import org.cytovigil.feed.folder.CsvFiles;
import org.cytovigil.feed.folder.FileIntake;
import org.cytovigil.feed.folder.FileReport;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.SystemClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes in one CSV file, as a watched folder does. */
// [impl->req~feed.csv~1]
@Command(
        name = "csv",
        description = "Imports a CSV file of patients of a store, and says what came of each row.",
        mixinStandardHelpOptions = true)
final class ImportCsvCommand implements Callable<Integer> {
    private final InstantSource clock = new SystemClock();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The CSV file; it stays where it is.")
    private Path file = Path.of("");

    @Option(names = "--store", required = true, paramLabel = "FILE", description = "The store.")
    private Path store = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "The site's mapping table, looked at before the one of the program.")
    private @Nullable Path mapping;

    @Override
    public Integer call() throws RejectedInputException {
        CodeTable table = Mappings.of(mapping);
        byte[] content = content();
        try (JdbcLedger ledger = JdbcLedger.openExisting(store);
                StayDirectory directory = new StayDirectory(ledger)) {
            CsvReader reader = new CsvReader(table, directory, ledger, ZoneId.systemDefault());
            FileIntake.Outcome outcome =
                    new FileIntake(ledger, clock).take(name(), content, new CsvFiles(reader));
            return print(outcome, content.length);
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        }
    }

    private Integer print(FileIntake.Outcome outcome, long bytes) throws RejectedInputException {
        return switch (outcome) {
            case FileIntake.Outcome.Refused(String reason) ->
                    throw new RejectedInputException(reason);
            case FileIntake.Outcome.Taken taken -> {
                PrintWriter out = spec.commandLine().getOut();
                out.print(FileReport.of(name(), bytes, clock.instant(), taken));
                out.flush();
                yield ExitCode.DONE;
            }
        };
    }

    private String name() {
        return Objects.requireNonNullElse(file.getFileName(), file).toString();
    }

    private byte[] content() throws RejectedInputException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new RejectedInputException(file + ": is no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes((int) FileIntake.LARGEST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new RejectedInputException(file + ": cannot be read: no such file");
        } catch (AccessDeniedException e) {
            throw new RejectedInputException(file + ": cannot be read: no permission");
        } catch (IOException e) {
            throw new RejectedInputException(
                    "%s: cannot be read: %s".formatted(file, e.getMessage()));
        }
    }
}
