package org.cytovigil.cli;

import java.nio.file.Path;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.CodeTableException;
import org.jspecify.annotations.Nullable;

/** The mapping table that a command goes by. */
final class Mappings {
    private Mappings() {}

    /**
     * The site's table before the program's, or the program's alone.
     *
     * @throws RejectedInputException naming every mistake of the file with its line
     */
    static CodeTable of(@Nullable Path file) throws RejectedInputException {
        try {
            return file == null ? CodeTable.standard() : CodeTable.read(file);
        } catch (CodeTableException e) {
            throw new RejectedInputException(e);
        }
    }
}
