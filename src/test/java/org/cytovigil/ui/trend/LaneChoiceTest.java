package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.cytovigil.ui.trend.LaneChoice.Fold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How somebody wants the lanes to stand. */
// [utest->req~ui.trend-lanes~1]
class LaneChoiceTest {
    @Test
    void aLaneMovesAmongTheOthersAndStopsAtTheEnds() {
        LaneChoice choice = LaneChoice.USUAL.moved(LaneId.TEMPERATURE, 1);

        assertThat(choice.order()).startsWith(LaneId.PRESSURE, LaneId.TEMPERATURE, LaneId.OXYGEN);
        assertThat(choice.moved(LaneId.PRESSURE, -5).order()).isEqualTo(choice.order());
        assertThat(choice.moved(LaneId.PRESSURE, 50).order()).endsWith(LaneId.PRESSURE);
    }

    @Test
    void whatWasChosenIsReadAsItWasWritten() {
        LaneChoice choice =
                LaneChoice.USUAL
                        .placed(LaneId.NEUROLOGY, 0)
                        .with(LaneId.PRESSURE, Fold.FOLDED)
                        .with(LaneId.LABORATORY, Fold.OPEN)
                        .with(LaneId.OXYGEN, 2.5);

        assertThat(LaneChoice.parse(choice.text())).contains(choice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "temperature open",
                "temperature ajar 1.0",
                "temperature open tall",
                "temperature open NaN",
                "temperature open 1e9",
                "temperature open 1.0, temperature open 1.0"
            })
    void whatNobodyWroteIsNoChoice(String text) {
        assertThat(LaneChoice.parse(text)).isEmpty();
    }

    @Test
    void lanesThatAnOlderProgramDidNotKnowFollowAtTheEnd() {
        assertThat(LaneChoice.parse("oxygen - 1.0, pressure folded 1.0").orElseThrow())
                .isEqualTo(
                        new LaneChoice(
                                List.of(
                                        LaneId.OXYGEN,
                                        LaneId.PRESSURE,
                                        LaneId.TEMPERATURE,
                                        LaneId.VASOPRESSORS,
                                        LaneId.TREATMENTS,
                                        LaneId.RATES,
                                        LaneId.LABORATORY,
                                        LaneId.NEUROLOGY),
                                Map.of(LaneId.PRESSURE, Fold.FOLDED),
                                Map.of()));
    }

    @Test
    void aLaneGrowsAndShrinksWithinLimits() {
        LaneChoice choice = LaneChoice.USUAL;
        for (int i = 0; i < 40; i++) {
            choice = choice.taller(LaneId.OXYGEN).lower(LaneId.PRESSURE);
        }

        assertThat(choice.height(LaneId.OXYGEN)).isEqualTo(LaneChoice.MOST);
        assertThat(choice.height(LaneId.PRESSURE)).isEqualTo(LaneChoice.LEAST);
    }

    @Test
    void aChoiceHasEveryLaneOnce() {
        assertThatThrownBy(() -> new LaneChoice(List.of(LaneId.OXYGEN), Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
