package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;

// [utest->req~ui.chart-neurology~1]
class NeurologySheetTest {
    private final Desk desk = new Desk().open(new NeurologySheet());

    private Desk aged(double years) {
        desk.ward.tell(
                desk.alpha,
                new Entry.PatientIdentified(
                        new Patient(
                                "DEMO Alpha",
                                "MRN 4",
                                years,
                                new Weight(30),
                                Patient.Baseline.NONE)));
        return desk.open(new NeurologySheet());
    }

    private static NeurologicalExamination ice(IceScore score) {
        return new NeurologicalExamination(score, null, null, null, null, null, null);
    }

    // Year, month, city, two objects and the command: 6; sentence failed, two tasks not done.
    @Test
    void iceIsChartedTaskByTaskAndTheSumIsShown() {
        desk.type("ice-year", "yes").type("ice-month", "yes").type("ice-city", "yes");
        desk.type("ice-objects", "2").type("ice-command", "yes").type("ice-sentence", "no");

        assertThat(desk.model().remarkProperty().get())
                .isEqualTo("ICE 6 to 8 of 10. Last: never charted.");

        desk.save();

        assertThat(desk.charted)
                .containsExactly(
                        ice(new IceScore.Items(true, true, true, null, 2, true, false, null)));
    }

    @Test
    void theSumAloneIsChartedToo() {
        desk.type("ice-sum", "7").save();

        assertThat(desk.charted).containsExactly(ice(new IceScore.Total(7)));
    }

    @Test
    void tasksAndASumAreRefusedTogether() {
        desk.type("ice-year", "yes").type("ice-sum", "7").save();

        assertThat(desk.refusal("ice-sum")).isEqualTo("Chart the tasks or their sum, not both.");
        assertThat(desk.charted).isEmpty();
    }

    @Test
    void aSumThatCannotBeIsAskedAbout() {
        desk.type("ice-sum", "11").save();

        assertThat(desk.question()).contains("ICE score 11 is outside 0 to 10");
    }

    @Test
    void signsAreChartedWithoutAScore() {
        desk.type("consciousness", "TO_VOICE").type("seizure", "RESOLVING").type("motor", "no");
        desk.save();

        assertThat(desk.charted)
                .containsExactly(
                        new NeurologicalExamination(
                                null,
                                null,
                                Consciousness.TO_VOICE,
                                Seizure.RESOLVING,
                                false,
                                null,
                                null));
    }

    // Policy section 4: CAPD under 12 years, ICE from 12 on.
    @Test
    void underTwelveYearsCapdTakesThePlaceOfIce() {
        aged(11.9);
        assertThat(desk.field("ice-year").isShown()).isFalse();
        desk.type("capd", "9").save();

        assertThat(desk.charted)
                .containsExactly(
                        new NeurologicalExamination(
                                null, new CapdScore.Total(9), null, null, null, null, null));

        aged(12);
        assertThat(desk.field("ice-year").isShown()).isTrue();
        assertThat(desk.field("capd").isShown()).isFalse();
    }

    // Five questions: 4 + 1 + 0 + 2 + 3 = 10, and up to 12 more for the three not asked.
    @Test
    void capdIsChartedQuestionByQuestionAndTheSumIsShown() {
        aged(4);
        desk.type("capd-1", "4").type("capd-2", "1").type("capd-3", "0");
        desk.type("capd-5", "2").type("capd-8", "3");

        assertThat(desk.model().remarkProperty().get())
                .isEqualTo("CAPD 10 to 22 of 32. Last: never charted.");

        desk.save();

        assertThat(desk.charted)
                .containsExactly(
                        capd(new CapdScore.Items(Arrays.asList(4, 1, 0, null, 2, null, null, 3))));
    }

    // Cornell assessment: "never" is 4 points in the first four questions, 0 in the last four.
    @Test
    void theWordsOfEachPointAreThoseOfItsQuestion() {
        aged(4);

        assertThat(desk.field("capd-1").choices())
                .extracting(Field.Choice::words)
                .containsExactly("-", "0 always", "1 often", "2 sometimes", "3 rarely", "4 never");
        assertThat(desk.field("capd-5").choices())
                .extracting(Field.Choice::words)
                .containsExactly("-", "0 never", "1 rarely", "2 sometimes", "3 often", "4 always");
    }

    @Test
    void questionsAndASumAreRefusedTogether() {
        aged(4);
        desk.type("capd-1", "4").type("capd", "9").save();

        assertThat(desk.refusal("capd")).isEqualTo("Chart the questions or their sum, not both.");
        assertThat(desk.charted).isEmpty();
    }

    @Test
    void fromTwelveYearsOnNoQuestionOfCapdIsAsked() {
        aged(11.9);
        assertThat(desk.field("capd-1").isShown()).isTrue();
        assertThat(desk.field("capd-8").isShown()).isTrue();

        aged(12);
        assertThat(desk.field("capd-1").isShown()).isFalse();
    }

    @Test
    void whoIsSedatedIsToldApartFromWhoCannotBeWoken() {
        desk.type("ice-year", "no").type("ice-month", "no").type("ice-city", "no");
        desk.type("ice-hospital", "no").type("ice-objects", "0").type("ice-command", "no");
        desk.type("ice-sentence", "no").type("ice-counting", "no");
        assertThat(desk.model().remarkProperty().get())
                .startsWith("ICE 0 of 10. Choose how the patient wakes");

        desk.type("consciousness", "UNAROUSABLE");
        assertThat(desk.model().remarkProperty().get()).doesNotContain("Choose how");

        desk.type("sedated", "yes");
        assertThat(desk.model().remarkProperty().get())
                .contains("Sedated: neither score nor waking is graded.");
    }

    // [utest->req~ui.chart-usual~1]
    @Test
    void nothingIsAnsweredUntilItsKeyIsPressed() {
        assertThat(desk.field("ice-year").text()).isEmpty();
        assertThat(desk.model().openWordsProperty().get()).isEqualTo("All open tasks right  Alt+A");

        desk.save();

        assertThat(desk.charted).isEmpty();
    }

    // [utest->req~ui.chart-usual~1]
    @Test
    void oneKeyAnswersAllTenItemsAndEachCanBeChangedBeforeTheyAreCharted() {
        assertThat(desk.model().fillOpen()).isTrue();

        assertThat(desk.charted).isEmpty();
        assertThat(desk.field("ice-objects").text()).isEqualTo("3");
        assertThat(desk.model().remarkProperty().get()).startsWith("ICE 10 of 10.");

        desk.type("ice-counting", "no").save();

        assertThat(desk.charted)
                .containsExactly(
                        ice(new IceScore.Items(true, true, true, true, 3, true, true, false)));
    }

    // [utest->req~ui.chart-usual~1]
    @Test
    void whatWasAnsweredAlreadyStays() {
        desk.type("ice-month", "no").type("ice-objects", "1");
        desk.model().fillOpen();

        assertThat(desk.model().remarkProperty().get()).startsWith("ICE 7 of 10.");
        assertThat(desk.model().openWordsProperty().get()).isEmpty();
        assertThat(desk.model().fillOpen()).isFalse();
    }

    // [utest->req~ui.chart-usual~1]
    @Test
    void oneKeyAnswersAllQuestionsOfCapdWithNoPointsAndNoTaskOfIce() {
        aged(4);
        desk.model().fillOpen();
        desk.save();

        assertThat(desk.charted)
                .containsExactly(capd(new CapdScore.Items(Arrays.asList(0, 0, 0, 0, 0, 0, 0, 0))));
    }

    private static NeurologicalExamination capd(CapdScore score) {
        return new NeurologicalExamination(null, score, null, null, null, null, null);
    }
}
