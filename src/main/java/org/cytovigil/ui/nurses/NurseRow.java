package org.cytovigil.ui.nurses;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Texts;

/** A patient, and the field for who nurses the patient. FX thread. */
final class NurseRow {
    private final StayId stay;
    private final ReadOnlyStringWrapper bed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper who = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final StringProperty typed = new SimpleStringProperty("");
    private String was = "";

    NurseRow(StaySnapshot shown) {
        stay = shown.stay().id();
        was = shown.nurse();
        typed.set(was);
        follow(shown);
        typed.addListener((property, before, now) -> showNote());
    }

    /** What another workstation assigned shows, unless something else was typed here. */
    void follow(StaySnapshot shown) {
        boolean untouched = !changed();
        was = shown.nurse();
        if (untouched) {
            typed.set(was);
        }
        bed.set(shown.bed());
        who.set(
                Texts.of(
                        "nurses.who",
                        shown.stay().patient().name(),
                        shown.stay().patient().recordNumber()));
        showNote();
    }

    private void showNote() {
        if (refused()) {
            note.set(Texts.of("nurses.refused", Entry.NurseAssigned.LONGEST));
        } else if (changed()) {
            note.set(Texts.of("nurses.was", was.isEmpty() ? Texts.of("nurses.nobody") : was));
        } else {
            note.set("");
        }
    }

    StayId stay() {
        return stay;
    }

    /** What was typed, in one line. */
    String nurse() {
        return OneLine.of(typed.get()).strip();
    }

    boolean changed() {
        return !nurse().equals(was);
    }

    boolean refused() {
        return nurse().length() > Entry.NurseAssigned.LONGEST;
    }

    StringProperty typedProperty() {
        return typed;
    }

    /** The bed; empty for none. */
    ReadOnlyStringProperty bedProperty() {
        return bed.getReadOnlyProperty();
    }

    /** Name and record number. */
    ReadOnlyStringProperty whoProperty() {
        return who.getReadOnlyProperty();
    }

    /** Why it is refused, else who it was before; empty while nothing is changed. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }
}
