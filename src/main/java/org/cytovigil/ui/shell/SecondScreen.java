package org.cytovigil.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Opens and closes the second window: over the whole of a screen on which the main window does not
 * stand, for as long as there is such a screen and a main window. FX thread.
 */
// [impl->req~ui.second-screen~1]
final class SecondScreen {
    private final Displays displays;
    private final Supplier<@Nullable Window> main;
    private final Supplier<SecondView> maker;
    private final Runnable closed;
    private final ReadOnlyStringWrapper barred = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private @Nullable Shown shown;
    private Subscription changes = Subscription.EMPTY;

    /** A window, and the screen that it fills. */
    private record Shown(Stage stage, SecondView view, Rectangle2D on) {}

    /**
     * @param main the main window, while it is shown
     * @param maker makes what the second window shows
     * @param closed run when the second window has closed
     */
    SecondScreen(
            Displays displays,
            Supplier<@Nullable Window> main,
            Supplier<SecondView> maker,
            Runnable closed) {
        this.displays = displays;
        this.main = main;
        this.maker = maker;
        this.closed = closed;
        look();
    }

    /** Looks for screens while the main window is shown, and closes the second one with it. */
    void followWhile(ObservableValue<Boolean> mainShown) {
        mainShown.subscribe(
                now -> {
                    changes.unsubscribe();
                    changes = now ? displays.onChange(this::changed) : Subscription.EMPTY;
                    if (now) {
                        look();
                    } else {
                        close();
                    }
                });
    }

    /** Why no second window can be opened; empty when it can. */
    ReadOnlyStringProperty barredProperty() {
        return barred.getReadOnlyProperty();
    }

    /** Whether the second window is open. */
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Opens the second window, or closes it; nothing happens while there is no screen for it. */
    void toggle() {
        if (shown != null) {
            close();
        } else {
            other().ifPresent(this::open);
        }
    }

    private void look() {
        barred.set(displays.bounds().size() < 2 ? Texts.of("shell.second.one") : "");
    }

    /** A screen that was unplugged, moved or got another size is not the one that was filled. */
    private void changed() {
        look();
        if (shown != null && !displays.bounds().contains(shown.on())) {
            close();
            other().ifPresent(this::open);
        }
    }

    /** The first screen on which the main window does not stand. */
    private Optional<Rectangle2D> other() {
        Window window = main.get();
        List<Rectangle2D> all = displays.bounds();
        if (window == null || all.size() < 2) {
            return Optional.empty();
        }
        Rectangle2D here = all.getFirst();
        for (Rectangle2D each : all) {
            if (common(each, window) > common(here, window)) {
                here = each;
            }
        }
        Rectangle2D taken = here;
        return all.stream().filter(each -> !each.equals(taken)).findFirst();
    }

    /** How much of a window stands on a screen, in square pixels. */
    private static double common(Rectangle2D screen, Window window) {
        double width =
                Math.min(screen.getMaxX(), window.getX() + window.getWidth())
                        - Math.max(screen.getMinX(), window.getX());
        double height =
                Math.min(screen.getMaxY(), window.getY() + window.getHeight())
                        - Math.max(screen.getMinY(), window.getY());
        return Math.max(0, width) * Math.max(0, height);
    }

    private void open(Rectangle2D on) {
        SecondView view = maker.get();
        Stage stage = new Stage();
        stage.setTitle(Texts.of("shell.second.title"));
        stage.setScene(new Scene(view, on.getWidth(), on.getHeight()));
        stage.setX(on.getMinX());
        stage.setY(on.getMinY());
        stage.setWidth(on.getWidth());
        stage.setHeight(on.getHeight());
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        Shown now = new Shown(stage, view, on);
        shown = now;
        stage.setOnHidden(event -> gone(now));
        stage.show();
        // On the screen where it stands, and only once it does.
        stage.setFullScreen(true);
        view.focus();
        open.set(true);
        toMain();
    }

    /** Whoever worked at the main window goes on to type there. */
    void toMain() {
        Window window = main.get();
        if (window != null) {
            window.requestFocus();
        }
    }

    /** Closes the second window; nothing happens when there is none. */
    void close() {
        if (shown != null) {
            shown.stage().hide();
        }
    }

    /** However it was closed. */
    private void gone(Shown which) {
        if (shown != null && shown.equals(which)) {
            shown = null;
            which.view().dispose();
            closed.run();
            open.set(false);
        }
    }

    /** The screen that the second window fills, while it is open; for tests. */
    Optional<Rectangle2D> place() {
        return Optional.ofNullable(shown).map(Shown::on);
    }

    /** The second window, while it is open; for tests. */
    Optional<Stage> window() {
        return Optional.ofNullable(shown).map(Shown::stage);
    }
}
