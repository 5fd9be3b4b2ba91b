package org.cytovigil.ui.bedside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.ref.WeakReference;
import java.time.ZoneOffset;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Theme;
import org.cytovigil.ui.trend.Course;
import org.cytovigil.ui.trend.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the picture must never hide or invent. */
// [utest->req~ui.bedside~1]
class BedsideViewTest {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;

    private static Screen.Picture picture(Course course, double hours, TimeWindow window)
            throws Exception {
        return new Screen(WIDTH, HEIGHT)
                .show(course.snapshot(hours), hours)
                .act(model -> model.trend().setTimeWindow(window))
                .picture();
    }

    @ParameterizedTest
    @EnumSource
    void aSpikeOfOneSampleIsSeenAtEveryZoom(TimeWindow window) throws Exception {
        Course flat = new Course();
        Course spiked = new Course();
        for (double hour = 50; hour <= 60; hour += 1.0 / 60) {
            boolean spike = Math.abs(hour - 57.5) < 0.5 / 60;
            flat.temperature(hour, 37);
            spiked.temperature(hour, spike ? 39.9 : 37);
        }

        Screen.Picture with = picture(spiked, 60, window);
        Screen.Picture without = picture(flat, 60, window);

        int x = with.x(57.5);
        int top = Integer.MAX_VALUE;
        for (int column = x - 2; column <= x + 2; column++) {
            int highest = with.highest(Ink.TEMPERATURE, column);
            top = highest < 0 ? top : Math.min(top, highest);
        }
        // Three of the lane's five degrees, and the lane is over 90 pixels high. The spike alarms,
        // and its line above the chart moves the chart down.
        assertThat(top - with.top())
                .isLessThan(without.highest(Ink.TEMPERATURE, x) - without.top() - 45);
    }

    @Test
    void aGapIsAGap() throws Exception {
        Course course =
                new Course()
                        .temperature(40, 37)
                        .temperature(42, 37)
                        .temperature(50.5, 37)
                        .temperature(52, 37);

        Screen.Picture picture = picture(course, 56, TimeWindow.DAY);

        assertThat(picture.shows(Ink.TEMPERATURE, picture.x(41))).isTrue();
        assertThat(picture.shows(Ink.TEMPERATURE, picture.x(46))).as("8.5 h apart").isFalse();
        assertThat(picture.shows(Ink.TEMPERATURE, picture.x(51))).isTrue();
    }

    @Test
    void eightHoursApartIsNoGapYet() throws Exception {
        Course course = new Course().temperature(42, 37).temperature(50, 37);

        Screen.Picture picture = picture(course, 56, TimeWindow.DAY);

        assertThat(picture.shows(Ink.TEMPERATURE, picture.x(46))).isTrue();
    }

    @Test
    void aSampleThatStandsAloneIsSeen() throws Exception {
        Screen.Picture picture =
                picture(new Course().temperature(42, 37), 56, TimeWindow.DAY_2_TO_7);
        Screen.Picture pressure = picture(new Course().pressure(50, 90, 50), 56, TimeWindow.ALL);

        assertThat(picture.shows(Ink.TEMPERATURE, picture.x(42))).isTrue();
        assertThat(pressure.shows(Ink.PRESSURE, pressure.x(50))).isTrue();
    }

    @Test
    void aStepIsAStep() throws Exception {
        Course course =
                new Course()
                        .oxygen(44, new OxygenSupport.RoomAir())
                        .oxygen(52, new OxygenSupport.HighFlowCannula(new OxygenFlow(40), null));

        Screen.Picture picture = picture(course, 56, TimeWindow.DAY);

        int before = picture.highest(Ink.OXYGEN, picture.x(51.9));
        int after = picture.highest(Ink.OXYGEN, picture.x(52.1));
        assertThat(picture.highest(Ink.OXYGEN, picture.x(45))).as("level").isEqualTo(before);
        assertThat(picture.highest(Ink.OXYGEN, picture.x(55.5))).as("level").isEqualTo(after);
        assertThat(after).as("three rungs up").isLessThan(before - 30);
    }

    @Test
    void aDoseLastsUntilTheNextAndEndsWithTheStop() throws Exception {
        Course course =
                new Course()
                        .dose(48, Vasopressor.NOREPINEPHRINE, 12.0, DoseUnit.UG_PER_MIN)
                        .dose(52, Vasopressor.NOREPINEPHRINE, 0.0, DoseUnit.UG_PER_MIN);

        Screen.Picture picture = picture(course, 56, TimeWindow.DAY);

        assertThat(dose(picture, 46, 47.8)).isFalse();
        assertThat(dose(picture, 48.2, 49)).isTrue();
        assertThat(dose(picture, 51, 51.8)).isTrue();
        assertThat(dose(picture, 52.2, 55)).isFalse();
    }

    private static boolean dose(Screen.Picture picture, double from, double to) {
        for (int x = picture.x(from); x <= picture.x(to); x++) {
            if (picture.shows(Ink.VASOPRESSOR, x)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void anUnknownDoseIsNotZero() throws Exception {
        Course unknown =
                new Course().dose(48, Vasopressor.NOREPINEPHRINE, null, DoseUnit.UG_PER_MIN);
        Course none = new Course();

        Screen.Picture with = picture(unknown, 56, TimeWindow.DAY);
        Screen.Picture without = picture(none, 56, TimeWindow.DAY);

        int differing = 0;
        int upper = HEIGHT;
        int x = with.x(49);
        for (int y = (int) with.top(); y < HEIGHT; y++) {
            if (with.image().getRGB(x, y) != without.image().getRGB(x, y)) {
                differing++;
                upper = Math.min(upper, y);
            }
        }
        assertThat(differing).as("hatching in a column of the lane").isGreaterThan(10);
        assertThat(upper).as("hatched up to where a dose may be").isLessThan(HEIGHT - 150);
    }

    @Test
    void theFutureIsNotDrawn() throws Exception {
        Course course =
                new Course()
                        .temperature(54, 37)
                        .temperature(57, 39)
                        .oxygen(57, Course.cannula(4))
                        .given(57, "tocilizumab", "576 mg");

        Screen.Picture picture = picture(course, 56, TimeWindow.DAY_2_TO_7);

        for (double hour = 56.5; hour < 80; hour += 0.5) {
            assertThat(picture.shows(Ink.TEMPERATURE, picture.x(hour))).isFalse();
            assertThat(picture.shows(Ink.OXYGEN, picture.x(hour))).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    DIGIT1,  SIX_HOURS
                    DIGIT2,  DAY
                    DIGIT3,  DAY_2_TO_7
                    NUMPAD4, ALL
                    """)
    void keysChoosePresets(KeyCode key, TimeWindow window) throws Exception {
        Screen screen = new Screen(WIDTH, HEIGHT).show(new Course().snapshot(60), 60);

        boolean taken = FxThread.call(() -> screen.view().handleKey(pressed(key, false)));

        assertThat(taken).isTrue();
        assertThat(screen.model.trend().timeWindowProperty().get()).isEqualTo(window);
    }

    @Test
    void keysWithControlAreLeftToTheShell() throws Exception {
        Screen screen = new Screen(WIDTH, HEIGHT).show(new Course().snapshot(60), 60);

        boolean taken = FxThread.call(() -> screen.view().handleKey(pressed(KeyCode.DIGIT1, true)));

        assertThat(taken).isFalse();
    }

    private static KeyEvent pressed(KeyCode key, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false);
    }

    @Test
    void theWheelZoomsAtThePointer() throws Exception {
        Screen screen = new Screen(WIDTH, HEIGHT).show(new Course().snapshot(60), 60);
        Screen.Picture before = screen.picture();
        int x = before.x(48);

        FxThread.call(
                () -> {
                    Event.fireEvent(screen.view().chart(), wheel(x, 300, 80));
                    return null;
                });

        // Two notches of a fifth each: 25 hours become 25 / 1.44.
        assertThat(screen.model.trend().visibleTimeProperty().get().span())
                .isEqualTo(Course.hours(25 / 1.44));
        assertThat(screen.picture().x(48)).isCloseTo(x, within(1));
    }

    private static ScrollEvent wheel(double x, double y, double turned) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                turned,
                0,
                turned,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    @Test
    void draggingPansAndOffersTheWayBack() throws Exception {
        Screen screen = new Screen(WIDTH, HEIGHT).show(new Course().snapshot(60), 60);
        int x = screen.picture().x(48);
        int to = screen.picture().x(52);

        FxThread.call(
                () -> {
                    Event.fireEvent(screen.view().chart(), mouse(MouseEvent.MOUSE_PRESSED, x));
                    Event.fireEvent(screen.view().chart(), mouse(MouseEvent.MOUSE_DRAGGED, to));
                    return null;
                });

        assertThat(screen.picture().x(48)).as("what was taken hold of").isCloseTo(to, within(1));
        assertThat(screen.model.trend().followingLiveProperty().get()).isFalse();
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x) {
        return new MouseEvent(
                type,
                x,
                300,
                x,
                300,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    @Test
    void nothingIsDrawnAnewUntilSomethingChanges() throws Exception {
        StaySnapshot stay = new Course().temperature(59, 38.4).snapshot(60);
        Screen screen = new Screen(WIDTH, HEIGHT).show(stay, 60);
        screen.picture();
        int before = screen.view().chart().drawings();

        screen.show(stay, 60).show(stay, 60 + 1.0 / 3600).picture();
        assertThat(screen.view().chart().drawings()).as("a second later").isEqualTo(before);

        screen.show(stay, 60.5).picture();
        assertThat(screen.view().chart().drawings()).as("30 minutes later").isEqualTo(before + 1);

        screen.act(model -> model.setTheme(Theme.DAY)).picture();
        assertThat(screen.view().chart().drawings()).as("another theme").isEqualTo(before + 2);
    }

    @Test
    void aDroppedViewCanBeCollectedThoughItsModelLives() throws Exception {
        BedsideViewModel model = new BedsideViewModel(ZoneOffset.UTC);
        WeakReference<BedsideView> dropped =
                FxThread.call(
                        () -> {
                            BedsideView view = new BedsideView(model);
                            new Scene(view, WIDTH, HEIGHT).snapshot(null);
                            return new WeakReference<>(view);
                        });

        assertThat(collected(dropped)).isTrue();
        FxThread.call(
                () -> {
                    model.show(new Course().snapshot(60), Course.at(60));
                    return null;
                });
    }

    private static boolean collected(WeakReference<?> reference) throws Exception {
        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
            // A turn of the FX thread lets the toolkit forget what it holds for a pulse.
            FxThread.call(() -> null);
        }
        return reference.get() == null;
    }
}
