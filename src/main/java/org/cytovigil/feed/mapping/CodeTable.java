package org.cytovigil.feed.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What codes, units and words of foreign senders mean. A code means something only when its number,
 * the name beside it and the dimension of its unit fit together; whatever does not is refused, and
 * never guessed.
 */
// [impl->req~feed.mapping~1]
public final class CodeTable {
    /** Words with a meaning of their own, by what they are words for. */
    enum Words {
        UNIT("unit"),
        /** Numbers that say that there is none. */
        SENTINEL("sentinel"),
        DRUG("drug"),
        DEVICE("device"),
        SITE("site"),
        STATE("state"),
        RESULT_STATUS("result-status"),
        PROCESSING("processing"),
        IDENTIFY("identify"),
        /** Headings of columns that say whose, when and what, and hold no measurement. */
        COLUMN("column");

        private final String target;

        Words(String target) {
            this.target = target;
        }

        static Optional<Words> named(String target) {
            for (Words words : values()) {
                if (words.target.equals(target)) {
                    return Optional.of(words);
                }
            }
            return Optional.empty();
        }
    }

    /** What a site does with a result of a status. */
    public enum Handling {
        /** It is taken as it stands. */
        ACCEPT,
        /** It replaces the one sent before. */
        CORRECT,
        /** The one sent before was not so. */
        RETRACT,
        /** The sender says that there is no result. */
        NO_RESULT,
        /** Not told by the table, or told not to be used. */
        REFUSE
    }

    /** With this IEEE 11073 codes what has no number yet: the name alone tells. */
    private static final String PRIVATE = "0";

    private static final String DEFAULT = "/assets/mapping/default.csv";

    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Map<Words, Vocabulary> words = new EnumMap<>(Words.class);
    private final Units units = new Units();

    // What was found of codes and places; only once the table is whole.
    private final Remembered<List<Code>, Match> matches = new Remembered<>();
    private final Remembered<Place, Boolean> places = new Remembered<>();

    /** A name under which a value stands, and what its code says. */
    private record Place(Target target, String name) {}

    private CodeTable() {
        for (Words kind : Words.values()) {
            words.put(kind, new Vocabulary());
        }
    }

    /** The table that comes with the program. */
    public static CodeTable standard() {
        CodeTable table = new CodeTable();
        table.addStandard();
        return table;
    }

    /**
     * A site's own table before the one that comes with the program: its rows are looked at first.
     *
     * @throws CodeTableException when the file cannot be read or any row of it cannot be used
     */
    public static CodeTable read(Path file) throws CodeTableException {
        Path name = Objects.requireNonNullElse(file.getFileName(), file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader, name.toString());
        } catch (IOException e) {
            throw new CodeTableException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The same for text from anywhere.
     *
     * @param name of the file, for messages
     */
    public static CodeTable read(Reader reader, String name) throws CodeTableException {
        CodeTable table = new CodeTable();
        new TableReader(table, name).read(reader);
        table.addStandard();
        return table;
    }

    private void addStandard() {
        try (InputStream stream =
                        Objects.requireNonNull(CodeTable.class.getResourceAsStream(DEFAULT));
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            new TableReader(this, "default.csv").read(reader);
        } catch (CodeTableException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Row row) {
        for (String system : row.systems()) {
            for (String code : row.codes()) {
                rows.computeIfAbsent(key(system, code), key -> new ArrayList<>()).add(row);
            }
        }
    }

    Vocabulary words(Words kind) {
        return Objects.requireNonNull(words.get(kind));
    }

    Units units() {
        return units;
    }

    private static String key(String system, String code) {
        return system + '|' + code.strip().toUpperCase(Locale.ROOT);
    }

    /** What a code stands for, or why that cannot be told. */
    public sealed interface Match {
        /** It is in the table, by code and name. */
        final class Found implements Match {
            private final Row row;

            private Found(Row row) {
                this.row = row;
            }

            /** What it stands for. */
            public Target target() {
                return row.target();
            }
        }

        /**
         * It is not.
         *
         * @param reason in words
         */
        record Unknown(String reason) implements Match {}
    }

    /**
     * Finds what a code stands for.
     *
     * @param codes the code, and others that the sender gives for the same; those without a code
     *     are passed over
     */
    public Match match(List<Code> codes) {
        int length = 0;
        for (Code code : codes) {
            length += code.code().length() + code.name().length() + code.system().length();
        }
        return matches.get(codes, length, this::find);
    }

    private Match find(List<Code> codes) {
        Match.Found found = null;
        for (Code code : codes) {
            List<Row> candidates = candidates(code);
            Optional<Row> row =
                    candidates.stream().filter(one -> one.names().match(code.name())).findFirst();
            if (row.isPresent()) {
                if (found != null && !found.target().equals(row.get().target())) {
                    return new Match.Unknown("its codes name different quantities: " + codes);
                }
                found = found == null ? new Match.Found(row.get()) : found;
            } else if (!candidates.isEmpty() && !code.code().equals(PRIVATE)) {
                return new Match.Unknown(
                        "code and name disagree: %s is %s, and came as '%s'"
                                .formatted(
                                        code.code(),
                                        candidates.getFirst().names().written(),
                                        code.name()));
            }
        }
        if (found != null) {
            return elsewhere(found, codes).<Match>map(Match.Unknown::new).orElse(found);
        }
        return codes.stream()
                .filter(code -> !code.code().isBlank() || !code.name().isBlank())
                .findFirst()
                .map(
                        code ->
                                new Match.Unknown(
                                        "not of interest: %s is not in the table".formatted(code)))
                .orElseGet(() -> new Match.Unknown("it has no code"));
    }

    /**
     * Whether the name of a site, an order or a channel tells that a value is of elsewhere.
     *
     * @param target what the value's code says
     * @param name empty for none
     * @see Elsewhere
     */
    public boolean isElsewhere(Target target, String name) {
        return !name.isEmpty()
                && places.get(
                        new Place(target, name),
                        name.length(),
                        place -> Elsewhere.word(place.target(), place.name()).isPresent());
    }

    /** A general code under a name that tells of another place, unless a row names that place. */
    private static Optional<String> elsewhere(Match.Found found, List<Code> codes) {
        for (Code code : codes) {
            Optional<String> word =
                    Elsewhere.word(found.target(), code.name())
                            .filter(
                                    one ->
                                            !found.row
                                                    .names()
                                                    .written()
                                                    .toLowerCase(Locale.ROOT)
                                                    .contains(one.toLowerCase(Locale.ROOT)));
            if (word.isPresent()) {
                return Optional.of(
                        "code and name disagree: %s came as '%s'"
                                .formatted(code.code(), code.name()));
            }
        }
        return Optional.empty();
    }

    /**
     * What a code can stand for by its number alone: enough to contradict, never to accept.
     *
     * @return empty when the table does not have it
     */
    public List<Match.Found> byNumber(Code code) {
        return code.code().isBlank()
                ? List.of()
                : rowsOf(code.normalSystem(), code.code()).stream().map(Match.Found::new).toList();
    }

    /** Rows of the code itself, else those of its system for any code. */
    private List<Row> candidates(Code code) {
        if (code.code().isBlank()) {
            return List.of();
        }
        List<Row> own = new ArrayList<>(rowsOf(code.normalSystem(), code.code()));
        own.addAll(rowsOf("*", code.code()));
        if (!own.isEmpty()) {
            return own;
        }
        return rowsOf(code.normalSystem(), "*").stream()
                .filter(row -> row.names().match(code.name()))
                .toList();
    }

    private List<Row> rowsOf(String system, String code) {
        return rows.getOrDefault(key(system, code), List.of());
    }

    /**
     * Reads a value of a code.
     *
     * @param found what the code stands for
     * @param unit its unit in every form sent; empty when none was
     * @param value its value in every form sent, a coded one by code and by name; empty when none
     *     was
     */
    public Mapped read(Match.Found found, List<String> unit, List<String> value) {
        return new ValueReader(this, found.row).read(unit, value);
    }

    /**
     * Why values of a code cannot be read in a unit; empty when they can.
     *
     * @param found what the code stands for
     * @param unit the unit in every form sent; empty when none was
     */
    public Optional<String> unitFault(Match.Found found, List<String> unit) {
        return new ValueReader(this, found.row).unitFault(unit);
    }

    /** What a column of that heading is for, as the table's details say; empty for any other. */
    public Optional<String> column(String heading) {
        return words(Words.COLUMN).meaning(heading);
    }

    /**
     * The drug of that name, among those of no interest too; empty when it is not in the table,
     * tells of several, or is inhaled.
     */
    public Optional<Mapped.Drug> drug(String name) {
        return DrugNames.read(words(Words.DRUG), List.of(name)) instanceof Mapped.Drug drug
                ? Optional.of(drug)
                : Optional.empty();
    }

    /** Whether a drug was refused because its codes and names are of different drugs. */
    public static boolean tellsOfDifferentDrugs(String reason) {
        return reason.startsWith(DrugNames.DIFFERENT);
    }

    /** What a site does with results of a status (HL7 table 0085); empty text for none. */
    public Handling handling(String status) {
        return words(Words.RESULT_STATUS)
                .meaning(status.isBlank() ? "none" : status)
                .map(word -> Handling.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(Handling.REFUSE);
    }

    /** Whether messages marked with that processing id (HL7 table 0103) are of real patients. */
    public boolean acceptsProcessing(String id) {
        return words(Words.PROCESSING)
                .meaning(id.isBlank() ? "none" : id)
                .equals(Optional.of("accept"));
    }

    /** Whether the bed alone says whose data it is, when the sender names no patient. */
    public boolean identifiesByBed() {
        return words(Words.IDENTIFY).contains("bed");
    }
}
