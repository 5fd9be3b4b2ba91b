package org.cytovigil.ui.board;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/**
 * Tiles that wait to be drawn: when only numbers change, a few are drawn in a frame, for in a flood
 * all of them change all the time and no frame could paint them. FX thread.
 */
// [impl->req~ui.flood~1]
final class TileQueue {
    /** A page of 32 is drawn within 0.15 s. */
    private static final int IN_A_FRAME = 4;

    private final Set<BedTile> waiting = new LinkedHashSet<>();
    private final Consumer<BedTile> draw;
    private int drawn;

    /** Runs while tiles were drawn in the last frame or wait for the next. */
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    nextFrame();
                }
            };

    /**
     * @param draw draws a tile as its card is by then, or nothing when it is no longer shown
     */
    TileQueue(Consumer<BedTile> draw) {
        this.draw = draw;
    }

    /**
     * Draws a tile in this frame or, when that has drawn enough, in one of the next.
     *
     * @param atOnce draws it in this frame whatever else it has drawn
     */
    void add(BedTile tile, boolean atOnce) {
        if (atOnce || drawn < IN_A_FRAME) {
            drawNow(tile);
        } else {
            waiting.add(tile);
        }
    }

    private void drawNow(BedTile tile) {
        waiting.remove(tile);
        drawn++;
        frames.start();
        draw.accept(tile);
    }

    private void nextFrame() {
        drawn = 0;
        if (waiting.isEmpty()) {
            frames.stop();
            return;
        }
        for (BedTile tile : List.copyOf(waiting)) {
            if (drawn == IN_A_FRAME) {
                return;
            }
            drawNow(tile);
        }
    }
}
