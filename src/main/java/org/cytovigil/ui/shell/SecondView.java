package org.cytovigil.ui.shell;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.board.BoardPage;
import org.cytovigil.ui.board.BoardWall;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.TwoEnds;

/**
 * What the second window shows: the alarm strip, tiles and the reminder below. It looks at the view
 * model of the main window, so that both show the same alarms in the same frame. FX thread.
 */
// [impl->req~ui.second-screen~1]
final class SecondView extends BorderPane {
    private final ShellViewModel model;
    private final BoardWall board;
    private final AlarmStrip strip;
    private final FloodBand flood;
    private final Subscription looks;

    /**
     * @param flash the beat of the main window
     * @param open shows a patient on the main window
     * @param toMain gives the keyboard to the main window
     * @param keys what keys do here
     */
    SecondView(
            ShellViewModel model,
            BoardPage page,
            Flash flash,
            Consumer<StayId> open,
            Runnable toMain,
            Keymap keys) {
        this.model = model;
        Looks.install(this);
        board = new BoardWall(page, flash, open);
        strip = AlarmStrip.ofSecond(model, flash, toMain);
        flood = new FloodBand(model, flash, toMain);
        setTop(new VBox(strip, flood, new TroubleBand(model)));
        setCenter(board);
        setBottom(footer());
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (keys.handle(event)) {
                        event.consume();
                    }
                });
        widthProperty().addListener(width -> restyle());
        heightProperty().addListener(height -> restyle());
        looks =
                Subscription.combine(
                        model.themeProperty().subscribe(this::restyle),
                        model.textProperty().subscribe(this::restyle));
        restyle();
    }

    private TwoEnds footer() {
        Label promise = new Label(Texts.of("shell.promise"));
        promise.setMinWidth(USE_PREF_SIZE);
        Label status = new Label();
        status.setWrapText(true);
        status.setMinHeight(USE_PREF_SIZE);
        status.textProperty().bind(model.statusProperty());
        TwoEnds footer = new TwoEnds(promise, status, 0, 12);
        footer.getStyleClass().add("footer");
        return footer;
    }

    private void restyle() {
        board.setText(Looks.larger(model));
        Looks.apply(this, model, true);
        board.setTheme(model.themeProperty().get());
    }

    /** Gives the keyboard to the first tile. */
    void focus() {
        board.focus();
    }

    /** Lets go of what is shared with the main window; it is not used afterwards. */
    // [impl->req~ui.no-leaks~1]
    void dispose() {
        looks.unsubscribe();
        strip.dispose();
        flood.dispose();
        board.dispose();
    }
}
