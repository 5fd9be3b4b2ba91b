package org.cytovigil.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cytovigil.grading.AlarmPriority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~ui.themes~1]
class ThemeTest {
    /** WCAG 2.1: text against its ground. */
    private static final double TEXT = 4.5;

    /** WCAG 2.1: marks against what is beside them. */
    private static final double MARK = 3;

    private static final List<Ink> ALARMS =
            List.of(Ink.ALARM_HIGH, Ink.ALARM_MEDIUM, Ink.ALARM_LOW);

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsReadableOnEveryGround(Theme theme) {
        for (Ink ground : List.of(Ink.GROUND, Ink.SURFACE, Ink.RAISED)) {
            assertContrast(theme, Ink.TEXT, ground);
        }
        for (Ink ink :
                List.of(
                        Ink.MUTED,
                        Ink.TEMPERATURE,
                        Ink.PRESSURE,
                        Ink.OXYGEN,
                        Ink.VASOPRESSOR,
                        Ink.RATE,
                        Ink.LABORATORY,
                        Ink.NEUROLOGY)) {
            assertContrast(theme, ink, Ink.SURFACE);
            assertContrast(theme, ink, Ink.GROUND);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textOnAlarmColoursIsReadableForEverybody(Theme theme) {
        for (ColourVision eye : ColourVision.values()) {
            for (Ink alarm : ALARMS) {
                assertThat(eye.contrast(theme.colour(Ink.ON_ALARM), theme.colour(alarm)))
                        .as("%s: text on %s, %s", theme, alarm, eye)
                        .isGreaterThanOrEqualTo(TEXT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void alarmColoursOrTheirEdgesStandOutFromEveryGroundForEverybody(Theme theme) {
        for (ColourVision eye : ColourVision.values()) {
            for (Ink alarm : ALARMS) {
                for (Ink ground : List.of(Ink.GROUND, Ink.SURFACE)) {
                    double colour = eye.contrast(theme.colour(alarm), theme.colour(ground));
                    double edge = eye.contrast(theme.colour(Ink.ALARM_EDGE), theme.colour(ground));
                    assertThat(Math.max(colour, edge))
                            .as("%s: %s on %s, %s", theme, alarm, ground, eye)
                            .isGreaterThanOrEqualTo(MARK);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void digitsAreReadableOnEveryGrade(Theme theme) {
        for (int grade = 0; grade <= 5; grade++) {
            assertThat(ColourVision.FULL.contrast(theme.onGrade(grade), theme.grade(grade)))
                    .as("%s grade %d", theme, grade)
                    .isGreaterThanOrEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void gradesAreALuminanceRampAwayFromTheGround(Theme theme) {
        double before = 0;
        for (int grade = 0; grade <= 4; grade++) {
            double contrast =
                    ColourVision.FULL.contrast(theme.grade(grade), theme.colour(Ink.SURFACE));
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
        assertThat(ColourVision.FULL.contrast(theme.colour(ink), theme.colour(ground)))
                .as("%s: %s on %s", theme, ink, ground)
                .isGreaterThanOrEqualTo(TEXT);
    }
}
