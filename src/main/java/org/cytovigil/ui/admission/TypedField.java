package org.cytovigil.ui.admission;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cytovigil.clinical.OneLine;

/** What is typed into a field, and what stands beside it: why it is refused, or a question. */
public final class TypedField {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private boolean refused;

    TypedField() {
        text.addListener((property, before, now) -> clear());
    }

    /** What was typed, in one line and without blanks around it, seen or unseen. */
    String typed() {
        return text.get() == null ? "" : OneLine.of(text.get()).strip();
    }

    boolean isEmpty() {
        return typed().isEmpty();
    }

    void set(String value) {
        text.set(value);
    }

    void clear() {
        refused = false;
        note.set("");
    }

    /** This cannot be kept. */
    void refuse(String why) {
        refused = true;
        note.set(why);
    }

    /** This can be kept once somebody has seen the question; a refusal goes before it. */
    void ask(String what) {
        if (!refused) {
            note.set(what);
        }
    }

    boolean refused() {
        return refused;
    }

    /** What is typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** Why it is refused, or what is asked about it; empty for neither. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }
}
