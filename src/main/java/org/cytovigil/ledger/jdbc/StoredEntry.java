package org.cytovigil.ledger.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the words of the table.
 *
 * @param happenedAt UTC, milliseconds since 1970
 * @param learnedAt UTC, milliseconds since 1970
 */
// [impl->req~ledger.chain~1]
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
     * Whether the hash that stands with this row is that of its content, so that the row is as the
     * program wrote it. A damaged file has rows without what the tables require.
     */
    static boolean isAsWritten(
            @Nullable StoredEntry entry,
            long sequence,
            @Nullable String previousHash,
            @Nullable String hash) {
        return entry != null
                && previousHash != null
                && hash != null
                && !hasGap(entry)
                && hash.equals(entry.hash(previousHash, sequence));
    }

    private static boolean hasGap(StoredEntry entry) {
        return Stream.of(entry.stay, entry.kind, entry.authorKind, entry.author, entry.payload)
                .anyMatch(Objects::isNull);
    }

    /**
     * SHA-256 over, in this order: the hash before it, sequence, stay, kind, both times, the
     * author's kind and name, and the payload; see {@link ChainHash}.
     *
     * @return 64 hexadecimal digits in lower case
     */
    String hash(String previousHash, long sequence) {
        return new ChainHash()
                .add(previousHash)
                .add(sequence)
                .add(stay)
                .add(kind)
                .add(happenedAt)
                .add(learnedAt)
                .add(authorKind)
                .add(author)
                .add(payload)
                .digits();
    }
}
