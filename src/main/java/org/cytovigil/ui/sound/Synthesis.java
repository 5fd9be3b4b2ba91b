package org.cytovigil.ui.sound;

import java.time.Duration;

/**
 * Makes the samples of a burst: 16 bits, mono, little-endian. Each pulse is a fundamental of 523 Hz
 * (within 150 to 1,000 Hz) with its harmonics 2 to 6, 1,047 to 3,140 Hz, five of them within 300 to
 * 4,000 Hz and each within 15 dB of the fundamental (IEC 60601-1-8), so that it is heard through
 * walls and by those who have lost the high tones, and located.
 */
// [impl->req~ui.alarm-sound~1]
final class Synthesis {
    /** Samples a second. */
    static final int RATE = 44_100;

    /** C5. */
    static final double FUNDAMENTAL = 523.25;

    /** Bytes in a sample. */
    static final int FRAME = 2;

    private static final double[] AMPLITUDES = {1, 0.8, 0.7, 0.6, 0.5, 0.4};

    /** The sum of all amplitudes never leaves the range of a sample. */
    private static final double HEADROOM = 0.97;

    /** A quarter of a pulse to rise (10 to 40 % are allowed) and as much to fall: no clicks. */
    private static final double EDGE = 0.25;

    private Synthesis() {}

    /**
     * The samples of a burst.
     *
     * @param volume 0 to 1
     */
    static byte[] samples(Burst burst, double volume) {
        byte[] samples = new byte[count(burst.length()) * FRAME];
        for (Duration start : burst.starts()) {
            pulse(samples, count(start), count(burst.pulse()), volume);
        }
        return samples;
    }

    private static void pulse(byte[] samples, int from, int length, double volume) {
        double whole = 0;
        for (double amplitude : AMPLITUDES) {
            whole += amplitude;
        }
        for (int i = 0; i < length && (from + i) * FRAME < samples.length; i++) {
            double wave = 0;
            for (int harmonic = 0; harmonic < AMPLITUDES.length; harmonic++) {
                wave +=
                        AMPLITUDES[harmonic]
                                * Math.sin(2 * Math.PI * FUNDAMENTAL * (harmonic + 1) * i / RATE);
            }
            double sample = wave / whole * envelope((i + 0.5) / length) * volume * HEADROOM;
            int value = (int) Math.round(sample * Short.MAX_VALUE);
            samples[(from + i) * FRAME] = (byte) value;
            samples[(from + i) * FRAME + 1] = (byte) (value >> Byte.SIZE);
        }
    }

    /** Raised cosines at both ends of a pulse. */
    private static double envelope(double part) {
        double edge = Math.min(1, Math.min(part, 1 - part) / EDGE);
        return (1 - Math.cos(Math.PI * edge)) / 2;
    }

    private static int count(Duration time) {
        return Math.toIntExact(time.toMillis() * RATE / 1_000);
    }
}
