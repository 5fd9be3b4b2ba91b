package org.cytovigil.ledger.jdbc;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Adoption;
import org.cytovigil.ledger.Author;
import org.jspecify.annotations.Nullable;

/**
 * An adopted policy in the words of the table.
 *
 * @param holdsFrom UTC, milliseconds since 1970
 * @param learnedAt UTC, milliseconds since 1970
 * @param settings every setting as a line "key=value"
 */
record StoredPolicy(
        String version,
        long holdsFrom,
        long learnedAt,
        String authorKind,
        String author,
        String settings) {

    static StoredPolicy of(Adoption adoption) {
        StringBuilder lines = new StringBuilder();
        for (Setting<?> setting : Settings.all()) {
            lines.append(setting.key()).append('=');
            lines.append(adoption.policy().text(setting)).append('\n');
        }
        return new StoredPolicy(
                adoption.policy().version(),
                adoption.from().toEpochMilli(),
                adoption.learned().toEpochMilli(),
                adoption.author().kind().name(),
                adoption.author().name(),
                lines.toString());
    }

    /**
     * The adoption that the row says. A setting that this program has and the row has not is one
     * that came later; it has its default.
     *
     * @throws IllegalArgumentException with the reason when a setting is unknown or its value is
     *     not permitted
     */
    Adoption adoption() {
        Map<Setting<?>, String> values = new LinkedHashMap<>();
        settings.lines()
                .forEach(
                        line -> {
                            int equals = line.indexOf('=');
                            String key = equals < 0 ? line : line.substring(0, equals);
                            Setting<?> setting =
                                    Settings.of(key)
                                            .orElseThrow(
                                                    () ->
                                                            new IllegalArgumentException(
                                                                    "the setting \"%s\" is unknown"
                                                                            .formatted(key)));
                            values.put(setting, line.substring(equals + 1));
                        });
        return new Adoption(
                SitePolicy.of(version, values),
                Instant.ofEpochMilli(holdsFrom),
                Instant.ofEpochMilli(learnedAt),
                new Author(Author.Kind.valueOf(authorKind), author));
    }

    /**
     * Whether the hash that stands with this row is that of its content; see {@link StoredEntry}.
     */
    boolean isAsWritten(long sequence, @Nullable String previousHash, @Nullable String hash) {
        return previousHash != null
                && hash != null
                && Stream.of(version, authorKind, author, settings).noneMatch(Objects::isNull)
                && hash.equals(hash(previousHash, sequence));
    }

    /**
     * The hash over, in this order: the hash before it, sequence, version, both times, the author's
     * kind and name, and the settings.
     */
    String hash(String previousHash, long sequence) {
        return new ChainHash()
                .add(previousHash)
                .add(sequence)
                .add(version)
                .add(holdsFrom)
                .add(learnedAt)
                .add(authorKind)
                .add(author)
                .add(settings)
                .digits();
    }
}
