package org.cytovigil.ui.handover;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.PanelNodes;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The hand-over of the unit at the side of the board, the worst first. FX thread. */
public final class UnitPanel implements Panel {
    private final Workbench bench;
    private final PaperPanel panel;
    private final ListView<UnitOverview.Row> rows = new ListView<>();
    private final Label title = PanelNodes.label("", "handover-who");
    private final Label when = PanelNodes.label("", "muted");
    private @Nullable UnitOverview told;

    UnitPanel(Workbench bench, PaperViewModel paper, Runnable done) {
        this.bench = bench;
        rows.setCellFactory(list -> new RowCell());
        rows.getStyleClass().add("unit-handover");
        rows.setAccessibleText(Texts.of("paper.unit"));
        VBox.setVgrow(rows, Priority.ALWAYS);
        panel = new PaperPanel(paper, done);
        panel.showToCopy(
                this::text,
                PanelNodes.label(Texts.of("paper.unit"), "panel-title"),
                title,
                when,
                rows,
                PanelNodes.label(Texts.of("shell.promise"), "muted"));
    }

    private String text() {
        UnitOverview now = told;
        return now == null ? "" : now.text(Texts.of("shell.promise"));
    }

    @Override
    public List<Command> keys() {
        return panel.keys();
    }

    /** Opens the hand-over of the unit from the board. */
    public static PanelAction action(Workbench bench) {
        return new PanelAction(
                Texts.of("paper.unit-action"),
                new KeyCodeCombination(KeyCode.H, KeyCombination.CONTROL_DOWN),
                PanelAction.Place.BOARD,
                "",
                (stay, done) -> Optional.of(open(bench, done)));
    }

    private static Panel open(Workbench bench, Runnable done) {
        PaperViewModel paper =
                PaperPanel.paper(
                        bench,
                        UnitSheet::fileName,
                        (unit, made) -> Optional.of(UnitSheet.of(unit, made)));
        UnitPanel panel = new UnitPanel(bench, paper, done);
        panel.show(bench.source().latest());
        return panel;
    }

    /** A patient in the list. */
    private static final class RowCell extends ListCell<UnitOverview.Row> {
        RowCell() {
            // Words are broken at the width of the list, and never make it wider.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(UnitOverview.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            VBox words =
                    new VBox(
                            PanelNodes.label(
                                    row.bed() + " · " + String.join(" · ", row.who()),
                                    "handover-who"),
                            PanelNodes.label(String.join(" · ", row.day()), "muted"),
                            PanelNodes.label(row.grade(), "handover-who"));
            add(words, row.why(), "handover-line");
            add(words, row.vitals(), "handover-line");
            add(words, row.support(), "handover-line");
            add(words, row.waiting(), "handover-who");
            add(words, row.alarms(), "handover-line");
            add(words, row.overdue(), "handover-who");
            add(words, row.due(), "handover-line");
            words.getStyleClass().add("unit-row");
            words.prefWidthProperty().bind(widthProperty().subtract(24));
            setGraphic(words);
            setAccessibleText(row.bed() + " " + row.who().getFirst() + " " + row.grade());
        }

        private static void add(VBox words, List<String> lines, String style) {
            if (!lines.isEmpty()) {
                words.getChildren().add(PanelNodes.label(String.join("; ", lines), style));
            }
        }
    }

    @Override
    public Region node() {
        return panel.node();
    }

    @Override
    public void focus() {
        rows.requestFocus();
    }

    @Override
    public void show(UnitSnapshot unit) {
        UnitOverview now = UnitOverview.of(unit, bench.zone());
        if (!now.equals(told)) {
            told = now;
            title.setText(now.title());
            when.setText(now.when());
            if (!now.rows().equals(rows.getItems())) {
                rows.getItems().setAll(now.rows());
            }
        }
    }

    @Override
    public boolean leave() {
        return panel.leave();
    }
}
