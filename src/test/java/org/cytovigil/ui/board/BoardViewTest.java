package org.cytovigil.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.theme.Flash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

// [utest->req~ui.flood~1]
@ExtendWith(ApplicationExtension.class)
class BoardViewTest {
    private static final int BEDS = 16;

    private final Ward ward = new Ward();
    private final List<StayId> stays = new ArrayList<>();
    private final BoardViewModel model = new BoardViewModel(() -> Ward.START);
    private final AtomicReference<BoardView> shown = new AtomicReference<>();

    BoardViewTest() {
        for (int bed = 1; bed <= BEDS; bed++) {
            StayId stay = ward.admit(Integer.toString(bed), "DEMO " + bed);
            ward.chart(stay, 37.0, 120, 70, 0);
            stays.add(stay);
        }
        ward.pass(Duration.ofMinutes(1));
    }

    @Start
    void open(Stage stage) {
        BoardView view = new BoardView(model.page(), new Flash(), stay -> {});
        shown.set(view);
        model.show(ward.session().latest());
        stage.setScene(new Scene(view, 1000, 900));
        stage.show();
    }

    private void chartEverywhere(double celsius) {
        for (StayId stay : stays) {
            ward.chart(
                    stay,
                    new Observation.BodyTemperature(
                            Temperature.ofCelsius(celsius),
                            Observation.TemperatureSite.ORAL,
                            false));
        }
        ward.pass(Duration.ofMinutes(1));
    }

    /** How many tiles show what their cards say. */
    private long upToDate() {
        Object[] tiles = shown.get().lookupAll(".bed-tile").toArray();
        long drawn = 0;
        for (int i = 0; i < BEDS; i++) {
            BedTile tile = (BedTile) tiles[i];
            drawn += model.cards().contains(tile.card()) ? 1 : 0;
        }
        return drawn;
    }

    @Test
    void otherNumbersEverywhereAreDrawnAFewTilesAFrameUntilAllAreRight() throws Exception {
        chartEverywhere(37.4);

        long atOnce =
                WaitForAsyncUtils.asyncFx(
                                () -> {
                                    model.show(ward.session().latest());
                                    return upToDate();
                                })
                        .get();

        assertThat(atOnce).isPositive().isLessThan(BEDS);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> upToDate() == BEDS);
    }

    @Test
    void anotherGradeOrAlarmIsDrawnAtOnceHoweverManyThereAre() throws Exception {
        chartEverywhere(38.6);

        long atOnce =
                WaitForAsyncUtils.asyncFx(
                                () -> {
                                    model.show(ward.session().latest());
                                    return upToDate();
                                })
                        .get();

        assertThat(atOnce).isEqualTo(BEDS);
    }
}
