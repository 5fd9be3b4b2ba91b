package org.cytovigil.build.badsample.feed;

/** Breaks rules on purpose: proof that they can fail. */
public final class FeedSample {
    org.cytovigil.build.badsample.cli.CliSample upward() {
        return new org.cytovigil.build.badsample.cli.CliSample();
    }
}
