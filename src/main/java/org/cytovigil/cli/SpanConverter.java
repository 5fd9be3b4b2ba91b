package org.cytovigil.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads spans of time such as 90s, 15m, 2h, 2d4h and 0, and those of ISO 8601 such as PT15S. */
class SpanConverter implements ITypeConverter<Duration> {
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,7}(\\.\\d{1,3})?[dhms])+");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)([dhms])");
    private static final Pattern ISO = Pattern.compile("[pP][0-9dDtThHmMsS.]{1,40}");

    /** Beyond any use, and far from where sums of time overflow. */
    private static final Duration LONGEST = Duration.ofDays(9_999_999);

    private static final Map<String, Integer> SECONDS =
            Map.of("d", 86_400, "h", 3_600, "m", 60, "s", 1);

    /** The same, and a bare number of seconds, where no unit was ever needed. */
    static final class OrSeconds extends SpanConverter {
        private static final Pattern BARE = Pattern.compile("\\d{1,9}");

        @Override
        public Duration convert(String text) {
            return BARE.matcher(text).matches()
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : super.convert(text);
        }
    }

    @Override
    public Duration convert(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        if (ISO.matcher(text).matches()) {
            return iso(text);
        }
        if (!WHOLE.matcher(text).matches()) {
            throw wrong(text);
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            double seconds =
                    Double.parseDouble(part.group(1)) * SECONDS.getOrDefault(part.group(2), 0);
            sum = sum.plusMillis(Math.round(seconds * 1_000));
        }
        return sum;
    }

    private static Duration iso(String text) {
        try {
            Duration span = Duration.parse(text);
            if (span.compareTo(LONGEST) <= 0) {
                return span;
            }
        } catch (DateTimeException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException(
                "'%s' is no span of time such as 90s, 15m, 2h, 2d4h or PT15S".formatted(text));
    }
}
