package org.cytovigil.ui.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Check;
import org.cytovigil.grading.DueCheck;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.alarms.PutOff;
import org.cytovigil.ui.panel.Workbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// [utest->req~ui.put-off-check~1]
class PutOffCheckViewModelTest {
    private final Ward ward = new Ward();
    private final AtomicInteger closed = new AtomicInteger();
    private final StayId stay = ward.admit("4", "DEMO Alpha");
    private PutOffCheckViewModel model = model();

    private PutOffCheckViewModel model() {
        Workbench bench =
                new Workbench(
                        ward.session(), ZoneOffset.UTC, Runnable::run, Runnable::run, words -> {});
        return new PutOffCheckViewModel(bench, stay, closed::incrementAndGet);
    }

    @BeforeEach
    void chart() {
        ward.chart(stay, 36.8, 120, 70, 0);
        model = model();
    }

    private DueCheck check(Check check) {
        return ward.session().latest().stays().getFirst().schedule().checks().stream()
                .filter(due -> due.check() == check)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesThePatientByBedNameAndRecordNumber() {
        assertThat(model.titleProperty().get()).isEqualTo("Bed 4 · DEMO Alpha · MRN MRN 4");
    }

    @Test
    void theChosenChecksArePutOffTogetherWithReasonAndEnd() {
        ward.pass(Duration.ofMinutes(230));
        model.show(ward.session().latest());
        model.chooseVitals();
        model.reasonProperty().set("  in the scanner ");
        model.spanProperty().set(PutOff.HOUR);

        assertThat(model.putOffWords()).isEqualTo("Put off until 12:50");
        model.putOff();
        ward.pass(Duration.ofMinutes(1));

        for (Check check : Check.values()) {
            assertThat(check(check).putOff() != null).as("%s", check).isEqualTo(check.isVital());
        }
        DueCheck pressure = check(Check.PRESSURE);
        assertThat(pressure.due()).isEqualTo(Ward.START.plus(Duration.ofMinutes(290)));
        assertThat(model.words(pressure))
                .contains("put off until 12:50 by nurse N2: in the scanner");
        assertThat(closed).hasValue(1);
    }

    @Test
    void nothingHappensWithoutAReasonOrAChoiceAndItSaysWhy() {
        model.putOff();
        assertThat(model.messageProperty().get()).isEqualTo("Choose at least one check.");
        model.chosenProperty(Check.NEUROLOGY).set(true);
        model.reasonProperty().set("  ");
        model.putOff();
        assertThat(model.messageProperty().get()).isEqualTo("Say why it is put off.");
        model.askAgain();
        assertThat(model.messageProperty().get())
                .isEqualTo("None of the chosen checks is put off.");

        ward.pass(Duration.ofMinutes(1));
        assertThat(check(Check.NEUROLOGY).putOff()).isNull();
        assertThat(closed).hasValue(0);
    }

    @Test
    void whatIsPutOffCanBeAskedForAgain() {
        model.chosenProperty(Check.NEUROLOGY).set(true);
        model.reasonProperty().set("asleep");
        model.putOff();
        ward.pass(Duration.ofMinutes(1));
        assertThat(check(Check.NEUROLOGY).putOff()).isNotNull();

        model.show(ward.session().latest());
        model.askAgain();
        ward.pass(Duration.ofMinutes(1));
        assertThat(check(Check.NEUROLOGY).putOff()).isNull();
    }

    @Test
    void aReasonThatTurnsTheLineRoundOrIsEndlessIsKeptAsOneShortLine() {
        model.chosenProperty(Check.NEUROLOGY).set(true);
        model.reasonProperty().set("asleep\u202E\n" + "x".repeat(191) + "\uD83D\uDE34".repeat(9));
        model.putOff();
        ward.pass(Duration.ofMinutes(1));

        // 8 seen before and 191 x come to 199; half of the next character has no room.
        assertThat(Objects.requireNonNull(check(Check.NEUROLOGY).putOff()).reason())
                .isEqualTo("asleep  " + "x".repeat(191));
    }
}
