package org.cytovigil.ui.trend;

import java.util.Locale;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.grading.Wording;
import org.cytovigil.ui.theme.Texts;

/** Boluses, treatments, decisions and outcomes in words. */
public final class EventWords {
    /** A longer label would lie over the next one. */
    private static final int LONGEST_LABEL = 30;

    /** A note has no label in the lane; this much of it is read at the crosshair. */
    private static final int LONGEST_NOTE = 72;

    private EventWords() {}

    /** What was given or decided, in as few words as it takes. */
    static String brief(Observation event) {
        return words(event, LONGEST_LABEL);
    }

    /** What was given or decided, whole. */
    public static String whole(Observation event) {
        return words(event, Integer.MAX_VALUE);
    }

    private static String words(Observation event, int longest) {
        return switch (event) {
            case Observation.FluidBolus bolus ->
                    Texts.of("bedside.event.bolus", Wording.number(bolus.millilitres()));
            case Observation.TreatmentGiven given -> treatment(given.treatment(), longest);
            case Observation.Attributed attributed ->
                    Texts.of(
                            attributed.withdrawn()
                                    ? "bedside.event.withdrawn"
                                    : "bedside.event.attributed",
                            attributed.cause());
            case Observation.Note note ->
                    Texts.of(
                            "bedside.event.note",
                            shortened(note.oneLine(), Math.max(longest, LONGEST_NOTE)));
            case Observation.DeathDueToCrs death -> Texts.of("bedside.event.death");
            case Observation.GradeOverridden set -> grade(set);
            default -> FactNames.of(event);
        };
    }

    private static String grade(Observation.GradeOverridden set) {
        Integer grade = set.grade();
        return grade == null
                ? Texts.of("bedside.event.grade-withdrawn", set.scale().title())
                : Texts.of("bedside.event.grade-set", set.scale().title(), Integer.toString(grade));
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest
                ? text.substring(0, longest - 1).stripTrailing() + "…"
                : text;
    }

    private static String treatment(Treatment treatment, int longest) {
        String drug = treatment.drug().strip();
        String text = treatment.text().strip();
        String all =
                text.toLowerCase(Locale.ROOT).contains(drug.toLowerCase(Locale.ROOT))
                        ? text
                        : (drug + " " + text).strip();
        String shown = shortened(all, longest);
        return shown.isEmpty()
                ? shown
                : shown.substring(0, 1).toUpperCase(Locale.ROOT) + shown.substring(1);
    }
}
