package org.cytovigil.build.badsample.report;

/** Breaks rules on purpose: proof that they can fail. */
public final class ReportSample {
    org.cytovigil.build.badsample.cli.CliSample upward() {
        return new org.cytovigil.build.badsample.cli.CliSample();
    }
}
