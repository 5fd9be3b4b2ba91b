package org.cytovigil.ui.bedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.trend.Course;
import org.cytovigil.ui.trend.CrosshairModel;
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

    private static KeyEvent key(
            javafx.event.EventType<KeyEvent> type, KeyCode code, boolean shift) {
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
}
