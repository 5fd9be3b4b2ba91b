package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.board.BedCard;
import org.cytovigil.ui.board.BoardFilter;
import org.cytovigil.ui.board.BoardOrder;
import org.cytovigil.ui.board.BoardPage;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.sound.SoundControl;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A workstation of two screens, one of which comes and goes. */
// [utest->req~ui.second-screen~1]
@ExtendWith(ApplicationExtension.class)
class SecondScreenTest {
    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1280, 800);
    private static final Rectangle2D RIGHT = new Rectangle2D(1280, 0, 1920, 1080);
    private static final Rectangle2D OTHER = new Rectangle2D(-1280, 0, 1280, 800);

    private final Ward ward = new Ward();
    private final List<StayId> stays = new ArrayList<>();
    private Instant real = Ward.START;
    private final ObservableList<Rectangle2D> connected =
            FXCollections.observableArrayList(LEFT, RIGHT);
    private final AtomicInteger switched = new AtomicInteger();
    private final SoundControl sound =
            new SoundControl() {
                @Override
                public State state() {
                    return NONE.state();
                }

                @Override
                public void toggle() {
                    switched.incrementAndGet();
                }

                @Override
                public void togglePause() {
                    switched.incrementAndGet();
                }
            };
    private final ShellViewModel model =
            new ShellViewModel(
                    ward.session(),
                    ZoneOffset.UTC,
                    () -> ward.session().latest().at(),
                    sound,
                    Runnable::run,
                    Runnable::run);
    private final BoardViewModel board = new BoardViewModel(() -> real);
    private @Nullable ShellView shell;
    private @Nullable Stage main;

    private final class TheseDisplays implements Displays {
        @Override
        public List<Rectangle2D> bounds() {
            return List.copyOf(connected);
        }

        @Override
        public Subscription onChange(Runnable changed) {
            return connected.subscribe(changed);
        }
    }

    @Start
    void open(Stage stage) {
        for (int bed = 1; bed <= 40; bed++) {
            stays.add(ward.admit(Integer.toString(bed), "DEMO " + bed));
        }
        ward.pass(Duration.ofMinutes(1));
        model.show();
        ShellView made =
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
                        new TheseDisplays());
        shell = made;
        main = stage;
        stage.setScene(new Scene(made, 1280, 800));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void close() {
        onScreen(
                () -> {
                    shell().second().close();
                    return 0;
                });
    }

    private ShellView shell() {
        return Objects.requireNonNull(shell);
    }

    private static <T> T onScreen(Supplier<T> task) {
        T result = WaitForAsyncUtils.waitForAsyncFx(30_000, task::get);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    private static void press(Parent window, KeyCode code, boolean shift) {
        onScreen(
                () -> {
                    window.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    code,
                                    shift,
                                    false,
                                    false,
                                    false));
                    return 0;
                });
    }

    private SecondView second() {
        return (SecondView) shell().second().window().orElseThrow().getScene().getRoot();
    }

    private boolean isOpen() {
        return onScreen(() -> shell().second().window().isPresent());
    }

    private void change(Runnable change) {
        onScreen(
                () -> {
                    change.run();
                    return 0;
                });
    }

    private void refresh() {
        change(model::refresh);
    }

    private static List<String> beds(Parent window) {
        return onScreen(
                () ->
                        window.lookupAll(".bed-tile").stream()
                                .map(Node::getAccessibleText)
                                .map(words -> words.replaceFirst("^Bed (\\d+),.*", "$1"))
                                .toList());
    }

    private static List<String> numbers(int from, int to) {
        List<String> numbers = new ArrayList<>();
        for (int bed = from; bed <= to; bed++) {
            numbers.add(Integer.toString(bed));
        }
        return numbers;
    }

    private static String strip(Parent window) {
        return onScreen(() -> ((Label) window.lookup(".alarm-message")).getText());
    }

    private static String pages(Parent window) {
        return onScreen(() -> ((Label) window.lookup(".board-pages")).getText());
    }

    @Test
    void theSecondPageStandsOverTheWholeOfTheOtherScreen() {
        press(shell(), KeyCode.PAGE_DOWN, false);
        press(shell(), KeyCode.V, true);

        Stage stage = shell().second().window().orElseThrow();
        assertThat(stage.isFullScreen()).isTrue();
        assertThat(shell().second().place()).contains(RIGHT);
        assertThat(beds(shell())).containsExactlyElementsOf(numbers(1, 32));
        assertThat(beds(second())).containsExactlyElementsOf(numbers(33, 40));
        assertThat(pages(shell()))
                .isEqualTo("Page 1 of 2 · on the second screen page 2: beds 33 to 40 (8)");
        assertThat(pages(second())).isEqualTo("Page 2 of 2 · page 1: beds 1 to 32 (32)");
        assertThat(second().lookup(".header")).isNull();
        assertThat(second().lookup(".action-bar")).isNull();
        assertThat(second().lookup(".footer").isVisible()).isTrue();
        assertThat(model.wallProperty().get()).as("the main window stays as it is").isFalse();
    }

    @Test
    void theSameKeyInEitherWindowAndEscapeInTheSecondCloseIt() {
        press(shell(), KeyCode.V, true);
        press(shell(), KeyCode.V, true);
        assertThat(isOpen()).isFalse();
        assertThat(pages(shell())).isEqualTo("Page 1 of 2 · page 2: beds 33 to 40 (8)");

        press(shell(), KeyCode.V, true);
        press(second(), KeyCode.V, true);
        assertThat(isOpen()).isFalse();

        press(shell(), KeyCode.V, true);
        press(second(), KeyCode.ESCAPE, false);
        assertThat(isOpen()).isFalse();
        assertThat(shell().second().openProperty().get()).isFalse();
    }

    @Test
    void noPageIsShownTwiceWhileAnotherIsShownNowhere() {
        press(shell(), KeyCode.V, true);
        press(shell(), KeyCode.PAGE_DOWN, false);
        assertThat(beds(shell())).containsExactlyElementsOf(numbers(33, 40));
        assertThat(beds(second())).containsExactlyElementsOf(numbers(1, 32));

        press(second(), KeyCode.PAGE_DOWN, false);
        assertThat(beds(shell())).containsExactlyElementsOf(numbers(1, 32));
        assertThat(beds(second())).containsExactlyElementsOf(numbers(33, 40));
    }

    @Test
    void whileTheMainWindowShowsAPatientTheSecondGoesOn() {
        press(shell(), KeyCode.V, true);
        StayId last = stays.getLast();
        change(
                () ->
                        second().lookupAll(".bed-tile").stream()
                                .filter(tile -> tile.getAccessibleText().startsWith("Bed 40,"))
                                .findFirst()
                                .orElseThrow()
                                .requestFocus());
        press(focused(), KeyCode.ENTER, false);
        assertThat(model.screenProperty().get()).isEqualTo(ShellViewModel.Screen.BEDSIDE);
        assertThat(model.stayProperty().get()).isEqualTo(last);

        ward.tell(last, new Entry.Discharged());
        ward.pass(Duration.ofMinutes(1));
        refresh();
        assertThat(beds(second())).hasSize(8).contains("39");
    }

    private Parent focused() {
        return onScreen(() -> (Parent) second().getScene().getFocusOwner());
    }

    @Test
    void inTheOrderWorstFirstEveryBedIsInOneOfTheWindows() {
        press(shell(), KeyCode.V, true);
        ward.chart(stays.get(36), 39.4, 88, 51, 6);
        ward.pass(Duration.ofMinutes(1));
        refresh();
        change(() -> board.orderProperty().set(BoardOrder.WORST_FIRST));
        assertEveryBedOnce();
        assertThat(beds(shell()).getFirst()).isEqualTo("37");

        // Within ten seconds nothing moves, in neither window.
        ward.chart(stays.get(39), 39.4, 88, 51, 6);
        ward.pass(Duration.ofSeconds(5));
        real = real.plusSeconds(5);
        refresh();
        assertThat(beds(second())).contains("40");
        assertEveryBedOnce();
        real = real.plusSeconds(10);
        ward.pass(Duration.ofSeconds(10));
        refresh();
        assertThat(beds(shell())).contains("40");
        assertEveryBedOnce();
    }

    private void assertEveryBedOnce() {
        List<String> both = new ArrayList<>(beds(shell()));
        both.addAll(beds(second()));
        assertThat(both).containsExactlyInAnyOrderElementsOf(numbers(1, 40));
    }

    @Test
    void aFilterOfTheMainWindowHidesNobodyInTheSecond() {
        press(shell(), KeyCode.V, true);
        change(() -> board.filterProperty().set(BoardFilter.GRADE_3));
        ward.chart(stays.getFirst(), 36.8, 120, 70, 0);
        ward.pass(Duration.ofSeconds(1));
        refresh();
        assertThat(beds(second())).containsExactlyElementsOf(numbers(33, 40));

        change(() -> board.filterProperty().set(BoardFilter.ALL));
        assertEveryBedOnce();
    }

    // [utest->req~ui.alarm-latency~1]
    @Test
    void anAlarmIsOnBothStripsInTheSameFrameAndIsAnsweredFromEither() {
        press(shell(), KeyCode.V, true);
        ward.chart(stays.get(36), 39.4, 88, 51, 6);
        List<String> seen =
                onScreen(
                        () -> {
                            model.pulse(Duration.ofHours(1).toNanos());
                            return List.of(
                                    ((Label) shell().lookup(".alarm-message")).getText(),
                                    ((Label) second().lookup(".alarm-message")).getText(),
                                    tile("37"));
                        });
        assertThat(seen.get(0)).startsWith("!!! Bed 37 · DEMO 37");
        assertThat(seen.get(1)).isEqualTo(seen.get(0));
        assertThat(seen.get(2)).contains("alarm of high priority");

        press(second(), KeyCode.F12, false);
        ward.pass(Duration.ofSeconds(1));
        refresh();
        assertThat(ward.session().latest().stay(stays.get(36)).orElseThrow().alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.answered()).isTrue());
        assertThat(strip(shell())).doesNotStartWith("!!! Bed 37");
        assertThat(strip(second())).isEqualTo(strip(shell()));
    }

    private String tile(String bed) {
        return second().lookupAll(".bed-tile").stream()
                .map(Node::getAccessibleText)
                .filter(words -> words.startsWith("Bed " + bed + ","))
                .findFirst()
                .orElseThrow();
    }

    // [utest->req~ui.alarm-flash~1]
    @Test
    void bothStripsFlashTogether() throws Exception {
        ward.chart(stays.get(36), 39.4, 88, 51, 6);
        refresh();
        press(shell(), KeyCode.V, true);
        for (boolean dark : new boolean[] {true, false}) {
            WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> onScreen(() -> isDark(shell()) == dark && isDark(second()) == dark));
        }
    }

    private static boolean isDark(Parent window) {
        return window.lookup(".alarm-message").getPseudoClassStates().stream()
                .anyMatch(state -> state.toString().equals("unlit"));
    }

    @Test
    void colourAndTextSizeFollowTheMainWindow() {
        press(shell(), KeyCode.V, true);
        change(() -> model.themeProperty().set(Theme.DAY));
        assertThat(second().getStyle()).startsWith(Theme.DAY.css());
        // 1280x800 at least: 15 by 0.8 for the size of the window, a third larger for the wall.
        double before = letter();
        press(second(), KeyCode.F9, false);
        assertThat(model.themeProperty().get()).isEqualTo(Theme.HIGH_CONTRAST);
        change(() -> model.setText(150));
        assertThat(letter()).isBetween(1.4 * before, 1.6 * before);
    }

    private double letter() {
        return onScreen(
                () ->
                        Double.parseDouble(
                                second().getStyle()
                                        .replaceFirst(
                                                "(?s).*-fx-font-size: ([0-9.]+)px;.*", "$1")));
    }

    @Test
    void withOneScreenTheCommandSaysWhyNotUntilAnotherIsConnected() {
        change(() -> connected.setAll(List.of(LEFT)));
        press(shell(), KeyCode.V, true);
        assertThat(isOpen()).isFalse();
        assertThat(button().isDisabled()).isTrue();
        assertThat(button().getAccessibleHelp()).isEqualTo("Only one screen is connected");
        assertThat(tooltip()).isEqualTo("Only one screen is connected");
        assertThat(command().barred()).isEqualTo("Only one screen is connected");

        change(() -> connected.add(RIGHT));
        assertThat(button().isDisabled()).isFalse();
        assertThat(command().barred()).isEmpty();
        press(shell(), KeyCode.V, true);
        assertThat(isOpen()).isTrue();
    }

    private Command command() {
        return onScreen(
                () ->
                        shell().keys().stream()
                                .flatMap(section -> section.commands().stream())
                                .filter(command -> command.shown().equals("Shift+V"))
                                .findFirst()
                                .orElseThrow());
    }

    private Button button() {
        return onScreen(
                () ->
                        shell().lookupAll(".header-buttons .button").stream()
                                .map(Button.class::cast)
                                .filter(button -> button.getText().startsWith("Second screen"))
                                .findFirst()
                                .orElseThrow());
    }

    private String tooltip() {
        Node around = button().getParent();
        return around.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(value -> ((Tooltip) value).getText())
                .findFirst()
                .orElse("");
    }

    @Test
    void unpluggingTheSecondScreenClosesItsWindowOrMovesItToAThird() {
        press(shell(), KeyCode.V, true);
        Stage first = shell().second().window().orElseThrow();
        change(() -> connected.setAll(List.of(LEFT, OTHER)));
        Stage moved = shell().second().window().orElseThrow();
        assertThat(first.isShowing()).isFalse();
        assertThat(shell().second().place()).contains(OTHER);
        assertThat(beds(second())).containsExactlyElementsOf(numbers(33, 40));

        change(() -> connected.setAll(List.of(LEFT)));
        assertThat(isOpen()).isFalse();
        assertThat(moved.isShowing()).isFalse();
    }

    @Test
    void theSecondWindowClosesWithTheMainOne() {
        press(shell(), KeyCode.V, true);
        Stage stage = shell().second().window().orElseThrow();
        change(() -> Objects.requireNonNull(main).hide());

        assertThat(stage.isShowing()).isFalse();
        assertThat(isOpen()).isFalse();
        assertThat(onScreen(() -> Window.getWindows().size())).isZero();
    }

    @Test
    void soundIsOneAndSwitchedFromEitherWindow() {
        press(shell(), KeyCode.V, true);
        assertThat(switched.get()).as("a second window switches nothing").isZero();
        press(second(), KeyCode.F11, false);
        assertThat(switched.get()).isEqualTo(1);
        press(shell(), KeyCode.F11, false);
        assertThat(switched.get()).isEqualTo(2);
    }

    @Test
    void withOnePageBothWindowsShowIt() {
        BoardViewModel small = new BoardViewModel(() -> real);
        Ward few = new Ward();
        few.admit("1", "DEMO Alpha");
        few.pass(Duration.ofMinutes(1));
        small.show(few.session().latest());
        BoardPage page = small.openBeside();
        assertThat(page.cards()).extracting(BedCard::bed).containsExactly("1");
        assertThat(page.otherPagesProperty().get()).isEmpty();
        small.nextPage();
        assertThat(small.cards()).extracting(BedCard::bed).containsExactly("1");
        assertThat(page.cards()).extracting(BedCard::bed).containsExactly("1");
    }

    @Test
    void withThreePagesTheSecondWindowShowsTheNextOne() {
        BoardViewModel large = new BoardViewModel(() -> real);
        Ward many = new Ward();
        for (int bed = 1; bed <= 70; bed++) {
            many.admit(Integer.toString(bed), "DEMO " + bed);
        }
        many.pass(Duration.ofMinutes(1));
        large.show(many.session().latest());
        BoardPage page = large.openBeside();
        List<Integer> numbers = new ArrayList<>();
        for (int turned = 0; turned < 3; turned++) {
            numbers.add(page.number());
            large.nextPage();
        }
        assertThat(numbers).containsExactly(1, 2, 0);
    }
}
