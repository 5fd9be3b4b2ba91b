package org.cytovigil.ui.charting;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Numbers as people type them: with a point or a comma for the decimals, and nothing else. */
final class Numbers {
    private static final Pattern NUMBER =
            Pattern.compile("-?\\d{1,7}([.,]\\d{1,4})?|-?[.,]\\d{1,4}");

    /** "1,200" is 1.2 to some and 1200 to others; nothing here is charted in thousandths. */
    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2},\\d{3}");

    private Numbers() {}

    /** The number; empty when the text is none, or could be two. */
    static OptionalDouble parse(String text) {
        if (!NUMBER.matcher(text).matches() || THOUSANDS.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(text.replace(',', '.')));
    }

    /**
     * The number in a field, refused beside it when it is none.
     *
     * @return {@code null} when nothing is typed or it was refused
     */
    static @Nullable Double read(Field field) {
        String typed = field.text();
        if (typed.isEmpty()) {
            return null;
        }
        OptionalDouble number = parse(typed);
        if (number.isEmpty()) {
            field.refuse(Texts.of("charting.no-number", typed));
            return null;
        }
        return number.getAsDouble();
    }

    /** The number in a field, {@code null} when there is none; nothing is refused. */
    static @Nullable Double peek(Field field) {
        OptionalDouble number = parse(field.text());
        return number.isEmpty() ? null : number.getAsDouble();
    }

    /** Whether one is ten times the other or more; never when either is 0 or unknown. */
    static boolean isTenfold(@Nullable Double now, @Nullable Double before) {
        if (now == null || before == null || now <= 0 || before <= 0) {
            return false;
        }
        // A slip of the decimal point is exactly tenfold: binary noise must not hide it.
        return Math.max(now / before, before / now) >= 10 - 1e-9;
    }
}
