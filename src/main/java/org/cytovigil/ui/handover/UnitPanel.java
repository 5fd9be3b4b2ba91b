package org.cytovigil.ui.handover;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The hand-over of the unit at the side of the board, the worst first. FX thread. */
public final class UnitPanel implements Panel {
    private final Workbench bench;
    private final PaperViewModel paper;
    private final ListView<UnitOverview.Row> rows = new ListView<>();
    private final Label title = label("", "handover-who");
    private final Label when = label("", "muted");
    private final Label said = new Label();
    private final VBox node;
    private final Keymap keys =
            new Keymap().on(Texts.of("keys.handover.copy"), this::copy, Keymap.ctrl(KeyCode.C));
    private @Nullable UnitOverview told;

    UnitPanel(Workbench bench, PaperViewModel paper, Runnable done) {
        this.bench = bench;
        this.paper = paper;
        rows.setCellFactory(list -> new RowCell());
        rows.getStyleClass().add("unit-handover");
        rows.setAccessibleText(Texts.of("paper.unit"));
        VBox.setVgrow(rows, Priority.ALWAYS);
        Button copy = new Button(Texts.of("handover.copy"));
        copy.setOnAction(event -> copy());
        Button close = new Button(Texts.of("handover.close"));
        close.setOnAction(event -> done.run());
        PaperBar bar = new PaperBar(paper, copy, close);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        node =
                new VBox(
                        label(Texts.of("paper.unit"), "panel-title"),
                        title,
                        when,
                        rows,
                        label(Texts.of("shell.promise"), "muted"),
                        bar,
                        said);
        bar.keysOn(node, keys);
    }

    @Override
    public List<Command> keys() {
        return keys.commands();
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
        Printing printing =
                Printing.now(bench.source().latest().at(), bench.zone(), bench.source().mode());
        PaperViewModel paper =
                new PaperViewModel(
                        bench,
                        new SystemClock(),
                        new SystemPrinters(),
                        PaperViewModel.documents(),
                        UnitSheet.fileName(printing),
                        made -> Optional.of(UnitSheet.of(bench.source().latest(), made)));
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
                            label(
                                    row.bed() + " · " + String.join(" · ", row.who()),
                                    "handover-who"),
                            label(String.join(" · ", row.day()), "muted"),
                            label(row.grade(), "handover-who"));
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
                words.getChildren().add(label(String.join("; ", lines), style));
            }
        }
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void copy() {
        UnitOverview now = told;
        if (now != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(now.text(Texts.of("shell.promise")));
            Clipboard.getSystemClipboard().setContent(content);
            said.setText(Texts.of("handover.copied"));
        }
    }

    @Override
    public Region node() {
        return node;
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
        paper.stop();
        return true;
    }
}
