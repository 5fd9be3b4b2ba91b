package org.cytovigil.feed.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;

/** The code systems and names that are used in FHIR resources, those of this program among them. */
public final class FhirCodes {
    public static final String LOINC = "http://loinc.org";
    public static final String SNOMED = "http://snomed.info/sct";
    public static final String MDC = "urn:iso:std:iso:11073:10101";
    public static final String UCUM = "http://unitsofmeasure.org";
    public static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    public static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";
    public static final String ENCOUNTER_CLASS = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    /** The codes that the mapping table has of its own, there called 99CYTOVIGIL. */
    public static final String MAPPING = "urn:cytovigil:mapping";

    /** Kinds of facts that no public code system has, and their parts. */
    public static final String FACT = "urn:cytovigil:fact";

    /** The words of the clinical language: devices, organs, states of consciousness. */
    public static final String WORD = "urn:cytovigil:word";

    /** Drugs and cell products as they were charted. */
    public static final String DRUG = "urn:cytovigil:drug";

    /** Grading scales, by which grades are coded. */
    public static final String SCALE = "urn:cytovigil:scale";

    /** Where a stay comes from, as a tag of its encounter. */
    public static final String ORIGIN = "urn:cytovigil:origin";

    /** Visit numbers. */
    public static final String STAY = "urn:cytovigil:stay";

    /** Record numbers. */
    public static final String RECORD = "urn:cytovigil:record";

    /** What is said of the patient as of the stay: age, dosing weight, what was usual. */
    public static final String PATIENT = "urn:cytovigil:patient";

    /** Whether a mass is of base or salt, beside a dose. */
    public static final String SALT = "urn:cytovigil:salt";

    /** Whether the unit of a temperature was assumed. */
    public static final String UNIT_ASSUMED = "urn:cytovigil:unit-assumed";

    /** A fact that a grade rests on and that is no Observation. */
    public static final String RESTS_ON = "urn:cytovigil:rests-on";

    /** Systems of which an unknown code can turn the meaning of the known one beside it. */
    static final Set<String> INTERNATIONAL = Set.of(LOINC, SNOMED, MDC);

    private FhirCodes() {}

    /** What reads and writes resources; building it takes a second, so it is built when needed. */
    public static FhirContext context() {
        return Holder.CONTEXT;
    }

    private static final class Holder {
        private static final FhirContext CONTEXT = FhirContext.forR4();
    }
}
