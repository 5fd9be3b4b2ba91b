package org.cytovigil.ui.admission;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.theme.Texts;

/** Moving one patient of the board, or two to each other's beds. FX thread. */
final class MovePanel implements Panel {
    private final MoveViewModel model;
    private final MoveFields fields;
    private final VBox node;
    private final StayId who;
    private final StringProperty title = new SimpleStringProperty("");

    MovePanel(MoveViewModel model, StaySnapshot who, Runnable close) {
        this.model = model;
        fields = new MoveFields(model);
        this.who = who.stay().id();
        name(who);
        node = new VBox(FormNodes.head(title, this, close), fields.node());
    }

    private void name(StaySnapshot stay) {
        title.set(Texts.of("admission.move.title", UnitBeds.person(stay)));
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
        unit.stay(who).ifPresent(this::name);
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
