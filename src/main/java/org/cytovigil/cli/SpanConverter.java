package org.cytovigil.cli;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads spans of time such as 90s, 5m, 52h, 2d4h and 0. */
final class SpanConverter implements ITypeConverter<Duration> {
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,7}(\\.\\d{1,3})?[dhms])+");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)([dhms])");
    private static final Map<String, Integer> SECONDS =
            Map.of("d", 86_400, "h", 3_600, "m", 60, "s", 1);

    @Override
    public Duration convert(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw new TypeConversionException(
                    "'%s' is no span of time such as 90s, 5m, 52h or 2d4h".formatted(text));
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
}
