package org.cytovigil.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.cytovigil.ui.protocol.Protocol;
import org.cytovigil.ui.protocol.ProtocolException;
import org.cytovigil.ui.protocol.ProtocolReader;

/** The unit's own protocol, in a text file beside its store. */
// [impl->req~ui.protocol~1]
final class Protocols {
    /** More is refused unread; what is longer than a protocol may be must still be told so. */
    private static final int MOST = 1 << 20;

    private Protocols() {}

    /**
     * What stands in the file beside that store ("unit.db.protocol.md" for "unit.db"). Without one
     * the program's own text; in place of one that is no good too, with the reason.
     */
    static Protocol beside(Path store) {
        Path file = store.resolveSibling(store.getFileName() + ".protocol.md");
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            return ProtocolReader.read(in.readNBytes(MOST));
        } catch (NoSuchFileException e) {
            return Protocol.builtIn();
        } catch (ProtocolException e) {
            return Protocol.insteadOf(name, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Protocol.insteadOf(
                    name, "it cannot be read (%s)".formatted(e.getClass().getSimpleName()));
        }
    }
}
