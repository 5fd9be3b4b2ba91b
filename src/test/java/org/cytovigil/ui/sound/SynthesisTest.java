package org.cytovigil.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The sound itself, measured on its samples, against the tables of IEC 60601-1-8. */
// [utest->req~ui.alarm-sound~1]
class SynthesisTest {
    private static final int RATE = 44_100;

    /** What is heard begins and ends so late and so early within the edges of a pulse. */
    private static final double EDGES = 12;

    /** A stretch of sound, in milliseconds. */
    private record Pulse(double from, double to) {
        double length() {
            return to - from;
        }
    }

    private static double[] wave(Burst burst, double volume) {
        byte[] samples = Synthesis.samples(burst, volume);
        double[] wave = new double[samples.length / 2];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = (short) ((samples[2 * i + 1] << 8) | (samples[2 * i] & 0xff)) / 32_768.0;
        }
        return wave;
    }

    /**
     * Stretches in which some sample within the last 5 ms is louder than a fiftieth of the loudest.
     */
    private static List<Pulse> pulses(double[] wave) {
        double threshold = loudest(wave) / 50;
        List<Pulse> pulses = new ArrayList<>();
        int begun = -1;
        int heard = -1;
        for (int i = 0; i <= wave.length; i++) {
            boolean loud = i < wave.length && Math.abs(wave[i]) > threshold;
            if (loud) {
                begun = begun < 0 ? i : begun;
                heard = i;
            } else if (begun >= 0 && (i == wave.length || i - heard > RATE / 200)) {
                pulses.add(new Pulse(begun * 1000.0 / RATE, heard * 1000.0 / RATE));
                begun = -1;
            }
        }
        return pulses;
    }

    private static double loudest(double[] wave) {
        double loudest = 0;
        for (double sample : wave) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return loudest;
    }

    /** How strong a tone is in a stretch of samples (Goertzel). */
    private static double strength(double[] wave, int from, int length, double hertz) {
        double factor = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double before = 0;
        double last = 0;
        for (int i = from; i < from + length; i++) {
            double next = wave[i] + factor * last - before;
            before = last;
            last = next;
        }
        return Math.sqrt(Math.max(0, last * last + before * before - factor * last * before))
                / length;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    HIGH,   10,  75, 200
                    MEDIUM,  3, 125, 250
                    LOW,     2, 125, 250
                    """)
    void aBurstHasItsPulsesOfTheAllowedLength(Burst burst, int count, int least, int most) {
        List<Pulse> pulses = pulses(wave(burst, 1));

        assertThat(pulses).hasSize(count);
        for (Pulse pulse : pulses) {
            assertThat(pulse.length() + EDGES).isBetween((double) least, (double) most);
        }
    }

    @Test
    void highSoundsThreeAndTwoAndAgainThreeAndTwo() {
        List<Pulse> pulses = pulses(wave(Burst.HIGH, 1));
        List<Double> pauses = new ArrayList<>();
        for (int i = 1; i < pulses.size(); i++) {
            pauses.add(pulses.get(i).from() - pulses.get(i - 1).to());
        }

        // x of 50 to 125 ms; before the 4th and 9th 2x and a pulse; before the 6th 350 to 1,300 ms.
        double[] expected = {100, 100, 350, 100, 700, 100, 100, 350, 100};
        for (int i = 0; i < expected.length; i++) {
            assertThat(pauses.get(i)).isCloseTo(expected[i], within(2 * EDGES));
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    HIGH,    2500, 15000
                    MEDIUM,  2500, 30000
                    LOW,    15001, 60000
                    """)
    void burstsFollowEachOtherWithinTheAllowedTime(Burst burst, long least, long most) {
        assertThat(burst.every().toMillis()).isBetween(least, most);
        // From the end of one to the beginning of the next as well.
        assertThat(burst.every().minus(burst.length()).toMillis()).isBetween(least, most);
    }

    @ParameterizedTest
    @EnumSource
    void aPulseHasAFundamentalAndAtLeastFourHarmonicsWithinFifteenDecibel(Burst burst) {
        double[] wave = wave(burst, 1);
        int length = (int) (burst.pulse().toMillis() * RATE / 1000);
        double fundamental = strength(wave, 0, length, 523.25);

        int harmonics = 0;
        for (int harmonic = 2; 523.25 * harmonic <= 4_000; harmonic++) {
            double decibel =
                    20 * Math.log10(strength(wave, 0, length, 523.25 * harmonic) / fundamental);
            harmonics += Math.abs(decibel) <= 15 ? 1 : 0;
        }
        assertThat(harmonics).isGreaterThanOrEqualTo(4);
        for (double between : new double[] {300, 785, 1_308, 2_355, 4_200}) {
            assertThat(strength(wave, 0, length, between)).isLessThan(fundamental / 20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPulseSwellsAndFadesWithoutAClickAndIsNotCut(Burst burst) {
        double[] wave = wave(burst, 1);
        double loudest = loudest(wave);
        double step = 0;
        for (int i = 1; i < RATE / 200; i++) {
            step = Math.max(step, Math.abs(wave[i] - wave[i - 1]));
        }

        assertThat(loudest).isBetween(0.3, 0.98);
        assertThat(wave[0]).isZero();
        assertThat(Math.abs(wave[wave.length - 1])).isLessThan(loudest / 500);
        assertThat(step).as("in the first 5 ms").isLessThan(loudest / 8);
    }

    @Test
    void volumeScalesTheWholeBurst() {
        double loud = loudest(wave(Burst.MEDIUM, 1));

        assertThat(loudest(wave(Burst.MEDIUM, 0.5))).isCloseTo(loud / 2, within(0.001));
        assertThat(loudest(wave(Burst.MEDIUM, 0))).isZero();
    }
}
