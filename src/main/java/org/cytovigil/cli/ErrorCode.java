package org.cytovigil.cli;

import java.util.Locale;

/**
 * Short codes for internal errors: the same fault at the same place has the same code on every
 * computer.
 */
final class ErrorCode {
    private ErrorCode() {}

    static String of(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StackTraceElement[] frames = root.getStackTrace();
        String place =
                frames.length == 0
                        ? ""
                        : frames[0].getClassName() + "#" + frames[0].getMethodName();
        int hash = (root.getClass().getName() + "@" + place).hashCode();
        return String.format(Locale.ROOT, "CV-%04X", (hash ^ (hash >>> 16)) & 0xFFFF);
    }
}
