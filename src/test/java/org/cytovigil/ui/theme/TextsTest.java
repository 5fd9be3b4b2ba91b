package org.cytovigil.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path FILE = Path.of("assets/text/ui.properties");

    /** Of two the later would count, and the other be read by whoever edits the file. */
    @Test
    void noKeyStandsTwice() throws IOException {
        List<String> keys =
                Files.readAllLines(FILE).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split("=", 2)[0].strip())
                        .toList();
        assertThat(keys).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    @Test
    void aTextIsFilledAnewEachTime() {
        assertThat(Texts.of("board.for", "6 min")).isEqualTo("for 6 min");
        assertThat(Texts.of("board.for", "7 min")).isEqualTo("for 7 min");
    }
}
