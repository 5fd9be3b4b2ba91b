package org.cytovigil.ui.board;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.cytovigil.clinical.StayId;
import org.jspecify.annotations.Nullable;

/**
 * A tile that is dragged onto another or onto the ground. It only proposes: what is dropped moves
 * nobody. FX thread.
 */
// [impl->req~ui.move~1]
final class TileDrag {
    /** Fingers and gloves tremble. */
    private static final double FROM = 16;

    private static final double LIFTED = 0.75;

    private final List<BedTile> tiles;
    private @Nullable BiConsumer<StayId, String> dropped;
    private @Nullable BedTile lifted;
    private @Nullable BedTile target;
    private @Nullable StayId who;
    private double fromX;
    private double fromY;
    private boolean moving;

    /**
     * @param tiles those of the board as they stand
     */
    TileDrag(List<BedTile> tiles) {
        this.tiles = tiles;
    }

    /** Called with whom was dropped and the bed under the pointer; empty for the ground. */
    void setOnDropped(BiConsumer<StayId, String> proposal) {
        dropped = proposal;
    }

    void watch(BedTile tile) {
        tile.setOnMousePressed(event -> press(tile, event));
        tile.setOnMouseDragged(this::drag);
        tile.setOnMouseReleased(event -> release());
    }

    private void press(BedTile tile, MouseEvent event) {
        cancel();
        if (dropped != null && event.getButton() == MouseButton.PRIMARY) {
            lifted = tile;
            who = tile.card().stay();
            fromX = event.getSceneX();
            fromY = event.getSceneY();
        }
    }

    private void drag(MouseEvent event) {
        BedTile tile = lifted;
        if (tile == null || who == null) {
            return;
        }
        double x = event.getSceneX() - fromX;
        double y = event.getSceneY() - fromY;
        if (!moving && Math.hypot(x, y) < FROM) {
            return;
        }
        moving = true;
        tile.setViewOrder(-1);
        tile.setOpacity(LIFTED);
        tile.setTranslateX(x);
        tile.setTranslateY(y);
        aim(
                tiles.stream()
                        .filter(other -> other != tile)
                        .filter(
                                other ->
                                        other.contains(
                                                other.sceneToLocal(
                                                        event.getSceneX(), event.getSceneY())))
                        .findFirst()
                        .orElse(null));
    }

    private void aim(@Nullable BedTile under) {
        if (target != null) {
            target.setTarget(false);
        }
        target = under;
        if (under != null) {
            under.setTarget(true);
        }
    }

    private void release() {
        BiConsumer<StayId, String> proposal = dropped;
        StayId moved = who;
        BedTile under = target;
        boolean was = moving;
        cancel();
        if (was && proposal != null && moved != null) {
            proposal.accept(moved, under == null ? "" : under.card().bed());
        }
    }

    /** The tile shows another patient than the one who was taken up: nobody is moved. */
    void check() {
        BedTile tile = lifted;
        if (tile != null && who != null && !who.equals(tile.card().stay())) {
            cancel();
        }
    }

    private void cancel() {
        if (lifted != null) {
            lifted.setViewOrder(0);
            lifted.setOpacity(1);
            lifted.setTranslateX(0);
            lifted.setTranslateY(0);
        }
        aim(null);
        lifted = null;
        who = null;
        moving = false;
    }
}
