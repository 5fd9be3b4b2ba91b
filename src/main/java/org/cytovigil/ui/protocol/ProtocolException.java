package org.cytovigil.ui.protocol;

/** A text is no protocol; the message names the line and the reason. */
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1L;

    ProtocolException(int line, String reason) {
        super("line " + line + ": " + reason);
    }
}
