package org.cytovigil.grading;

/** Priorities after IEC 60601-1-8, the most urgent first. */
public enum AlarmPriority {
    HIGH("!!!"),
    MEDIUM("!!"),
    LOW("!");

    private final String mark;

    AlarmPriority(String mark) {
        this.mark = mark;
    }

    /** The mark shown before the message, so that priority never rests on colour alone. */
    public String mark() {
        return mark;
    }
}
