package org.cytovigil.feed.hl7;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a listener listens.
 *
 * @param bind the address of this computer that it listens at
 * @param port 1 to 65535, or 0 for any free one
 * @param maxMessageBytes the largest message that is read, without its frame
 * @param maxConnections how many there may be at once; further ones are closed at once
 * @param idleTimeout after so long without a byte a connection is closed; also the time for a TLS
 *     handshake, and for a message from its first byte to its last
 * @param allowed from where connections are taken; empty for from everywhere
 * @param tls has connections encrypted; {@code null} for plain ones
 * @param needClientCertificate whether a client must prove a certificate that {@code tls} trusts
 */
public record MllpSettings(
        InetAddress bind,
        int port,
        int maxMessageBytes,
        int maxConnections,
        Duration idleTimeout,
        List<AddressRange> allowed,
        @Nullable SSLContext tls,
        boolean needClientCertificate) {
    /** 1 MiB; a message of a monitor has some 2 KB. */
    public static final int DEFAULT_MESSAGE_BYTES = 1 << 20;

    /** Enough for a gateway and each bed of a large unit by itself. */
    public static final int DEFAULT_CONNECTIONS = 256;

    /** Monitors send every minute or more often; connections of record systems may rest longer. */
    public static final Duration DEFAULT_IDLE = Duration.ofMinutes(10);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException when one is not positive, or a certificate is needed without
     *     TLS
     */
    public MllpSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the port %d is none of 0 to 65535".formatted(port));
        }
        if (maxMessageBytes < 1 || maxConnections < 1 || idleTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("limits of a listener must be positive");
        }
        if (needClientCertificate && tls == null) {
            throw new IllegalArgumentException("client certificates need TLS");
        }
        allowed = List.copyOf(allowed);
    }

    /** Plain, for this computer only, with the default limits. */
    public static MllpSettings loopback(int port) {
        return new MllpSettings(
                InetAddress.getLoopbackAddress(),
                port,
                DEFAULT_MESSAGE_BYTES,
                DEFAULT_CONNECTIONS,
                DEFAULT_IDLE,
                List.of(),
                null,
                false);
    }

    /** The same at another address, open to these senders. */
    public MllpSettings at(InetAddress address, List<AddressRange> senders) {
        return new MllpSettings(
                address,
                port,
                maxMessageBytes,
                maxConnections,
                idleTimeout,
                senders,
                tls,
                needClientCertificate);
    }

    /** The same with other limits. */
    public MllpSettings limits(int messageBytes, int connections, Duration idle) {
        return new MllpSettings(
                bind, port, messageBytes, connections, idle, allowed, tls, needClientCertificate);
    }

    /** The same, encrypted. */
    public MllpSettings encrypted(SSLContext context, boolean clientCertificate) {
        return new MllpSettings(
                bind,
                port,
                maxMessageBytes,
                maxConnections,
                idleTimeout,
                allowed,
                context,
                clientCertificate);
    }

    boolean allows(InetAddress sender) {
        return allowed.isEmpty() || allowed.stream().anyMatch(range -> range.contains(sender));
    }
}
