package org.cytovigil.ui.trend;

/**
 * How fast a hand moves a picture, and how the picture runs on when it is let go: slower and slower
 * by friction, the same on every screen whatever its frames take. It knows no clock and no screen.
 */
final class Glide {
    /** Milliseconds in which friction leaves a bit more than a third of the speed. */
    private static final double FADE = 300;

    /** Pixels a millisecond; slower than this a hand has put the picture down. */
    private static final double LEAST_THROW = 0.15;

    /** Pixels a millisecond; slower than this nobody sees it move. */
    private static final double REST = 0.02;

    /** A frame that took longer than this was no frame: the window was hidden or stood still. */
    private static final double LONGEST_FRAME = 250;

    /** How much the last frame counts beside those before it: a hand is not even. */
    private static final double LAST = 0.6;

    private static final double NANOS = 1e6;

    private double speed;
    private double moved;
    private long before;
    private boolean timed;
    private boolean running;

    /** A hand takes hold; nothing runs on. */
    void hold() {
        speed = 0;
        moved = 0;
        timed = false;
        running = false;
    }

    /** The hand has moved by so many pixels. */
    void move(double pixels) {
        moved += pixels;
    }

    /**
     * The hand lets go.
     *
     * @return whether the picture runs on
     */
    boolean release() {
        running = Math.abs(speed) >= LEAST_THROW;
        return running;
    }

    /**
     * A frame.
     *
     * @param nanos its time
     * @return by how many pixels the picture has run on since the frame before; 0 while it is held
     */
    double frame(long nanos) {
        double took = timed ? (nanos - before) / NANOS : 0;
        before = nanos;
        if (!timed || took <= 0 || took > LONGEST_FRAME) {
            running = running && took <= LONGEST_FRAME;
            timed = true;
            moved = 0;
            speed = running ? speed : 0;
            return 0;
        }
        if (!running) {
            speed = LAST * moved / took + (1 - LAST) * speed;
            moved = 0;
            return 0;
        }
        double left = Math.exp(-took / FADE);
        double run = speed * FADE * (1 - left);
        speed *= left;
        running = Math.abs(speed) >= REST;
        return run;
    }

    /** Whether it runs on. */
    boolean isRunning() {
        return running;
    }
}
