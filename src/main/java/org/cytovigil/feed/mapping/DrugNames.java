package org.cytovigil.feed.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.clinical.Vasopressor;

/** Tells drugs by the codes and names that were sent for them. */
final class DrugNames {
    /** What a refusal of contradicting words begins with. */
    static final String DIFFERENT = "its codes and names are of different drugs: ";

    /** Epinephrine for the airway comes as a racemate, or to be nebulised. */
    private static final Pattern INHALED =
            Pattern.compile(
                    "racem|razem|inhal|nebuli|vernebel|aerosol",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Where a word begins, behind another. */
    private static final Pattern WORD = Pattern.compile("(?<=\\P{L})\\p{L}");

    private DrugNames() {}

    /**
     * The drug that all words that are known agree on.
     *
     * @param words what drugs are called
     * @param texts code and names as sent; one at least
     */
    static Mapped read(Vocabulary words, List<String> texts) {
        Set<String> meant = new LinkedHashSet<>();
        for (String text : texts) {
            if (INHALED.matcher(text).find()) {
                return new Mapped.Refused(
                        "'%s' is inhaled, and no infusion".formatted(shown(text)));
            }
            meant.addAll(meant(words, text));
        }
        if (meant.isEmpty()) {
            return new Mapped.Refused(
                    "the drug '%s' is not in the table".formatted(shown(String.join(" ", texts))));
        }
        return meant.size() == 1
                ? new Mapped.Drug(Vasopressor.parse(meant.iterator().next()).orElse(null))
                : new Mapped.Refused(DIFFERENT + shown(String.join(", ", texts)));
    }

    /**
     * A name can begin with the fluid that carries the drug. One that begins with a drug nobody
     * knows stays unknown: an anaesthetic with epinephrine is no infusion of it.
     */
    private static Set<String> meant(Vocabulary words, String text) {
        Optional<String> first = words.meaning(text);
        if (first.isEmpty()) {
            return Set.of();
        }
        Set<String> vasopressors = new LinkedHashSet<>();
        first.filter(DrugNames::isVasopressor).ifPresent(vasopressors::add);
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.named(text.substring(word.start()))
                    .filter(DrugNames::isVasopressor)
                    .ifPresent(vasopressors::add);
        }
        return vasopressors.isEmpty() ? Set.of(first.get()) : vasopressors;
    }

    private static boolean isVasopressor(String drug) {
        return Vasopressor.parse(drug).isPresent();
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
