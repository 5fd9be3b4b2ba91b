package org.cytovigil.ui.shell;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;
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
    private final Runnable toMain;
    private final Subscription shared;
    private List<ShellViewModel.Named> shown = List.of();

    /**
     * @param flash by which alarms of high priority flash together
     * @param toMain gives the keyboard to the main window, where patients are shown
     */
    FloodBand(ShellViewModel model, Flash flash, Runnable toMain) {
        this.model = model;
        this.toMain = toMain;
        getStyleClass().add("flood");
        setVisible(false);
        setManaged(false);
        shared =
                Subscription.combine(
                        flash.lit(AlarmPriority.HIGH)
                                .subscribe(lit -> pseudoClassStateChanged(UNLIT, !lit)),
                        model.stripProperty().subscribe(now -> show(now.urgent())));
    }

    /** Lets go of the alarms and of the shared beat; it is not used afterwards. */
    // [impl->req~ui.no-leaks~1]
    void dispose() {
        shared.unsubscribe();
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
        button.setOnAction(
                event -> {
                    model.open(alarm.alarm());
                    toMain.run();
                });
        return button;
    }
}
