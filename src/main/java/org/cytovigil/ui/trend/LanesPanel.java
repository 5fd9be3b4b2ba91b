package org.cytovigil.ui.trend;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.PanelNodes;
import org.cytovigil.ui.theme.Texts;

/**
 * Which lanes stand open, how high and in which order: a list of them, and what is done with the
 * chosen one. It concerns no patient. FX thread.
 */
// [impl->req~ui.trend-lanes-chosen~1]
public final class LanesPanel implements Panel {
    private final TrendViewModel trend;
    private final VBox root = new VBox();
    private final ListView<LaneId> list = new ListView<>();
    private final Keymap keys = keymap();
    private final InvalidationListener changed = observable -> follow();

    LanesPanel(TrendViewModel trend) {
        this.trend = trend;
        root.getStyleClass().add("lanes-panel");
        list.getStyleClass().add("lanes-list");
        list.setCellFactory(all -> new LaneCell());
        list.setAccessibleText(Texts.of("trend.lanes.list"));
        list.getItems().setAll(trend.lanesProperty().get().order());
        list.getSelectionModel().selectFirst();
        VBox.setVgrow(list, Priority.ALWAYS);
        FlowPane buttons =
                new FlowPane(
                        button("trend.lanes.fold", this::toggle),
                        button("trend.lanes.up", () -> change(c -> c.moved(chosen(), -1))),
                        button("trend.lanes.down", () -> change(c -> c.moved(chosen(), 1))),
                        button("trend.lanes.taller", () -> change(c -> c.taller(chosen()))),
                        button("trend.lanes.lower", () -> change(c -> c.lower(chosen()))),
                        button("trend.lanes.usual", () -> change(c -> LaneChoice.USUAL)));
        buttons.getStyleClass().add("lanes-buttons");
        root.getChildren()
                .addAll(
                        PanelNodes.label(Texts.of("trend.lanes.title"), "lanes-title"),
                        PanelNodes.label(Texts.of("trend.lanes.note"), "lanes-note"),
                        list,
                        buttons);
        // Before the list takes the keys for itself.
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (keys.handle(event)) {
                        event.consume();
                    }
                });
        WeakInvalidationListener weak = new WeakInvalidationListener(changed);
        trend.lanesProperty().addListener(weak);
        trend.withoutRoomProperty().addListener(weak);
        trend.openLanesProperty().addListener(weak);
    }

    /** What opens it at the bedside. */
    public static PanelAction action(TrendViewModel trend) {
        return new PanelAction(
                Texts.of("trend.lanes.open"),
                new KeyCodeCombination(KeyCode.F5, KeyCombination.SHIFT_DOWN),
                PanelAction.Place.BEDSIDE,
                "",
                (stay, close) -> Optional.of(new LanesPanel(trend)));
    }

    private Keymap keymap() {
        return new Keymap()
                .on(Texts.of("trend.lanes.fold"), this::toggle, Keymap.sign(KeyCode.SPACE))
                .on(
                        Texts.of("trend.lanes.up"),
                        () -> change(c -> c.moved(chosen(), -1)),
                        Keymap.alt(KeyCode.UP))
                .on(
                        Texts.of("trend.lanes.down"),
                        () -> change(c -> c.moved(chosen(), 1)),
                        Keymap.alt(KeyCode.DOWN))
                .on(
                        Texts.of("trend.lanes.taller"),
                        () -> change(c -> c.taller(chosen())),
                        Keymap.sign(KeyCode.PLUS),
                        Keymap.sign(KeyCode.ADD),
                        Keymap.sign(KeyCode.EQUALS))
                .on(
                        Texts.of("trend.lanes.lower"),
                        () -> change(c -> c.lower(chosen())),
                        Keymap.sign(KeyCode.MINUS),
                        Keymap.sign(KeyCode.SUBTRACT));
    }

    private static Button button(String key, Runnable act) {
        return PanelNodes.button(Texts.of(key), act);
    }

    private LaneId chosen() {
        LaneId lane = list.getSelectionModel().getSelectedItem();
        return lane == null ? LaneId.TEMPERATURE : lane;
    }

    /** An open lane folds; any other opens, and the last open one folds for it if it must. */
    private void toggle() {
        LaneChoice choice = trend.lanesProperty().get();
        boolean open = trend.openLanesProperty().get().contains(chosen());
        trend.setLanes(choice.with(chosen(), open ? LaneChoice.Fold.FOLDED : LaneChoice.Fold.OPEN));
    }

    private void change(UnaryOperator<LaneChoice> change) {
        trend.setLanes(change.apply(trend.lanesProperty().get()));
    }

    private void follow() {
        // Read, so that the next change invalidates again.
        trend.withoutRoomProperty().get();
        trend.openLanesProperty().get();
        List<LaneId> order = trend.lanesProperty().get().order();
        LaneId before = chosen();
        if (!order.equals(list.getItems())) {
            list.getItems().setAll(order);
        }
        list.getSelectionModel().select(before);
        list.refresh();
    }

    /** The title of a lane, and how it stands. */
    private final class LaneCell extends ListCell<LaneId> {
        @Override
        protected void updateItem(LaneId lane, boolean empty) {
            super.updateItem(lane, empty);
            if (empty) {
                setText("");
                return;
            }
            String state =
                    trend.openLanesProperty().get().contains(lane)
                            ? "trend.lanes.is-open"
                            : trend.withoutRoomProperty().get().contains(lane)
                                    ? "trend.lane.no-room"
                                    : "trend.lane.folded";
            setText(Texts.of("trend.lanes.line", lane.title(), Texts.of(state)));
        }
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public List<Command> keys() {
        return keys.commands();
    }

    @Override
    public void focus() {
        list.requestFocus();
    }

    @Override
    public void show(UnitSnapshot unit) {
        // It says the same of every patient.
    }

    @Override
    public boolean leave() {
        return true;
    }
}
