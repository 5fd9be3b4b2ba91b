package org.cytovigil.grading;

/** What a reader must know beside the grade. */
public enum Note {
    NO_FEVER("no fever: look for another cause"),
    FEVER_ABSENT("fever absent, and nothing given that masks it"),
    EPISODE_OPEN("episode open"),
    OTHER_CAUSE("attributed to another cause by a clinician"),
    FIO2_ESTIMATED("FiO2 estimated from device and flow"),
    UNIT_ASSUMED("temperature without a unit, read as Fahrenheit"),
    INFUSION_UNCONFIRMED("a vasopressor was not charted for long and still counts as running"),
    ADULT_LIMITS("age unknown: adult limits of blood pressure used"),
    REJECTED("what was charted last cannot be true and was not graded: see the rejected facts"),
    HOME_OXYGEN("oxygen as at home does not count as support");

    private final String text;

    Note(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
