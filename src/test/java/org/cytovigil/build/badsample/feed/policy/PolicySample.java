package org.cytovigil.build.badsample.feed.policy;

/** Breaks rules on purpose: proof that they can fail. */
public final class PolicySample {
    org.cytovigil.build.badsample.cli.CliSample upward() {
        return new org.cytovigil.build.badsample.cli.CliSample();
    }
}
