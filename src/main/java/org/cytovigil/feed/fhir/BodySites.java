package org.cytovigil.feed.fhir;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.jspecify.annotations.Nullable;

/**
 * Whether the place of a measurement fits what its code says: the general code with another place
 * is another quantity.
 */
final class BodySites {
    private enum Place {
        AXILLA("axilla", TemperatureSite.AXILLARY),
        MOUTH("mouth|oral|sublingual|mund|zunge", TemperatureSite.ORAL),
        EAR("tympan|\\bear\\b|\\bohr\\b|trommelfell", TemperatureSite.TYMPANIC),
        TEMPLE("temporal arter|temporal region|schl(ä|ae)fe", TemperatureSite.TEMPORAL),
        RECTUM("rectum|rectal|rektum|rektal", TemperatureSite.RECTAL),
        BLADDER("bladder|harnblase", TemperatureSite.BLADDER),
        ESOPHAGUS("o?esophag|speiser(ö|oe)hre", TemperatureSite.ESOPHAGEAL),
        CORE("nasophar|vagin", TemperatureSite.CORE);

        private final Pattern words;
        private final TemperatureSite site;

        Place(String words, TemperatureSite site) {
            this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            this.site = site;
        }
    }

    /** Where cuffs and lines of the systemic circulation are. */
    private static final Pattern LIMB =
            Pattern.compile(
                    "\\barms?\\b|\\bleg\\b|thigh|calf|wrist|finger|ankle|forearm|brachial|radial"
                            + "|femoral art|artery of (arm|leg)|dorsalis|upper limb|lower limb|upper arm"
                            + "|\\barm\\b|oberarm|unterarm|\\bbein|handgelenk|axillary artery|aorta",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NOT_A_LIMB =
            Pattern.compile("\\bvein|vene\\b|venous|pulmon|atri|ventric", Pattern.CASE_INSENSITIVE);

    private static final Pattern CUFF =
            Pattern.compile(
                    "non-?\\s?invasiv|nicht-?\\s?invasiv|cuff|oscillo|oszillo|auscult|auskult|sphygmo|manschett",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE =
            Pattern.compile(
                    "invasiv|arterial line|intra-?arteri|catheter|katheter|blutig",
                    Pattern.CASE_INSENSITIVE);

    private BodySites() {}

    /**
     * Where a temperature was taken.
     *
     * @param coded by its code
     * @param place by its bodySite, or {@code null} when none was given
     * @return empty when the two do not fit
     */
    static Optional<TemperatureSite> site(TemperatureSite coded, @Nullable CodeableConcept place) {
        if (place == null || place.isEmpty()) {
            return Optional.of(coded);
        }
        Set<String> names = Concepts.names(place);
        for (Place one : Place.values()) {
            if (names.stream().anyMatch(name -> one.words.matcher(name).find())) {
                boolean open = coded == TemperatureSite.UNSTATED || coded == TemperatureSite.CORE;
                return open || one.site == coded ? Optional.of(one.site) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether a place is one of the systemic circulation; also when none was given. */
    static boolean isSystemic(@Nullable CodeableConcept place) {
        if (place == null || place.isEmpty()) {
            return true;
        }
        Set<String> names = Concepts.names(place);
        return names.stream().anyMatch(name -> LIMB.matcher(name).find())
                && names.stream().noneMatch(name -> NOT_A_LIMB.matcher(name).find());
    }

    /** What a method measures a pressure with; a method that does not say leaves it unstated. */
    static PressureSource source(@Nullable CodeableConcept method) {
        if (method == null) {
            return PressureSource.UNSTATED;
        }
        for (String name : Concepts.names(method)) {
            if (CUFF.matcher(name).find()) {
                return PressureSource.CUFF;
            }
            if (LINE.matcher(name).find()) {
                return PressureSource.ARTERIAL_LINE;
            }
        }
        return PressureSource.UNSTATED;
    }
}
