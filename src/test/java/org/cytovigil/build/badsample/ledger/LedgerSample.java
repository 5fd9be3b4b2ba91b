package org.cytovigil.build.badsample.ledger;

/** Breaks rules on purpose: proof that they can fail. */
public final class LedgerSample {
    org.cytovigil.build.badsample.cli.CliSample upward() {
        return new org.cytovigil.build.badsample.cli.CliSample();
    }
}
