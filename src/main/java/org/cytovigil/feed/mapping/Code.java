package org.cytovigil.feed.mapping;

import java.util.Locale;
import java.util.Map;

/**
 * A coded word of a sender; a part that was not given is empty.
 *
 * @param code the code itself
 * @param name the name that was sent beside it
 * @param system who made the code, as sent
 */
public record Code(String code, String name, String system) {
    /** What one coding system is called by HL7 version 2, by FHIR and by habit. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "LOINC", "LN",
                    "HTTP://LOINC.ORG", "LN",
                    "ISO11073", "MDC",
                    "URN:ISO:STD:ISO:11073:10101", "MDC",
                    "HTTP://SNOMED.INFO/SCT", "SCT",
                    "URN:CYTOVIGIL:MAPPING", "99CYTOVIGIL",
                    "HTTP://WWW.NLM.NIH.GOV/RESEARCH/UMLS/RXNORM", "RXNORM");

    /** The system in capitals, by its HL7 name where it has several. */
    String normalSystem() {
        return normal(system);
    }

    static String normal(String system) {
        String upper = system.strip().toUpperCase(Locale.ROOT);
        return OTHER_NAMES.getOrDefault(upper, upper);
    }

    /** For reasons that people read. */
    @Override
    public String toString() {
        String text = name.isEmpty() ? code : code + " " + name;
        return system.isEmpty() ? text : text + " (" + system + ")";
    }
}
