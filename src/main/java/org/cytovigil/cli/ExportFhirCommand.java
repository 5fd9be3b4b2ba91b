package org.cytovigil.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.report.FhirExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a stay as FHIR R4. */
// [impl->req~report.fhir~1]
@Command(
        name = "fhir",
        description =
                "Writes a stay as a FHIR R4 Bundle: patient, encounter, facts, and grades with what they rest on.",
        mixinStandardHelpOptions = true)
final class ExportFhirCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--store", required = true, paramLabel = "FILE", description = "The store.")
    private Path store = Path.of("");

    @Option(names = "--stay", required = true, paramLabel = "ID", description = "The stay.")
    private String stay = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write; one that exists is left as it is.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws RejectedInputException {
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            Stay found =
                    ledger.stays().stream()
                            .filter(one -> one.id().equals(new StayId(stay)))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new RejectedInputException(
                                                    "%s: there is no stay %s in this store"
                                                            .formatted(store, stay)));
            String json = FhirExport.json(found, ledger.entriesOf(found.id()), ledger.timeline());
            Files.writeString(file, json, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            spec.commandLine().getOut().printf("stay %s written to %s%n", found.id(), file);
            return ExitCode.DONE;
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        } catch (FileAlreadyExistsException e) {
            throw new RejectedInputException(file + ": there is such a file already");
        } catch (IOException e) {
            throw new RejectedInputException(
                    "%s: cannot be written: %s".formatted(file, e.getMessage()));
        }
    }
}
