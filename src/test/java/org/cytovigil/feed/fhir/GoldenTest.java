package org.cytovigil.feed.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;

/** Every published example gives what the golden file lists, which was compared by eye. */
// [utest->req~feed.fhir~1]
class GoldenTest {
    @Test
    void everyExampleIsAcceptedOfNoUseOrRefusedForTheReasonListed() throws IOException {
        MemoryLedger ledger = new MemoryLedger();
        List<String> lines = new ArrayList<>();
        try (FhirIntake intake =
                new FhirIntake(ledger, ledger, CodeTable.standard(), () -> Inbox.NOW)) {
            intake.take(FhirImport.read(Inbox.FOLDER.resolve("patients.json")));
            for (Outcome outcome : intake.take(FhirImport.read(Inbox.FOLDER.resolve("mii-icu")))) {
                list(outcome, lines);
            }
        }
        Path written = Path.of("target/fhir-golden.txt");
        Files.createDirectories(Path.of("target"));
        Files.write(written, lines);

        assertThat(lines.stream().filter(line -> !line.startsWith(" "))).hasSize(76);
        assertThat(lines)
                .containsExactlyElementsOf(Files.readAllLines(Inbox.FOLDER.resolve("golden.txt")));
    }

    private static void list(Outcome outcome, List<String> lines) {
        lines.add(outcome.item().source().replace("mii-exa-icu-", "").replace(".json", ""));
        for (Entry entry : outcome.entries()) {
            String fact =
                    entry.event() instanceof Entry.Observed(var observation)
                            ? observation.toString()
                            : entry.event().toString();
            lines.add("  %s %s %s".formatted(entry.stay(), entry.at(), fact));
        }
        outcome.ignored().forEach(reason -> lines.add("  - " + reason));
        outcome.refused().forEach(reason -> lines.add("  ! " + reason));
    }
}
