package org.cytovigil.feed.fhir;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.cytovigil.clinical.FactTime;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads moments. One without a zone, or without a time of day, is none: a day is no moment. */
final class FhirTime {
    private static final Pattern TO_THE_MINUTE =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

    /**
     * One value for longer is an average of changing ones. Records with hourly values have periods
     * of an hour.
     */
    private static final Duration LONGEST_READING = Duration.ofHours(2);

    /** Why a time waits that lies ahead, in the words of messages too. */
    static final String AHEAD = "its time is more than an hour ahead of the program's";

    /** A clock that is ahead by less is told of by an alarm; what is farther ahead is a slip. */
    static final Duration FARTHEST_AHEAD = Duration.ofHours(1);

    /** A moment could not be told. */
    static final class NoTimeException extends Exception {
        private static final long serialVersionUID = 1L;

        NoTimeException(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private FhirTime() {}

    /** Whether a moment is too far ahead of now to be told by clocks that differ. */
    static boolean isAhead(Instant at, Instant now) {
        return at.isAfter(now.plus(FARTHEST_AHEAD));
    }

    /**
     * The moment that is meant.
     *
     * @throws NoTimeException with the reason when there is none, or none that can be
     */
    static Instant of(@Nullable BaseDateTimeType time) throws NoTimeException {
        String text = time == null ? null : time.getValueAsString();
        if (text == null || text.isBlank()) {
            throw new NoTimeException("no time");
        }
        if (!TO_THE_MINUTE.matcher(text).matches()) {
            throw new NoTimeException(
                    "'%s' is no time to the minute with its zone".formatted(text));
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (!FactTime.isPossible(instant)) {
                throw new NoTimeException("the time %s cannot be".formatted(text));
            }
            return instant;
        } catch (DateTimeException e) {
            throw new NoTimeException("'%s' is no time".formatted(text));
        }
    }

    /**
     * The moment from which a measured value is so: its time, or the start of its period.
     *
     * @throws NoTimeException with the reason
     */
    static Instant measured(@Nullable Type effective) throws NoTimeException {
        return switch (effective) {
            case null -> throw new NoTimeException("no time");
            case DateTimeType time -> of(time);
            case InstantType time -> of(time);
            case Period period -> {
                Instant start = start(period);
                if (period.hasEnd()
                        && Duration.between(start, of(period.getEndElement()))
                                        .compareTo(LONGEST_READING)
                                > 0) {
                    throw new NoTimeException(
                            "one value for a period of more than %d hours is no reading"
                                    .formatted(LONGEST_READING.toHours()));
                }
                yield start;
            }
            default ->
                    throw new NoTimeException(
                            "a time given as %s is not read".formatted(effective.fhirType()));
        };
    }

    /**
     * The start of a period that can be.
     *
     * @throws NoTimeException with the reason; also when the period ends before it starts
     */
    static Instant start(Period period) throws NoTimeException {
        if (!period.hasStart()) {
            throw new NoTimeException("the period has no start");
        }
        Instant start = of(period.getStartElement());
        if (period.hasEnd() && of(period.getEndElement()).isBefore(start)) {
            throw new NoTimeException("the period ends before it starts");
        }
        return start;
    }
}
