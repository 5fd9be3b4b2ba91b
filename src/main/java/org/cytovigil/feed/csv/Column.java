package org.cytovigil.feed.csv;

import java.time.ZoneId;
import java.util.List;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.Target;
import org.jspecify.annotations.Nullable;

/** What a column is for, or what the parameter of a row in long form is. */
sealed interface Column {
    /** What columns without a measurement are for. */
    enum Role {
        PATIENT,
        VISIT,
        BED,
        TIME,
        DATE,
        PARAMETER,
        VALUE,
        UNIT
    }

    /**
     * It says whose, when or what.
     *
     * @param zone of times without an offset; {@code null} for that of the site
     */
    record Of(Role role, @Nullable ZoneId zone) implements Column {}

    /** It holds what a code of the table stands for, in that unit (empty for none). */
    record Measured(CodeTable.Match.Found found, List<String> unit) implements Column {}

    /** It holds something of the infusion of a drug, such as its dose, in that unit. */
    record OfDrug(Vasopressor drug, CodeTable.Match.Found found, List<String> unit)
            implements Column {}

    /** It is known to be of no use. */
    record NotOfUse() implements Column {}

    /** It is not in the table, or cannot be read. */
    record Unknown(String reason) implements Column {}

    /** It names something that the table has, and cannot be read. */
    record Faulty(String reason) implements Column {}

    /** What two columns of one file may not both be; of one that says nothing, its name. */
    default Object subject(String name) {
        return switch (this) {
            case Of of -> of.role();
            case Measured measured -> measured.found().target();
            case OfDrug drug -> List.of(drug.drug(), drug.found().target());
            case NotOfUse none -> name;
            case Unknown unknown -> name;
            case Faulty faulty -> name;
        };
    }

    /** What its cells stand for; {@code null} for one without a measurement. */
    default @Nullable Target target() {
        return switch (this) {
            case Measured measured -> measured.found().target();
            case OfDrug drug -> drug.found().target();
            case Of of -> null;
            case NotOfUse none -> null;
            case Unknown unknown -> null;
            case Faulty faulty -> null;
        };
    }
}
