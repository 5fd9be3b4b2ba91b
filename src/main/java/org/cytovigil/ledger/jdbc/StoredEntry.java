package org.cytovigil.ledger.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;

/**
 * An entry in the words of the table.
 *
 * @param happenedAt UTC, milliseconds since 1970
 * @param learnedAt UTC, milliseconds since 1970
 */
record StoredEntry(
        String stay,
        String kind,
        long happenedAt,
        long learnedAt,
        String authorKind,
        String author,
        String payload) {

    /** What the first entry of an author carries as the hash before it. */
    static final String NO_HASH = "0".repeat(64);

    /**
     * @throws JsonProcessingException when the event has no JSON form
     * @throws ArithmeticException when a time is out of the range of milliseconds
     */
    static StoredEntry of(Entry entry) throws JsonProcessingException {
        return new StoredEntry(
                entry.stay().value(),
                EntryJson.kind(entry.event()),
                entry.at().toEpochMilli(),
                entry.learned().toEpochMilli(),
                entry.author().kind().name(),
                entry.author().name(),
                EntryJson.payload(entry.event()));
    }

    /**
     * @throws JsonProcessingException when the payload is not the form of an event of that kind
     * @throws IllegalArgumentException when the kind of event or author is unknown
     */
    Entry entry() throws JsonProcessingException {
        return new Entry(
                new StayId(stay),
                Instant.ofEpochMilli(happenedAt),
                Instant.ofEpochMilli(learnedAt),
                new Author(Author.Kind.valueOf(authorKind), author),
                EntryJson.read(kind, payload));
    }

    /**
     * SHA-256 over, in this order: the hash before it, sequence, stay, kind, both times, the
     * author's kind and name, and the payload. Numbers are eight bytes, texts UTF-8 after their
     * length in four bytes, all big-endian, so that no two different entries give the same bytes.
     *
     * @return 64 hexadecimal digits in lower case
     */
    String hash(String previousHash, long sequence) {
        MessageDigest digest = sha256();
        add(digest, previousHash);
        add(digest, sequence);
        add(digest, stay);
        add(digest, kind);
        add(digest, happenedAt);
        add(digest, learnedAt);
        add(digest, authorKind);
        add(digest, author);
        add(digest, payload);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static void add(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
