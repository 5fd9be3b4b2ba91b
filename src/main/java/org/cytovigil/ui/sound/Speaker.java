package org.cytovigil.ui.sound;

/** Something that can be heard. Used by one thread. */
interface Speaker extends AutoCloseable {
    /**
     * Hands samples over; never waits.
     *
     * @param samples as {@link Synthesis} makes them
     * @param from the first byte to take
     * @return how many bytes were taken, a whole number of samples; 0 while it is full
     */
    int write(byte[] samples, int from);

    /** Drops what was handed over and not heard yet. */
    void silence();

    @Override
    void close();

    /** Opens a loudspeaker. */
    @FunctionalInterface
    interface Maker {
        /**
         * Opens it; this may take a while.
         *
         * @throws NoSoundException when there is none
         */
        Speaker open() throws NoSoundException;
    }

    /** There is nothing that can be heard. */
    final class NoSoundException extends Exception {
        private static final long serialVersionUID = 1;

        NoSoundException(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
