package org.cytovigil.clinical;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A drug given.
 *
 * @param drug the generic name as charted
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

    public Effect effect() {
        return EFFECTS.getOrDefault(drug.strip().toLowerCase(Locale.ROOT), Effect.OTHER);
    }

    /**
     * Whether a normal temperature after this drug says nothing about CRS (ASTCT 2019, footnote on
     * fever).
     */
    public boolean masksFever() {
        return effect() != Effect.OTHER;
    }
}
