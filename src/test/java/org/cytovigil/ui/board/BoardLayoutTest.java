package org.cytovigil.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.cytovigil.clinical.Observation.GradeOverridden;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.Theme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Tiles of any number of beds on screens of any size; long names, old values, alarms of all kinds.
 */
// [utest->req~ui.small-tiles~1]
@ExtendWith(ApplicationExtension.class)
class BoardLayoutTest {
    private static final String[] NAMES = {
        "DEMO Alpha", "DEMO Bravo-Castellanos", "DEMO Delta Montgomery-Featherstonehaugh"
    };

    private final BoardViewModel model = new BoardViewModel(() -> Ward.START);
    private final AtomicReference<BoardView> shown = new AtomicReference<>();

    @Start
    void open(Stage stage) {
        BoardView view = new BoardView(model.page(), new Flash(), stay -> {});
        shown.set(view);
        stage.setScene(new Scene(new Group(view), 400, 300));
        stage.show();
    }

    private static Ward ward(int beds) {
        Ward ward = new Ward();
        List<StayId> stays = new ArrayList<>();
        for (int bed = 1; bed <= beds; bed++) {
            String label = bed % 9 == 0 ? "W7 Room 12-" + bed : Integer.toString(bed);
            StayId stay = ward.admit(label, NAMES[bed % NAMES.length]);
            if (bed % 4 > 0) {
                ward.tell(
                        stay,
                        new Entry.NurseAssigned(
                                "Dorothea Wetherspoon-Lin".substring(0, bed % 4 * 8)));
            }
            stays.add(stay);
        }
        ward.pass(Duration.ofHours(10));
        for (int i = 0; i < beds; i++) {
            // Every seventh has nothing charted at all.
            if (i % 7 != 5) {
                ward.chart(stays.get(i), i % 2 == 0 ? 36.8 : 39.4, 88, 51, i % 3 == 0 ? 0.06 : 0);
            }
            if (i % 5 == 4) {
                ward.chart(
                        stays.get(i), new GradeOverridden(ScaleId.ASTCT_2019, 2, "seen", "Dr. A."));
            }
        }
        ward.pass(Duration.ofHours(i(beds)));
        for (int i = 0; i < beds; i += 2) {
            ward.chart(stays.get(i), 39.9, 121, 101, 12.25);
        }
        ward.pass(Duration.ofMinutes(2));
        return ward;
    }

    /** Long enough for values to be old, and with many beds stale. */
    private static int i(int beds) {
        return beds > 8 ? 30 : 5;
    }

    @ParameterizedTest
    @CsvSource({
        // What a window of 1280x800, 1600x900, 1920x1080 and 3840x2160 leaves to the board.
        "1280, 520",
        "1280, 620",
        "1600, 700",
        "1920, 860",
        "3840, 1800",
        "890, 520"
    })
    void nothingLeavesItsTileOrLiesOnSomethingElse(double width, double height) throws Exception {
        for (int beds : new int[] {1, 2, 4, 8, 12, 16, 24, 32, 33, 64}) {
            Ward ward = ward(beds);
            List<String> faults =
                    WaitForAsyncUtils.asyncFx(
                                    () -> {
                                        model.show(ward.session().latest());
                                        return faults(width, height);
                                    })
                            .get(30, TimeUnit.SECONDS);
            assertThat(faults).as("%d beds on %.0fx%.0f", beds, width, height).isEmpty();
        }
    }

    private List<String> faults(double width, double height) {
        BoardView view = shown.get();
        view.resize(width, height);
        view.layout();
        List<String> faults = new ArrayList<>();
        int tiles = 0;
        for (Node node : view.getChildrenUnmodifiable()) {
            if (node instanceof BedTile tile) {
                tile.show(model.cards().get(tiles), Theme.NIGHT);
                tile.layout();
                faults.addAll(faults(tile));
                tiles++;
            }
        }
        if (tiles != model.cards().size()) {
            faults.add("%d tiles for %d cards".formatted(tiles, model.cards().size()));
        }
        return faults;
    }

    private static List<String> faults(BedTile tile) {
        List<Node> seen = new ArrayList<>();
        for (Node node : tile.getChildrenUnmodifiable()) {
            boolean words = node instanceof Text text && !text.getText().isEmpty();
            if (node.isVisible() && (words || node instanceof ValueText)) {
                seen.add(node);
            }
        }
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            Bounds bounds = ink(seen.get(i));
            if (bounds.getMinX() < 0
                    || bounds.getMinY() < -1
                    || bounds.getMaxX() > tile.getWidth()
                    || bounds.getMaxY() > tile.getHeight() + 1) {
                faults.add("%s leaves tile %s".formatted(words(seen.get(i)), tile.card().bed()));
            }
            for (int j = i + 1; j < seen.size(); j++) {
                if (bounds.intersects(ink(seen.get(j)))) {
                    faults.add(
                            "%s lies on %s in tile %s"
                                    .formatted(
                                            words(seen.get(i)),
                                            words(seen.get(j)),
                                            tile.card().bed()));
                }
            }
        }
        for (Node node :
                List.of(tile.bed, tile.name, tile.badge, tile.temperature, tile.pressure)) {
            if (!node.isVisible()) {
                faults.add("tile %s hides %s".formatted(tile.card().bed(), words(node)));
            }
        }
        return faults;
    }

    /** Where letters are: the height of a line has room above and below them. */
    private static Bounds ink(Node node) {
        Bounds all = node.getBoundsInParent();
        double room = all.getHeight() * 0.22;
        return new BoundingBox(
                all.getMinX(),
                all.getMinY() + room,
                all.getWidth(),
                Math.max(0, all.getHeight() - 2 * room));
    }

    private static String words(Node node) {
        if (node instanceof Text text) {
            return "\"" + text.getText() + "\"";
        }
        if (node instanceof ValueText value) {
            StringBuilder words = new StringBuilder("value");
            value.getChildren().forEach(part -> words.append(' ').append(((Text) part).getText()));
            return words.toString();
        }
        return node.getClass().getSimpleName();
    }
}
