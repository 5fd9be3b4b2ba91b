package org.cytovigil.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.admission.Admission;
import org.cytovigil.ui.charting.ChartingActions;
import org.cytovigil.ui.handover.CasePanel;
import org.cytovigil.ui.handover.HandOverPanel;
import org.cytovigil.ui.handover.UnitPanel;
import org.cytovigil.ui.nurses.NursesPanel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.protocol.ProtocolPanel;
import org.cytovigil.ui.schedule.PutOffCheckPanel;
import org.cytovigil.ui.trend.LanesPanel;
import org.cytovigil.ui.trend.TrendViewModel;
import org.jspecify.annotations.Nullable;

/** What can be done on the board and at the bedside. */
final class ShellActions {
    /** Of these actions, in this order, buttons stand first. */
    private static final List<String> FREQUENT =
            List.of("F2", "F3", "F4", "F5", "F6", "Ctrl+H", "Ctrl+L", "Shift+F2", "Shift+F3");

    private ShellActions() {}

    /** All of it where no bedside's chart is seen: for those who ask what there is. */
    static List<PanelAction> of(
            ShellViewModel model, Consumer<StayId> opened, Supplier<@Nullable StayId> focused) {
        return of(model, new TrendViewModel(model.workbench().zone()), opened, focused);
    }

    /**
     * All of it, in the order of the buttons.
     *
     * @param trend the chart whose lanes are chosen
     * @param opened shows a patient who was admitted
     * @param focused the patient whose tile has the keyboard; {@code null} for none
     */
    static List<PanelAction> of(
            ShellViewModel model,
            TrendViewModel trend,
            Consumer<StayId> opened,
            Supplier<@Nullable StayId> focused) {
        Workbench bench = model.workbench();
        List<PanelAction> actions = new ArrayList<>();
        actions.add(Admission.admit(bench, opened));
        actions.add(Admission.move(bench, focused));
        actions.add(Admission.left(bench));
        actions.add(NursesPanel.action(bench));
        actions.addAll(ChartingActions.of(bench, model.drafts()));
        actions.add(Admission.patient(bench));
        actions.add(PutOffCheckPanel.action(bench));
        actions.add(ProtocolPanel.action(model::protocol));
        actions.add(HandOverPanel.action(bench));
        actions.add(UnitPanel.action(bench));
        actions.add(CasePanel.action(bench));
        actions.add(LanesPanel.action(trend));
        // As often as they are needed in a shift; what has no room goes under "More".
        actions.sort(Comparator.comparingInt(action -> frequency(action.keys().getName())));
        return List.copyOf(actions);
    }

    private static int frequency(String keys) {
        int place = FREQUENT.indexOf(keys);
        return place < 0 ? FREQUENT.size() : place;
    }
}
