package org.cytovigil.build.badsample.ui;

/** Breaks rules on purpose: proof that they can fail. */
public final class UiSample {
    org.cytovigil.build.badsample.cli.CliSample upward() {
        return new org.cytovigil.build.badsample.cli.CliSample();
    }
}
