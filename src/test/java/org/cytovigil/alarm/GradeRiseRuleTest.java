package org.cytovigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rise of the grade is called. */
// [utest->req~alarm.grade-rise~1]
class GradeRiseRuleTest {
    private static Level look(Assessment assessment) {
        return GradeRiseRule.level(assessment, ZoneOffset.UTC);
    }

    @ParameterizedTest
    @CsvSource({"1, LOW", "2, MEDIUM", "3, HIGH", "4, HIGH"})
    void priorityGoesByTheGrade(int grade, AlarmPriority priority) {
        assertThat(AlarmKind.GRADE_RISE.settings().priority(SitePolicy.DEFAULT, grade))
                .isEqualTo(priority);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "4"})
    void theLevelIsTheGrade(int grade) {
        Level level = look(Pictures.graded(grade, Facts.ZERO));
        assertThat(List.of(level.lowest(), level.highest())).isEqualTo(List.of(grade, grade));
        assertThat(level.cause().apply(new Level.Before(0, "")))
                .startsWith("ASTCT 2019 0 → " + grade + " · ");
    }

    @Test
    void anUnknownThatMightBeGraveRaisesNothingAndEndsNothing() {
        Level level = look(Pictures.of(Facts.ZERO, Facts.ZERO, Facts.spo2(95)));
        assertThat(List.of(level.lowest(), level.highest())).isEqualTo(List.of(0, 4));
    }

    /** Two vasopressors are grade 3 on Lee 2014, whatever their dose. */
    @Test
    void aRiseAfterTheUnitChangedItsScaleNamesBothScales() {
        Instant later = Facts.minute(1);
        Observation drugs =
                Facts.list(
                        Facts.unknownDose(Vasopressor.NOREPINEPHRINE),
                        Facts.unknownDose(Vasopressor.EPINEPHRINE));
        Level level =
                look(
                        Pictures.on(
                                ScaleId.LEE_2014,
                                later,
                                later,
                                Facts.FEVER,
                                Facts.NORMAL_PRESSURE,
                                Facts.ROOM_AIR,
                                drugs));
        assertThat(level.lowest()).isEqualTo(3);
        assertThat(level.cause().apply(new Level.Before(2, "ASTCT 2019")))
                .startsWith("ASTCT 2019 2 → Lee 2014 3 · ");
    }
}
