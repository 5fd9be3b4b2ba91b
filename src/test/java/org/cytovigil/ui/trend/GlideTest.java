package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~ui.trend-turning~1]
class GlideTest {
    private static final long MILLI = 1_000_000;

    private final Glide glide = new Glide();
    private long now;

    private double frame(long millis) {
        now += millis * MILLI;
        return glide.frame(now);
    }

    /** A hand that moves one pixel a millisecond. */
    private void hand(int frames) {
        frame(10);
        for (int i = 0; i < frames; i++) {
            glide.move(10);
            frame(10);
        }
    }

    /**
     * One pixel a millisecond that fades with 300 ms runs 300 pixels on; the last 6 are not seen.
     */
    @ParameterizedTest
    @ValueSource(longs = {4, 10, 16, 50})
    void runsOnAsFarWhateverItsFramesTake(long took) {
        hand(40);
        assertThat(glide.release()).isTrue();

        double run = 0;
        int frames = 0;
        while (glide.isRunning()) {
            run += frame(took);
            assertThat(++frames).isLessThan(1_000);
        }

        assertThat(run).isCloseTo(294, within(2.5));
    }

    @Test
    void aHandThatStandsStillBeforeItLetsGoThrowsNothing() {
        hand(40);
        for (int i = 0; i < 5; i++) {
            frame(10);
        }

        assertThat(glide.release()).isFalse();
    }

    @Test
    void aFrameAfterAPauseOfTheWindowEndsIt() {
        hand(40);
        glide.release();

        assertThat(frame(251)).isZero();

        assertThat(glide.isRunning()).isFalse();
    }
}
