package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.ledger.jdbc.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~command.serve~1]
@Timeout(120)
class ServeCommandTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --mllp 70000                              | --mllp: 70000 is no port
                    --mllp 0 --health-port -1                 | --health-port: -1 is no port
                    --mllp 0 --bind 0.0.0.0                   | --bind 0.0.0.0 needs --allow
                    --mllp 0 --bind monitor.example           | --bind: "monitor.example" is no IP address
                    --mllp 0 --allow 10.0.0.0/40              | --allow: "10.0.0.0/40" is no IP address or range
                    --mllp 0 --tls keys.p12                   | --tls needs --tls-password-file
                    --mllp 0 --client-ca ca.pem               | --client-ca and --tls-password-file go with --tls
                    """)
    void wrongUseIsSaidAndNothingIsOpened(String options, String message) throws IOException {
        List<Object> arguments =
                new ArrayList<>(List.of("serve", "--store", folder.resolve("unit.db")));
        arguments.addAll(List.of(options.split(" ")));

        Run run = Run.of(arguments.toArray());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made).isEmpty();
        }
    }

    @Test
    void aStoreThatIsNoneAndAPortThatIsTakenAreRejected() throws IOException {
        Path noStore = Files.writeString(folder.resolve("notes.txt"), "no store".repeat(1_000));
        Run strange = Run.of("serve", "--store", noStore, "--mllp", "0");
        assertThat(strange.code()).isEqualTo(1);
        assertThat(strange.err()).contains("notes.txt");

        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run taken =
                    Run.of(
                            "serve",
                            "--store",
                            folder.resolve("unit.db"),
                            "--mllp",
                            other.getLocalPort());
            assertThat(taken.code()).isEqualTo(1);
            assertThat(taken.err()).contains("cannot listen at port " + other.getLocalPort());
        }
    }

    @Test
    void keysThatCannotBeReadAreRejectedWithTheirFile() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        Path keys = Files.writeString(folder.resolve("keys.p12"), "no key store");

        Run run =
                Run.of(
                        "serve",
                        "--store",
                        folder.resolve("unit.db"),
                        "--mllp",
                        "0",
                        "--tls",
                        keys,
                        "--tls-password-file",
                        password);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("keys.p12").doesNotContain("secret");
    }

    /** The real program in a process of its own, ended as an operating system ends it. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void sigtermEndsItCleanlyWithTheStoreClosed() throws Exception {
        Path store = folder.resolve("unit.db");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:-UsePerfData",
                                "-Dcytovigil.logs=" + folder,
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "org.cytovigil.cli.Main",
                                "serve",
                                "--store",
                                store.toString(),
                                "--mllp",
                                "0")
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            while (line != null && !line.startsWith("listening")) {
                line = said.readLine();
            }
            assertThat(line).startsWith("listening for HL7 messages at 127.0.0.1, port ");
            int port = Integer.parseInt(String.valueOf(line).replaceAll(".*port ", ""));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write("\u000bMSH|x\u001c\r".getBytes(StandardCharsets.UTF_8));
                assertThat(socket.getInputStream().read()).isEqualTo(0x0b);
                process.destroy();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(folder.resolve("unit.db-wal")).doesNotExist();
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            assertThat(ledger.items()).hasSize(1);
            assertThat(ledger.verify()).isEqualTo(new Verification.Sound(0));
        }
    }
}
