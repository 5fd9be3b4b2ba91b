package org.cytovigil.ui.theme;

/** The roles that colours play; a screen asks for a role, never for a colour. */
public enum Ink {
    /** The ground behind everything. */
    GROUND,
    /** Panels and tiles. */
    SURFACE,
    /** Buttons and the chosen among equals. */
    RAISED,
    /** Lines, borders, grids. */
    LINE,
    TEXT,
    MUTED,
    /** The ring around what has the keyboard. */
    FOCUS,
    TEMPERATURE,
    PRESSURE,
    OXYGEN,
    VASOPRESSOR,
    /** Heart and respiratory rate. */
    RATE,
    LABORATORY,
    NEUROLOGY,
    GRADE_0,
    GRADE_1,
    GRADE_2,
    GRADE_3,
    GRADE_4,
    /** Digits on the grades 0 to 2. */
    ON_LOW_GRADE,
    /** Digits on the grades 3 and above. */
    ON_HIGH_GRADE,
    ALARM_HIGH,
    ALARM_MEDIUM,
    ALARM_LOW,
    /** Text on an alarm colour. */
    ON_ALARM,
    /** The thin line around an alarm colour, which alone may be too pale on a bright ground. */
    ALARM_EDGE
}
