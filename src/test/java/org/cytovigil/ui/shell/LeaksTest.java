package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.board.BoardFilter;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.panel.PanelAction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What is closed is let go, however often it was opened. The long form opens each a thousand times:
 * {@code mvn test -Dtest=LeaksTest -Dopenings=1000}.
 */
// [utest->req~ui.no-leaks~1]
@ExtendWith(ApplicationExtension.class)
class LeaksTest {
    private static final int OPENINGS = Integer.getInteger("openings", 20);
    private static final int COLLECTIONS = 50;

    /**
     * Java's own: to look at it from outside, of its painter of shapes, and those that wait for the
     * system's list of printers and end a minute after.
     */
    private static final Set<String> OF_JAVA =
            Set.of("Attach Listener", "Cleaner-0", "process reaper");

    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("1", "DEMO Alpha");
    private final StayId bravo = ward.admit("2", "DEMO Bravo");
    private @Nullable Stage stage;
    private final ObservableList<Rectangle2D> connected =
            FXCollections.observableArrayList(
                    new Rectangle2D(0, 0, 1280, 800), new Rectangle2D(1280, 0, 1280, 800));

    /** Two screens that are there all the time, whoever listens for changes. */
    private final class TwoScreens implements Displays {
        @Override
        public List<Rectangle2D> bounds() {
            return List.copyOf(connected);
        }

        @Override
        public Subscription onChange(Runnable changed) {
            return connected.subscribe(changed);
        }
    }

    /** A window's screens and what they show. */
    private final class Screens {
        private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
        private final BoardViewModel board = new BoardViewModel(() -> Ward.START);
        private final ShellView view =
                new ShellView(
                        model,
                        board,
                        new FeedsViewModel(
                                FeedDesk.NONE,
                                Runnable::run,
                                Runnable::run,
                                () -> Ward.START,
                                ZoneOffset.UTC),
                        ZoneOffset.UTC,
                        new TwoScreens());

        private Screens() {
            model.show();
            window().setScene(new Scene(view, 1280, 800));
        }
    }

    @BeforeEach
    void open() {
        ward.chart(alpha, 39.2, 118, 70, 4);
        ward.chart(bravo, 36.9, 118, 70, 0);
        ward.pass(Duration.ofHours(1));
        // Not the window of TestFX, which keeps every event of its own and so every node.
        doOnScreen(
                () -> {
                    Platform.setImplicitExit(false);
                    Stage made = new Stage();
                    stage = made;
                    empty();
                    made.show();
                });
    }

    @AfterEach
    void close() {
        doOnScreen(() -> window().hide());
    }

    private void empty() {
        window().setScene(new Scene(new Pane(), 1280, 800));
    }

    private Stage window() {
        return Objects.requireNonNull(stage);
    }

    private static <T> T onScreen(Supplier<T> task) {
        T result = WaitForAsyncUtils.waitForAsyncFx(30_000, task::get);
        WaitForAsyncUtils.waitForFxEvents(1);
        return result;
    }

    private static void doOnScreen(Runnable task) {
        onScreen(
                () -> {
                    task.run();
                    return 0;
                });
    }

    /** How many are still there after the collector had many chances. */
    private static long held(List<? extends WeakReference<?>> made) {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            doOnScreen(() -> {});
            if (made.stream().allMatch(one -> one.refersTo(null))) {
                return 0;
            }
        }
        return made.stream().filter(one -> !one.refersTo(null)).count();
    }

    /** All there are but those of Java, with a number behind each name that several have. */
    private static Set<String> threads() {
        Map<String, Integer> counts = new TreeMap<>();
        Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !OF_JAVA.contains(name))
                .forEach(name -> counts.merge(name, 1, Integer::sum));
        Set<String> threads = new TreeSet<>();
        counts.forEach(
                (name, count) -> {
                    for (int i = 1; i <= count; i++) {
                        threads.add(name + " " + i);
                    }
                });
        return threads;
    }

    @Test
    void everyPanelIsLetGoWhenItIsClosed() {
        Screens screens = onScreen(Screens::new);
        Set<String> opened = new HashSet<>();
        for (PanelAction action : ShellActions.of(screens.model, id -> {}, () -> null)) {
            for (StayId at : at(action)) {
                doOnScreen(
                        () -> {
                            if (at.equals(alpha)) {
                                screens.model.openBedside(alpha);
                            } else {
                                screens.model.openBoard();
                            }
                        });
                List<WeakReference<Node>> panels = new ArrayList<>();
                Set<String> before = Set.of();
                for (int i = 0; i <= OPENINGS; i++) {
                    panels.add(openAndClose(screens, action));
                    if (i == 0) {
                        before = threads();
                    }
                }
                // What held the keyboard last may be held by the toolkit until something else does.
                panels.removeLast();
                assertThat(held(panels)).as("panels of %s still held", action.text()).isZero();
                assertThat(threads()).as("threads after %s", action.text()).isSubsetOf(before);
                opened.add(action.text());
            }
        }
        assertThat(opened).hasSizeGreaterThan(15);
    }

    /** The bedside of a patient, or the board: told by a stay that is there or not. */
    private List<StayId> at(PanelAction action) {
        StayId nobody = new StayId("the board");
        return switch (action.place()) {
            case BOARD -> List.of(nobody);
            case BEDSIDE -> List.of(alpha);
            case BOTH -> List.of(nobody, alpha);
        };
    }

    private WeakReference<Node> openAndClose(Screens screens, PanelAction action) {
        return onScreen(
                () -> {
                    assertThat(screens.view.panels().open(action.text()))
                            .as(action.text())
                            .isTrue();
                    screens.view.applyCss();
                    screens.view.layout();
                    Node panel = screens.view.lookup(".side-panel");
                    if (!screens.view.panels().close()) {
                        screens.view.panels().close();
                    }
                    assertThat(screens.view.panels().openProperty().get())
                            .as("%s is still open", action.text())
                            .isFalse();
                    return new WeakReference<>(panel);
                });
    }

    @Test
    void tilesAreLetGoWhenTheirBedsAreFilteredOut() {
        Screens screens = onScreen(Screens::new);
        List<WeakReference<Node>> tiles = new ArrayList<>();
        for (int i = 0; i < OPENINGS; i++) {
            doOnScreen(
                    () -> {
                        screens.board.filterProperty().set(BoardFilter.ALL);
                        screens.view.layout();
                        for (Node tile : screens.view.lookupAll(".bed-tile")) {
                            tiles.add(new WeakReference<>(tile));
                        }
                        screens.board.filterProperty().set(BoardFilter.GRADE_3);
                    });
        }
        assertThat(tiles).hasSizeGreaterThanOrEqualTo(2 * OPENINGS);
        // One is shown, whose bed is of grade 3. Of the two that were there first one is kept, and
        // no more than that one however many follow: they are left out.
        assertThat(held(tiles.stream().skip(2).filter(tile -> !isShown(screens, tile)).toList()))
                .isZero();
    }

    private static boolean isShown(Screens screens, WeakReference<Node> tile) {
        return onScreen(
                () -> screens.view.lookupAll(".bed-tile").stream().anyMatch(tile::refersTo));
    }

    /** Its alarms flash when it closes. */
    // [utest->req~ui.second-screen~1]
    @Test
    void secondWindowsAreLetGoWhenTheyAreClosed() {
        Screens screens = onScreen(Screens::new);
        List<WeakReference<Object>> made = new ArrayList<>();
        Set<String> before = Set.of();
        for (int i = 0; i <= OPENINGS; i++) {
            made.addAll(onScreen(() -> openAndCloseSecond(screens)));
            if (i == 0) {
                before = threads();
            }
        }
        // What was shown last may be held by the toolkit until something else is.
        doOnScreen(() -> openAndCloseSecond(screens));
        assertThat(made).hasSize(3 * (OPENINGS + 1));
        assertThat(held(made.subList(0, 3 * OPENINGS))).as("second windows still held").isZero();
        assertThat(threads()).isSubsetOf(before);
    }

    private static List<WeakReference<Object>> openAndCloseSecond(Screens screens) {
        screens.view.second().toggle();
        Stage opened = screens.view.second().window().orElseThrow();
        Node root = opened.getScene().getRoot();
        Node tile = root.lookup(".bed-tile");
        screens.model.show();
        screens.view.second().toggle();
        assertThat(opened.isShowing()).isFalse();
        return List.of(
                new WeakReference<>(opened), new WeakReference<>(root), new WeakReference<>(tile));
    }

    @Test
    void screensAreLetGoWithTheirWindowAndThreadsAreAsBefore() {
        List<WeakReference<ShellView>> views = new ArrayList<>();
        Set<String> before = Set.of();
        for (int i = 0; i <= OPENINGS; i++) {
            views.add(onScreen(this::allScreensOnce));
            if (i == 0) {
                before = threads();
            }
        }
        doOnScreen(this::empty);
        assertThat(held(views)).as("windows still held").isZero();
        assertThat(threads()).isSubsetOf(before);
    }

    private WeakReference<ShellView> allScreensOnce() {
        assertThat(Platform.isFxApplicationThread()).isTrue();
        Screens screens = new Screens();
        for (int i = 0; i < 3; i++) {
            screens.model.openBedside(alpha);
            screens.view.layout();
            screens.model.openBedside(bravo);
            screens.view.layout();
            screens.model.openFeeds();
            screens.view.layout();
            screens.model.openAlarms();
            screens.view.layout();
            screens.model.openBoard();
            screens.view.layout();
        }
        return new WeakReference<>(screens.view);
    }
}
