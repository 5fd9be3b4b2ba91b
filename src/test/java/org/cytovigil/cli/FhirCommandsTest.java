package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~feed.fhir~1]
// [utest->req~report.fhir~1]
class FhirCommandsTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/fhir");

    @TempDir private Path folder;

    private Path store() {
        return folder.resolve("unit.db");
    }

    /** In one import: names such as Patient/111 mean nothing beyond it. */
    private static Run importAll(Path store) {
        return Run.of(
                "import",
                "fhir",
                EXAMPLES.resolve("patients.json"),
                EXAMPLES.resolve("mii-icu"),
                "--store",
                store);
    }

    @Test
    void everyExampleIsTold() {
        Run examples = importAll(store());

        assertThat(examples.code()).isZero();
        // Four admissions and four patients beside the 76 examples.
        assertThat(examples.out())
                .contains(
                        "84 resources: 23 accepted (23 entries added), 46 of no use, 15 in the"
                                + " quarantine")
                .contains(
                        "mii-exa-icu-vent-inspiratorische-sauerstofffraktion-eingestellt.json, 1,"
                                + " Observation: quarantine: FiO2 of 0.3");
    }

    @Test
    void importedAgainNothingIsAdded() {
        importAll(store());
        String waiting = Run.of("quarantine", "--store", store()).out();

        Run again = importAll(store());

        assertThat(again.out()).contains("(0 entries added)");
        assertThat(Run.of("quarantine", "--store", store()).out()).isEqualTo(waiting);
    }

    @Test
    void whatNamesItsPatientByAReferenceWaitsUntilItIsImportedBesideThePatient() {
        Run.of("import", "fhir", EXAMPLES.resolve("patients.json"), "--store", store());

        Run alone = Run.of("import", "fhir", EXAMPLES.resolve("mii-icu"), "--store", store());
        Run fed = Run.of("quarantine", "--store", store(), "--refeed");
        Run together = importAll(store());

        assertThat(alone.out()).contains("unresolved reference: Patient/111 is not in this import");
        // One example names its patient by a number, which holds across imports.
        assertThat(alone.out()).contains("1 accepted (1 entries added)");
        assertThat(fed.err()).contains(" 0 entries added");
        assertThat(together.out()).contains("(18 entries added)");
        assertThat(Run.of("quarantine", "--store", store(), "--count").out())
                .contains("is not in the table")
                .doesNotContain("unresolved reference");
    }

    @Test
    void aStayGoesOutAndComesBackInAnotherStore() throws IOException {
        importAll(store());
        Path file = folder.resolve("stay.json");
        Path other = folder.resolve("other.db");

        Run out =
                Run.of(
                        "export",
                        "fhir",
                        "--store",
                        store(),
                        "--stay",
                        "Encounter/e111",
                        "--out",
                        file);
        Run twice =
                Run.of(
                        "export",
                        "fhir",
                        "--store",
                        store(),
                        "--stay",
                        "Encounter/e111",
                        "--out",
                        file);
        Run in = Run.of("import", "fhir", file, "--store", other);

        assertThat(out.code()).isZero();
        assertThat(Files.readString(file)).contains("\"resourceType\": \"Bundle\"");
        assertThat(twice.code()).isEqualTo(1);
        assertThat(twice.err()).contains("there is such a file already");
        assertThat(in.code()).isZero();
        assertThat(
                        Run.of(
                                        "timeline",
                                        "--store",
                                        other,
                                        "--stay",
                                        "Encounter/e111",
                                        "--scale",
                                        "all")
                                .out())
                .isEqualTo(
                        Run.of(
                                        "timeline",
                                        "--store",
                                        store(),
                                        "--stay",
                                        "Encounter/e111",
                                        "--scale",
                                        "all")
                                .out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    import fhir nowhere.json --store STORE                               | 1 | there is no such file or folder
                    import fhir FOLDER --store STORE                                     | 1 | there is no .json
                    import fhir                                                          | 2 | Missing required
                    export                                                               | 2 | say how to export
                    export fhir --store STORE --stay 1 --out x.json                      | 1 | STORE
                    serve --store STORE --mllp 0 --fhir ftp://x                          | 2 | is no address such as
                    serve --store STORE --mllp 0 --fhir http://x --fhir-every 15         | 2 | option '--fhir-every': '15' is no span of time
                    serve --store STORE --mllp 0 --fhir http://x --fhir-every PT0.1S     | 2 | at least a second
                    serve --store STORE --mllp 0 --fhir-token-file t                     | 2 | goes with --fhir
                    serve --store STORE --mllp 0 --fhir http://x --fhir-token-file none  | 1 | cannot be read
                    """)
    void wrongUseIsSaid(String words, int code, String message) {
        Object[] arguments =
                Arrays.copyOf(words.split(" +"), words.split(" +").length, Object[].class);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] =
                    arguments[i].equals("STORE")
                            ? store()
                            : arguments[i].equals("FOLDER") ? folder : arguments[i];
        }

        Run run = Run.of(arguments);

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(message.replace("STORE", store().toString()));
    }
}
