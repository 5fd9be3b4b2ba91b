package org.cytovigil.ui.handover;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.bedside.PatientHeader;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.PanelNodes;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;

/** The case report of a stay, saved or printed from the bedside. FX thread. */
public final class CasePanel implements Panel {
    private final PaperPanel panel;

    private CasePanel(StaySnapshot stay, Workbench bench, PaperViewModel paper, Runnable done) {
        PatientHeader header = PatientHeader.of(stay, bench.source().latest().at(), bench.zone());
        String who =
                Texts.of("paper.who", Printing.bed(stay.bed()), header.name(), header.identity());
        panel = new PaperPanel(paper, done);
        panel.show(
                PanelNodes.label(Texts.of("case.title"), "panel-title"),
                PanelNodes.label(who, "handover-who"),
                PanelNodes.label(Texts.of("case.what"), "handover-line"));
    }

    @Override
    public List<Command> keys() {
        return panel.keys();
    }

    /** Opens the case report of the patient at the bedside. */
    public static PanelAction action(Workbench bench) {
        return new PanelAction(
                Texts.of("case.action"),
                new KeyCodeCombination(KeyCode.J, KeyCombination.CONTROL_DOWN),
                PanelAction.Place.BEDSIDE,
                "",
                (stay, done) ->
                        stay.flatMap(id -> bench.source().latest().stay(id))
                                .map(found -> open(found, bench, done)));
    }

    private static Panel open(StaySnapshot found, Workbench bench, Runnable done) {
        StayId id = found.stay().id();
        PaperViewModel paper =
                PaperPanel.paper(
                        bench,
                        printing -> CaseReport.fileName(found, printing),
                        (unit, made) ->
                                unit.stay(id)
                                        .map(
                                                stay ->
                                                        CaseReport.of(
                                                                stay,
                                                                unit,
                                                                bench.source().entries(id),
                                                                made)));
        return new CasePanel(found, bench, paper, done);
    }

    @Override
    public Region node() {
        return panel.node();
    }

    @Override
    public void focus() {
        panel.focusClose();
    }

    @Override
    public void show(UnitSnapshot unit) {
        // The report is made of the unit as it is when it is asked for.
    }

    @Override
    public boolean leave() {
        return panel.leave();
    }
}
