package org.cytovigil.cli;

/** What the program's exit status means; wrong use is picocli's own 2. */
final class ExitCode {
    static final int DONE = 0;
    static final int REJECTED = 1;
    static final int INTERNAL = 3;

    private ExitCode() {}
}
