package org.cytovigil.ui.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The board as a table: the same cards in the same order, a row each. The row of a patient stays
 * chosen wherever it moves. FX thread.
 */
// [impl->req~ui.board-table~1]
final class BoardTable extends TableView<BedCard> {
    private final BoardViewModel model;
    private final Flash flash;
    private final Keymap keys = new Keymap();
    private final Consumer<StayId> open;
    private final Consumer<String> admit;
    private static final List<String> LEFT_OUT_FIRST =
            List.of("reason", "peak", "nurse", "saturation", "due", "time");

    /** The share of its width that a column can do with. */
    private static final double LEAST = 0.85;

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final ListChangeListener<BedCard> onCards = change -> update();
    private Theme theme = Theme.NIGHT;
    private @Nullable StayId chosen;
    private boolean updating;

    /**
     * @param flash by which alarms flash, together with those of the strip
     * @param open called with the stay whose row was chosen
     * @param admit called with the empty bed whose row was chosen
     */
    BoardTable(BoardViewModel model, Flash flash, Consumer<StayId> open, Consumer<String> admit) {
        this.flash = flash;
        this.admit = admit;
        this.model = model;
        this.open = open;
        getStyleClass().add("board-table");
        setAccessibleText(Texts.of("board.table.accessible"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label nothing = new Label();
        nothing.textProperty().bind(model.nothingProperty());
        setPlaceholder(nothing);
        column("bed", 4.5, (card, place, em) -> TableCells.words(card.bed(), "", true));
        column("patient", 12, (card, place, em) -> TableCells.who(card));
        column("time", 8, (card, place, em) -> TableCells.words(card.time(), card.age(), false));
        column("grade", 11, (card, place, em) -> TableCells.grade(card, theme, em));
        column(
                "peak",
                9,
                (card, place, em) -> TableCells.words(card.peak(), card.warning(), false));
        column(
                "temperature",
                7,
                (card, place, em) -> value(card, card.temperature(), Ink.TEMPERATURE, em));
        column(
                "pressure",
                8.5,
                (card, place, em) -> value(card, card.pressure(), Ink.PRESSURE, em));
        column(
                "saturation",
                6,
                (card, place, em) -> value(card, card.saturation(), Ink.OXYGEN, em));
        column("oxygen", 8.5, (card, place, em) -> value(card, card.oxygen(), Ink.OXYGEN, em));
        column(
                "vasopressors",
                9,
                (card, place, em) -> value(card, card.vasopressors(), Ink.VASOPRESSOR, em));
        column("due", 10, (card, place, em) -> TableCells.due(card));
        column("alarm", 11, (card, place, em) -> TableCells.alarm(card));
        column("nurse", 6, (card, place, em) -> TableCells.words(card.nurse(), "", false));
        column("reason", 11, (card, place, em) -> TableCells.words("", model.reason(place), false));
        model.orderProperty().addListener((property, before, now) -> leaveOut());
        widthProperty().addListener(width -> leaveOut());
        leaveOut();
        setRowFactory(table -> row());
        getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!updating) {
                                chosen = now == null ? null : now.stay();
                            }
                        });
        keys.on(
                Texts.of("keys.table.open"),
                () -> choose(getSelectionModel().getSelectedItem()),
                Keymap.key(KeyCode.ENTER),
                Keymap.key(KeyCode.SPACE));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /**
     * A column.
     *
     * @param heading in whose letters its width is counted
     * @param ems how wide it would like to be
     */
    private record Column(TableColumn<BedCard, BedCard> shown, Label heading, double ems) {
        /** In pixels; narrower than that its words are cut. */
        double least() {
            return LEAST * ems * heading.getFont().getSize();
        }
    }

    /** What a column tells of a card at its place, in letters of a size. */
    @FunctionalInterface
    private interface Content {
        TableCells.Shown of(BedCard card, int place, double em);
    }

    private TableCells.Shown value(BedCard card, BedCard.Value value, Ink ink, double em) {
        if (card.stay() == null) {
            return TableCells.words("", "", false);
        }
        return TableCells.value(value, theme, ink, em);
    }

    private void column(String key, double ems, Content shown) {
        TableColumn<BedCard, BedCard> column = new TableColumn<>();
        Label heading = new Label(Texts.of("board.table." + key));
        heading.setWrapText(true);
        column.setGraphic(heading);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new CardCell(shown, flash));
        column.setPrefWidth(ems * 13);
        column.setMinWidth(ems * 7);
        getColumns().add(column);
        columns.put(key, new Column(column, heading, ems));
        heading.fontProperty().addListener(font -> leaveOut());
    }

    /**
     * Where there is no room for all columns, those go that the tile would leave out first, and no
     * other is cut for them.
     */
    private void leaveOut() {
        double needed = 0;
        for (Map.Entry<String, Column> each : columns.entrySet()) {
            needed += isAsked(each.getKey()) ? each.getValue().least() : 0;
        }
        for (String key : LEFT_OUT_FIRST) {
            Column column = columns.get(key);
            if (column != null) {
                boolean fits = getWidth() <= 0 || needed <= getWidth();
                needed -= fits || !isAsked(key) ? 0 : column.least();
                column.shown().setVisible(fits && isAsked(key));
            }
        }
    }

    private boolean isAsked(String key) {
        return !key.equals("reason") || model.orderProperty().get() == BoardOrder.WORST_FIRST;
    }

    /** Shows what its column tells of a card. */
    // [impl->req~ui.alarm-flash~1]
    private static final class CardCell extends TableCell<BedCard, BedCard> {
        private final Content shown;
        private final Flash flash;
        private Subscription beat = Subscription.EMPTY;

        CardCell(Content shown, Flash flash) {
            this.flash = flash;
            this.shown = shown;
            widthProperty().addListener(width -> fit());
            heightProperty().addListener(height -> fit());
            fontProperty().addListener(font -> show());
        }

        /** Words wrap within the column, and end with the row. */
        private void fit() {
            if (getGraphic() instanceof Region content) {
                content.setPrefWidth(getWidth() - snappedLeftInset() - snappedRightInset());
                content.setMaxHeight(getHeight() - snappedTopInset() - snappedBottomInset());
            }
        }

        @Override
        protected void updateItem(@Nullable BedCard card, boolean empty) {
            super.updateItem(card, empty);
            show();
        }

        private void show() {
            beat.unsubscribe();
            beat = Subscription.EMPTY;
            BedCard card = getItem();
            if (card == null || isEmpty()) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            TableCells.Shown now = shown.of(card, getIndex(), getFont().getSize());
            setGraphic(now.node());
            fit();
            setAccessibleText(now.words());
            if (now.waiting() != null) {
                beat = flash.lit(now.waiting()).subscribe(lit -> TableCells.light(now.node(), lit));
            }
        }
    }

    private TableRow<BedCard> row() {
        TableRow<BedCard> row = new TableRow<>();
        Tooltip reason = new Tooltip();
        row.setOnMouseEntered(
                event -> {
                    String words = row.isEmpty() ? "" : model.reason(row.getIndex());
                    reason.setText(words);
                    row.setTooltip(words.isEmpty() ? null : reason);
                });
        row.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                        choose(row.getItem());
                    }
                });
        return row;
    }

    private void choose(@Nullable BedCard card) {
        if (card != null && card.stay() != null) {
            open.accept(card.stay());
        } else if (card != null) {
            admit.accept(card.bed());
        }
    }

    private void onKey(KeyEvent event) {
        if (keys.handle(event)) {
            event.consume();
        }
    }

    /** What it does on keys of its own; the help lists them. */
    List<Command> keys() {
        return keys.commands();
    }

    /** Follows the cards only while it is seen. */
    void setShown(boolean shown) {
        model.cards().removeListener(onCards);
        if (shown) {
            setItems(FXCollections.observableArrayList(model.cards()));
            model.cards().addListener(onCards);
            update();
        } else {
            setItems(FXCollections.observableArrayList());
        }
    }

    /** A card that changed takes the place of the one before; the choice stays with its patient. */
    private void update() {
        updating = true;
        StayId stay = chosen;
        if (getItems().size() == model.cards().size()) {
            for (int i = 0; i < getItems().size(); i++) {
                if (!getItems().get(i).equals(model.cards().get(i))) {
                    getItems().set(i, model.cards().get(i));
                }
            }
        } else {
            getItems().setAll(model.cards());
        }
        if (isAsked("reason")) {
            // Why a bed stands where it stands may change while its card does not.
            refresh();
        }
        choose(stay);
        updating = false;
    }

    /** Chooses the row of a stay, or leaves none chosen. */
    private void choose(@Nullable StayId stay) {
        chosen = stay;
        for (int i = 0; stay != null && i < getItems().size(); i++) {
            if (stay.equals(getItems().get(i).stay())) {
                if (getSelectionModel().getSelectedIndex() != i) {
                    getSelectionModel().clearAndSelect(i);
                    getFocusModel().focus(i);
                }
                return;
            }
        }
        getSelectionModel().clearSelection();
    }

    /** Changes the colours. */
    void setTheme(Theme colours) {
        theme = colours;
        refresh();
    }

    /** Gives the keyboard to the row of a stay, or to the first. */
    void focusOn(@Nullable StayId stay) {
        choose(stay);
        if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getSelectionModel().clearAndSelect(0);
            getFocusModel().focus(0);
        }
        scrollTo(Math.max(0, getSelectionModel().getSelectedIndex()));
        requestFocus();
    }

    /** Whose row is chosen; {@code null} for nobody's. */
    @Nullable StayId focused() {
        BedCard card = getSelectionModel().getSelectedItem();
        return card == null ? null : card.stay();
    }
}
