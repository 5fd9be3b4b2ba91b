package org.cytovigil.ui.trend.table;

import java.util.Locale;
import org.cytovigil.ui.theme.Texts;

/** The columns of the table, in their order. */
enum Column {
    TIME(8),
    GRADE(6.5),
    SECOND_GRADE(6.5),
    TEMPERATURE(5),
    MEAN_PRESSURE(4.5),
    PRESSURE(5.5),
    OXYGEN(7.5),
    SATURATION(4.5),
    VASOPRESSORS(8.5),
    HEART_RATE(4.5),
    RESPIRATORY_RATE(4.5),
    NEUROLOGY(6.5),
    LABORATORY(8),
    EVENTS(10.5),
    REASON(9);

    private final double ems;

    Column(double ems) {
        this.ems = ems;
    }

    /** How wide it must be, in letters. */
    double ems() {
        return ems;
    }

    /** What it holds, as in "Temp. °C"; of the grades the scale. */
    String title(TableFacts facts) {
        return switch (this) {
            case GRADE -> facts.scale().title();
            case SECOND_GRADE -> facts.secondScale().title();
            default -> Texts.of("trend.table.column." + key());
        };
    }

    /** Title and choice in one, as in "Temp. °C, highest". */
    String heading(TableFacts facts) {
        String choice = choice();
        return choice.isEmpty() ? title(facts) : title(facts) + ", " + choice;
    }

    /** Which value of an interval is shown, as in "highest"; empty where there is no choice. */
    String choice() {
        return Texts.of("trend.table.choice." + key());
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
