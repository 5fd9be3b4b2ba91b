package org.cytovigil.ui.shell;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.Texts;

/**
 * Under the strip in a flood of alarms: those of high priority by name, one after another, each a
 * way to its bedside. Not there otherwise. FX thread.
 */
// [impl->req~ui.alarm-strip~1]
final class FloodBand extends FlowPane {
    private static final PseudoClass UNLIT = PseudoClass.getPseudoClass("unlit");

    private final ShellViewModel model;
    private List<ShellViewModel.Named> shown = List.of();

    /**
     * @param flash by which alarms of high priority flash together
     */
    FloodBand(ShellViewModel model, Flash flash) {
        this.model = model;
        flash.lit(AlarmPriority.HIGH)
                .addListener((property, before, lit) -> pseudoClassStateChanged(UNLIT, !lit));
        getStyleClass().add("flood");
        model.stripProperty().addListener((property, before, now) -> show(now.urgent()));
        setVisible(false);
        setManaged(false);
        show(model.stripProperty().get().urgent());
    }

    private void show(List<ShellViewModel.Named> urgent) {
        if (urgent.equals(shown)) {
            return;
        }
        shown = urgent;
        setVisible(!urgent.isEmpty());
        setManaged(!urgent.isEmpty());
        getChildren().setAll(urgent.stream().map(this::named).toList());
    }

    private Button named(ShellViewModel.Named alarm) {
        Button button = new Button(alarm.text());
        button.getStyleClass().add("flood-alarm");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(Texts.of("shell.flood.open", alarm.text()));
        button.setOnAction(event -> model.open(alarm.alarm()));
        return button;
    }
}
