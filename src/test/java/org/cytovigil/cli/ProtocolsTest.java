package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cytovigil.ui.protocol.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~ui.protocol~1]
class ProtocolsTest {
    @TempDir Path folder;

    private Path store() {
        return folder.resolve("unit.db");
    }

    @Test
    void theFileBesideTheStoreIsTheUnitsProtocol() throws IOException {
        Files.writeString(
                folder.resolve("unit.db.protocol.md"),
                "# Ours\nScale: penn\nSource: ward\n## Grade 1\n- a\n## Grade 2\n- b\n## Grade 3\n-"
                        + " c\n## Grade 4\n- d\n");

        assertThat(Protocols.beside(store()).of(4)).containsExactly("d");
        assertThat(Protocols.beside(store()).title()).isEqualTo("Ours");
    }

    @Test
    void withoutAFileItIsTheProgramsOwn() {
        assertThat(Protocols.beside(store())).isEqualTo(Protocol.builtIn());
    }

    @Test
    void aFileThatIsNoGoodIsNamedWithLineAndReason() throws IOException {
        Files.writeString(folder.resolve("unit.db.protocol.md"), "# Ours\nsee the wall\n");

        Protocol protocol = Protocols.beside(store());

        assertThat(protocol.items()).isEqualTo(Protocol.builtIn().items());
        assertThat(protocol.fault()).startsWith("unit.db.protocol.md: line 2: neither \"# title\"");
    }

    @Test
    void whatCannotBeReadIsToldToo() throws IOException {
        Files.createDirectory(folder.resolve("unit.db.protocol.md"));

        assertThat(Protocols.beside(store()).fault())
                .isEqualTo("unit.db.protocol.md: it cannot be read (IOException)");
    }
}
