package org.cytovigil.build.badsample.alarm;

/** Breaks rules on purpose: proof that they can fail. */
public final class AlarmSample {
    org.cytovigil.build.badsample.cli.CliSample upward() throws InterruptedException {
        Thread.sleep(1);
        return new org.cytovigil.build.badsample.cli.CliSample();
    }

    java.util.Timer timer() {
        return new java.util.Timer();
    }
}
