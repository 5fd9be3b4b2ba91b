package org.cytovigil.ui.charting;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cytovigil.ui.theme.Texts;

/**
 * One thing that can be filled in: what is typed or chosen, the last value with its age, what is to
 * be said about what is typed, and why it is refused. FX thread.
 */
final class Field {
    /**
     * One of several things to choose from.
     *
     * @param id kept in drafts; empty for none
     * @param words as shown
     */
    record Choice(String id, String words) {}

    private final String id;
    private final String label;
    private final boolean chosen;
    private boolean passed;
    private boolean wide;
    private boolean lines;
    private boolean half;
    private boolean byDigit;
    private boolean list;
    private boolean lastBelow;
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty shown = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper last = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    private Field(String id, String label, boolean chosen) {
        this.id = id;
        this.label = label;
        this.chosen = chosen;
        // What was refused is no longer what stands there.
        text.addListener((property, before, now) -> refusal.set(""));
    }

    /** A field to type in; its label, with the unit, is the text {@code charting.field.ID}. */
    static Field typed(String id) {
        return typed(id, Texts.of("charting.field." + id));
    }

    /** A field to type in with that label. */
    static Field typed(String id, String label) {
        return new Field(id, label, false);
    }

    /** A field to choose in; the first choice stands at the beginning. */
    static Field chosen(String id, List<Choice> choices) {
        return chosen(id, Texts.of("charting.field." + id), choices);
    }

    /** A field to choose in with that label. */
    static Field chosen(String id, String label, List<Choice> choices) {
        Field field = new Field(id, label, true);
        field.choices.setAll(choices);
        field.text.set(choices.isEmpty() ? "" : choices.getFirst().id());
        return field;
    }

    /** The same field, which Enter passes by: it is seldom wanted and reached by Tab. */
    Field passedByEnter() {
        passed = true;
        return this;
    }

    /** The same field as broad as the panel. */
    Field wide() {
        wide = true;
        return this;
    }

    /** The same field, broad and for several lines: Enter begins the next one. */
    Field inLines() {
        wide = true;
        lines = true;
        return this;
    }

    /** The same field as half a row: two that follow each other share one. */
    Field half() {
        half = true;
        return this;
    }

    boolean isHalf() {
        return half;
    }

    /** The same field, broad, with its many choices in a list that is narrowed by typing. */
    Field asList() {
        wide = true;
        list = true;
        return this;
    }

    boolean isList() {
        return list;
    }

    /** The same field, whose last value is in more words than there is room for beside it. */
    Field lastBelow() {
        lastBelow = true;
        return this;
    }

    boolean isLastBelow() {
        return lastBelow;
    }

    /** The same field, of choices that begin with a digit: the digit chooses and goes on. */
    Field byDigit() {
        byDigit = true;
        return this;
    }

    boolean isByDigit() {
        return byDigit;
    }

    boolean isInLines() {
        return lines;
    }

    boolean isWide() {
        return wide;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    boolean isChosen() {
        return chosen;
    }

    boolean isPassedByEnter() {
        return passed;
    }

    /** What there is to choose from; empty for a field to type in. */
    ObservableList<Choice> choices() {
        return choices;
    }

    /** Offers other things; what was chosen stays if it is among them. */
    void offer(List<Choice> others) {
        if (choices.equals(others)) {
            return;
        }
        String was = text.get();
        boolean stays = others.stream().anyMatch(choice -> choice.id().equals(was));
        choices.setAll(others);
        text.set(stays || others.isEmpty() ? was : others.getFirst().id());
    }

    /** What is typed, or the id of what is chosen. */
    StringProperty textProperty() {
        return text;
    }

    /** What is typed, without blanks around it. */
    String text() {
        String typed = text.get();
        return typed == null ? "" : typed.strip();
    }

    /** Whether it has a place on the panel now. */
    BooleanProperty shownProperty() {
        return shown;
    }

    boolean isShown() {
        return shown.get();
    }

    /** The last value with its age; empty when there is none to show. */
    ReadOnlyStringProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** What is to be known about what is typed: how it is read, or that it will be asked about. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Why what is typed cannot be read; empty while nothing is refused. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** As it was at the beginning. */
    void clear() {
        text.set(chosen && !choices.isEmpty() ? choices.getFirst().id() : "");
    }

    void setLast(String words) {
        last.set(words);
    }

    void setNote(String words) {
        note.set(words);
    }

    void refuse(String why) {
        refusal.set(why);
    }
}
