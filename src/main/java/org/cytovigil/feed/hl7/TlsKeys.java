package org.cytovigil.feed.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes the TLS context of a listener out of files. */
// [impl->req~feed.mllp.tls~1]
public final class TlsKeys {
    private static final String PEM = "-----BEGIN";

    private TlsKeys() {}

    /**
     * A context for listening.
     *
     * @param keys a key store (PKCS #12 or JKS) with the listener's key and certificate
     * @param password of the store and its key
     * @param clientAuthorities who may have signed the certificates of clients: PEM, or a key store
     *     with the same password; {@code null} for those that Java trusts
     * @throws IOException when a file cannot be read, or the password is wrong
     * @throws GeneralSecurityException when what a file holds cannot be used
     */
    public static SSLContext context(Path keys, char[] password, @Nullable Path clientAuthorities)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(KeyStore.getInstance(keys.toFile(), password), password);
        TrustManager[] trusted = null;
        if (clientAuthorities != null) {
            TrustManagerFactory clients =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            clients.init(authorities(clientAuthorities, password));
            trusted = clients.getTrustManagers();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted, null);
        return context;
    }

    /**
     * A context for sending.
     *
     * @param keys a key store with the sender's own key and certificate; {@code null} for none
     * @param password of that store
     * @param authorities who may have signed the listener's certificate; {@code null} for those
     *     that Java trusts
     * @throws IOException when a file cannot be read, or the password is wrong
     * @throws GeneralSecurityException when what a file holds cannot be used
     */
    public static SSLContext ofSender(
            @Nullable Path keys, char[] password, @Nullable Path authorities)
            throws IOException, GeneralSecurityException {
        KeyManager[] own = null;
        if (keys != null) {
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(KeyStore.getInstance(keys.toFile(), password), password);
            own = factory.getKeyManagers();
        }
        TrustManager[] trusted = null;
        if (authorities != null) {
            TrustManagerFactory listeners =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            listeners.init(authorities(authorities, password));
            trusted = listeners.getTrustManagers();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own, trusted, null);
        return context;
    }

    private static KeyStore authorities(Path file, char[] password)
            throws IOException, GeneralSecurityException {
        if (!isPem(file)) {
            return KeyStore.getInstance(file.toFile(), password);
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int number = 1;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
        }
        return store;
    }

    private static boolean isPem(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4096), StandardCharsets.ISO_8859_1).contains(PEM);
        }
    }
}
