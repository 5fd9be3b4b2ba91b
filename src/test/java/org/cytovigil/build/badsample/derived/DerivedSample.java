package org.cytovigil.build.badsample.derived;

/** Breaks rules on purpose: proof that they can fail. */
public final class DerivedSample {
    org.cytovigil.build.badsample.cli.CliSample upward() {
        return new org.cytovigil.build.badsample.cli.CliSample();
    }
}
