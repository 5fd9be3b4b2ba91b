package org.cytovigil.clinical;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A drug given.
 *
 * @param drug the name as charted, generic or of a brand
 * @param amount how much of it, or {@code null} when not charted as a number
 * @param text the order in words, or empty
 */
public record Treatment(String drug, @Nullable DrugAmount amount, String text) {
    /** A drug whose amount was not charted as a number. */
    public Treatment(String drug, String text) {
        this(drug, null, text);
    }

    /** What a drug does to the signs of CRS; all but {@link #OTHER} mask fever. */
    public enum Effect {
        ANTIPYRETIC,
        STEROID,
        ANTICYTOKINE,
        OTHER
    }

    private static final Map<String, Effect> EFFECTS =
            Map.ofEntries(
                    Map.entry("paracetamol", Effect.ANTIPYRETIC),
                    Map.entry("acetaminophen", Effect.ANTIPYRETIC),
                    Map.entry("ibuprofen", Effect.ANTIPYRETIC),
                    Map.entry("naproxen", Effect.ANTIPYRETIC),
                    Map.entry("ketorolac", Effect.ANTIPYRETIC),
                    Map.entry("metamizole", Effect.ANTIPYRETIC),
                    Map.entry("dipyrone", Effect.ANTIPYRETIC),
                    Map.entry("aspirin", Effect.ANTIPYRETIC),
                    Map.entry("dexamethasone", Effect.STEROID),
                    Map.entry("methylprednisolone", Effect.STEROID),
                    Map.entry("prednisolone", Effect.STEROID),
                    Map.entry("prednisone", Effect.STEROID),
                    Map.entry("hydrocortisone", Effect.STEROID),
                    Map.entry("tocilizumab", Effect.ANTICYTOKINE),
                    Map.entry("siltuximab", Effect.ANTICYTOKINE),
                    Map.entry("sarilumab", Effect.ANTICYTOKINE),
                    Map.entry("anakinra", Effect.ANTICYTOKINE),
                    Map.entry("emapalumab", Effect.ANTICYTOKINE),
                    Map.entry("ruxolitinib", Effect.ANTICYTOKINE),
                    Map.entry("etanercept", Effect.ANTICYTOKINE),
                    Map.entry("infliximab", Effect.ANTICYTOKINE));

    /** Names under which steroids and tocilizumab are charted beside the generic ones. */
    private static final Map<String, String> OTHER_NAMES =
            Map.ofEntries(
                    Map.entry("actemra", "tocilizumab"),
                    Map.entry("roactemra", "tocilizumab"),
                    Map.entry("tyenne", "tocilizumab"),
                    Map.entry("tofidence", "tocilizumab"),
                    Map.entry("avtozma", "tocilizumab"),
                    Map.entry("decadron", "dexamethasone"),
                    Map.entry("fortecortin", "dexamethasone"),
                    Map.entry("dexamethasone phosphate", "dexamethasone"),
                    Map.entry("dexamethasone sodium phosphate", "dexamethasone"),
                    Map.entry("medrol", "methylprednisolone"),
                    Map.entry("solu-medrol", "methylprednisolone"),
                    Map.entry("solumedrol", "methylprednisolone"),
                    Map.entry("methylprednisolone sodium succinate", "methylprednisolone"),
                    Map.entry("solu-cortef", "hydrocortisone"),
                    Map.entry("solucortef", "hydrocortisone"),
                    Map.entry("hydrocortisone sodium succinate", "hydrocortisone"));

    /** The suffix of four letters that the FDA gives to biological medicines and biosimilars. */
    private static final Pattern BIOLOGICAL_SUFFIX = Pattern.compile("-[a-z]{4}$");

    /**
     * The generic name in lower case, also when the drug was charted by a brand name known here, or
     * as a biosimilar ("tocilizumab-aazg").
     *
     * @return the name as charted, in lower case, when it is none known here
     */
    public String ingredient() {
        String name = drug.strip().toLowerCase(Locale.ROOT).replace("®", "");
        String known = OTHER_NAMES.getOrDefault(name, name);
        String bare = BIOLOGICAL_SUFFIX.matcher(known).replaceFirst("");
        return EFFECTS.containsKey(bare) ? bare : known;
    }

    public Effect effect() {
        return EFFECTS.getOrDefault(ingredient(), Effect.OTHER);
    }

    /**
     * Whether a normal temperature after this drug says nothing about CRS (ASTCT 2019, footnote on
     * fever).
     */
    public boolean masksFever() {
        return effect() != Effect.OTHER;
    }
}
