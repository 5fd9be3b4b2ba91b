package org.cytovigil.ui.charting;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;

/** What can be charted at the bedside, with its keys. */
// [impl->req~ui.charting~1]
public final class ChartingActions {
    private ChartingActions() {}

    /**
     * The panels of charting. In a unit of past cases they are barred: nothing can be charted into
     * the past.
     *
     * @param drafts keeps what is typed and not saved
     */
    public static List<PanelAction> of(Workbench bench, Drafts drafts) {
        return List.of(
                action(bench, drafts, "vitals", key(KeyCode.F2), VitalsSheet::new),
                action(
                        bench,
                        drafts,
                        "treatments",
                        key(KeyCode.F3),
                        () -> new TreatmentSheet(bench.zone())),
                action(bench, drafts, "oxygen", key(KeyCode.F4), OxygenSheet::new),
                action(bench, drafts, "vasopressors", key(KeyCode.F5), VasopressorSheet::new),
                action(bench, drafts, "neurology", key(KeyCode.F6), NeurologySheet::new),
                action(
                        bench,
                        drafts,
                        "labs",
                        key(KeyCode.F2, KeyCombination.SHIFT_DOWN),
                        LabSheet::new),
                action(
                        bench,
                        drafts,
                        "findings",
                        key(KeyCode.F3, KeyCombination.SHIFT_DOWN),
                        FindingsSheet::new),
                action(
                        bench,
                        drafts,
                        "note",
                        key(KeyCode.F4, KeyCombination.SHIFT_DOWN),
                        NoteSheet::new),
                action(
                        bench,
                        drafts,
                        "judgement",
                        key(KeyCode.F6, KeyCombination.SHIFT_DOWN),
                        JudgementSheet::new),
                panel(
                        bench,
                        "correction",
                        key(KeyCode.R, KeyCombination.CONTROL_DOWN),
                        (who, done) -> {
                            CorrectionSheet sheet = new CorrectionSheet(bench.zone());
                            ChartingModel model =
                                    new ChartingModel(sheet, who, bench, drafts, done);
                            sheet.load(who, bench, model::refresh);
                            return new ChartingPanel(model);
                        }));
    }

    private static KeyCodeCombination key(KeyCode code, KeyCombination.Modifier... with) {
        return new KeyCodeCombination(code, with);
    }

    private static PanelAction action(
            Workbench bench,
            Drafts drafts,
            String id,
            KeyCodeCombination key,
            Supplier<Sheet> sheet) {
        return panel(
                bench,
                id,
                key,
                (who, done) ->
                        new ChartingPanel(
                                new ChartingModel(sheet.get(), who, bench, drafts, done)));
    }

    private static PanelAction panel(
            Workbench bench,
            String id,
            KeyCodeCombination key,
            BiFunction<StayId, Runnable, Panel> open) {
        return new PanelAction(
                Texts.of("charting.action." + id),
                key,
                PanelAction.Place.BEDSIDE,
                bench.source().mode() == UnitSource.Mode.REPLAY ? Texts.of("charting.past") : "",
                (stay, done) ->
                        stay.filter(who -> bench.source().latest().stay(who).isPresent())
                                .map(who -> open.apply(who, done)));
    }
}
