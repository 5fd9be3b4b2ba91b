package org.cytovigil.ui.feeds;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.theme.Fonts;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What comes in and what was refused: senders on the left, reasons in the middle, on the right what
 * to do about the chosen reason and the raw text. FX thread.
 */
public final class FeedsView extends BorderPane {
    private final FeedsViewModel model;
    private final TextField search = new TextField();
    private final ToggleButton settled = new ToggleButton(Texts.of("feeds.settled"));
    private final ListView<GroupRow> groups = new ListView<>();
    private final FeedDetail detail;
    private final Label message = text("feed-message");
    private final Keymap keys;

    public FeedsView(FeedsViewModel model) {
        this.model = model;
        Fonts.installMonospaced();
        getStyleClass().add("feeds");
        detail = new FeedDetail(model, this::say, this::focus);
        ListView<SenderRow> senders = new ListView<>();
        senders.setCellFactory(FeedCells.Sender::new);
        senders.setAccessibleText(Texts.of("feeds.senders"));
        bind(senders, model.senders(), model.senderProperty(), model::choose);
        groups.setCellFactory(FeedCells.Group::new);
        groups.setAccessibleText(Texts.of("feeds.groups"));
        Label empty = text("feed-note");
        groups.setPlaceholder(empty);
        model.searchProperty().addListener((property, before, now) -> sayEmpty(empty));
        sayEmpty(empty);
        bind(groups, model.groups(), model.groupProperty(), model::choose);
        setTop(toolbar());
        // In large text its buttons may need more than the window has.
        ScrollPane place = new ScrollPane(detail);
        place.setFitToWidth(true);
        place.setFitToHeight(true);
        place.setFocusTraversable(false);
        place.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        place.getStyleClass().add("charting-scroll");
        setCenter(columns(titled("feeds.senders", senders), titled("feeds.groups", groups), place));
        setBottom(foot());
        keys = keymap();
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Gives the keyboard to the list of reasons. */
    public void focus() {
        groups.requestFocus();
    }

    /**
     * Leaves what is open within the screen.
     *
     * @return whether something was
     */
    public boolean escape() {
        if (detail.closeEditor()) {
            return true;
        }
        if (!search.getText().isEmpty()) {
            search.clear();
            focus();
            return true;
        }
        return false;
    }

    private void sayEmpty(Label empty) {
        boolean plain = model.searchProperty().get().isBlank();
        empty.setText(Texts.of(plain ? "feeds.empty" : "feeds.empty.search"));
    }

    private FlowPane toolbar() {
        Label title = new Label(Texts.of("feeds.title"));
        title.getStyleClass().add("unit-name");
        title.setMinWidth(USE_PREF_SIZE);
        search.setPromptText(Texts.of("feeds.search") + "  " + Texts.of("feeds.search.key"));
        search.setAccessibleText(Texts.of("feeds.search"));
        search.getStyleClass().add("search");
        search.textProperty().bindBidirectional(model.searchProperty());
        settled.selectedProperty().bindBidirectional(model.withSettledProperty());
        settled.setMinWidth(USE_PREF_SIZE);
        Button all = button("feeds.feed-all", () -> model.work().feedAllAgain());
        all.disableProperty().bind(model.work().runningProperty());
        if (!model.barred().isEmpty()) {
            all.disableProperty().unbind();
            all.setDisable(true);
        }
        Button undo = button("feeds.undo", () -> model.work().undo());
        undo.disableProperty()
                .bind(model.work().undoableProperty().not().or(model.work().runningProperty()));
        FlowPane bar = new FlowPane(title, search, settled, all, undo);
        bar.getStyleClass().addAll("header", "feeds-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private HBox foot() {
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(model.work().progressProperty());
        progress.setMinWidth(160);
        Button stop = button("feeds.cancel", () -> model.work().cancel());
        HBox foot = new HBox(progress, message, stop);
        foot.getStyleClass().add("feeds-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        for (Region onlyWhileRunning : new Region[] {progress, stop}) {
            onlyWhileRunning.visibleProperty().bind(model.work().runningProperty());
            onlyWhileRunning.managedProperty().bind(model.work().runningProperty());
        }
        model.work().messageProperty().addListener((property, before, now) -> say(now));
        model.faultProperty().addListener((property, before, now) -> say(now));
        say(model.barred());
        return foot;
    }

    private void say(String words) {
        message.setText(words);
        message.setVisible(!words.isEmpty());
        message.setManaged(!words.isEmpty());
    }

    private static GridPane columns(Region... parts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("feeds-grid");
        double[] widths = {24, 33, 43};
        for (int i = 0; i < parts.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(widths[i]);
            grid.getColumnConstraints().add(column);
            grid.add(parts[i], i, 0);
        }
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        row.setPercentHeight(100);
        grid.getRowConstraints().add(row);
        return grid;
    }

    static VBox titled(String key, ListView<?> list) {
        Label title = new Label(Texts.of(key));
        title.getStyleClass().add("feeds-heading");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        VBox column = new VBox(title, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        return column;
    }

    static Button button(String key, Runnable action) {
        Button button = new Button(Texts.of(key));
        button.setOnAction(event -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    static Label text(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** Keeps what a list has chosen and what the model has chosen the same. */
    static <T> void bind(
            ListView<T> list,
            ObservableList<T> rows,
            ReadOnlyObjectProperty<@Nullable T> chosen,
            Consumer<T> choose) {
        list.setItems(rows);
        Runnable select =
                () -> {
                    T row = chosen.get();
                    int at = row == null ? -1 : rows.indexOf(row);
                    if (at < 0) {
                        list.getSelectionModel().clearSelection();
                    } else if (list.getSelectionModel().getSelectedIndex() != at) {
                        list.getSelectionModel().select(at);
                        list.getFocusModel().focus(at);
                    }
                };
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now != null) {
                                choose.accept(now);
                            }
                        });
        chosen.addListener((property, before, now) -> select.run());
        rows.addListener((ListChangeListener<T>) change -> select.run());
        select.run();
    }

    private void onKey(KeyEvent event) {
        if (keys.handle(event)) {
            event.consume();
        }
    }

    /** What keys do here. */
    public List<Command> keys() {
        return keys.commands();
    }

    private Keymap keymap() {
        return new Keymap()
                .on(Texts.of("keys.feeds.again"), model::feedGroupAgain, Keymap.key(KeyCode.F5))
                .on(
                        Texts.of("keys.feeds.all-again"),
                        () -> model.work().feedAllAgain(),
                        Keymap.shift(KeyCode.F5))
                .on(Texts.of("keys.search"), search::requestFocus, Keymap.ctrl(KeyCode.F))
                .on(
                        Texts.of("keys.feeds.settled"),
                        () -> model.withSettledProperty().set(!model.withSettledProperty().get()),
                        Keymap.ctrl(KeyCode.S))
                .on(Texts.of("keys.feeds.undo"), () -> model.work().undo(), Keymap.ctrl(KeyCode.Z))
                .on(
                        Texts.of("keys.feeds.dismiss-group"),
                        () -> detail.openEditor(false),
                        Keymap.ctrl(KeyCode.D))
                .on(
                        Texts.of("keys.feeds.dismiss-item"),
                        () -> detail.openEditor(true),
                        Keymap.ctrl(KeyCode.E))
                .on(Texts.of("keys.feeds.copy"), this::copy, Keymap.ctrl(KeyCode.C));
    }

    private void copy() {
        detail.copy();
    }

    /** Puts a text where other programs find it. */
    static void toClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
