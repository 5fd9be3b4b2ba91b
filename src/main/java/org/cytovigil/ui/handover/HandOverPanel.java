package org.cytovigil.ui.handover;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.PanelNodes;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;

/** The hand-over at the side of the bedside. FX thread. */
public final class HandOverPanel implements Panel {
    private final HandOverViewModel model;
    private final PaperPanel panel;
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final InvalidationListener redraw = observable -> draw();

    HandOverPanel(HandOverViewModel model, PaperViewModel paper, Runnable done) {
        this.model = model;
        lines.getStyleClass().add("handover");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Texts.of("handover.title"));
        scroll.getStyleClass().add("handover-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        panel = new PaperPanel(paper, done);
        panel.showToCopy(
                model::text, PanelNodes.label(Texts.of("handover.title"), "panel-title"), scroll);
        model.toldProperty().addListener(new WeakInvalidationListener(redraw));
    }

    @Override
    public List<Command> keys() {
        return panel.keys();
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

    private static Panel open(StayId id, Workbench bench, Runnable done) {
        String bed = bench.source().latest().stay(id).map(StaySnapshot::bed).orElse("");
        PaperViewModel paper =
                PaperPanel.paper(
                        bench,
                        printing -> StaySheet.fileName(bed, printing),
                        (unit, made) -> unit.stay(id).map(stay -> StaySheet.of(stay, unit, made)));
        HandOverPanel panel =
                new HandOverPanel(new HandOverViewModel(id, bench.zone()), paper, done);
        panel.show(bench.source().latest());
        return panel;
    }

    private void draw() {
        HandOver told = model.toldProperty().get();
        if (told == null) {
            return;
        }
        lines.getChildren().clear();
        add(told.who(), "handover-who");
        add(told.when(), "muted");
        for (HandOver.Part part : told.parts()) {
            add(part.heading(), "handover-heading");
            part.lines().forEach(line -> add(line, "handover-line"));
        }
        add(Texts.of("shell.promise"), "muted");
    }

    private void add(String words, String style) {
        lines.getChildren().add(PanelNodes.label(words, style));
    }

    @Override
    public Region node() {
        return panel.node();
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
        return panel.leave();
    }
}
