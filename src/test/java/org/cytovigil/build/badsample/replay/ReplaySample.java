package org.cytovigil.build.badsample.replay;

/** Breaks rules on purpose: proof that they can fail. */
public final class ReplaySample {
    org.cytovigil.build.badsample.cli.CliSample upward() {
        return new org.cytovigil.build.badsample.cli.CliSample();
    }
}
