package org.cytovigil.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.Ward;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

// [utest->req~ui.other-pages~1]
class OtherPagesTest {
    private final Ward ward = new Ward();
    private final BoardViewModel board = new BoardViewModel(() -> Ward.START);

    private StayId admit(int beds) {
        @Nullable StayId last = null;
        for (int bed = 1; bed <= beds; bed++) {
            last = ward.admit(Integer.toString(bed), "DEMO " + bed);
        }
        ward.pass(Duration.ofMinutes(1));
        board.show(ward.session().latest());
        return Objects.requireNonNull(last);
    }

    @Test
    void onePageSaysNothing() {
        admit(32);
        assertThat(board.otherPagesProperty().get()).isEmpty();
    }

    @Test
    void eachPageTellsWhichBedsStandOnTheOthers() {
        admit(65);
        assertThat(board.otherPagesProperty().get())
                .isEqualTo("Page 1 of 3 · page 2: beds 33 to 64 (32) · page 3: beds 65 to 65 (1)");
        board.nextPage();
        assertThat(board.otherPagesProperty().get())
                .isEqualTo("Page 2 of 3 · page 1: beds 1 to 32 (32) · page 3: beds 65 to 65 (1)");
    }

    @Test
    void anAlarmOnAPageOutOfSightIsToldUntilItIsAnswered() {
        StayId last = admit(33);
        ward.chart(last, 39.4, 88, 51, 6);
        ward.pass(Duration.ofMinutes(1));
        board.show(ward.session().latest());
        assertThat(board.otherPagesProperty().get())
                .isEqualTo("Page 1 of 2 · page 2: beds 33 to 33 (1), unanswered 1 !!!");

        ward.session()
                .acknowledge(ward.session().latest().stay(last).orElseThrow().alarms().getFirst());
        ward.pass(Duration.ofMinutes(1));
        board.show(ward.session().latest());
        assertThat(board.otherPagesProperty().get())
                .isEqualTo("Page 1 of 2 · page 2: beds 33 to 33 (1)");
    }
}
