package org.cytovigil.ui.feeds;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.panel.PanelNodes;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The chosen reason: what to do about it, what can be done, its items, the raw text. FX thread. */
final class FeedDetail extends VBox {
    /** A third for the items: the raw text is read in lines. */
    private static final double ITEMS = 0.3;

    private final FeedsViewModel model;
    private final Consumer<String> say;
    private final Runnable leave;
    private final Label reason = FeedsView.text("feed-reason");
    private final Label todo = FeedsView.text("feed-todo");
    private final Label place = FeedsView.text("feed-note");
    private final Label why = FeedsView.text("feed-title");
    private final TextField words = new TextField();
    private final VBox editor;
    private final TextArea raw = new TextArea();
    private final Label atFault = FeedsView.text("raw-fault");
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
        getChildren().addAll(heading, reason, todo, actions(), editor, halves(items));
        model.groupProperty().addListener((property, before, now) -> show(now));
        model.items().rawProperty().addListener((property, before, now) -> show(now));
        model.items().chosenProperty().addListener((property, before, now) -> show(now));
        show(model.groupProperty().get());
        show(model.items().chosenProperty().get());
        show(model.items().rawProperty().get());
    }

    /** The items above and the raw text below; how much each has is moved by the line between. */
    // [impl->req~ui.feeds-raw~1]
    private SplitPane halves(ListView<ItemRow> items) {
        raw.setEditable(false);
        raw.setWrapText(true);
        raw.getStyleClass().add("raw");
        raw.setAccessibleText(Texts.of("feeds.raw"));
        PanelNodes.leaveByTab(raw);
        atFault.visibleProperty().bind(atFault.textProperty().isNotEmpty());
        atFault.managedProperty().bind(atFault.visibleProperty());
        VBox.setVgrow(raw, Priority.ALWAYS);
        VBox text = new VBox(place, atFault, raw);
        text.getStyleClass().add("feed-raw");
        SplitPane halves = new SplitPane(items, text);
        halves.setOrientation(Orientation.VERTICAL);
        halves.setDividerPositions(ITEMS);
        halves.getStyleClass().add("feed-halves");
        VBox.setVgrow(halves, Priority.ALWAYS);
        return halves;
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

    /** What is at fault is named, and marked in the text from the beginning. */
    private void show(RawText text) {
        raw.setText(text.shown());
        List<RawText.Line> refused = text.lines().stream().filter(RawText.Line::atFault).toList();
        atFault.setText(
                refused.isEmpty()
                        ? ""
                        : Texts.of(
                                "feeds.raw.fault",
                                refused.stream()
                                        .map(line -> Integer.toString(line.number()))
                                        .collect(Collectors.joining(", "))));
        if (refused.isEmpty()) {
            raw.positionCaret(0);
        } else {
            int from = text.begins(refused.getFirst());
            raw.selectRange(from + refused.getFirst().text().length(), from);
        }
    }
}
