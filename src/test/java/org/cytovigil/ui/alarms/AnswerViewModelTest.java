package org.cytovigil.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answering an alarm with what was done, without a display. */
// [utest->req~ui.alarm-answer~1]
class AnswerViewModelTest {
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final AlarmKey rise = new AlarmKey(alpha, AlarmKind.GRADE_RISE);
    private final AnswerViewModel model = new AnswerViewModel(ward.session(), ZoneOffset.UTC);

    private void gradeTwo() {
        ward.chart(alpha, 39.0, 86, 50, 0);
        second();
    }

    private void gradeThree() {
        ward.chart(alpha, 39.0, 86, 50, 6);
        second();
    }

    private void second() {
        ward.pass(Duration.ofSeconds(1));
        model.show(unit());
    }

    private UnitSnapshot unit() {
        return ward.session().latest();
    }

    private Alarm standing() {
        return unit().alarms().stream()
                .filter(alarm -> alarm.key().equals(rise))
                .findFirst()
                .orElseThrow();
    }

    private AlarmState hidden() {
        return unit().hidden().stream()
                .filter(alarm -> alarm.key().equals(rise))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private AnswerViewModel.Shown shown() {
        return Objects.requireNonNull(model.shownProperty().get());
    }

    @Test
    void thePanelNamesThePatientByTwoIdentifiersAndSaysWhatToDo() {
        gradeTwo();

        model.open(rise);

        assertThat(shown().title())
                .startsWith("!! Bed 4 · DEMO Alpha · MRN MRN 4 · ASTCT 2019 0 → 2");
        assertThat(shown().guidance())
                .isEqualTo(AlarmKind.GRADE_RISE.settings().guidance(SitePolicy.DEFAULT))
                .startsWith("Look at the patient now.");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    TOCILIZUMAB, tocilizumab given
                    FLUIDS,      fluids given
                    PHYSICIAN,   physician called
                    OBSERVED,    observed
                    ARTEFACT,    false alarm or artefact
                    """)
    void onePressAnswersWithWhatWasDone(Done done, String action) {
        gradeTwo();
        model.open(rise);

        model.answer(done);
        second();

        assertThat(model.shownProperty().get()).as("closed").isNull();
        assertThat(standing().state())
                .isInstanceOfSatisfying(
                        AlarmState.Acknowledged.class,
                        state -> {
                            assertThat(state.answer().action()).isEqualTo(action);
                            assertThat(state.answer().by()).isEqualTo("nurse N2");
                        });
    }

    @Test
    void ownWordsAnswerOnceThereAreAny() {
        gradeTwo();
        model.open(rise);

        model.wordsProperty().set("   ");
        model.answerInWords();
        assertThat(model.shownProperty().get()).as("nothing was said").isNotNull();

        model.wordsProperty().set("  cooled, cultures taken ");
        model.answerInWords();
        second();

        assertThat(standing().state())
                .isInstanceOfSatisfying(
                        AlarmState.Acknowledged.class,
                        state ->
                                assertThat(state.answer().action())
                                        .isEqualTo("cooled, cultures taken"));
    }

    @Test
    void anAlarmIsPutOffForAReasonAndComesBackByItself() {
        gradeTwo();
        model.open(rise);
        model.spanProperty().set(PutOff.QUARTER_HOUR);
        assertThat(model.putOffWords()).isEqualTo("Put off until 08:15");

        model.putOff();
        assertThat(model.shownProperty().get()).as("no reason was given").isNotNull();

        model.reasonProperty().set("echo under way");
        model.putOff();
        second();
        assertThat(AlarmWords.hidden(hidden(), ward.now(), ZoneOffset.UTC))
                .isEqualTo("put off until 08:15 by nurse N2: echo under way");

        ward.pass(Duration.ofMinutes(15));
        assertThat(standing().answered()).isFalse();
    }

    @Test
    void highPriorityIsNotPutOffAndSaysWhy() {
        gradeThree();
        model.open(rise);
        model.reasonProperty().set("not now");

        model.putOff();
        second();

        assertThat(shown().notPutOff()).isEqualTo("An alarm of high priority cannot be put off.");
        assertThat(standing().answered()).isFalse();
    }

    @Test
    void anAlarmIsTakenOutOfServiceForAReason() {
        gradeThree();
        model.open(rise);

        model.takeOut();
        assertThat(model.shownProperty().get()).as("no reason was given").isNotNull();

        model.reasonProperty().set("comfort care");
        model.takeOut();
        second();

        assertThat(hidden())
                .isInstanceOfSatisfying(
                        AlarmState.OutOfService.class,
                        state -> assertThat(state.reason()).isEqualTo("comfort care"));
    }

    @Test
    void thePanelFollowsARiseAndTheAnswerIsOfTheLevelThatStandsOnIt() {
        gradeTwo();
        model.open(rise);
        gradeThree();

        assertThat(shown().title()).startsWith("!!! Bed 4").contains("2 → 3");
        assertThat(shown().notPutOff()).isNotEmpty();
        model.answer(Done.PHYSICIAN);
        second();

        assertThat(standing().answered()).isTrue();
    }

    @Test
    void thePanelClosesWithItsAlarmAndKeepsWhatIsTypedUntilThen() {
        ward.chart(alpha, 38.4, 118, 70, 0);
        second();
        model.open(rise);
        model.wordsProperty().set("cul");
        second();
        assertThat(model.wordsProperty().get()).isEqualTo("cul");

        ward.chart(alpha, 37.0, 118, 70, 0);
        ward.pass(Duration.ofHours(9));
        ward.chart(alpha, 37.0, 118, 70, 0);
        ward.pass(Duration.ofMinutes(20));
        model.show(unit());

        assertThat(unit().alarms()).noneMatch(alarm -> alarm.key().equals(rise));
        assertThat(model.shownProperty().get()).isNull();
    }

    @Test
    void whatIsAnsweredSaysSoAndIsNotAnsweredTwice() {
        gradeTwo();
        model.open(rise);
        model.answer(Done.FLUIDS);
        second();

        model.open(rise);
        assertThat(shown().notAnswerable())
                .isEqualTo("Already acknowledged by nurse N2: fluids given.");
        model.answer(Done.ARTEFACT);
        second();

        assertThat(AlarmWords.answer(standing(), ward.now())).contains("fluids given");
    }

    @Test
    void wordsAreCutToWhatFitsALineOfTheHandOver() {
        gradeTwo();
        model.open(rise);
        model.wordsProperty().set("x".repeat(300));

        model.answerInWords();
        second();

        assertThat(standing().state())
                .isInstanceOfSatisfying(
                        AlarmState.Acknowledged.class,
                        state -> assertThat(state.answer().action()).hasSize(200));
    }

    /** Half a character would be a question mark after a restart. */
    @Test
    void noCharacterIsCutInHalf() {
        assertThat(AnswerViewModel.cut("x".repeat(199) + "\uD83D\uDE00 and more"))
                .isEqualTo("x".repeat(199));
        assertThat(AnswerViewModel.cut("x".repeat(198) + "\uD83D\uDE00 and more"))
                .isEqualTo("x".repeat(198) + "\uD83D\uDE00");
    }
}
