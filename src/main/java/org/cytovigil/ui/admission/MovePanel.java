package org.cytovigil.ui.admission;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.theme.Texts;

/** Moving one patient of the board, or two to each other's beds. FX thread. */
final class MovePanel implements Panel {
    private final MoveViewModel model;
    private final MoveFields fields;
    private final VBox node;

    MovePanel(MoveViewModel model, StaySnapshot who, Runnable close) {
        this.model = model;
        fields = new MoveFields(model);
        node =
                new VBox(
                        FormNodes.head(
                                new SimpleStringProperty(
                                        Texts.of("admission.move.title", UnitBeds.person(who))),
                                this,
                                close),
                        fields.node());
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void focus() {
        fields.focus();
    }

    @Override
    public void show(UnitSnapshot unit) {
        model.show(unit);
        fields.show();
    }

    /** A bed that was only looked at is nothing to lose. */
    @Override
    public boolean leave() {
        return model.mayLeave();
    }

    @Override
    public void gone() {
        model.gone();
    }
}
