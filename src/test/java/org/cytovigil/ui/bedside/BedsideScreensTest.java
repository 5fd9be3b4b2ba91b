package org.cytovigil.ui.bedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Locale;
import javafx.geometry.Bounds;
import org.cytovigil.clinical.DoseUnit;
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

/** Leaves pictures of the whole screen in {@code target/screens}, for eyes to judge. */
class BedsideScreensTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1920, 1000, NIGHT,         60,  DAY_2_TO_7
                    1920, 1000, NIGHT,         60,  DAY
                    1920, 1000, NIGHT,         60,  SIX_HOURS
                    1920, 1000, NIGHT,         72,  DAY
                    1920, 1000, NIGHT,         120, ALL
                    1920, 1000, DAY,           60,  DAY
                    1920, 1000, HIGH_CONTRAST, 60,  DAY
                    1280, 720,  NIGHT,         60,  DAY
                    1280, 720,  DAY,           120, DAY_2_TO_7
                    3840, 2000, NIGHT,         60,  DAY_2_TO_7
                    """)
    void everySizeAndThemeShowsTheCourse(
            int width, int height, Theme theme, int hour, TimeWindow window) throws Exception {
        StaySnapshot stay = Course.severe().snapshot(hour);

        Screen.Picture picture =
                new Screen(width, height)
                        .act(model -> model.setTheme(theme))
                        .show(stay, hour)
                        .act(model -> model.trend().setTimeWindow(window))
                        .picture()
                        .save(
                                "%s-%dx%d-h%d-%s"
                                        .formatted(
                                                theme.name().toLowerCase(Locale.ROOT),
                                                width,
                                                height,
                                                hour,
                                                window.name().toLowerCase(Locale.ROOT)));

        if (theme == Theme.NIGHT) {
            assertThat(picture.shows(Ink.TEMPERATURE, picture.x(58))).isTrue();
        } else {
            assertThat(picture.image().getRGB(2, height - 2) & 0xffffff)
                    .as("the ground")
                    .isEqualTo(
                            Integer.parseInt(
                                    theme.colour(Ink.GROUND).toString().substring(2, 8), 16));
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1280, 720,  NIGHT
                    1920, 1000, NIGHT
                    3840, 2000, NIGHT
                    1280, 720,  DAY
                    1920, 1000, DAY
                    3840, 2000, DAY
                    1280, 720,  HIGH_CONTRAST
                    1920, 1000, HIGH_CONTRAST
                    3840, 2000, HIGH_CONTRAST
                    """)
    void theFullestPanelIsSeenFromItsTopToItsEnd(int width, int height, Theme theme)
            throws Exception {
        Screen screen =
                new Screen(width, height)
                        .act(model -> model.setTheme(theme))
                        .show(Course.everything().snapshot(60), 60);
        String name =
                "%s-%dx%d-everything".formatted(theme, width, height).toLowerCase(Locale.ROOT);

        BufferedImage top = screen.picture().save(name + "-top").image();
        // What a scroll pane keeps for speed is not renewed in a picture without a window.
        screen.call(view -> view.lookup(".viewport").setCache(false))
                .call(view -> view.panel().scrollBy(100));
        BufferedImage end = screen.picture().save(name + "-end").image();

        assertThat(samePixels(top, end, screen.bounds(".head"))).as("the head stays").isTrue();
        assertThat(samePixels(top, end, screen.bounds(".content"))).as("the rest moves").isFalse();
    }

    private static boolean samePixels(BufferedImage one, BufferedImage other, Bounds within) {
        for (int x = (int) within.getMinX() + 2; x < within.getMaxX() - 2; x++) {
            for (int y = Math.max(0, (int) within.getMinY() + 2);
                    y < Math.min(one.getHeight(), within.getMaxY() - 2);
                    y++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void whatIsOldUnknownOrUnconfirmedLooksSo() throws Exception {
        Course course = Course.severe();
        course.dose(99, Vasopressor.NOREPINEPHRINE, null, DoseUnit.UG_PER_MIN)
                .dose(103, Vasopressor.NOREPINEPHRINE, 6.0, DoseUnit.UG_PER_MIN)
                .dose(100, Vasopressor.PHENYLEPHRINE, 60.0, DoseUnit.UG_PER_MIN)
                .oxygen(150, new OxygenSupport.Unrecognised("helmet", null, null))
                .oxygen(160, Course.cannula(3));
        double hour = 178;
        Screen screen =
                new Screen(1920, 1000)
                        .show(course.snapshot(hour), hour)
                        .act(model -> model.trend().setTimeWindow(TimeWindow.DAY_2_TO_7));
        FxThread.call(
                () -> {
                    screen.view().chart().pointAt(760, 500);
                    return null;
                });

        Screen.Picture picture = screen.picture().save("night-1920x1000-old-and-unknown");

        assertThat(picture.shows(Ink.TEMPERATURE, picture.x(100))).isTrue();
    }
}
