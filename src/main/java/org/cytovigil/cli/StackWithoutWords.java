package org.cytovigil.cli;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * Writes of an exception its kind and its place into the log, and none of its words: they may hold
 * what a patient's data say. Named in the settings of the log.
 */
public final class StackWithoutWords extends ThrowableHandlingConverter {
    private static final int FRAMES = 20;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        write(event.getThrowableProxy(), "", text);
        return text.toString();
    }

    private static void write(@Nullable IThrowableProxy problem, String role, StringBuilder text) {
        if (problem == null) {
            return;
        }
        text.append(role).append(problem.getClassName()).append(System.lineSeparator());
        StackTraceElementProxy[] frames = problem.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
            text.append('\t').append(frames[i].getSTEAsString()).append(System.lineSeparator());
        }
        for (IThrowableProxy suppressed : problem.getSuppressed()) {
            write(suppressed, "Suppressed: ", text);
        }
        write(problem.getCause(), "Caused by: ", text);
    }
}
