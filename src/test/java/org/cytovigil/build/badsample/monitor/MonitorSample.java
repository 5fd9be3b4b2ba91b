package org.cytovigil.build.badsample.monitor;

/** Breaks rules on purpose: proof that they can fail. */
public final class MonitorSample {
    org.cytovigil.build.badsample.cli.CliSample upward() {
        return new org.cytovigil.build.badsample.cli.CliSample();
    }

    javafx.scene.Node screen() {
        return new javafx.scene.Group();
    }
}
