package org.cytovigil.ui.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.TranslateTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.Fonts;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/** The unit board: as many tiles as there are beds, in a grid that fills the screen. FX thread. */
public final class BoardView extends Region {
    private static final double GAP = 12;

    /** Narrower tiles need the room between them. */
    private static final double NARROW = 250;

    /** Width to height at which a tile reads best. */
    private static final double BEST_SHAPE = 1.9;

    private static final Duration MOVE = Duration.millis(450);

    private final BoardPage model;
    private final Flash flash;
    private final Consumer<StayId> open;
    private final List<BedTile> tiles = new ArrayList<>();
    private final Text nothing = new Text();
    private final ListChangeListener<BedCard> onCards = change -> update();
    private final TileQueue queue = new TileQueue(this::draw);
    private final TileDrag drag = new TileDrag(tiles);
    private final Keymap keys = keymap();
    private double larger = 1;
    private Theme theme = Theme.NIGHT;
    private @Nullable Consumer<String> admit;

    /**
     * @param open called with the stay whose tile was chosen
     */
    BoardView(BoardPage model, Flash flash, Consumer<StayId> open) {
        this.model = model;
        this.flash = flash;
        this.open = open;
        getStyleClass().add("board");
        nothing.textProperty().bind(model.nothingProperty());
        getChildren().add(nothing);
        model.cards().addListener(onCards);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        update();
    }

    /** Changes the colours. */
    public void setTheme(Theme colours) {
        theme = colours;
        for (BedTile tile : tiles) {
            tile.show(tile.card(), theme);
        }
        nothing.setFill(theme.colour(Ink.MUTED));
    }

    /** Makes text larger: 1 for the usual size, at most 1.5. */
    public void setText(double factor) {
        larger = factor;
        tiles.forEach(tile -> tile.setText(factor));
        requestLayout();
    }

    /** Gives the keyboard to the first tile, or to the tile of a stay. */
    public void focusOn(@Nullable StayId stay) {
        for (BedTile tile : tiles) {
            if (stay == null || stay.equals(tile.card().stay())) {
                tile.requestFocus();
                return;
            }
        }
        if (tiles.isEmpty()) {
            // Without any focus keys would reach nobody.
            requestFocus();
        } else {
            tiles.getFirst().requestFocus();
        }
    }

    /**
     * Lets tiles be dragged.
     *
     * @param proposal called with whom was dropped and the bed under the pointer, empty for none;
     *     nobody is moved by that
     */
    public void setOnDropped(BiConsumer<StayId, String> proposal) {
        drag.setOnDropped(proposal);
    }

    /** Whose tile has the keyboard; {@code null} for nobody's. */
    public @Nullable StayId focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return owner instanceof BedTile tile ? tile.card().stay() : null;
    }

    /** Lets go of the cards and of the shared beat; the view is not used afterwards. */
    // [impl->req~ui.no-leaks~1]
    void dispose() {
        model.cards().removeListener(onCards);
        tiles.forEach(BedTile::dispose);
    }

    private void update() {
        Map<StayId, double[]> places = new HashMap<>();
        for (BedTile tile : tiles) {
            StayId stay = tile.card().stay();
            if (stay != null) {
                places.put(stay, new double[] {tile.getLayoutX(), tile.getLayoutY()});
            }
        }
        while (tiles.size() > model.cards().size()) {
            BedTile gone = tiles.removeLast();
            gone.dispose();
            getChildren().remove(gone);
        }
        boolean moved = false;
        for (int i = 0; i < model.cards().size(); i++) {
            BedCard card = model.cards().get(i);
            if (i == tiles.size()) {
                BedTile tile = new BedTile(card, theme, flash);
                tile.setText(larger);
                tile.setOnMouseClicked(
                        event -> {
                            // The end of a drag is no click.
                            if (event.isStillSincePress()) {
                                choose(tile);
                            }
                        });
                drag.watch(tile);
                tile.show(card, theme);
                tiles.add(tile);
                getChildren().add(tile);
            }
            BedTile tile = tiles.get(i);
            StayId before = tile.card().stay();
            moved |= before != null && !before.equals(card.stay());
            if (!card.equals(tile.card())) {
                queue.add(tile, card.mattersMoreThan(tile.card()));
            }
        }
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).setReason(model.reason(i));
        }
        drag.check();
        nothing.setVisible(tiles.isEmpty());
        setFocusTraversable(tiles.isEmpty());
        if (isFocused() && !tiles.isEmpty()) {
            tiles.getFirst().requestFocus();
        }
        requestLayout();
        if (moved) {
            layout();
            animate(places);
        }
    }

    /** Draws a tile with what its card is now. */
    private void draw(BedTile tile) {
        int place = tiles.indexOf(tile);
        if (place >= 0 && place < model.cards().size()) {
            tile.show(model.cards().get(place), theme);
        }
    }

    /** Lets each tile glide from where its stay was shown before. */
    private void animate(Map<StayId, double[]> places) {
        for (BedTile tile : tiles) {
            StayId stay = tile.card().stay();
            double[] before = stay == null ? null : places.get(stay);
            if (before == null) {
                continue;
            }
            TranslateTransition glide = new TranslateTransition(MOVE, tile);
            glide.setFromX(before[0] - tile.getLayoutX());
            glide.setFromY(before[1] - tile.getLayoutY());
            glide.setToX(0);
            glide.setToY(0);
            glide.play();
        }
    }

    private void choose(BedTile tile) {
        StayId stay = tile.card().stay();
        if (stay != null) {
            open.accept(stay);
        } else if (admit != null) {
            admit.accept(tile.card().bed());
        }
    }

    /** Called with the empty bed that was chosen. */
    void setOnEmpty(Consumer<String> admission) {
        admit = admission;
    }

    private void onKey(KeyEvent event) {
        if (focusedTile() >= 0 && keys.handle(event)) {
            event.consume();
        }
    }

    /** What keys do on a tile. */
    public List<Command> keys() {
        return keys.commands();
    }

    private Keymap keymap() {
        return new Keymap()
                .onIf(Texts.of("keys.board.left"), () -> go(-1), Keymap.sign(KeyCode.LEFT))
                .onIf(Texts.of("keys.board.right"), () -> go(1), Keymap.sign(KeyCode.RIGHT))
                .onIf(Texts.of("keys.board.up"), () -> go(-columns()), Keymap.sign(KeyCode.UP))
                .onIf(Texts.of("keys.board.down"), () -> go(columns()), Keymap.sign(KeyCode.DOWN))
                .on(
                        Texts.of("keys.board.open"),
                        () -> choose(tiles.get(focusedTile())),
                        Keymap.sign(KeyCode.ENTER),
                        Keymap.sign(KeyCode.SPACE));
    }

    private int columns() {
        return columns(tiles.size(), getWidth(), getHeight());
    }

    private int focusedTile() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return owner instanceof BedTile tile ? tiles.indexOf(tile) : -1;
    }

    private boolean go(int by) {
        int to = focusedTile() + by;
        if (to < 0 || to >= tiles.size()) {
            return false;
        }
        tiles.get(to).requestFocus();
        return true;
    }

    @Override
    protected void layoutChildren() {
        nothing.setFont(Fonts.regular(20 * larger));
        nothing.setWrappingWidth(Math.max(0, getWidth() - 6 * GAP));
        nothing.relocate(GAP * 3, GAP * 3);
        int count = tiles.size();
        if (count == 0) {
            return;
        }
        int columns = columns(count, getWidth(), getHeight());
        int rows = (count + columns - 1) / columns;
        double gap = getWidth() / columns < NARROW ? GAP / 2 : GAP;
        double width = (getWidth() - gap * (columns + 1)) / columns;
        double height = (getHeight() - gap * (rows + 1)) / rows;
        for (int i = 0; i < count; i++) {
            double x = gap + (i % columns) * (width + gap);
            int row = i / columns;
            double y = gap + row * (height + gap);
            tiles.get(i)
                    .resizeRelocate(
                            snapPositionX(x),
                            snapPositionY(y),
                            snapSizeX(width),
                            snapSizeY(height));
        }
    }

    /** The number of columns that lets the tiles' content be largest. */
    static int columns(int count, double width, double height) {
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= Math.max(1, count); columns++) {
            int rows = (count + columns - 1) / columns;
            double size = Math.min(width / columns / BEST_SHAPE, height / rows);
            if (size > largest) {
                largest = size;
                best = columns;
            }
        }
        return best;
    }
}
