package org.cytovigil.grading;

/** Facts that, unknown, leave a grade open. */
public enum MissingFact {
    TEMPERATURE("a fresh temperature"),
    PRESSURE("a fresh blood pressure"),
    OXYGEN_DEVICE("the oxygen device"),
    CANNULA_FLOW("the flow through the nasal cannula"),
    INSPIRED_OXYGEN("the set FiO2"),
    ANSWER_TO_HYPOXIA("which oxygen device holds the saturation"),
    VASOPRESSOR_DOSE("the vasopressor's dose"),
    WEIGHT("the patient's weight"),
    ANSWER_TO_FLUIDS("what the low pressure responds to"),
    ENCEPHALOPATHY_SCORE("the ICE score (below 12 years CAPD)"),
    ENCEPHALOPATHY_ITEMS("the tasks of the score that were not charted"),
    EXAMINATION_WITHOUT_SEDATION("an examination without sedation"),
    NEUROLOGICAL_EXAMINATION("a part of the neurological examination"),
    JUDGEMENT("the clinician's judgement: the text of the scale leaves it open");

    private final String text;

    MissingFact(String text) {
        this.text = text;
    }

    /** The fact in words, fit to follow "not known:". */
    public String text() {
        return text;
    }
}
