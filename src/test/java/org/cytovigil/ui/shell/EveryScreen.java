package org.cytovigil.ui.shell;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.theme.Theme;

/**
 * Every screen and everything that opens on it, one after another in one window. What there is is
 * asked from the program: a new panel is walked without being named here.
 */
final class EveryScreen {
    private static final long PATIENCE_SECONDS = 60;

    final ShellViewModel model;
    final ShellView view;
    Scene scene;
    private Parent root;
    private final StayId stay;

    /** What is done with a screen that stands laid out. */
    interface Look {
        void at(String place, EveryScreen window);
    }

    EveryScreen(Theme theme, int width, int height, int text) {
        this(theme, width, height, text, true);
    }

    /** The same unit with nobody ill: nothing alarms. */
    static EveryScreen quiet(Theme theme, int width, int height) {
        return new EveryScreen(theme, width, height, 100, false);
    }

    private EveryScreen(Theme theme, int width, int height, int text, boolean ill) {
        Ward ward = new Ward();
        stay = ward.admit("4", "DEMO Alpha-Bartholomea");
        StayId other = ward.admit("B-12", "DEMO Bravo");
        ward.admit("7", "DEMO Charlie");
        if (ill) {
            ward.chart(stay, 39.0, 86, 50, 6);
            ward.chart(other, 39.4, 86, 50, 0);
        } else {
            ward.chart(stay, 37.0, 120, 70, 0);
        }
        ward.pass(Duration.ofSeconds(1));
        model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
        view =
                new ShellView(
                        model,
                        new BoardViewModel(() -> Ward.START),
                        new FeedsViewModel(
                                FeedDesk.NONE,
                                Runnable::run,
                                Runnable::run,
                                () -> Ward.START,
                                ZoneOffset.UTC),
                        ZoneOffset.UTC);
        root = view;
        scene = new Scene(view, width, height);
        model.themeProperty().set(theme);
        model.setText(text);
        model.show();
    }

    /** Opens one after another everything there is. */
    void walk(Look look) {
        for (ShellViewModel.Screen screen : ShellViewModel.Screen.values()) {
            open(screen);
            look("", look);
            view.toggleHelp();
            look("keys", look);
            view.toggleHelp();
            model.toggleAnswer();
            look("answer", look);
            model.adjust();
            look("adjust", look);
            model.adjust();
            model.answer().close();
            for (PanelAction action : ShellActions.of(model, id -> {}, () -> stay)) {
                if (view.panels().open(action.text())) {
                    look(action.text(), look);
                    parts(action.text(), look);
                    view.panels().close();
                }
            }
        }
        second(look);
    }

    /** The second window, on a screen of the same size. */
    private void second(Look look) {
        Scene main = scene;
        model.openBoard();
        SecondView second = view.secondView();
        root = second;
        scene = new Scene(second, main.getWidth(), main.getHeight());
        look("second screen", look);
        second.dispose();
        root = view;
        scene = main;
    }

    /** The matters of a panel that shows them one at a time. */
    private void parts(String panel, Look look) {
        for (Node node : seen()) {
            if (node instanceof ToggleButton part
                    && part.getParent().getStyleClass().contains("segmented-button")) {
                part.setSelected(true);
                look(panel + " " + part.getText(), look);
            }
        }
    }

    StayId stay() {
        return stay;
    }

    private void open(ShellViewModel.Screen screen) {
        switch (screen) {
            case BOARD -> model.openBoard();
            case BEDSIDE -> model.openBedside(stay);
            case FEEDS -> model.openFeeds();
            case ALARMS -> model.openAlarms();
        }
    }

    private void look(String opened, Look look) {
        layout();
        look.at((model.screenProperty().get() + " " + opened).strip(), this);
    }

    void layout() {
        for (int pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.layout();
        }
    }

    /** The nodes that are seen, whole or in part. */
    List<Node> seen() {
        List<Node> found = new ArrayList<>(List.of(root));
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) instanceof Parent parent) {
                parent.getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .forEach(found::add);
            }
        }
        return found;
    }

    static <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        done.complete(work.call());
                    } catch (Exception | Error e) {
                        done.completeExceptionally(e);
                    }
                });
        return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
