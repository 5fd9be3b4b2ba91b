package org.cytovigil.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text from elsewhere on a line of its own. */
class OneLineTest {
    @Test
    void charactersThatSteerATerminalOrTurnTheLineBecomeSpaces() {
        assertThat(OneLine.of("a\u001b[31m\nb\u202ec\u2066d\u2028e\u00ad°é"))
                .isEqualTo("a [31m b c d e °é");
    }

    @Test
    void aTextWithSuchACharacterIsNoPlainLine() {
        assertThat(OneLine.is("Doe, Jané °C")).isTrue();
        assertThat(OneLine.is("a\u202eb")).isFalse();
        assertThat(OneLine.is("a\nb")).isFalse();
    }
}
