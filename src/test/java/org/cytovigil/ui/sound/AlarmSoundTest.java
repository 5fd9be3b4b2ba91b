package org.cytovigil.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What sounds when, step by step. Columns: seconds, what somebody does, alarms, what sounds. */
// [utest->req~ui.alarm-sound~1]
class AlarmSoundTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final AlarmSound sound = new AlarmSound();

    private void steps(String table) {
        for (String line : table.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            Instant now = START.plusMillis(Math.round(Double.parseDouble(cells[0].strip()) * 1000));
            if (cells[1].strip().equals("pause")) {
                sound.pause(now);
            } else if (cells[1].strip().equals("resume")) {
                sound.resume();
            }
            String sounds =
                    sound.decide(Waiting.alarms(cells[2].strip()), now)
                            .map(
                                    play ->
                                            String.format(
                                                    Locale.ROOT,
                                                    "%s %.2f",
                                                    play.burst(),
                                                    play.volume()))
                            .orElse("");
            assertThat(sounds).as(line).isEqualTo(cells[3].strip());
        }
    }

    @Test
    void nothingSoundsWhileNothingWaits() {
        steps(
                """
                0   |  |            |
                1   |  | A/3/HIGH*  |
                99  |  |            |
                """);
    }

    @Test
    void highRepeatsEveryEightSecondsAndGrowsLouderAtThirtyAndSixty() {
        steps(
                """
                0    |  | A/3/HIGH | HIGH 0.35
                0.1  |  | A/3/HIGH |
                7.9  |  | A/3/HIGH |
                8    |  | A/3/HIGH | HIGH 0.35
                16   |  | A/3/HIGH | HIGH 0.35
                24   |  | A/3/HIGH | HIGH 0.35
                32   |  | A/3/HIGH | HIGH 0.60
                40   |  | A/3/HIGH | HIGH 0.60
                48   |  | A/3/HIGH | HIGH 0.60
                56   |  | A/3/HIGH | HIGH 0.60
                64   |  | A/3/HIGH | HIGH 1.00
                """);
    }

    @Test
    void mediumRepeatsEveryTwentyAndLowEveryFortySeconds() {
        steps(
                """
                0    |  | A/2/MEDIUM        | MEDIUM 0.35
                19.9 |  | A/2/MEDIUM        |
                20   |  | A/2/MEDIUM        | MEDIUM 0.35
                21   |  | A/2/MEDIUM*       |
                30   |  | B/1/LOW           | LOW 0.35
                69.9 |  | B/1/LOW           |
                70   |  | B/1/LOW           | LOW 0.60
                """);
    }

    @Test
    void aMoreUrgentOneTakesOverAtOnceAndALessUrgentOneWaits() {
        steps(
                """
                0    |  | A/1/LOW                       | LOW 0.35
                0.1  |  | A/1/LOW B/3/HIGH              | HIGH 0.35
                0.2  |  | A/1/LOW B/3/HIGH C/2/MEDIUM   |
                8.1  |  | A/1/LOW B/3/HIGH C/2/MEDIUM   | HIGH 0.35
                9    |  | A/1/LOW B/3/HIGH* C/2/MEDIUM  |
                16.1 |  | A/1/LOW B/3/HIGH* C/2/MEDIUM  | MEDIUM 0.35
                """);
    }

    @Test
    void aNewOneOfTheSamePriorityDoesNotWaitForTheNextRepeatButLetsTheBurstEnd() {
        steps(
                """
                0    |  | A/1/LOW          | LOW 0.35
                0.3  |  | A/1/LOW B/1/LOW  |
                5    |  | A/1/LOW B/1/LOW C/1/LOW | LOW 0.35
                """);
    }

    @Test
    void aHigherLevelOfTheSameAlarmSoundsAnewAndItsWaitingBeginsAnew() {
        steps(
                """
                0    |  | A/3/HIGH | HIGH 0.35
                8    |  | A/3/HIGH | HIGH 0.35
                35   |  | A/3/HIGH | HIGH 0.60
                40   |  | A/4/HIGH | HIGH 0.35
                """);
    }

    @Test
    void whatIsRaisedAgainAfterItsAnswerSounds() {
        steps(
                """
                0    |  | A/2/MEDIUM  | MEDIUM 0.35
                5    |  | A/2/MEDIUM* |
                6    |  | A/2/MEDIUM  | MEDIUM 0.35
                """);
    }

    @Test
    void aPauseSilencesWhatStandsForTwoMinutes() {
        steps(
                """
                0     |       | A/3/HIGH B/1/LOW | HIGH 0.35
                1     | pause | A/3/HIGH B/1/LOW |
                8     |       | A/3/HIGH B/1/LOW |
                60    |       | B/1/LOW          |
                120.9 |       | A/3/HIGH* B/1/LOW |
                121   |       | A/3/HIGH* B/1/LOW | LOW 1.00
                """);
    }

    @Test
    void anythingNewBreaksThePauseAtOnce() {
        steps(
                """
                0    |       | A/2/MEDIUM          | MEDIUM 0.35
                1    | pause | A/2/MEDIUM          |
                2    |       | A/3/HIGH            | HIGH 0.35
                3    | pause | A/3/HIGH            |
                4    |       | A/3/HIGH B/1/LOW    | HIGH 0.35
                12   |       | A/3/HIGH B/1/LOW    | HIGH 0.35
                """);
    }

    @Test
    void aPauseIsEndedByHandAndWhatWaitsSoundsAtOnce() {
        steps(
                """
                0    |        | A/2/MEDIUM | MEDIUM 0.35
                1    | pause  | A/2/MEDIUM |
                10   | resume | A/2/MEDIUM | MEDIUM 0.35
                """);
    }

    @Test
    void thePauseCountsDown() {
        sound.pause(START);

        assertThat(sound.pauseLeft(START)).isEqualTo(Duration.ofMinutes(2));
        assertThat(sound.pauseLeft(START.plusSeconds(119))).isEqualTo(Duration.ofSeconds(1));
        assertThat(sound.pauseLeft(START.plusSeconds(120))).isZero();
    }
}
