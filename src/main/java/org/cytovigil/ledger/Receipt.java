package org.cytovigil.ledger;

import java.time.Instant;

/**
 * Tells that a piece of foreign data was taken in, so that the same piece sent again is not taken
 * in twice. Senders use a control id twice for different messages: two pieces are the same only
 * when sender, id and content are.
 *
 * @param sender who sent it
 * @param controlId the sender's own identifier of it
 * @param digest a hash of its content
 * @param received when it arrived first
 */
public record Receipt(String sender, String controlId, String digest, Instant received) {}
