package org.cytovigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One alarm for each upward step (criteria section 6.1). */
// [utest->req~alarm.grade-rise~1]
class GradeRiseRuleTest {
    private final GradeRiseRule rule = new GradeRiseRule(ZoneOffset.UTC);

    private Optional<Condition> look(long minute, int grade) {
        return rule.look(Pictures.graded(grade, Facts.minute(minute)));
    }

    /** "minute:grade" steps and the minutes at which they alarm. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # one alarm per upward step
                    0:0 1:1 2:2 3:3 4:4,            1 2 3 4
                    0:0 5:4,                        5
                    # none for an unchanged grade, none on a fall
                    0:2 1:2 2:2,                    0
                    0:3 1:2 2:1 3:0,                0
                    # again only after a lower one has lasted 15 minutes
                    0:3 10:2 24:3,                  0
                    0:3 10:2 25:3,                  0 25
                    0:3 10:2 40:3,                  0 40
                    # the count starts with the fall, whatever lower grade follows
                    0:4 10:2 20:1 25:4,             0 25
                    # a return to the grade in between starts it anew
                    0:3 10:2 20:3 30:2 44:3,        0
                    0:3 10:2 20:3 30:2 45:3,        0 45
                    # a higher one alarms at once
                    0:2 10:1 11:3,                  0 11
                    # after it has lasted, each step up from the lower grade alarms
                    0:4 10:1 30:2 31:3,             0 30 31
                    """)
    void alarms(String steps, String expected) {
        List<String> alarmed = new ArrayList<>();
        for (String step : steps.split(" ", -1)) {
            String[] parts = step.split(":", -1);
            if (look(Long.parseLong(parts[0]), Integer.parseInt(parts[1])).isPresent()) {
                alarmed.add(parts[0]);
            }
        }
        assertThat(String.join(" ", alarmed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, LOW", "2, MEDIUM", "3, HIGH", "4, HIGH"})
    void priorityGoesByTheGrade(int grade, AlarmPriority priority) {
        assertThat(look(0, grade))
                .hasValueSatisfying(
                        condition -> {
                            assertThat(condition.priority()).isEqualTo(priority);
                            assertThat(condition.level()).isEqualTo(grade);
                            assertThat(condition.raisedAt()).isEqualTo(Facts.ZERO);
                            assertThat(condition.cause()).contains("ASTCT 2019 0 → " + grade);
                        });
    }

    @Test
    void theEndOfTheConditionIsTheSameHoweverLateItIsAskedFor() {
        look(0, 3);
        look(10, 1);
        Instant over = Facts.minute(25);
        assertThat(rule.settle(over.minusMillis(1))).isEmpty();
        assertThat(rule.settle(Facts.minute(300))).contains(over);
        assertThat(rule.settle(Facts.minute(301))).isEmpty();
    }

    @Test
    void anUnknownThatMightBeGraveDoesNotAlarmAsAGrade() {
        assertThat(rule.look(Pictures.of(Facts.ZERO, Facts.ZERO, Facts.spo2(95)))).isEmpty();
    }

    /** Two vasopressors are grade 3 on Lee 2014, whatever their dose. */
    @Test
    void aRiseAfterTheUnitChangedItsScaleNamesBothScales() {
        look(0, 2);
        Instant later = Facts.minute(1);
        Observation drugs =
                Facts.list(
                        Facts.unknownDose(Vasopressor.NOREPINEPHRINE),
                        Facts.unknownDose(Vasopressor.EPINEPHRINE));
        Condition condition =
                rule.look(
                                Pictures.on(
                                        ScaleId.LEE_2014,
                                        later,
                                        later,
                                        Facts.FEVER,
                                        Facts.NORMAL_PRESSURE,
                                        Facts.ROOM_AIR,
                                        drugs))
                        .orElseThrow();

        assertThat(condition.level()).isEqualTo(3);
        assertThat(condition.cause()).startsWith("ASTCT 2019 2 → Lee 2014 3 · ");
    }
}
