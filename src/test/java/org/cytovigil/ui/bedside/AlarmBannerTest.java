package org.cytovigil.ui.bedside;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.cytovigil.grading.AlarmPriority;
import org.junit.jupiter.api.Test;

/** How an alarm of the patient is laid out above the chart. */
// [utest->req~ui.alarms-readable~1]
class AlarmBannerTest {
    /** As wide as the room beside the grade at 1280 pixels. */
    private static final double WIDTH = 960;

    @Test
    void besideALongCauseTheAnswerIsReadInOneLine() throws Exception {
        double missing =
                FxThread.call(
                        () -> {
                            HBox row =
                                    AlarmBanner.line(
                                            new BedsideAlarms.Line(
                                                    "!!!",
                                                    "norepinephrine 0.16 µg/kg/min ".repeat(12),
                                                    "unanswered for 4 min",
                                                    AlarmPriority.HIGH));
                            new Scene(row, WIDTH, 300);
                            row.applyCss();
                            row.layout();
                            Label note = (Label) row.getChildren().getLast();
                            return note.prefWidth(-1) - note.getWidth();
                        });

        assertThat(missing).as("pixels that its line lacks").isLessThan(1);
    }
}
