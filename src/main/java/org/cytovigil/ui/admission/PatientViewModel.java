package org.cytovigil.ui.admission;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;

/**
 * What can be put right about one patient, room by room: who it is, weight and height, infusion,
 * risk factors, bed, discharge. FX thread, or one thread in tests.
 */
// [impl->req~ui.patient-panel~1]
public final class PatientViewModel {
    private final Form form;
    private final StayId id;
    private final IdentityRoom identity;
    private final BodyRoom body;
    private final InfusionRoom infusion;
    private final RiskRoom risks;
    private final LeavingRoom leaving;
    private final MoveViewModel moving;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOBODY);

    /**
     * What stands on the panel.
     *
     * @param title bed and two identifiers
     * @param identity the two identifiers, and what they would be after the correction
     * @param body each weight with its time, the latest first, then each height
     * @param risks the risk factors that are known, or that none is
     * @param discharged whether the stay is over
     * @param barred why nothing can be charted or moved; empty while the stay lasts
     */
    public record Shown(
            String title,
            String identity,
            List<String> body,
            List<String> risks,
            boolean discharged,
            String barred) {
        static final Shown NOBODY = new Shown("", "", List.of(), List.of(), false, "");
    }

    /**
     * @param id the patient at the bedside, who is on the unit
     */
    public PatientViewModel(Workbench bench, StayId id) {
        this.id = id;
        form = new Form(bench);
        OfStay stay = new OfStay(form, id);
        identity = new IdentityRoom(stay);
        body = new BodyRoom(stay);
        infusion = new InfusionRoom(stay);
        risks = new RiskRoom(stay);
        leaving = new LeavingRoom(stay);
        moving = new MoveViewModel(bench, id);
        form.unit().stay(id).ifPresent(this::begin);
        form.watch(
                Stream.of(
                                identity.person().fields(),
                                infusion.fields().fields(),
                                risks.fields().fields(),
                                List.of(
                                        body.weight(),
                                        body.height(),
                                        risks.reason(),
                                        leaving.reason()))
                        .flatMap(List::stream),
                this::refresh);
        Stream.concat(
                        Stream.of(identity.person().oxygenProperty()),
                        risks.fields().choices().stream())
                .forEach(choice -> choice.addListener((property, before, now) -> chosen()));
        show(form.unit());
    }

    private void begin(StaySnapshot stay) {
        identity.begin(stay);
        infusion.begin(stay);
        risks.begin(stay);
    }

    private void chosen() {
        form.turn();
        refresh();
    }

    private void refresh() {
        form.unit().stay(id).ifPresent(stay -> shown.set(shown(stay)));
    }

    /** Follows the unit. */
    void show(UnitSnapshot unit) {
        moving.show(unit);
        unit.stay(id)
                .ifPresent(
                        stay -> {
                            identity.follow(stay);
                            infusion.follow(stay);
                            risks.follow(stay);
                            shown.set(shown(stay));
                        });
    }

    private Shown shown(StaySnapshot stay) {
        return new Shown(
                Texts.of(
                        "admission.panel.title",
                        UnitBeds.bed(stay),
                        UnitBeds.person(UnitBeds.patient(stay))),
                identity.words(stay),
                body.history(stay, form.unit().at()),
                risks.lines(stay, form.unit().at()),
                stay.discharged(),
                stay.discharged() ? Texts.of("admission.discharged") : "");
    }

    /** Whether anything is typed that would be lost. */
    boolean isTouched() {
        return form.unit().stay(id).isPresent()
                && (identity.isTouched()
                        || infusion.isTouched()
                        || body.isTouched()
                        || risks.isTouched()
                        || !leaving.reason().isEmpty()
                        || moving.isTouched());
    }

    /** What was asked about another matter counts no more. */
    void turn() {
        form.turn();
    }

    /** The panel is closed. */
    void gone() {
        form.gone();
        moving.gone();
    }

    /** Whether the form may go; when something would be lost it says so, and may the next time. */
    boolean mayLeave() {
        return moving.mayLeave() && form.mayLeave(isTouched());
    }

    /** What stands on the panel. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Who the patient is. */
    public IdentityRoom identity() {
        return identity;
    }

    /** Weight and height. */
    public BodyRoom body() {
        return body;
    }

    /** The infusion. */
    public InfusionRoom infusion() {
        return infusion;
    }

    /** The risk factors. */
    public RiskRoom risks() {
        return risks;
    }

    /** Discharge, and the admission that was a mistake. */
    public LeavingRoom leaving() {
        return leaving;
    }

    /** Moving the patient. */
    public MoveViewModel moving() {
        return moving;
    }

    /** Whether a button would now keep what is asked about. */
    public ReadOnlyBooleanProperty askingProperty() {
        return form.askingProperty();
    }

    /** Whether the store is being waited for. */
    public ReadOnlyBooleanProperty busyProperty() {
        return form.busyProperty();
    }

    /** What came of it. */
    public ReadOnlyStringProperty saidProperty() {
        return form.saidProperty();
    }
}
