package org.cytovigil.feed.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A policy file cannot be used. The message has a line for every mistake, each with file, line,
 * column, key and reason.
 */
public final class PolicyFileException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A file of another kind can hold a mistake in every line; nobody reads on beyond these. */
    private static final int SHOWN = 100;

    private final transient List<Mistake> mistakes;

    /**
     * One mistake.
     *
     * @param line counted from 1; 0 when it lies in no line
     * @param column counted from 1; 0 when it lies in no line
     * @param key the key as the file has it; empty when it lies in none
     * @param reason what is wrong, in words
     */
    public record Mistake(int line, int column, String key, String reason) {
        String in(String file) {
            String place = line == 0 ? file : file + ":" + line + ":" + column;
            return place + ": " + (key.isEmpty() ? "" : key + ": ") + reason;
        }
    }

    PolicyFileException(String file, List<Mistake> mistakes) {
        super(words(file, mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    PolicyFileException(String file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
        this.mistakes = List.of(new Mistake(0, 0, "", reason));
    }

    private static String words(String file, List<Mistake> mistakes) {
        String shown =
                mistakes.stream()
                        .limit(SHOWN)
                        .map(mistake -> mistake.in(file))
                        .collect(Collectors.joining("\n"));
        return mistakes.size() <= SHOWN
                ? shown
                : shown + "\n" + file + ": and " + (mistakes.size() - SHOWN) + " more mistakes";
    }

    /** Every mistake in the order of the file; at least one. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
