package org.cytovigil.ui.handover;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.theme.Texts;

/** Where a sheet is saved and printed. FX thread. */
final class PaperBar extends VBox {
    private static final KeyCombination SAVE =
            new KeyCodeCombination(KeyCode.S, KeyCombination.CONTROL_DOWN);
    private static final KeyCombination PRINT =
            new KeyCodeCombination(
                    KeyCode.P, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);

    private final PaperViewModel model;

    /**
     * @param more buttons of the panel, in the same rows
     */
    PaperBar(PaperViewModel model, Button... more) {
        this.model = model;
        getStyleClass().add("paper-bar");
        TextField file = new TextField();
        file.setAccessibleText(Texts.of("paper.file-name"));
        file.setPromptText(Texts.of("paper.file-name"));
        file.textProperty().bindBidirectional(model.fileProperty());
        file.setOnAction(event -> model.save());
        HBox.setHgrow(file, Priority.ALWAYS);
        Button choose = button("paper.choose", this::choose);
        HBox place = new HBox(file, choose);
        place.getStyleClass().add("panel-buttons");
        Button save = button("paper.save", model::save);
        Button replace = button("paper.replace", model::replace);
        showOnly(replace, model.askingProperty());
        ComboBox<String> printer = new ComboBox<>(model.printers());
        printer.setAccessibleText(Texts.of("paper.printer"));
        printer.valueProperty().bindBidirectional(model.printerProperty());
        // One printer needs no choice.
        printer.visibleProperty().bind(Bindings.size(model.printers()).greaterThan(1));
        printer.managedProperty().bind(printer.visibleProperty());
        Button print = button("paper.print", model::print);
        Button stop = button("paper.stop", model::stop);
        showOnly(stop, model.busyProperty());
        save.disableProperty().bind(model.busyProperty());
        print.disableProperty().bind(model.busyProperty());
        FlowPane acts = new FlowPane(save, replace, print, printer, stop);
        acts.getChildren().addAll(more);
        acts.getStyleClass().add("paper-acts");
        Label said = new Label();
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.textProperty().bind(model.saidProperty());
        said.visibleProperty().bind(model.saidProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        getChildren().addAll(place, acts, said);
    }

    private static void showOnly(Button button, BooleanExpression when) {
        button.visibleProperty().bind(when);
        button.managedProperty().bind(when);
    }

    private static Button button(String key, Runnable act) {
        Button button = new Button(Texts.of(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> act.run());
        return button;
    }

    /**
     * Saves and prints by key, wherever in the panel the keyboard is.
     *
     * @param keys the panel's own, to which these are added
     */
    void keysOn(Region panel, Keymap keys) {
        keys.on(Texts.of("keys.paper.save"), model::save, SAVE)
                .on(Texts.of("keys.paper.print"), model::print, PRINT);
        panel.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (keys.handle(event)) {
                        event.consume();
                    }
                });
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("paper.save"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
        try {
            Path now = Path.of(model.fileProperty().get());
            Path name = now.getFileName();
            Path folder = now.toAbsolutePath().getParent();
            chooser.setInitialFileName(name == null ? "" : name.toString());
            if (folder != null && folder.toFile().isDirectory()) {
                chooser.setInitialDirectory(folder.toFile());
            }
        } catch (InvalidPathException e) {
            // What stands in the field is no place: the chooser begins at its own.
            chooser.setInitialFileName("");
        }
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.fileProperty().set(chosen.getPath());
        }
    }
}
