package org.cytovigil.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.TwoEnds;

/** The foot of every screen: what the program is not, and what it follows. FX thread. */
final class Footer {
    private Footer() {}

    /** Makes it. */
    static TwoEnds of(ShellViewModel model, FeedsViewModel feeds) {
        Label promise = new Label(Texts.of("shell.promise"));
        promise.setMinWidth(Region.USE_PREF_SIZE);
        Label status = new Label();
        status.setWrapText(true);
        status.setMinHeight(Region.USE_PREF_SIZE);
        status.textProperty().bind(model.statusProperty());
        Label waiting = new Label();
        waiting.getStyleClass().add("quarantine-note");
        waiting.setMinWidth(Region.USE_PREF_SIZE);
        waiting.textProperty()
                .bind(
                        Bindings.when(feeds.waitingProperty().isEqualTo(0))
                                .then("")
                                .otherwise(
                                        Bindings.createStringBinding(
                                                () ->
                                                        Texts.of(
                                                                "shell.quarantine",
                                                                feeds.waitingProperty().get()),
                                                feeds.waitingProperty())));
        HBox about = new HBox(waiting, status);
        about.setAlignment(Pos.CENTER_RIGHT);
        TwoEnds footer = new TwoEnds(promise, about, 0, 12);
        footer.getStyleClass().add("footer");
        return footer;
    }
}
