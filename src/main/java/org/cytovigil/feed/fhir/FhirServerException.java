package org.cytovigil.feed.fhir;

/** A server did not answer as FHIR servers do; the message says how, without a patient's data. */
public final class FhirServerException extends Exception {
    private static final long serialVersionUID = 1L;

    FhirServerException(String message) {
        super(message);
    }
}
