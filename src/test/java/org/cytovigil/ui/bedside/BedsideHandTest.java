package org.cytovigil.ui.bedside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ZoomEvent;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.trend.Course;
import org.cytovigil.ui.trend.CrosshairModel;
import org.cytovigil.ui.trend.MeasureModel;
import org.cytovigil.ui.trend.VisibleTime;
import org.junit.jupiter.api.Test;

/** The hand on the chart, by keys and pointer. */
class BedsideHandTest {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;

    private static Screen screen(Course course, double now) throws Exception {
        Screen screen = new Screen(WIDTH, HEIGHT).show(course.snapshot(now), now);
        screen.picture();
        return screen;
    }

    static void press(Screen screen, KeyCode code, boolean shift) throws Exception {
        screen.call(
                view -> {
                    Event.fireEvent(view, key(KeyEvent.KEY_PRESSED, code, shift));
                    Event.fireEvent(view, key(KeyEvent.KEY_RELEASED, code, shift));
                });
    }

    private static KeyEvent key(EventType<KeyEvent> type, KeyCode code, boolean shift) {
        return new KeyEvent(type, "", "", code, shift, false, false, false);
    }

    private static CrosshairModel crosshair(Screen screen) {
        return screen.model.trend().crosshair();
    }

    private static Instant moment(Screen screen) {
        return crosshair(screen).momentProperty().get();
    }

    // [utest->req~ui.trend-crosshair~1]
    @Test
    void arrowsMoveTheCrosshairByAColumnOrAValueAndEscapeEndsIt() throws Exception {
        Screen screen =
                screen(
                        new Course().temperature(50, 38).temperature(57, 39).pressure(58, 90, 50),
                        60);
        Duration column = screen.view().chart().column();

        press(screen, KeyCode.X, false);
        press(screen, KeyCode.LEFT, false);
        assertThat(moment(screen)).isEqualTo(Course.at(60).minus(column));

        press(screen, KeyCode.RIGHT, false);
        assertThat(moment(screen)).isEqualTo(Course.at(60));

        press(screen, KeyCode.LEFT, true);
        assertThat(moment(screen)).isEqualTo(Course.at(58));

        press(screen, KeyCode.DOWN, false);
        press(screen, KeyCode.LEFT, true);
        assertThat(moment(screen)).as("temperature").isEqualTo(Course.at(57));
        assertThat(screen.view().getAccessibleText()).contains("39.0 °C");
        assertThat(screen.view().chart().getAccessibleText()).contains("39.0 °C");

        assertThat(FxThread.call(() -> screen.view().escape())).isTrue();
        assertThat(moment(screen)).isNull();
        assertThat(screen.view().getAccessibleText()).doesNotContain("1 Mar 17:00");
        assertThat(FxThread.call(() -> screen.view().escape())).as("nothing left").isFalse();
    }

    // [utest->req~ui.trend-crosshair~1]
    @Test
    void withoutACrosshairArrowsPan() throws Exception {
        Screen screen = screen(new Course(), 60);
        VisibleTime before = screen.model.trend().visibleTimeProperty().get();

        press(screen, KeyCode.LEFT, false);

        assertThat(moment(screen)).isNull();
        assertThat(screen.model.trend().visibleTimeProperty().get().from())
                .isEqualTo(before.from().minus(before.span().dividedBy(4)));
    }

    // [utest->req~ui.trend-crosshair~1]
    @Test
    void theCrosshairOfTheKeysIsSeen() throws Exception {
        Screen screen = screen(new Course().temperature(57, 38), 60);
        Screen.Picture before = screen.picture();
        int x = before.x(52);

        screen.act(model -> model.trend().crosshair().standAt(Course.at(52)));

        assertThat(strokes(before, x)).isLessThan(50);
        assertThat(strokes(screen.picture(), x)).as("dashes").isGreaterThan(250);
    }

    private static int strokes(Screen.Picture picture, int x) {
        int most = 0;
        for (int column = x - 1; column <= x + 1; column++) {
            most = Math.max(most, picture.count(Ink.TEXT, column));
        }
        return most;
    }

    // [utest->req~ui.trend-turning~1]
    @Test
    void keysZoomAtTheCrosshair() throws Exception {
        Screen screen = screen(new Course(), 60);
        screen.act(model -> model.trend().crosshair().standAt(Course.at(40)));
        Duration left =
                Duration.between(
                        screen.model.trend().visibleTimeProperty().get().from(), Course.at(40));

        press(screen, KeyCode.PLUS, false);

        VisibleTime zoomed = screen.model.trend().visibleTimeProperty().get();
        assertThat(zoomed.span()).isEqualTo(Duration.ofHours(25).multipliedBy(2).dividedBy(3));
        assertThat(Duration.between(zoomed.from(), Course.at(40)))
                .isEqualTo(left.multipliedBy(2).dividedBy(3));
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
        return mouse(type, x, y, false);
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y, boolean shift) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                shift,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    /** Fires at a place of the chart. */
    private static void fire(Screen screen, EventType<MouseEvent> type, double x) throws Exception {
        screen.call(view -> Event.fireEvent(view.chart(), mouse(type, x, 300)));
    }

    private static VisibleTime visible(Screen screen) {
        return screen.model.trend().visibleTimeProperty().get();
    }

    private static void frame(Screen screen) throws Exception {
        screen.call(view -> screen.frames.next());
    }

    /** Drags by 20 pixels a frame and lets go. */
    private static void thrown(Screen screen, double pixels) throws Exception {
        fire(screen, MouseEvent.MOUSE_PRESSED, 600);
        frame(screen);
        for (int i = 1; i <= 10; i++) {
            fire(screen, MouseEvent.MOUSE_DRAGGED, 600 + i * pixels);
            frame(screen);
        }
        fire(screen, MouseEvent.MOUSE_RELEASED, 600 + 10 * pixels);
        screen.picture();
    }

    // [utest->req~ui.trend-turning~1]
    @Test
    void aThrownChartRunsOnAndComesToRest() throws Exception {
        Screen screen = screen(new Course().temperature(-19, 37), 160);
        VisibleTime before = visible(screen);

        thrown(screen, 20);
        VisibleTime released = visible(screen);
        assertThat(released.from()).isBefore(before.from());
        int frames = 0;
        while (screen.frames.isRunning()) {
            frame(screen);
            screen.picture();
            assertThat(++frames).isLessThan(200);
        }

        // 1.25 pixels a millisecond that fade with 300 ms run some 370 pixels on.
        double pixels =
                Duration.between(visible(screen).from(), released.from()).toMillis()
                        / (double) screen.view().chart().column().toMillis();
        assertThat(pixels).isBetween(340.0, 380.0);
        assertThat(visible(screen).span()).isEqualTo(before.span());
    }

    // [utest->req~ui.trend-turning~1]
    @Test
    void anyPressStopsAThrownChart() throws Exception {
        Screen screen = screen(new Course().temperature(-19, 37), 160);
        thrown(screen, 20);
        frame(screen);
        assertThat(screen.frames.isRunning()).isTrue();

        screen.call(view -> Event.fireEvent(view, key(KeyEvent.KEY_PRESSED, KeyCode.SHIFT, true)));
        VisibleTime stopped = visible(screen);
        frame(screen);

        assertThat(screen.frames.isRunning()).isFalse();
        assertThat(visible(screen)).isEqualTo(stopped);
    }

    // [utest->req~ui.trend-turning~1]
    @Test
    void aThrownChartStopsAtTheBeginningOfTheRecord() throws Exception {
        Screen screen = screen(new Course().temperature(-19, 37), 10);
        thrown(screen, 60);

        int frames = 0;
        while (screen.frames.isRunning()) {
            frame(screen);
            screen.picture();
            assertThat(++frames).isLessThan(60);
        }

        // A tenth of the picture remains in the record, which begins 20 hours before the infusion.
        VisibleTime end = visible(screen);
        assertThat(end.to()).isEqualTo(Course.at(-20).plus(end.span().dividedBy(10)));
    }

    // [utest->req~ui.trend-turning~1]
    @Test
    void anotherPatientIsNotMovedByTheThrow() throws Exception {
        Screen screen = screen(new Course().temperature(-19, 37), 160);
        thrown(screen, 20);
        frame(screen);

        screen.show(new Course("bravo", null).snapshot(160), 160).picture();
        frame(screen);
        frame(screen);

        assertThat(screen.frames.isRunning()).isFalse();
        assertThat(screen.model.trend().followingLiveProperty().get()).isTrue();
        assertThat(screen.model.trend().freelyChosenProperty().get()).isFalse();
    }

    // [utest->req~ui.trend-turning~1]
    @Test
    void twoFingersZoomWhereTheyAreAndDragNothing() throws Exception {
        Screen screen = screen(new Course(), 60);
        int x = screen.picture().x(48);

        screen.call(
                view -> {
                    Event.fireEvent(view.chart(), pinch(ZoomEvent.ZOOM_STARTED, x, 1));
                    Event.fireEvent(view.chart(), mouse(MouseEvent.MOUSE_PRESSED, x, 300));
                    Event.fireEvent(view.chart(), pinch(ZoomEvent.ZOOM, x, 2));
                    Event.fireEvent(view.chart(), mouse(MouseEvent.MOUSE_DRAGGED, x + 90, 300));
                    Event.fireEvent(view.chart(), pinch(ZoomEvent.ZOOM_FINISHED, x, 1));
                });

        assertThat(visible(screen).span()).isEqualTo(Duration.ofMinutes(750));
        assertThat(screen.picture().x(48)).isCloseTo(x, within(1));
    }

    private static ZoomEvent pinch(EventType<ZoomEvent> type, double x, double factor) {
        return new ZoomEvent(
                type, x, 300, x, 300, false, false, false, false, true, false, factor, factor,
                null);
    }

    private static void click(Screen screen, double x, double y) throws Exception {
        screen.call(
                view -> {
                    Event.fireEvent(view.chart(), mouse(MouseEvent.MOUSE_PRESSED, x, y));
                    Event.fireEvent(view.chart(), mouse(MouseEvent.MOUSE_RELEASED, x, y));
                    Event.fireEvent(view.chart(), mouse(MouseEvent.MOUSE_CLICKED, x, y));
                });
    }

    /** The middle of what is written in a column of the chart, from its foot upwards. */
    private static int lowest(Screen.Picture picture, int x) {
        for (int y = HEIGHT - 70; y > picture.top(); y--) {
            if (picture.near(Ink.TEXT, x, y)) {
                return y;
            }
        }
        throw new AssertionError("nothing is drawn there");
    }

    // [utest->req~ui.trend-events~1]
    @Test
    void aPressOnATreatmentShowsWhatStoodThen() throws Exception {
        Screen screen =
                screen(new Course().temperature(50, 38).given(51.25, "tocilizumab", "576 mg"), 60);
        Screen.Picture picture = screen.picture();
        int x = picture.x(51.25);
        int y = lowest(picture, x);

        click(screen, x + 12, y);

        assertThat(moment(screen)).isEqualTo(Course.at(51.25));
        assertThat(crosshair(screen).toldProperty().get()).contains("Tocilizumab 576 mg");
    }

    // [utest->req~ui.trend-events~1]
    @Test
    void aPressBesideMarksMovesOnlyACrosshairThatIsShown() throws Exception {
        Screen screen = screen(new Course().temperature(50, 38), 60);
        Screen.Picture picture = screen.picture();

        click(screen, picture.x(45), 300);
        assertThat(moment(screen)).isNull();

        press(screen, KeyCode.X, false);
        click(screen, picture.x(45), 300);
        assertThat(Duration.between(moment(screen), Course.at(45)).abs())
                .isLessThan(screen.view().chart().column());
    }

    // [utest->req~ui.trend-measure~1]
    @Test
    void aDragWithShiftMeasuresAndMovesNothingAndEscapeEndsItBeforeTheCrosshair() throws Exception {
        Screen screen = screen(new Course().temperature(50, 38).temperature(52, 39), 60);
        Screen.Picture before = screen.picture();
        VisibleTime visible = visible(screen);
        press(screen, KeyCode.X, false);

        screen.call(
                view -> {
                    for (EventType<MouseEvent> type :
                            List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_DRAGGED)) {
                        boolean pressed = type == MouseEvent.MOUSE_PRESSED;
                        Event.fireEvent(
                                view.chart(), mouse(type, before.x(pressed ? 49 : 53), 300, true));
                    }
                    Event.fireEvent(
                            view.chart(),
                            mouse(MouseEvent.MOUSE_RELEASED, before.x(53), 300, true));
                });

        assertThat(visible(screen)).isEqualTo(visible);
        assertThat(screen.view().getAccessibleText()).contains("lowest 38.0, highest 39.0");
        assertThat(FxThread.call(() -> screen.view().escape())).isTrue();
        assertThat(screen.model.trend().measure().stretchProperty().get()).isNull();
        assertThat(crosshair(screen).isOn()).isTrue();
    }

    // [utest->req~ui.trend-measure~1]
    @Test
    void keysMeasureFromTheCrosshairToWhereItIsMoved() throws Exception {
        Screen screen = screen(new Course().temperature(50, 38).temperature(52, 39), 60);

        press(screen, KeyCode.M, false);
        press(screen, KeyCode.LEFT, true);
        press(screen, KeyCode.LEFT, true);
        press(screen, KeyCode.M, false);

        assertThat(screen.model.trend().measure().stretchProperty().get())
                .isEqualTo(new MeasureModel.Stretch(Course.at(60), Course.at(50), true));
        assertThat(screen.view().getAccessibleText()).startsWith("10 h: ");
    }
}
