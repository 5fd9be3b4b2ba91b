package org.cytovigil.feed.fhir;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Logs what nobody foresaw without its message, which may hold what a patient's data say. */
final class Unforeseen {
    private static final int FRAMES = 12;

    private Unforeseen() {}

    /**
     * Logs it.
     *
     * @param where the class that met it
     * @param what what could not be done, without anything of a patient
     */
    static void log(Class<?> where, String what, Throwable problem) {
        LoggerFactory.getLogger(where)
                .error("{}: {} at {}", what, problem.getClass().getName(), place(problem));
    }

    private static String place(Throwable problem) {
        return Arrays.stream(problem.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
