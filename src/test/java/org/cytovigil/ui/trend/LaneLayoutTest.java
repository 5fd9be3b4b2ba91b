package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cytovigil.ui.trend.LaneChoice.Fold;
import org.cytovigil.ui.trend.LaneLayout.Slot;
import org.cytovigil.ui.trend.LaneLayout.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where lanes stand in the height there is. */
// [utest->req~ui.trend-lanes~1]
class LaneLayoutTest {
    private static State state(LaneLayout layout, LaneId lane) {
        return layout.of(lane).state();
    }

    @ParameterizedTest
    @ValueSource(doubles = {480, 560, 640, 760, 1_000, 2_000})
    void lanesFillTheHeightWithoutOverlapAndCanBeRead(double height) {
        LaneLayout layout = LaneLayout.of(LaneChoice.USUAL, 100, height, 1);

        double bottom = 100;
        for (Slot slot : layout.slots()) {
            assertThat(slot.top()).isGreaterThanOrEqualTo(bottom);
            assertThat(slot.height())
                    .isGreaterThanOrEqualTo(slot.open() ? slot.lane().least() : LaneLayout.FOLDED);
            bottom = slot.bottom();
        }
        assertThat(bottom).isCloseTo(100 + height, within(0.01));
    }

    @Test
    void whatGradesNeedStandsOpenAndOtherLanesFold() {
        LaneLayout layout = LaneLayout.of(LaneChoice.USUAL, 0, 560, 1);

        assertThat(state(layout, LaneId.TREATMENTS)).isEqualTo(State.OPEN);
        assertThat(state(layout, LaneId.RATES)).isEqualTo(State.FOLDED);
        assertThat(layout.withoutRoom()).isEmpty();
    }

    @Test
    void theLastOpenLanesFoldWhereThereIsNoRoom() {
        LaneLayout layout = LaneLayout.of(LaneChoice.USUAL, 0, 470, 1);

        assertThat(layout.withoutRoom()).containsExactly(LaneId.TREATMENTS);
        assertThat(state(layout, LaneId.VASOPRESSORS)).isEqualTo(State.OPEN);
    }

    @Test
    void whatSomebodyOpenedFoldsAfterWhatNobodyChose() {
        LaneChoice choice = LaneChoice.USUAL.with(LaneId.LABORATORY, Fold.OPEN);

        LaneLayout layout = LaneLayout.of(choice, 0, 520, 1);

        assertThat(state(layout, LaneId.LABORATORY)).isEqualTo(State.OPEN);
        assertThat(state(layout, LaneId.TREATMENTS)).isEqualTo(State.NO_ROOM);
    }

    @Test
    void oneLaneStaysOpenInWhateverHeight() {
        LaneLayout layout = LaneLayout.of(LaneChoice.USUAL, 0, 20, 1);

        assertThat(layout.slots().stream().filter(Slot::open).map(Slot::lane))
                .containsExactly(LaneId.TEMPERATURE);
    }

    @Test
    void aDraggedEdgeMovesByThePixelsItWasDragged() {
        LaneLayout before = LaneLayout.of(LaneChoice.USUAL, 0, 620, 1);
        LaneChoice dragged = before.resized(LaneChoice.USUAL, LaneId.TEMPERATURE, 15, 1);

        LaneLayout after = LaneLayout.of(dragged, 0, 620, 1);

        assertThat(after.of(LaneId.TEMPERATURE).height())
                .isCloseTo(before.of(LaneId.TEMPERATURE).height() + 15, within(1.5));
        assertThat(after.of(LaneId.PRESSURE).bottom())
                .isCloseTo(before.of(LaneId.PRESSURE).bottom(), within(1.5));
    }
}
