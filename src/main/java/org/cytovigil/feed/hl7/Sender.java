package org.cytovigil.feed.hl7;

import org.jspecify.annotations.Nullable;

/**
 * The other end of a connection.
 *
 * @param address its numeric IP address, without the port
 * @param certificate the subject (RFC 2253) of the client certificate that it proved to hold;
 *     {@code null} when it showed none
 */
public record Sender(String address, @Nullable String certificate) {}
