package org.cytovigil.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.paint.Color;
import org.cytovigil.grading.AlarmPriority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~ui.themes~1]
class ThemeTest {
    /** WCAG 2.1: text against its ground. */
    private static final double TEXT = 4.5;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsReadableOnEveryGround(Theme theme) {
        for (Ink ground : List.of(Ink.GROUND, Ink.SURFACE, Ink.RAISED)) {
            assertContrast(theme, Ink.TEXT, ground);
        }
        for (Ink ink :
                List.of(Ink.MUTED, Ink.TEMPERATURE, Ink.PRESSURE, Ink.OXYGEN, Ink.VASOPRESSOR)) {
            assertContrast(theme, ink, Ink.SURFACE);
            assertContrast(theme, ink, Ink.GROUND);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textOnAlarmColoursIsReadable(Theme theme) {
        for (Ink alarm : List.of(Ink.ALARM_HIGH, Ink.ALARM_MEDIUM, Ink.ALARM_LOW)) {
            assertContrast(theme, Ink.ON_ALARM, alarm);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void digitsAreReadableOnEveryGrade(Theme theme) {
        for (int grade = 0; grade <= 5; grade++) {
            assertThat(contrast(theme.onGrade(grade), theme.grade(grade)))
                    .as("%s grade %d", theme, grade)
                    .isGreaterThanOrEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void gradesAreALuminanceRampAwayFromTheGround(Theme theme) {
        double before = 0;
        for (int grade = 0; grade <= 4; grade++) {
            double contrast = contrast(theme.grade(grade), theme.colour(Ink.SURFACE));
            assertThat(contrast).as("%s grade %d", theme, grade).isGreaterThanOrEqualTo(before);
            before = contrast;
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theStyleSheetGetsEveryColour(Theme theme) {
        for (Ink ink : Ink.values()) {
            assertThat(theme.css())
                    .contains(
                            "-cv-"
                                    + ink.name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-')
                                    + ": #");
        }
    }

    @Test
    void alarmColoursAreSteadyUntilToldToFlash() {
        Flash flash = new Flash();

        for (AlarmPriority priority : AlarmPriority.values()) {
            assertThat(flash.lit(priority).get()).isTrue();
        }
    }

    private static void assertContrast(Theme theme, Ink ink, Ink ground) {
        assertThat(contrast(theme.colour(ink), theme.colour(ground)))
                .as("%s: %s on %s", theme, ink, ground)
                .isGreaterThanOrEqualTo(TEXT);
    }

    private static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
