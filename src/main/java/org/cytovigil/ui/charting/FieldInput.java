package org.cytovigil.ui.charting;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.cytovigil.ui.charting.Field.Choice;
import org.cytovigil.ui.panel.PanelNodes;
import org.jspecify.annotations.Nullable;

/** What a field is typed or chosen in. FX thread. */
final class FieldInput {
    /** How many lines of a note are seen before it scrolls. */
    private static final int LINES = 10;

    private FieldInput() {}

    /**
     * Makes it.
     *
     * @param advance run when a digit was the whole answer
     */
    static Control of(Field field, Runnable advance) {
        if (field.isChosen()) {
            return chosen(field, advance);
        }
        return field.isInLines() ? inLines(field) : typed(field);
    }

    private static TextField typed(Field field) {
        TextField input = new TextField();
        input.getStyleClass().add("charting-typed");
        input.textProperty().bindBidirectional(field.textProperty());
        return input;
    }

    private static TextArea inLines(Field field) {
        TextArea input = new TextArea();
        input.getStyleClass().add("charting-lines");
        input.setWrapText(true);
        input.setPrefRowCount(LINES);
        input.textProperty().bindBidirectional(field.textProperty());
        PanelNodes.leaveByTab(input);
        return input;
    }

    private static ComboBox<Choice> chosen(Field field, Runnable advance) {
        ComboBox<Choice> input = new ComboBox<>(field.choices());
        input.getStyleClass().add("charting-chosen");
        input.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Choice choice) {
                        return choice == null ? "" : choice.words();
                    }

                    @Override
                    public Choice fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here");
                    }
                });
        Runnable show =
                () ->
                        input.setValue(
                                field.choices().stream()
                                        .filter(each -> each.id().equals(field.text()))
                                        .findFirst()
                                        .orElse(null));
        show.run();
        field.textProperty().addListener(property -> show.run());
        input.valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now != null) {
                                field.textProperty().set(now.id());
                            }
                        });
        input.addEventHandler(
                KeyEvent.KEY_TYPED,
                event -> {
                    boolean found = jump(input, event);
                    if (found
                            && field.isByDigit()
                            && Character.isDigit(event.getCharacter().charAt(0))) {
                        advance.run();
                    }
                });
        return input;
    }

    /** A letter goes to the next choice that begins with it; whether there is one. */
    private static boolean jump(ComboBox<Choice> input, KeyEvent event) {
        String letter = event.getCharacter();
        if (letter.isBlank() || event.isControlDown() || event.isAltDown()) {
            return false;
        }
        List<Choice> all = input.getItems();
        int from = all.indexOf(input.getValue());
        for (int i = 1; i <= all.size(); i++) {
            Choice choice = all.get(Math.floorMod(from + i, all.size()));
            if (choice.words().regionMatches(true, 0, letter, 0, letter.length())) {
                input.setValue(choice);
                return true;
            }
        }
        return false;
    }
}
