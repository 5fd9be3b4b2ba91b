package org.cytovigil.ui.charting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.panel.PanelNodes;
import org.jspecify.annotations.Nullable;

/** The fields of a panel, one below the other, each with its last value. FX thread. */
final class FieldRows extends VBox {
    private final List<Field> fields;
    private final Consumer<Field> next;
    private final Consumer<Control> reveal;
    private final Map<Field, Control> inputs = new HashMap<>();

    /**
     * @param next run when Enter leaves a field that keeps the key to itself
     * @param reveal scrolls to what has got the keyboard
     */
    FieldRows(List<Field> fields, Consumer<Field> next, Consumer<Control> reveal) {
        this.fields = List.copyOf(fields);
        this.next = next;
        this.reveal = reveal;
        getStyleClass().add("charting-rows");
        addRows();
    }

    /** Where a field is typed or chosen. */
    Control input(Field field) {
        return Objects.requireNonNull(inputs.get(field));
    }

    /** The field that has the keyboard, if Enter there may go on to the next one. */
    Optional<Field> left(Node owner) {
        for (Field field : fields) {
            Control input = input(field);
            boolean in = owner.equals(input) || input.equals(owner.getParent());
            if (in && input instanceof TextArea) {
                return Optional.empty();
            }
            if (in && !(input instanceof ComboBox<?> box && box.isShowing())) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /**
     * The field to which Enter goes from one; from {@code null} the first. Empty after the last.
     */
    Optional<Field> after(@Nullable Field from) {
        return fields.stream()
                .skip(from == null ? 0 : fields.indexOf(from) + 1L)
                .filter(field -> field.isShown() && !field.isPassedByEnter())
                .findFirst();
    }

    /** Gives the keyboard to a field. */
    void focus(Field field) {
        Control input = input(field);
        input.requestFocus();
        if (input instanceof TextField typed) {
            typed.selectAll();
        } else if (input instanceof TextArea written) {
            // A key too many must not wipe out a note.
            written.end();
        }
        reveal.accept(input);
    }

    private void addRows() {
        HBox pair = null;
        for (Field field : fields) {
            Node row = row(field);
            if (!field.isHalf()) {
                pair = null;
                getChildren().add(row);
            } else if (pair == null || pair.getChildren().size() > 1) {
                pair = new HBox(row);
                pair.getStyleClass().add("charting-line");
                pair.visibleProperty().bind(field.shownProperty());
                pair.managedProperty().bind(pair.visibleProperty());
                getChildren().add(pair);
            } else {
                Node other = pair.getChildren().getFirst();
                pair.visibleProperty().unbind();
                pair.visibleProperty().bind(other.visibleProperty().or(field.shownProperty()));
                pair.getChildren().add(row);
                row.getStyleClass().add("charting-second");
                pair.getChildren().forEach(half -> half.getStyleClass().add("charting-half"));
            }
        }
    }

    private Node row(Field field) {
        ChoiceList many = field.isList() ? new ChoiceList(field) : null;
        Control input =
                many == null
                        ? FieldInput.of(field, () -> after(field).ifPresent(this::focus))
                        : many.input();
        input.setAccessibleText(field.label());
        inputs.put(field, input);
        Label name = PanelNodes.label(field.label(), "charting-name");
        name.setLabelFor(input);
        Label last = PanelNodes.label("", "charting-last");
        last.textProperty().bind(field.lastProperty());
        HBox.setHgrow(last, Priority.ALWAYS);
        HBox line = new HBox(name, input, last);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("charting-line");
        if (field.isWide()) {
            line.getChildren().setAll(input);
            HBox.setHgrow(input, Priority.ALWAYS);
            input.setMaxWidth(Double.MAX_VALUE);
        }
        Label note = PanelNodes.said(field.noteProperty(), "charting-note");
        Label refused = PanelNodes.said(field.refusalProperty(), "charting-refused");
        VBox row = new VBox(line, note, refused);
        if (field.isWide() || field.isByDigit()) {
            line.getChildren().setAll(input);
            row.getChildren().addFirst(name);
        } else if (field.isHalf()) {
            line.getChildren().setAll(name, input);
        } else if (field.isLastBelow()) {
            line.getChildren().setAll(name, input);
            row.getChildren().add(1, last);
        }
        if (field.isByDigit()) {
            row.getStyleClass().add("charting-above");
        }
        if (many != null) {
            // The row's line has taken its input away.
            many.getChildren().setAll(many.input(), many.list());
            row.getChildren().set(row.getChildren().indexOf(line), many);
            many.list().addEventHandler(KeyEvent.KEY_PRESSED, event -> leaveList(field, event));
            VBox.setVgrow(many, Priority.ALWAYS);
            VBox.setVgrow(row, Priority.ALWAYS);
        }
        row.visibleProperty().bind(field.shownProperty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private void leaveList(Field field, KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            next.accept(field);
            event.consume();
        }
    }
}
