package org.cytovigil.feed.fhir;

/**
 * What a resource refers to cannot be told or had, and that will not change by asking again at
 * once: the resource waits in the quarantine, and the others go on.
 */
final class UnresolvedReference extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason in words, without anything that names a patient
     */
    UnresolvedReference(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
