package org.cytovigil.grading;

/** What a nurse takes or does again and again, in the order in which screens name them. */
public enum Check {
    PRESSURE("blood pressure"),
    SATURATION("SpO2"),
    TEMPERATURE("temperature"),
    /** All that the grade rests on, charted by somebody: see {@link MonitoringPlan}. */
    GRADE("CRS grade"),
    /** ICE, or CAPD where the age asks for it. */
    NEUROLOGY("ICE");

    private final String words;

    Check(String words) {
        this.words = words;
    }

    /** Its name in words. */
    public String words() {
        return words;
    }

    /** Whether it is a vital sign, taken on a round. */
    public boolean isVital() {
        return switch (this) {
            case PRESSURE, SATURATION, TEMPERATURE -> true;
            case GRADE, NEUROLOGY -> false;
        };
    }
}
