package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.bedside.BedsideView;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A bedside painted ahead is seen by nobody and is taken for nobody else's. */
// [utest->req~ui.first-bedside~1]
@ExtendWith(ApplicationExtension.class)
class FirstBedsideTest {
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("1", "DEMO Alpha");
    private final StayId beta = ward.admit("2", "DEMO Beta");
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private final BoardViewModel board = new BoardViewModel(() -> Ward.START);
    private @Nullable ShellView made;

    private ShellView view() {
        return Objects.requireNonNull(made);
    }

    @Start
    void open(Stage stage) {
        ward.chart(alpha, 38.6, 118, 70, 0);
        ward.chart(beta, 37.1, 122, 71, 0);
        ward.pass(Duration.ofSeconds(1));
        model.show();
        made =
                new ShellView(
                        model,
                        board,
                        new FeedsViewModel(
                                FeedDesk.NONE,
                                Runnable::run,
                                Runnable::run,
                                () -> Ward.START,
                                ZoneOffset.UTC),
                        ZoneOffset.UTC);
        stage.setScene(new Scene(made, 1000, 900));
        stage.show();
    }

    private static void onScreen(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, task);
    }

    @Test
    void nothingOfItIsLeftOnTheBoard(FxRobot robot) {
        List<Node> before = List.copyOf(view().getChildren());

        onScreen(view()::prepareBedside);

        assertThat(view().getChildren()).isEqualTo(before);
        assertThat(robot.lookup(BedsideView.class::isInstance).queryAll()).isEmpty();
        assertThat(view().getScene().getFocusOwner()).isNotInstanceOf(BedsideView.class);
    }

    @Test
    void theNextOneOpenedIsThatOfItsOwnPatient(FxRobot robot) {
        onScreen(view()::prepareBedside);
        onScreen(() -> model.openBedside(beta));

        assertThat(robot.lookup(".bedside-header .name").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("DEMO Beta")
                .doesNotContain("DEMO Alpha");
    }

    @Test
    void aBedsideThatIsOpenIsLeftAlone(FxRobot robot) {
        onScreen(() -> model.openBedside(beta));
        onScreen(view()::prepareBedside);

        assertThat(robot.lookup(BedsideView.class::isInstance).queryAll()).hasSize(1);
        assertThat(robot.lookup(".bedside-header .name").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("DEMO Beta");
    }
}
