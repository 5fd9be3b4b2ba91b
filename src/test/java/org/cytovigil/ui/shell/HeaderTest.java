package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.board.BoardFilter;
import org.cytovigil.ui.board.BoardOrder;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** The header of a board with nurses and a filter, which take room. */
// [utest->req~ui.one-header~1]
@ExtendWith(ApplicationExtension.class)
class HeaderTest {
    private static final List<String> ALL =
            List.of(
                    "Unanswered: 12 of 12",
                    "Nurse: all",
                    "By bed",
                    "Worst first",
                    "Table",
                    "Alarms",
                    "Feeds",
                    "Keys",
                    "Theme",
                    "Wall",
                    "Second screen");

    /** A window, and what is asked of it. */
    private static final class Window {
        private final ShellViewModel model;
        private final BoardViewModel board = new BoardViewModel(() -> Ward.START);
        private final ShellView view;

        Window(int width, int height, int text) {
            Ward ward = new Ward();
            for (int bed = 1; bed <= 12; bed++) {
                StayId stay = ward.admit(Integer.toString(bed), "DEMO " + bed);
                ward.tell(stay, new Entry.NurseAssigned("N" + bed % 4));
                ward.chart(stay, 39.4, 88, 51, bed % 3);
            }
            ward.pass(Duration.ofMinutes(1));
            model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
            view =
                    new ShellView(
                            model,
                            board,
                            new FeedsViewModel(
                                    FeedDesk.NONE,
                                    Runnable::run,
                                    Runnable::run,
                                    () -> Ward.START,
                                    ZoneOffset.UTC),
                            ZoneOffset.UTC);
            Scene scene = new Scene(view, width, height);
            assertThat(scene.getRoot()).isEqualTo(view);
            model.setText(text);
            model.show();
            board.filterProperty().set(BoardFilter.UNANSWERED);
            layout();
        }

        private void layout() {
            for (int pass = 0; pass < 3; pass++) {
                view.applyCss();
                view.layout();
            }
        }

        private Stream<ButtonBase> buttons() {
            return Stream.concat(
                            view.lookupAll(".header-buttons .button").stream(),
                            Stream.concat(
                                    view.lookupAll(".header-buttons .toggle-button").stream(),
                                    view.lookupAll(".header-buttons .menu-button").stream()))
                    .map(ButtonBase.class::cast)
                    .filter(Window::isSeen);
        }

        private static boolean isSeen(Node node) {
            return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
        }

        private List<MenuItem> more() {
            return view.lookupAll(".header-buttons .menu-button").stream()
                    .map(MenuButton.class::cast)
                    .filter(menu -> menu.getText().equals("More") && menu.isVisible())
                    .flatMap(menu -> menu.getItems().stream())
                    .toList();
        }
    }

    private static Bounds onScreen(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1280,  800, 100
                    1280,  800, 110
                    1280,  800, 125
                    1280,  800, 150
                    1600,  900, 150
                    1920, 1080, 100
                    1920, 1080, 150
                    3840, 2160, 150
                    """)
    void theUnitAndAllButtonsStandInOneRow(int width, int height, int text) throws Exception {
        EveryScreen.onFx(
                () -> {
                    Window window = new Window(width, height, text);
                    Node counts = window.view.lookup(".header-counts");
                    List<ButtonBase> buttons = window.buttons().toList();
                    double top = onScreen(buttons.getFirst()).getMinY();
                    double bottom = onScreen(buttons.getFirst()).getMaxY();
                    assertThat(buttons).hasSizeGreaterThanOrEqualTo(3);
                    for (ButtonBase button : buttons) {
                        Bounds place = onScreen(button);
                        assertThat(place.getMinY()).as(button.getText()).isEqualTo(top);
                        assertThat(place.getMaxY()).as(button.getText()).isEqualTo(bottom);
                        assertThat(place.getMinX())
                                .as(button.getText())
                                .isGreaterThan(onScreen(counts.lookup(".census")).getMaxX());
                        assertThat(place.getMaxX()).isLessThanOrEqualTo(width);
                    }
                    assertThat(onScreen(counts).getMinY()).isLessThan(bottom);
                    return null;
                });
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1280,  800, 100
                    1280,  800, 150
                    3440, 1440, 100
                    """)
    void whatHasNoButtonStandsInTheMenuAndNothingIsLost(int width, int height, int text)
            throws Exception {
        EveryScreen.onFx(
                () -> {
                    Window window = new Window(width, height, text);
                    List<String> seen =
                            Stream.concat(
                                            window.buttons().map(Labeled::getText),
                                            window.more().stream().map(MenuItem::getText))
                                    .toList();
                    for (String each : ALL) {
                        assertThat(seen).filteredOn(words -> words.startsWith(each)).hasSize(1);
                    }
                    assertThat(window.more().isEmpty()).isEqualTo(width == 3440);
                    return null;
                });
    }

    @Test
    void aLineOfTheMenuDoesWhatItsButtonDoesAndSaysWhyItCannot() throws Exception {
        EveryScreen.onFx(
                () -> {
                    Window window = new Window(1280, 800, 150);
                    MenuItem second = item(window, "Second screen");
                    assertThat(second.getText())
                            .isEqualTo("Second screen  Shift+V  ·  Only one screen is connected");
                    assertThat(second.isDisable()).isTrue();

                    RadioMenuItem byBed = (RadioMenuItem) item(window, "By bed");
                    RadioMenuItem worst = (RadioMenuItem) item(window, "Worst first");
                    assertThat(byBed.isSelected()).isTrue();
                    worst.fire();
                    assertThat(window.board.orderProperty().get())
                            .isEqualTo(BoardOrder.WORST_FIRST);
                    worst.fire();
                    assertThat(worst.isSelected()).isTrue();
                    assertThat(byBed.isSelected()).isFalse();

                    item(window, "Wall").fire();
                    assertThat(window.model.wallProperty().get()).isTrue();
                    item(window, "Alarms").fire();
                    assertThat(window.model.screenProperty().get())
                            .isEqualTo(ShellViewModel.Screen.ALARMS);
                    return null;
                });
    }

    private static MenuItem item(Window window, String begins) {
        return window.more().stream()
                .filter(item -> item.getText().startsWith(begins))
                .findFirst()
                .orElseThrow();
    }
}
