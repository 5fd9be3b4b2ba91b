package org.cytovigil.feed.hl7;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~feed.mllp.tls~1]
@Timeout(60)
class MllpTlsTest {
    private static final String PASSWORD = "for-tests-only";

    @TempDir private static Path folder;

    private final MllpCounters counters = new MllpCounters();
    private final List<MllpListener> listeners = new ArrayList<>();

    /**
     * The keys of gateway, a monitor it knows and a stranger; each certificate is its own
     * authority.
     */
    @BeforeAll
    static void makeKeys() throws Exception {
        for (String name : List.of("gateway", "monitor", "stranger")) {
            keytool(
                    "-genkeypair",
                    "-alias",
                    name,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=" + name,
                    "-validity",
                    "30",
                    "-keystore",
                    store(name),
                    "-ext",
                    "san=ip:127.0.0.1");
            keytool(
                    "-exportcert",
                    "-rfc",
                    "-alias",
                    name,
                    "-keystore",
                    store(name),
                    "-file",
                    folder.resolve(name + ".pem").toString());
        }
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "monitor",
                "-keystore",
                store("trusted"),
                "-file",
                folder.resolve("monitor.pem").toString());
    }

    private static String store(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @AfterEach
    void everyThreadEnds() {
        for (MllpListener listener : listeners) {
            listener.close();
            assertThat(listener.isEnded()).isTrue();
        }
    }

    /** Answers with the certificate that the sender showed. */
    private MllpListener start(SSLContext tls, boolean needCertificate) throws IOException {
        MllpListener listener =
                MllpListener.start(
                        MllpSettings.loopback(0).encrypted(tls, needCertificate),
                        (payload, sender) ->
                                String.valueOf(sender.certificate()).getBytes(ISO_8859_1),
                        counters);
        listeners.add(listener);
        return listener;
    }

    private static SSLContext context(String keys, String authorities) throws Exception {
        return TlsKeys.context(
                Path.of(store(keys)), PASSWORD.toCharArray(), folder.resolve(authorities));
    }

    private static MllpClient connect(MllpListener listener, SSLContext context)
            throws IOException {
        return new MllpClient(
                context.getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), listener.port()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitor.pem", "trusted.p12"})
    void aClientThatProvesAKnownCertificateIsKnownByItsSubject(String authorities)
            throws Exception {
        MllpListener listener = start(context("gateway", authorities), true);

        try (MllpClient client = connect(listener, context("monitor", "gateway.pem"))) {
            client.send("who am I");
            assertThat(client.answer()).isEqualTo("CN=monitor");
        }
        assertThat(counters.counts().refused()).isZero();
    }

    @Test
    void withoutTheNeedOfACertificateAClientWithoutOneIsTaken() throws Exception {
        MllpListener listener = start(context("gateway", "monitor.pem"), false);

        try (MllpClient client = connect(listener, context("monitor", "gateway.pem"))) {
            client.send("who am I");
            assertThat(client.answer()).isEqualTo("null");
        }
    }

    @Test
    void aClientWithAStrangeCertificateIsRefusedBeforeItsMessageIsRead() throws Exception {
        MllpListener listener = start(context("gateway", "monitor.pem"), true);

        try (MllpClient client = connect(listener, context("stranger", "gateway.pem"))) {
            assertThatThrownBy(
                            () -> {
                                client.send("let me in");
                                client.answer();
                            })
                    .isInstanceOf(IOException.class);
        }
        while (counters.counts().open() > 0) {
            Thread.onSpinWait();
        }
        assertThat(counters.counts().refused()).isEqualTo(1);
        assertThat(counters.counts().messages()).isZero();
    }

    @Test
    void aClientThatDoesNotKnowTheListenerGoesAway() throws Exception {
        MllpListener listener = start(context("gateway", "monitor.pem"), false);

        try (MllpClient client = connect(listener, context("monitor", "stranger.pem"))) {
            assertThatThrownBy(() -> client.send("a")).isInstanceOf(SSLException.class);
        }
        assertThat(counters.counts().messages()).isZero();
    }

    @Test
    void aPlainMessageOnAnEncryptedPortIsNeverTaken() throws Exception {
        MllpListener listener = start(context("gateway", "monitor.pem"), false);

        try (MllpClient client = MllpClient.to(listener)) {
            client.send("MSH|^~\\&|plain");
            // The alert of TLS comes back, and then the end; never an answer in a frame.
            assertThatThrownBy(client::answer)
                    .isInstanceOfAny(AssertionError.class, IOException.class);
        }
        while (counters.counts().refused() == 0) {
            Thread.onSpinWait();
        }
        assertThat(counters.counts().messages()).isZero();
    }

    @Test
    void aWrongPasswordIsSaid() {
        assertThatThrownBy(
                        () ->
                                TlsKeys.context(
                                        Path.of(store("gateway")), "wrong".toCharArray(), null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("password");
    }
}
