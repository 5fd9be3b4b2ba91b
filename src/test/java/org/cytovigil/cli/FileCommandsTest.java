package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.hl7.MllpSettings;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files from the command line, and in the folder of a gateway. */
// [utest->req~feed.csv~1]
// [utest->req~feed.folder~1]
// [utest->req~feed.csv.refeed~1]
@Timeout(120)
class FileCommandsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String ADMISSION =
            "\u000bMSH|^~\\&|EHR|H|||20260301080000+0000||ADT^A01|1|P|2.5\rPID|||70001||Doe^Jane\r"
                    + "PV1||I|W^1^12||||||||||||||||V-1|||||||||||||||||||||||||20260301080000\u001c\r";

    @TempDir private Path folder;

    private void admit(Gateway gateway) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream().write(ADMISSION.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("MSA|AA|1");
        }
    }

    private Gateway start(Path watched) throws IOException {
        CodeTable table = CodeTable.standard();
        return new Gateway(
                new Gateway.Settings(
                        folder.resolve("unit.db"),
                        MllpSettings.loopback(0),
                        null,
                        Hl7Handlers.charting(table),
                        () -> NOW,
                        ZoneOffset.UTC,
                        List.of(
                                (store, clock, zone) ->
                                        new FolderFeed(watched, table, store, clock, zone))),
                new PrintWriter(new StringWriter()));
    }

    @Test
    void aGatewayTakesTheFilesOfItsFolder() throws Exception {
        Path watched = Files.createDirectory(folder.resolve("in"));
        try (Gateway gateway = start(watched)) {
            admit(gateway);
            Files.writeString(
                    watched.resolve("Doe.csv"), "mrn,time,HR [bpm]\n70001,2026-03-02T10:00Z,99\n");
            while (!gateway.health().line().contains("files 1 done")) {
                Thread.onSpinWait();
            }

            assertThat(gateway.health().line())
                    .endsWith(
                            "files 1 done, 0 rejected, 0 waiting (0 in trouble), last 2026-03-02 12:00:00Z")
                    .doesNotContain("Doe");
            assertThat(gateway.health().metrics())
                    .contains("cytovigil_files_done_total 1\n", "cytovigil_files_waiting 0\n");
        }
        assertThat(watched.resolve("done/Doe.csv.report.txt")).content().contains("accepted 1");
        try (JdbcLedger ledger = JdbcLedger.openExisting(folder.resolve("unit.db"))) {
            assertThat(ledger.entriesOf(new StayId("V-1"))).hasSize(2);
        }
    }

    @Test
    void oneFileIsImportedByHandOnceAndFedAgainOnceItsPatientIsKnown() throws Exception {
        Path store = folder.resolve("unit.db");
        JdbcLedger.open(store).close();
        Path file =
                Files.writeString(
                        folder.resolve("v.csv"), "mrn;time;HR [bpm]\n70001;2026-03-02 10:00Z;99\n");

        Run first = Run.of("import", "csv", file, "--store", store);
        assertThat(first.code()).isEqualTo(ExitCode.DONE);
        assertThat(first.out()).contains("quarantined 1", "line 2: unknown patient");
        try (Gateway gateway = start(Files.createDirectory(folder.resolve("in")))) {
            admit(gateway);
        }
        Run second = Run.of("import", "csv", file, "--store", store);
        assertThat(second.out()).contains("the same bytes were taken before");

        Run again = Run.of("quarantine", "--store", store, "--refeed");

        assertThat(again.err()).contains("1 items settled, 1 entries added, 0 items still wait");
        assertThat(file).exists();
    }

    @Test
    void aFileOrFolderThatCannotBeUsedIsSaid() throws Exception {
        Path store = folder.resolve("unit.db");
        JdbcLedger.open(store).close();
        Path file = Files.writeString(folder.resolve("v.csv"), "mrn,HR\n1,2\n");

        Run refused = Run.of("import", "csv", file, "--store", store);
        Run absent = Run.of("import", "csv", folder.resolve("no.csv"), "--store", store);
        Run isFolder = Run.of("import", "csv", folder, "--store", store);
        Run serve =
                Run.of("serve", "--store", store, "--mllp", "0", "--watch", folder.resolve("no"));

        assertThat(refused.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(refused.err()).contains("v.csv:1: no column of the time", "column 2 'HR'");
        assertThat(absent.err()).contains("no.csv: cannot be read");
        assertThat(isFolder.err()).contains("is no file");
        assertThat(serve.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(serve.err()).contains("--watch: there is no folder");
    }
}
