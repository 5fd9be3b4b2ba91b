package org.cytovigil.ui.feeds;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The chosen reason: what to do about it, what can be done, its items, the raw text. FX thread. */
final class FeedDetail extends VBox {
    private final FeedsViewModel model;
    private final Consumer<String> say;
    private final Runnable leave;
    private final Label reason = FeedsView.text("feed-reason");
    private final Label todo = FeedsView.text("feed-todo");
    private final Label place = FeedsView.text("feed-note");
    private final Label why = FeedsView.text("feed-title");
    private final TextField words = new TextField();
    private final VBox editor;
    private final ListView<RawText.Line> raw = new ListView<>();
    private boolean ofItem;

    FeedDetail(FeedsViewModel model, Consumer<String> say, Runnable leave) {
        this.model = model;
        this.say = say;
        this.leave = leave;
        getStyleClass().add("feed-detail");
        setMinWidth(0);
        Label heading = new Label(Texts.of("feeds.todo"));
        heading.getStyleClass().add("feeds-heading");
        editor = editor();
        ListView<ItemRow> items = new ListView<>();
        items.setCellFactory(list -> new FeedCells.Item(list, model));
        items.getStyleClass().add("feed-items");
        items.setAccessibleText(Texts.of("feeds.groups"));
        FeedsView.bind(
                items, model.items().rows(), model.items().chosenProperty(), model.items()::choose);
        raw.setCellFactory(FeedCells.Segment::new);
        raw.getStyleClass().add("raw");
        raw.setAccessibleText(Texts.of("feeds.raw"));
        VBox.setVgrow(raw, Priority.ALWAYS);
        getChildren().addAll(heading, reason, todo, actions(), editor, items, place, raw);
        model.groupProperty().addListener((property, before, now) -> show(now));
        model.items().rawProperty().addListener((property, before, now) -> show(now));
        model.items().chosenProperty().addListener((property, before, now) -> show(now));
        show(model.groupProperty().get());
        show(model.items().chosenProperty().get());
        show(model.items().rawProperty().get());
    }

    private FlowPane actions() {
        Button feed = FeedsView.button("feeds.feed-group", model::feedGroupAgain);
        Button group = FeedsView.button("feeds.dismiss-group", () -> openEditor(false));
        Button one = FeedsView.button("feeds.dismiss-item", () -> openEditor(true));
        Button copy = FeedsView.button("feeds.copy", this::copy);
        BooleanBinding nothing = model.groupProperty().isNull();
        for (Button button : new Button[] {feed, group, one}) {
            if (model.barred().isEmpty()) {
                button.disableProperty().bind(nothing.or(model.work().runningProperty()));
            } else {
                button.setDisable(true);
            }
        }
        copy.disableProperty().bind(model.items().chosenProperty().isNull());
        FlowPane actions = new FlowPane(feed, group, one, copy);
        actions.getStyleClass().add("feed-actions");
        actions.setMinHeight(USE_PREF_SIZE);
        return actions;
    }

    private VBox editor() {
        words.setPromptText(Texts.of("feeds.dismiss.reason"));
        words.setAccessibleText(Texts.of("feeds.dismiss.reason"));
        words.setOnAction(event -> dismiss());
        Button yes = FeedsView.button("feeds.dismiss.do", this::dismiss);
        yes.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> words.getText().isBlank(), words.textProperty()));
        Button no = FeedsView.button("feeds.dismiss.cancel", this::closeEditor);
        FlowPane buttons = new FlowPane(yes, no);
        buttons.getStyleClass().add("feed-actions");
        VBox box = new VBox(why, words, buttons);
        box.getStyleClass().add("feed-editor");
        box.setVisible(false);
        box.setManaged(false);
        return box;
    }

    /** Asks why nobody need look at the group any more, or at the item alone. */
    void openEditor(boolean itemAlone) {
        boolean none = model.groupProperty().get() == null;
        if (none || !model.barred().isEmpty() || model.work().runningProperty().get()) {
            return;
        }
        ofItem = itemAlone;
        why.setText(Texts.of(itemAlone ? "feeds.dismiss.why-item" : "feeds.dismiss.why-group"));
        editor.setVisible(true);
        editor.setManaged(true);
        words.requestFocus();
    }

    /**
     * Dismisses nothing.
     *
     * @return whether it was being asked why
     */
    boolean closeEditor() {
        boolean wasOpen = editor.isVisible();
        editor.setVisible(false);
        editor.setManaged(false);
        if (wasOpen) {
            leave.run();
        }
        return wasOpen;
    }

    private void dismiss() {
        if (!words.getText().isBlank()) {
            model.dismiss(ofItem, words.getText());
            words.clear();
            closeEditor();
        }
    }

    /** Copies the whole raw text. */
    void copy() {
        String whole = model.items().rawProperty().get().whole();
        if (!whole.isEmpty()) {
            FeedsView.toClipboard(whole);
            say.accept(Texts.of("feeds.copied"));
        }
    }

    private void show(@Nullable GroupRow row) {
        reason.setText(row == null ? "" : row.group().reason());
        todo.setText(row == null ? "" : row.advice());
    }

    private void show(@Nullable ItemRow row) {
        place.setText(
                row == null
                        ? ""
                        : Texts.of(
                                "feeds.item.place",
                                row.time(),
                                row.held().item().source(),
                                row.held().item().line()));
    }

    private void show(RawText text) {
        raw.getItems().setAll(text.lines());
    }
}
