package org.cytovigil.feed.fhir;

/** A server that fails in the middle of a batch: the round ends there and is tried again. */
final class ServerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerFailed(FhirServerException cause) {
        super(cause.getMessage(), cause);
    }
}
