package org.cytovigil.feed.clif;

import java.io.InputStream;
import java.util.Optional;

/** CLIF tables among the program's own resources. */
final class ClassPathSource implements ClifSource {
    private static final long UNKNOWN_SIZE = -1;

    private final String folder;

    ClassPathSource(String folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "class path folder " + folder;
    }

    @Override
    public Optional<Table> open(String table) {
        for (String ending : new String[] {".csv.gz", ".csv"}) {
            InputStream stream =
                    ClassPathSource.class
                            .getClassLoader()
                            .getResourceAsStream(folder + "/" + table + ending);
            if (stream != null) {
                return Optional.of(new Table(table + ending, UNKNOWN_SIZE, stream));
            }
        }
        return Optional.empty();
    }
}
