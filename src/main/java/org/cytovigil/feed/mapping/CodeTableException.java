package org.cytovigil.feed.mapping;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A mapping table cannot be used, as a whole. The message has a line for every mistake, each with
 * file, line and reason.
 */
public final class CodeTableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A file of another kind can hold a mistake in every line; nobody reads on beyond these. */
    private static final int SHOWN = 100;

    CodeTableException(List<String> mistakes) {
        super(mistakes.stream().limit(SHOWN).collect(Collectors.joining("\n")));
    }

    CodeTableException(String message, Throwable cause) {
        super(message, cause);
    }
}
