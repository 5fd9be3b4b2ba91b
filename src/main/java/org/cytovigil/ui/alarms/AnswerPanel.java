package org.cytovigil.ui.alarms;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.cytovigil.ui.alarms.AnswerViewModel.Shown;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Under the alarm strip, which it leaves in sight: what the alarm means, what was done about it,
 * and putting it off. FX thread.
 */
// [impl->req~ui.alarm-answer~1]
public final class AnswerPanel extends VBox {
    private final AnswerViewModel model;
    private final Label title = label("answer-title");
    private final Label guidance = label("answer-guidance");
    private final Label note = label("answer-note");
    private final List<Button> done = new ArrayList<>();
    private final Button putOff = button("", this::putOff);
    private final Button adjust;
    private final HBox putOffPlace = new HBox(putOff);
    private final Map<PutOff, ToggleButton> spans = new EnumMap<>(PutOff.class);
    private final Tooltip barred = new Tooltip();
    private final Keymap keys =
            new Keymap()
                    .onNumbers(
                            Texts.of("keys.answer"),
                            Done.values().length,
                            this::fire,
                            Keymap::sign);

    public AnswerPanel(AnswerViewModel model) {
        this.model = model;
        this.adjust = button(Texts.of("answer.adjust"), model::adjustShown);
        getStyleClass().add("answer-panel");
        setFocusTraversable(true);
        accessibleTextProperty().bind(title.textProperty());
        Button close = button(Texts.of("answer.close"), model::close);
        HBox head = new HBox(title, close);
        head.getStyleClass().add("answer-row");
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(head, guidance, actions(), reasons(), note);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        model.shownProperty().addListener((property, before, now) -> show(before, now));
        model.spanProperty().addListener((property, before, now) -> showSpan());
        show(null, model.shownProperty().get());
    }

    private FlowPane actions() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("answer-row");
        int key = 1;
        for (Done action : Done.values()) {
            Button button =
                    button(
                            Texts.of("answer.do", Integer.toString(key++), action.words()),
                            () -> model.answer(action));
            done.add(button);
        }
        TextField words = field("answer.words", model.wordsProperty());
        words.setOnAction(event -> model.answerInWords());
        Button inWords = button(Texts.of("answer.do-words"), model::answerInWords);
        inWords.disableProperty().bind(blank(model.wordsProperty()).or(answered()));
        row.getChildren().addAll(done);
        row.getChildren().addAll(words, inWords);
        return row;
    }

    private FlowPane reasons() {
        TextField reason = field("answer.reason", model.reasonProperty());
        SegmentedButton choice = new SegmentedButton();
        for (PutOff span : PutOff.values()) {
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
        BooleanBinding noReason = blank(model.reasonProperty());
        putOff.disableProperty()
                .bind(
                        noReason.or(
                                Bindings.createBooleanBinding(
                                        () -> !notPutOff().isEmpty(), model.shownProperty())));
        Button out = button(Texts.of("answer.take-out"), model::takeOut);
        out.disableProperty().bind(noReason);
        HBox outPlace = new HBox(out);
        Tooltip.install(outPlace, new Tooltip(Texts.of("answer.take-out.tooltip")));
        // A disabled button tells the pointer nothing: its place does.
        Tooltip.install(putOffPlace, barred);
        adjust.setTooltip(new Tooltip(Texts.of("answer.adjust.tooltip")));
        FlowPane row = new FlowPane(reason, choice, putOffPlace, outPlace, adjust);
        row.getStyleClass().add("answer-row");
        return row;
    }

    private String notPutOff() {
        Shown shown = model.shownProperty().get();
        return shown == null ? "" : shown.notPutOff();
    }

    private BooleanBinding answered() {
        return Bindings.createBooleanBinding(
                () -> {
                    Shown shown = model.shownProperty().get();
                    return shown == null || !shown.notAnswerable().isEmpty();
                },
                model.shownProperty());
    }

    private static BooleanBinding blank(StringProperty typed) {
        return Bindings.createBooleanBinding(() -> typed.get().isBlank(), typed);
    }

    private void putOff() {
        model.putOff();
    }

    private void show(@Nullable Shown before, @Nullable Shown now) {
        setVisible(now != null);
        setManaged(now != null);
        if (now == null) {
            return;
        }
        title.setText(now.title());
        guidance.setText(now.guidance());
        String said =
                Stream.of(now.adjusted(), now.notAnswerable(), now.notPutOff())
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" "));
        boolean ofUnit = now.alarm().key().concernsTheUnit();
        adjust.setVisible(!ofUnit);
        adjust.setManaged(!ofUnit);
        note.setText(said);
        note.setVisible(!said.isEmpty());
        note.setManaged(!said.isEmpty());
        done.forEach(button -> button.setDisable(!now.notAnswerable().isEmpty()));
        barred.setText(
                now.notPutOff().isEmpty() ? Texts.of("answer.put-off.tooltip") : now.notPutOff());
        showSpan();
        if (before == null) {
            // No button: a key pressed a moment too late must not say what was done.
            requestFocus();
        }
    }

    private void showSpan() {
        spans.forEach((span, button) -> button.setSelected(span == model.spanProperty().get()));
        putOff.setText(model.putOffWords());
    }

    /** A digit answers, unless words are being typed. */
    private void onKey(KeyEvent event) {
        if (event.getTarget() instanceof TextField || event.isShortcutDown()) {
            return;
        }
        if (keys.handle(event)) {
            event.consume();
        }
    }

    /** What keys do here. */
    public List<Command> keys() {
        return keys.commands();
    }

    private boolean fire(int number) {
        done.get(number).fire();
        return true;
    }

    private static TextField field(String key, StringProperty typed) {
        TextField field = new TextField();
        field.setPromptText(Texts.of(key));
        field.setAccessibleText(Texts.of(key));
        field.getStyleClass().add("answer-field");
        field.textProperty().bindBidirectional(typed);
        return field;
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(event -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
