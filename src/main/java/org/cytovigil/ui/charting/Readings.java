package org.cytovigil.ui.charting;

import java.time.Instant;
import java.util.function.Function;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Wording;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Last values for beside the fields. */
final class Readings {
    private Readings() {}

    /** "39.4 °C · 12 min"; "never charted"; stale ones say so. */
    static <T> String words(Reading<T> reading, Function<T, String> value, Instant now) {
        return switch (reading) {
            case Reading.Measured<T> m ->
                    Texts.of("charting.last", value.apply(m.value()), Wording.age(m.at(), now));
            case Reading.Stale<T> s ->
                    Texts.of(
                            "charting.last.stale",
                            value.apply(s.value()),
                            Wording.age(s.at(), now));
            case Reading.Missing<T> missing -> Texts.of("charting.last.none");
            case Reading.Implausible<T> i ->
                    Texts.of("charting.last.implausible", Wording.age(i.at(), now));
        };
    }

    /** The last value, stale or not; {@code null} for none. */
    static <T> @Nullable T value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Measured<T> m -> m.value();
            case Reading.Stale<T> s -> s.value();
            case Reading.Missing<T> missing -> null;
            case Reading.Implausible<T> i -> null;
        };
    }
}
