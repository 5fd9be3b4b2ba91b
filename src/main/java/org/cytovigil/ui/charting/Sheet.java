package org.cytovigil.ui.charting;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.jspecify.annotations.Nullable;

/** What one panel charts: its fields, what they say, and the facts they come to. FX thread. */
interface Sheet {
    /** The end of the text keys of this sheet, and its name among drafts. */
    String id();

    /** The fields from the top to the bottom, the same ones always; some may not be shown. */
    List<Field> fields();

    /**
     * Follows the patient: last values with their ages, and what is to be said of what is typed.
     *
     * @param now the present
     */
    void show(StaySnapshot stay, Instant now);

    /**
     * What is filled in comes to these facts; a field that cannot be read refuses.
     *
     * @param stay as last shown
     */
    Filled read(StaySnapshot stay);

    /** Whether a fact is of the kind that is charted here; earlier ones are told below the form. */
    default boolean charts(Observation fact) {
        return false;
    }

    /**
     * What {@link #fillOpen} does, as its button says; empty when it does nothing. Nothing is ever
     * filled in but by it.
     */
    default String openWords() {
        return "";
    }

    /** Answers all questions that are still open in the one usual way, to be seen and changed. */
    default void fillOpen() {}

    /** What the facts come to in the ledger. */
    default List<Entry.Event> events(List<Observation> facts) {
        return facts.stream().<Entry.Event>map(Entry.Observed::new).toList();
    }

    /** Whether there is a time to be typed. */
    default boolean isTimed() {
        return true;
    }

    /** When all of it was so; {@code null} when the field of time says so. */
    default @Nullable Instant at() {
        return null;
    }

    /**
     * Fills in what was charted, and shows only the fields of it, for it to be corrected.
     *
     * @return whether a fact of that kind has fields here
     */
    default boolean fill(Observation fact) {
        return false;
    }

    /** What stands now and can be dealt with by one key, the first with Ctrl+1. */
    default List<Standing> standing() {
        return List.of();
    }

    /** What there is to know beside the fields; empty for nothing. */
    default String remark() {
        return "";
    }

    /**
     * What a filled-in sheet comes to.
     *
     * @param facts to be charted; none when nothing was filled in
     * @param doubts what is asked about before
     */
    record Filled(List<Observation> facts, List<Doubt> doubts) {
        public Filled {
            facts = List.copyOf(facts);
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * Something that is asked about before it is charted.
     *
     * @param what is to be charted: "temperature 390 °C"
     * @param why it is asked about
     */
    record Doubt(String what, String why) {}

    /**
     * Something that stands now.
     *
     * @param words what, how much, since when
     * @param action what its key does: "Stop norepinephrine"
     * @param fact what is charted by the key
     */
    record Standing(String words, String action, Observation fact) {}
}
