package org.cytovigil.ui.sound;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The computer's loudspeaker. */
final class SystemSpeaker implements Speaker {
    private static final AudioFormat FORMAT =
            new AudioFormat(Synthesis.RATE, Synthesis.FRAME * Byte.SIZE, 1, true, false);

    /** Half a second: enough for a thread that is late, little enough to be silenced at once. */
    private static final int BUFFER = Synthesis.RATE / 2 * Synthesis.FRAME;

    private final SourceDataLine line;

    private SystemSpeaker(SourceDataLine line) {
        this.line = line;
    }

    /**
     * Opens it.
     *
     * @throws NoSoundException when there is none, or another program holds it
     */
    static Speaker open() throws NoSoundException {
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
            line.open(FORMAT, BUFFER);
            line.start();
            return new SystemSpeaker(line);
        } catch (LineUnavailableException e) {
            throw new NoSoundException("another program holds the loudspeaker", e);
        } catch (IllegalArgumentException | SecurityException e) {
            throw new NoSoundException("the computer has no loudspeaker", e);
        }
    }

    @Override
    public int write(byte[] samples, int from) {
        int fits = Math.min(line.available(), samples.length - from);
        int whole = fits - fits % Synthesis.FRAME;
        return whole <= 0 ? 0 : line.write(samples, from, whole);
    }

    @Override
    public void silence() {
        line.stop();
        line.flush();
        line.start();
    }

    @Override
    public void close() {
        line.close();
    }
}
