package org.cytovigil.build.badsample.report.pdf;

/** Breaks rules on purpose: proof that they can fail. */
public final class SheetSample {
    org.cytovigil.build.badsample.cli.CliSample upward() {
        return new org.cytovigil.build.badsample.cli.CliSample();
    }
}
