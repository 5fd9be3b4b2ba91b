package org.cytovigil.ui.alarms;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.grading.AlarmPart;
import org.cytovigil.ui.alarms.AdjustViewModel.Field;
import org.cytovigil.ui.alarms.AdjustViewModel.Shown;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Under the alarm strip: one kind of alarm is set otherwise for one patient. Why a value is refused
 * stands under its field. FX thread.
 */
// [impl->req~ui.alarm-adjust~1]
public final class AdjustPanel extends VBox {
    private final AdjustViewModel model;
    private final Label title = label("answer-title");
    private final Label current = label("answer-note");
    private final ComboBox<AlarmKind> kind =
            new ComboBox<>(FXCollections.observableArrayList(AlarmKind.OF_A_STAY));
    private final FlowPane fields = row();
    private final Map<AdjustFor, ToggleButton> spans = new EnumMap<>(AdjustFor.class);
    private final Button keep;
    private final Button end;
    private List<Field> made = List.of();

    public AdjustPanel(AdjustViewModel model) {
        this.model = model;
        getStyleClass().addAll("answer-panel", "adjust-panel");
        keep = button("", model::keep);
        end = button(Texts.of("adjust.end"), model::end);
        HBox head = new HBox(title, button(Texts.of("answer.close"), model::close));
        head.getStyleClass().add("answer-row");
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        kind.setAccessibleText(Texts.of("adjust.kind"));
        kind.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable AlarmKind value) {
                        return value == null ? "" : AlarmWords.kind(value);
                    }

                    @Override
                    public AlarmKind fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here");
                    }
                });
        kind.valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now != null) {
                                model.turnTo(now);
                            }
                        });
        getChildren().addAll(head, current, fields, why());
        model.shownProperty().addListener((property, before, now) -> show(before, now));
        model.spanProperty().addListener((property, before, now) -> showSpan());
        show(null, model.shownProperty().get());
    }

    private FlowPane why() {
        TextField reason = new TextField();
        reason.getStyleClass().add("answer-field");
        reason.setPromptText(Texts.of("adjust.reason"));
        reason.setAccessibleText(Texts.of("adjust.reason"));
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reason.setOnAction(event -> model.keep());
        SegmentedButton choice = new SegmentedButton();
        for (AdjustFor span : AdjustFor.values()) {
            ToggleButton button = new ToggleButton(span.words());
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(
                    event -> {
                        // Pressing the chosen one again must not leave none chosen.
                        button.setSelected(true);
                        model.spanProperty().set(span);
                    });
            spans.put(span, button);
            choice.getButtons().add(button);
        }
        choice.setMinWidth(USE_PREF_SIZE);
        FlowPane row = row();
        row.getChildren().addAll(reason, choice, keep, end, refused(model.refusalProperty()));
        return row;
    }

    private void show(@Nullable Shown before, @Nullable Shown now) {
        setVisible(now != null);
        setManaged(now != null);
        if (now == null) {
            return;
        }
        title.setText(now.title());
        current.setText(now.current().isEmpty() ? Texts.of("adjust.usual") : now.current());
        end.setDisable(now.current().isEmpty());
        kind.setValue(now.key().kind());
        // Made anew only for another kind: what is being typed must keep the keyboard.
        if (!now.fields().equals(made)) {
            made = now.fields();
            List<Node> all = new ArrayList<>(List.of(named(Texts.of("adjust.kind"), kind)));
            made.forEach(field -> all.add(field(field)));
            fields.getChildren().setAll(all);
        }
        showSpan();
        if (before == null) {
            kind.requestFocus();
        }
    }

    private void showSpan() {
        spans.forEach((span, button) -> button.setSelected(span == model.spanProperty().get()));
        keep.setText(model.keepWords());
    }

    private VBox field(Field field) {
        VBox box = named(field.name(), input(field));
        box.getChildren().add(refused(model.refusalProperty(field.part())));
        return box;
    }

    private Node input(Field field) {
        if (field.choices().isEmpty()) {
            TextField typed = new TextField();
            typed.getStyleClass()
                    .add(field.part() == AlarmPart.GUIDANCE ? "answer-field" : "adjust-time");
            typed.setPromptText(Texts.of("adjust.as-unit"));
            typed.setAccessibleText(field.name());
            typed.textProperty().bindBidirectional(model.valueProperty(field.part()));
            return typed;
        }
        ComboBox<String> chosen =
                new ComboBox<>(FXCollections.observableArrayList(field.choices()));
        chosen.setAccessibleText(field.name());
        chosen.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String value) {
                        return value == null || value.isEmpty()
                                ? Texts.of("adjust.as-unit")
                                : value;
                    }

                    @Override
                    public String fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here");
                    }
                });
        chosen.valueProperty().bindBidirectional(model.valueProperty(field.part()));
        return chosen;
    }

    private static VBox named(String name, Node input) {
        VBox box = new VBox(label(name, "answer-note"), input);
        box.getStyleClass().add("adjust-field");
        return box;
    }

    /** Why something is refused; it takes no place while nothing is. */
    private static Label refused(ObservableValue<String> why) {
        Label label = label("adjust-refused");
        label.textProperty().bind(why);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static FlowPane row() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("answer-row");
        return row;
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(event -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Label label(String style) {
        return label("", style);
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
