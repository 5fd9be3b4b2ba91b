package org.cytovigil.grading;

/** The parts of the picture that a scale looks at one by one. */
public enum Axis {
    OUTCOME,
    PRESSURE,
    OXYGEN,
    ORGANS,
    NEUROLOGY,
    FEVER
}
