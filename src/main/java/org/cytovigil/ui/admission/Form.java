package org.cytovigil.ui.admission;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;

/**
 * What the forms of admission have in common: what is refused or asked stands beside its field, all
 * is kept or none, and below it is said what came of it. FX thread.
 */
final class Form {
    private final Workbench bench;
    private final Keeping keeping;
    private final Doubts doubts = new Doubts();

    Form(Workbench bench) {
        this.bench = bench;
        this.keeping = new Keeping(bench);
    }

    /** What is typed into these fields is asked about anew; {@code then} is run on each change. */
    void watch(Stream<TypedField> fields, Runnable then) {
        fields.forEach(
                field ->
                        field.textProperty()
                                .addListener(
                                        (property, before, now) -> {
                                            turn();
                                            then.run();
                                        }));
    }

    /** What was asked or said counts no more. */
    void turn() {
        doubts.forget();
        keeping.say("");
    }

    /** Whether all fields may be kept; else it is said that something is refused or asked. */
    boolean settled(List<TypedField> fields) {
        if (doubts.settled(fields)) {
            return true;
        }
        boolean refused = fields.stream().anyMatch(TypedField::refused);
        say(Texts.of(refused ? "admission.refused" : "admission.asked"));
        return false;
    }

    /**
     * Keeps acts, all or none.
     *
     * @param what is done, for those who see no more what this says when it fails
     * @param kept run once they are kept
     */
    void keep(String what, Instant at, List<UnitSource.Act> acts, Runnable kept) {
        keeping.keep(
                what,
                at,
                acts,
                () -> {
                    doubts.forget();
                    kept.run();
                });
    }

    /**
     * Whether the form may go; when something would be lost it says so, and may the next time.
     *
     * @param touched whether anything is typed that is not kept
     */
    boolean mayLeave(boolean touched) {
        if (!keeping.mayLeave()) {
            return false;
        }
        String warning = Texts.of("admission.leave");
        if (!touched || warning.equals(keeping.saidProperty().get())) {
            return true;
        }
        say(warning);
        return false;
    }

    /** The panel is closed. */
    void gone() {
        keeping.gone();
    }

    void say(String words) {
        keeping.say(words);
    }

    Workbench bench() {
        return bench;
    }

    UnitSnapshot unit() {
        return bench.source().latest();
    }

    /** Whether a button would now keep what is asked about. */
    ReadOnlyBooleanProperty askingProperty() {
        return doubts.askingProperty();
    }

    /** Whether the store is being waited for. */
    ReadOnlyBooleanProperty busyProperty() {
        return keeping.busyProperty();
    }

    /** What came of it, or what stands in the way; empty for nothing. */
    ReadOnlyStringProperty saidProperty() {
        return keeping.saidProperty();
    }
}
