package org.cytovigil.build.badsample.clinical;

/** Breaks rules on purpose: proof that they can fail. */
public final class ClinicalSample {
    /** Uses a room above it. */
    org.cytovigil.build.badsample.cli.CliSample upward() {
        return new org.cytovigil.build.badsample.cli.CliSample();
    }

    /** Uses more than java.base. */
    java.sql.Timestamp moreThanJavaBase(java.time.Instant at) {
        return java.sql.Timestamp.from(at);
    }
}
