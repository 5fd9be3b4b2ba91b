package org.cytovigil.build.badsample.cli;

import org.cytovigil.build.badsample.clinical.ClinicalSample;

/** The room that everybody uses although nobody may. */
public final class CliSample {
    /** Closes a cycle between two rooms. */
    ClinicalSample back() {
        return new ClinicalSample();
    }
}
