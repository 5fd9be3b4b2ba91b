package org.cytovigil.ui.charting;

import java.util.Arrays;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.charting.Field.Choice;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Many things to choose from: a line that narrows them as one types, with Up and Down to go through
 * those that are left. What is narrowed away is no longer chosen. FX thread.
 */
final class ChoiceList extends VBox {
    private final Field field;
    private final TextField filter = new TextField();
    private final FilteredList<Choice> shown;
    private final ListView<Choice> list;

    ChoiceList(Field field) {
        this.field = field;
        shown = new FilteredList<>(field.choices(), choice -> !choice.id().isEmpty());
        list = new ListView<>(shown);
        list.setAccessibleText(field.label());
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new WrappedCell(view));
        list.setPlaceholder(new Label(Texts.of("charting.list.none")));
        list.getStyleClass().add("charting-list");
        filter.setPromptText(Texts.of("charting.list.filter"));
        filter.textProperty().addListener(property -> narrow());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now != null) {
                                field.textProperty().set(now.id());
                            }
                        });
        field.textProperty().addListener(property -> select());
        // The list has its own listener first: what is chosen is chosen again in the new ones.
        shown.addListener((ListChangeListener<Choice>) change -> select());
        // It gets whatever room the panel has.
        setVgrow(list, Priority.ALWAYS);
        list.setMaxHeight(Double.MAX_VALUE);
        getChildren().setAll(filter, list);
        select();
    }

    /** Where the keyboard is. */
    TextField input() {
        return filter;
    }

    /** The list itself, for the mouse. */
    ListView<Choice> list() {
        return list;
    }

    private void narrow() {
        String[] words = filter.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
        shown.setPredicate(
                choice ->
                        !choice.id().isEmpty()
                                && Arrays.stream(words)
                                        .allMatch(
                                                choice.words().toLowerCase(Locale.ROOT)::contains));
        if (shown.stream().noneMatch(choice -> choice.id().equals(field.text()))) {
            field.textProperty().set("");
        }
    }

    private void select() {
        Choice chosen =
                shown.stream()
                        .filter(choice -> choice.id().equals(field.text()))
                        .findFirst()
                        .orElse(null);
        if (chosen == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(chosen);
            list.scrollTo(chosen);
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
            event.consume();
        }
    }

    /** Long words go on in a second line, never beyond the edge. */
    private static final class WrappedCell extends ListCell<Choice> {
        WrappedCell(ListView<Choice> view) {
            setWrapText(true);
            setPrefWidth(0);
            maxWidthProperty().bind(view.widthProperty().subtract(24));
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? "" : choice.words());
        }
    }
}
