package org.cytovigil.ui.handover;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.report.pdf.Sheet;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;

/** The hand-over at the side of the bedside. FX thread. */
public final class HandOverPanel implements Panel {
    private final HandOverViewModel model;
    private final PaperViewModel paper;
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final Label said = new Label();
    private final VBox node;
    private final Keymap keys =
            new Keymap().on(Texts.of("keys.handover.copy"), this::copy, Keymap.ctrl(KeyCode.C));
    private final InvalidationListener redraw = observable -> draw();

    HandOverPanel(HandOverViewModel model, PaperViewModel paper, Runnable done) {
        this.model = model;
        this.paper = paper;
        Label title = new Label(Texts.of("handover.title"));
        title.getStyleClass().add("panel-title");
        lines.getStyleClass().add("handover");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Texts.of("handover.title"));
        scroll.getStyleClass().add("handover-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button copy = new Button(Texts.of("handover.copy"));
        copy.setOnAction(event -> copy());
        Button close = new Button(Texts.of("handover.close"));
        close.setOnAction(event -> done.run());
        PaperBar bar = new PaperBar(paper, copy, close);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        node = new VBox(title, scroll, bar, said);
        bar.keysOn(node, keys);
        model.toldProperty().addListener(new WeakInvalidationListener(redraw));
    }

    @Override
    public List<Command> keys() {
        return keys.commands();
    }

    /** Opens the hand-over of the patient at the bedside. */
    public static PanelAction action(Workbench bench) {
        return new PanelAction(
                Texts.of("handover.action"),
                new KeyCodeCombination(KeyCode.H, KeyCombination.CONTROL_DOWN),
                PanelAction.Place.BEDSIDE,
                "",
                (stay, done) -> stay.map(who -> open(who, bench, done)));
    }

    private static Panel open(StayId stay, Workbench bench, Runnable done) {
        HandOverViewModel model = new HandOverViewModel(stay, bench.zone());
        HandOverPanel panel = new HandOverPanel(model, paper(stay, bench), done);
        panel.show(bench.source().latest());
        return panel;
    }

    private static PaperViewModel paper(StayId id, Workbench bench) {
        UnitSnapshot unit = bench.source().latest();
        Printing printing = Printing.now(unit.at(), bench.zone(), bench.source().mode());
        String bed = unit.stay(id).map(StaySnapshot::bed).orElse("");
        return new PaperViewModel(
                bench,
                new SystemClock(),
                new SystemPrinters(),
                PaperViewModel.documents(),
                StaySheet.fileName(bed, printing),
                made -> sheet(bench.source().latest(), id, made));
    }

    private static Optional<Sheet> sheet(UnitSnapshot unit, StayId id, Printing printing) {
        return unit.stay(id).map(stay -> StaySheet.of(stay, unit, printing));
    }

    private void draw() {
        HandOver told = model.toldProperty().get();
        if (told == null) {
            return;
        }
        lines.getChildren().setAll(text(told.who(), "handover-who"), text(told.when(), "muted"));
        for (HandOver.Part part : told.parts()) {
            lines.getChildren().add(text(part.heading(), "handover-heading"));
            part.lines().forEach(line -> lines.getChildren().add(text(line, "handover-line")));
        }
        lines.getChildren().add(text(Texts.of("shell.promise"), "muted"));
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.text());
        Clipboard.getSystemClipboard().setContent(content);
        said.setText(Texts.of("handover.copied"));
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void focus() {
        scroll.requestFocus();
    }

    @Override
    public void show(UnitSnapshot unit) {
        model.show(unit);
    }

    @Override
    public boolean leave() {
        paper.stop();
        return true;
    }
}
