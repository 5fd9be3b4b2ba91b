package org.cytovigil.clinical;

/**
 * Laboratory analytes that are charted, with LOINC code and the unit (UCUM) in which they are kept.
 */
public enum Analyte {
    CRP("1988-5", "mg/L"),
    FERRITIN("2276-4", "ng/mL"),
    INTERLEUKIN_6("26881-3", "pg/mL"),
    LDH("2532-0", "U/L"),
    PLATELETS("777-3", "10*3/uL"),
    CREATININE("2160-0", "mg/dL"),
    FIBRINOGEN("3255-7", "mg/dL"),
    LACTATE("32693-4", "mmol/L"),
    ALT("1742-6", "U/L"),
    AST("1920-8", "U/L"),
    BILIRUBIN("1975-2", "mg/dL");

    private final String loinc;
    private final String ucum;

    Analyte(String loinc, String ucum) {
        this.loinc = loinc;
        this.ucum = ucum;
    }

    public String loinc() {
        return loinc;
    }

    /** The unit in which results of this analyte are kept. */
    public String ucum() {
        return ucum;
    }
}
