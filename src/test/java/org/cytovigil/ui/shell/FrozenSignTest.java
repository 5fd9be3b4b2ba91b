package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ui.watchdog~1]
class FrozenSignTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                        0, 1920,  800,  560
                     1920, 1280,  800, 2160
                    -1280, 1280,  800, -1040
                     1920,  640,  800, 1920
                    """)
    void theSignStandsInTheMiddleOfItsOwnScreen(int x, int width, int sign, int left) {
        assertThat(FrozenSign.left(new Rectangle(x, 0, width, 800), sign)).isEqualTo(left);
    }
}
