package org.cytovigil.ui.admission;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** What people do about who is on the unit and where, with the keys that open it. */
public final class Admission {
    private Admission() {}

    /**
     * Admits a patient.
     *
     * @param opened called with the stay once it is on the unit
     */
    public static PanelAction admit(Workbench bench, Consumer<StayId> opened) {
        return new PanelAction(
                Texts.of("admission.admit.action"),
                key(KeyCode.N),
                PanelAction.Place.BOARD,
                barred(bench),
                (stay, close) ->
                        Optional.of(new AdmitPanel(new AdmitViewModel(bench, opened), close)));
    }

    /**
     * The panel that admits a patient to a bed.
     *
     * @param bed the bed that is filled in
     * @param opened called with the stay once it is on the unit
     */
    public static Optional<Panel> admitPanel(
            Workbench bench, String bed, Consumer<StayId> opened, Runnable close) {
        AdmitViewModel model = new AdmitViewModel(bench, opened);
        model.bed().set(bed);
        return Optional.of(new AdmitPanel(model, close));
    }

    /** Puts right what is known of the patient at the bedside. */
    public static PanelAction patient(Workbench bench) {
        return new PanelAction(
                Texts.of("admission.panel.action"),
                key(KeyCode.P),
                PanelAction.Place.BEDSIDE,
                barred(bench),
                (stay, close) ->
                        stay.filter(id -> bench.source().latest().stay(id).isPresent())
                                .map(
                                        id ->
                                                new PatientPanel(
                                                        new PatientViewModel(bench, id), close)));
    }

    /**
     * Moves the patient of the tile that has the keyboard.
     *
     * @param chosen who that is; {@code null} for none
     */
    public static PanelAction move(Workbench bench, Supplier<@Nullable StayId> chosen) {
        return new PanelAction(
                Texts.of("admission.move.action"),
                key(KeyCode.M),
                PanelAction.Place.BOARD,
                barred(bench),
                (stay, close) ->
                        Optional.ofNullable(chosen.get())
                                .flatMap(id -> movePanel(bench, id, "", close)));
    }

    /**
     * The panel that moves a patient.
     *
     * @param to the bed that is proposed; empty for none
     * @return empty when the patient is not on the unit
     */
    public static Optional<Panel> movePanel(
            Workbench bench, StayId who, String to, Runnable close) {
        Optional<StaySnapshot> stay = bench.source().latest().stay(who);
        return stay.map(
                found -> {
                    MoveViewModel model = new MoveViewModel(bench, who);
                    model.to().set(to);
                    return new MovePanel(model, found, close);
                });
    }

    /** Shows those who were discharged, and takes that back. */
    public static PanelAction left(Workbench bench) {
        return new PanelAction(
                Texts.of("admission.left.action"),
                key(KeyCode.D),
                PanelAction.Place.BOARD,
                barred(bench),
                (stay, close) -> Optional.of(new LeftPanel(new LeftViewModel(bench), close)));
    }

    private static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.CONTROL_DOWN);
    }

    /** Why nothing can be changed in this unit; empty when it can. */
    public static String barred(Workbench bench) {
        return bench.source().mode() == UnitSource.Mode.REPLAY
                ? Texts.of("admission.barred.past")
                : "";
    }
}
