package org.cytovigil.ui.handover;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.report.pdf.Sheet;
import org.cytovigil.ui.bedside.PatientHeader;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;

/** The case report of a stay, saved or printed from the bedside. FX thread. */
public final class CasePanel implements Panel {
    private final PaperViewModel model;
    private final Keymap keys = new Keymap();
    private final Button first;
    private final VBox node;

    private CasePanel(StaySnapshot stay, Workbench bench, PaperViewModel model, Runnable done) {
        this.model = model;
        PatientHeader header = PatientHeader.of(stay, bench.source().latest().at(), bench.zone());
        Label title = label(Texts.of("case.title"), "panel-title");
        String who =
                Texts.of("paper.who", Printing.bed(stay.bed()), header.name(), header.identity());
        first = new Button(Texts.of("handover.close"));
        first.setOnAction(event -> done.run());
        PaperBar bar = new PaperBar(model, first);
        node =
                new VBox(
                        title,
                        label(who, "handover-who"),
                        label(Texts.of("case.what"), "handover-line"),
                        bar);
        bar.keysOn(node, keys);
    }

    @Override
    public List<Command> keys() {
        return keys.commands();
    }

    /** Opens the case report of the patient at the bedside. */
    public static PanelAction action(Workbench bench) {
        return new PanelAction(
                Texts.of("case.action"),
                new KeyCodeCombination(KeyCode.J, KeyCombination.CONTROL_DOWN),
                PanelAction.Place.BEDSIDE,
                "",
                (stay, done) -> stay.flatMap(id -> open(id, bench, done)));
    }

    private static Optional<Panel> open(StayId id, Workbench bench, Runnable done) {
        return bench.source()
                .latest()
                .stay(id)
                .map(
                        stay -> {
                            Printing printing =
                                    Printing.now(
                                            bench.source().latest().at(),
                                            bench.zone(),
                                            bench.source().mode());
                            PaperViewModel model =
                                    new PaperViewModel(
                                            bench,
                                            new SystemClock(),
                                            new SystemPrinters(),
                                            PaperViewModel.documents(),
                                            CaseReport.fileName(stay, printing),
                                            made -> sheet(bench, id, made));
                            return new CasePanel(stay, bench, model, done);
                        });
    }

    private static Optional<Sheet> sheet(Workbench bench, StayId id, Printing printing) {
        UnitSnapshot unit = bench.source().latest();
        return unit.stay(id)
                .map(stay -> CaseReport.of(stay, unit, bench.source().entries(id), printing));
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void focus() {
        first.requestFocus();
    }

    @Override
    public void show(UnitSnapshot unit) {
        // The report is made of the unit as it is when it is asked for.
    }

    @Override
    public boolean leave() {
        model.stop();
        return true;
    }
}
