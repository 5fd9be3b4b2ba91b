package org.cytovigil.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.alarm.AlarmAdjustment;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPart;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setting an alarm otherwise for one patient, without a display. */
// [utest->req~ui.alarm-adjust~1]
class AdjustViewModelTest {
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final AlarmKey step = new AlarmKey(alpha, AlarmKind.OXYGEN_STEP);
    private final AdjustViewModel model = new AdjustViewModel(ward.session(), ZoneOffset.UTC);

    private void second() {
        ward.pass(Duration.ofSeconds(1));
        model.show(ward.session().latest());
    }

    private AdjustViewModel.Shown shown() {
        return Objects.requireNonNull(model.shownProperty().get());
    }

    private void type(AlarmPart part, String text) {
        model.valueProperty(part).set(text);
    }

    private List<AlarmAdjustment> inForce() {
        second();
        return ward.session().latest().adjusted().stream()
                .map(found -> found.adjustment())
                .toList();
    }

    @Test
    void thePanelNamesThePatientByTwoIdentifiersAndSaysWhatTheUnitHas() {
        model.open(step);

        assertThat(shown().title()).endsWith("Bed 4 · DEMO Alpha · MRN MRN 4");
        assertThat(shown().fields())
                .extracting(AdjustViewModel.Field::name)
                .containsExactly(
                        "priority (the unit: low)",
                        "delay (the unit: 2 min)",
                        "over after (the unit: 60 min)",
                        "reminder after (the unit: 0 min)",
                        "guidance");
        assertThat(shown().current()).isEmpty();
        model.turnTo(AlarmKind.GRADE_RISE);
        assertThat(shown().fields())
                .extracting(AdjustViewModel.Field::part)
                .containsSequence(AlarmPart.MEDIUM_FROM, AlarmPart.HIGH_FROM)
                .doesNotContain(AlarmPart.PRIORITY);
    }

    @Test
    void whatIsTypedIsKeptWithReasonAndEndAndTheRestIsAsTheUnitHasIt() {
        model.open(step);
        type(AlarmPart.DELAY, " 10 ");
        model.reasonProperty().set(" mask for transport ");
        model.spanProperty().set(AdjustFor.FOUR_HOURS);

        model.keep();

        assertThat(model.shownProperty().get()).as("closed").isNull();
        AlarmAdjustment kept = inForce().getFirst();
        assertThat(kept.kind()).isEqualTo(AlarmKind.OXYGEN_STEP);
        assertThat(kept.change().values()).isEqualTo(Map.of(AlarmPart.DELAY, "10 min"));
        assertThat(kept.reason()).isEqualTo("mask for transport");
        assertThat(kept.by()).isEqualTo("nurse N2");
        assertThat(kept.until()).isEqualTo(Ward.START.plus(Duration.ofHours(4)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        OXYGEN_STEP | DELAY       | 61   | 61 min is not within 0 to 60 min
        OXYGEN_STEP | DELAY       | soon | "soon" is no amount such as "0 min"
        GRADE_RISE  | HIGH_FROM   | 4    | the unit gives high priority from grade 3 on, and no later
        GRADE_RISE  | DELAY       | 5    | it can be of high priority: at most the unit's 0 min
        """)
    void aRefusedValueSaysWhyBesideItsFieldAndNothingIsKept(
            AlarmKind kind, AlarmPart part, String typed, String why) {
        model.open(new AlarmKey(alpha, kind));
        model.reasonProperty().set("frail");
        type(part, typed);

        assertThat(model.refusalProperty(part).get()).isEqualTo(why);
        model.keep();

        assertThat(model.shownProperty().get()).isNotNull();
        assertThat(model.refusalProperty().get()).isEqualTo("Not set: a value above is refused.");
        assertThat(inForce()).isEmpty();
        type(part, "");
        assertThat(model.refusalProperty(part).get()).isEmpty();
    }

    @Test
    void withoutReasonOrChangeNothingIsKept() {
        model.open(step);
        model.reasonProperty().set("frail");
        model.keep();
        assertThat(model.refusalProperty().get())
                .isEqualTo("Not set: every field is as the unit has it.");

        type(AlarmPart.PRIORITY, "high");
        model.reasonProperty().set(" ");
        model.keep();
        assertThat(model.refusalProperty().get()).isEqualTo("Not set: a reason is needed.");
        assertThat(inForce()).isEmpty();
    }

    @Test
    void whatIsOtherwiseStandsInThePanelAndCanBeEnded() {
        model.open(step);
        type(AlarmPart.PRIORITY, "high");
        model.reasonProperty().set("frail");
        model.keep();
        second();

        model.open(step);
        assertThat(model.valueProperty(AlarmPart.PRIORITY).get()).isEqualTo("high");
        assertThat(model.reasonProperty().get()).isEqualTo("frail");
        assertThat(shown().current())
                .isEqualTo("Now otherwise: priority high, until 20:00 by nurse N2: frail");
        model.end();

        assertThat(inForce()).isEmpty();
    }

    @Test
    void anAlarmOfTheUnitCannotBeSetForOnePatient() {
        model.open(AlarmKey.ofUnit(AlarmKind.STORAGE));

        assertThat(model.shownProperty().get()).isNull();
    }

    @Test
    void theScreenListsWhatIsOtherwiseAndTheLogAndItsFileSaySo(@TempDir Path folder)
            throws Exception {
        AlarmsViewModel alarms =
                new AlarmsViewModel(ward.session(), ZoneOffset.UTC, Runnable::run, Runnable::run);
        model.open(step);
        type(AlarmPart.DELAY, "10");
        model.reasonProperty().set("frail");
        model.keep();
        second();
        alarms.show(ward.session().latest());
        alarms.setOpen(true);

        AdjustedRow row = alarms.adjusted().getFirst();
        assertThat(row.who()).isEqualTo("Bed 4 · DEMO Alpha · MRN MRN 4");
        assertThat(row.what()).isEqualTo("oxygen step up: delay 10 min");
        assertThat(row.why()).isEqualTo("until 20:00 by nurse N2: frail");
        assertThat(alarms.history())
                .extracting(LogRow::what)
                .contains(
                        "set otherwise for this patient: delay 10 min, until 20:00 by nurse N2: frail");
        Path file = folder.resolve("alarms.csv");
        alarms.export(file);
        assertThat(Files.readString(file)).contains("oxygen step up").contains("nurse N2: frail");

        alarms.end(row);
        second();
        alarms.show(ward.session().latest());

        assertThat(alarms.adjusted()).isEmpty();
        assertThat(alarms.history().getFirst().what())
                .isEqualTo("back to the settings of the unit by nurse N2, was: delay 10 min");
        assertThat(alarms.loadProperty().get().figures())
                .filteredOn(figure -> figure.name().equals("raised"))
                .extracting(LoadText.Figure::value)
                .containsExactly("0");
    }

    @Test
    void anAdjustedAlarmSaysSoWhereItIsAnswered() {
        AnswerViewModel answer = new AnswerViewModel(ward.session(), ZoneOffset.UTC);
        AlarmKey rise = new AlarmKey(alpha, AlarmKind.GRADE_RISE);
        ward.chart(alpha, 39.0, 86, 50, 0);
        second();
        model.open(rise);
        type(AlarmPart.GUIDANCE, "Call Dr. A.");
        model.reasonProperty().set("frail");
        model.keep();
        second();

        answer.open(rise);

        AnswerViewModel.Shown shown = Objects.requireNonNull(answer.shownProperty().get());
        assertThat(shown.guidance()).isEqualTo("Call Dr. A.");
        assertThat(shown.adjusted())
                .startsWith("Set otherwise for this patient: guidance \"Call Dr. A.\" until 20:00");
        answer.adjustShown();
        assertThat(answer.shownProperty().get()).isNull();
        assertThat(answer.adjusting().shownProperty().get()).isNotNull();
    }
}
