package org.cytovigil.build.badsample.grading;

/** Breaks rules on purpose: proof that they can fail. */
public final class GradingSample {
    org.cytovigil.build.badsample.cli.CliSample upward() {
        return new org.cytovigil.build.badsample.cli.CliSample();
    }

    java.time.Instant wallClock() {
        return java.time.Instant.now();
    }
}
