package org.cytovigil.ui.admission;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Questions that were put beside fields: what is asked once may be kept the second time. */
final class Doubts {
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(false);
    private List<String> asked = List.of();

    /** Whether all fields may be kept: none is refused, and every question was seen before. */
    boolean settled(List<TypedField> fields) {
        List<String> questions =
                fields.stream()
                        .filter(field -> !field.refused())
                        .map(field -> field.noteProperty().get())
                        .filter(note -> !note.isEmpty())
                        .toList();
        boolean refused = fields.stream().anyMatch(TypedField::refused);
        boolean settled = !refused && asked.containsAll(questions);
        asked = refused ? List.of() : questions;
        asking.set(!settled && !refused);
        return settled;
    }

    /** What was asked counts no more. */
    void forget() {
        asked = List.of();
        asking.set(false);
    }

    /** Whether the next time would keep it in spite of what is asked. */
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }
}
