package org.cytovigil.ui.charting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cytovigil.ui.charting.Field.Choice;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Lists to choose from. */
final class Choices {
    /** Nothing is chosen. */
    static final Choice NONE = new Choice("", "-");

    private Choices() {}

    /** Nothing, then each value with the words of the text {@code charting.GROUP.VALUE}. */
    static <E extends Enum<E>> List<Choice> of(String group, List<E> values) {
        List<Choice> choices = new ArrayList<>(List.of(NONE));
        for (E value : values) {
            choices.add(
                    new Choice(
                            value.name(),
                            Texts.of(
                                    "charting."
                                            + group
                                            + "."
                                            + value.name().toLowerCase(Locale.ROOT))));
        }
        return choices;
    }

    /** Nothing, then those of these names, with the words of {@code charting.GROUP.NAME}. */
    static List<Choice> of(String group, String... names) {
        List<Choice> choices = new ArrayList<>(List.of(NONE));
        Arrays.stream(names)
                .forEach(
                        name ->
                                choices.add(
                                        new Choice(
                                                name, Texts.of("charting." + group + "." + name))));
        return choices;
    }

    /** Nothing, yes, no. */
    static List<Choice> yesOrNo() {
        return List.of(
                NONE,
                new Choice("yes", Texts.of("charting.yes")),
                new Choice("no", Texts.of("charting.no")));
    }

    /** What was chosen of yes and no; {@code null} for neither. */
    static @Nullable Boolean yes(Field field) {
        return field.text().isEmpty() ? null : field.text().equals("yes");
    }

    /** What was chosen of an enumeration; {@code null} for nothing. */
    static <E extends Enum<E>> @Nullable E one(Class<E> kind, Field field) {
        return field.text().isEmpty() ? null : Enum.valueOf(kind, field.text());
    }
}
