package org.cytovigil.ui.bedside;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Theme;
import org.cytovigil.ui.trend.Course;
import org.cytovigil.ui.trend.LaneChoice;
import org.cytovigil.ui.trend.LaneId;
import org.cytovigil.ui.trend.TimeWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All lanes drawn into a picture. */
// [utest->req~ui.trend-measured~1]
class EveryLaneTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyLaneIsDrawnWhereItIsOpen(Theme theme) throws Exception {
        LaneChoice open = LaneChoice.USUAL;
        for (LaneId lane : LaneId.values()) {
            open = open.with(lane, LaneChoice.Fold.OPEN);
        }
        LaneChoice all = open;
        Screen screen = new Screen(1920, 1400).show(Course.everyLane().snapshot(100), 100);
        screen.act(
                model -> {
                    model.setTheme(theme);
                    model.trend().setLanes(all);
                    model.trend().setTimeWindow(TimeWindow.ALL);
                });

        Screen.Picture picture = screen.picture();

        assertThat(screen.model.trend().withoutRoomProperty().get()).isEmpty();
        int hour = picture.x(60);
        for (Ink ink : new Ink[] {Ink.RATE, Ink.NEUROLOGY}) {
            assertThat(picture.shows(ink, hour)).as("%s in %s", ink, theme).isTrue();
        }
        // The first of the samples every 12 hours: disc, square, diamond, triangle and ring.
        assertThat(picture.count(Ink.LABORATORY, picture.x(60))).isGreaterThan(8);
    }
}
