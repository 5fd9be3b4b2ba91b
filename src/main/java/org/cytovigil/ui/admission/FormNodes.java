package org.cytovigil.ui.admission;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The parts that panels of admission are made of. */
final class FormNodes {
    private FormNodes() {}

    static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    /** Words that take no place while there are none. */
    static Label said(ObservableValue<String> words, String style) {
        Label label = label("", style);
        label.textProperty().bind(words);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /** A field under its name, with what is said about it below. */
    static VBox field(String key, TypedField typed) {
        return field(key, typed, input(key, typed));
    }

    static VBox field(String key, TypedField typed, Node input) {
        VBox box = named(key, input);
        box.getChildren().add(said(typed.noteProperty(), "admission-refused"));
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /** A field under its name; what is said about it stands elsewhere. */
    static VBox named(String key, Node input) {
        VBox box = new VBox(label(Texts.of(key), "admission-name"), input);
        box.getStyleClass().add("admission-field");
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    /** Fields beside each other, and below them, over the whole width, what is said about them. */
    static VBox noted(Node row, TypedField... typed) {
        VBox box = new VBox(row);
        for (TypedField each : typed) {
            box.getChildren().add(said(each.noteProperty(), "admission-refused"));
        }
        box.getStyleClass().add("admission-field");
        return box;
    }

    static TextField input(String key, TypedField typed) {
        TextField field = new TextField();
        field.setAccessibleText(Texts.of(key));
        field.setMinWidth(0);
        field.setPrefWidth(60);
        field.setMaxWidth(Double.MAX_VALUE);
        field.textProperty().bindBidirectional(typed.textProperty());
        return field;
    }

    static TextField hinted(String key, TypedField typed, String hint) {
        TextField field = input(key, typed);
        field.setPromptText(Texts.of(hint));
        return field;
    }

    /** A list of what is usual, into which anything else can be typed too. */
    static ComboBox<String> choice(String key, TypedField typed, List<String> usual) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(usual));
        box.setEditable(true);
        box.setAccessibleText(Texts.of(key));
        box.getEditor().setAccessibleText(Texts.of(key));
        box.setMinWidth(0);
        box.setPrefWidth(60);
        box.setMaxWidth(Double.MAX_VALUE);
        // The editor is what counts: the value follows it only when the field is left.
        box.getEditor().textProperty().bindBidirectional(typed.textProperty());
        return box;
    }

    /** One of a list, under its name. */
    static <T> VBox picked(
            String key, ObjectProperty<T> value, List<T> all, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(all));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T one) {
                        return one == null ? "" : words.apply(one);
                    }

                    @Override
                    public T fromString(String text) {
                        return all.stream()
                                .filter(one -> words.apply(one).equals(text))
                                .findFirst()
                                .orElseThrow();
                    }
                });
        box.valueProperty().bindBidirectional(value);
        box.setAccessibleText(Texts.of(key));
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        return named(key, box);
    }

    static HBox row(Node... parts) {
        HBox row = new HBox(parts);
        row.getStyleClass().add("admission-row");
        row.setAlignment(Pos.TOP_LEFT);
        for (Node part : parts) {
            HBox.setHgrow(part, Priority.ALWAYS);
            if (part instanceof Region region) {
                // Equal shares, whatever stands in them.
                region.setPrefWidth(160);
            }
        }
        return row;
    }

    static Button button(Runnable action) {
        Button button = new Button();
        button.setOnAction(event -> action.run());
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("admission-do");
        return button;
    }

    /** A button in a place that tells why it is disabled: a disabled one shows no tooltip. */
    static VBox place(Button button, ObservableValue<String> barred) {
        VBox place = new VBox(button, said(barred, "admission-note"));
        place.getStyleClass().add("admission-field");
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(barred);
        barred.addListener((property, before, now) -> installed(place, tooltip, now));
        installed(place, tooltip, barred.getValue());
        return place;
    }

    private static void installed(Node place, Tooltip tooltip, String barred) {
        Tooltip.uninstall(place, tooltip);
        if (!barred.isEmpty()) {
            Tooltip.install(place, tooltip);
        }
    }

    /**
     * Title and a button that closes as Esc does: it asks before anything typed is lost.
     *
     * @param close closes the panel without asking it
     */
    static HBox head(ObservableValue<String> title, Panel panel, Runnable close) {
        Label words = label("", "admission-title");
        words.textProperty().bind(title);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = new Button(Texts.of("admission.close"));
        button.setOnAction(
                event -> {
                    if (panel.leave()) {
                        close.run();
                    }
                });
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(words, button);
        head.getStyleClass().add("admission-row");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    static ScrollPane scrolled(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("admission-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    static VBox column(Node... parts) {
        VBox column = new VBox(parts);
        column.getStyleClass().add("admission-column");
        return column;
    }
}
