package org.cytovigil.ui.admission;

import org.cytovigil.clinical.RiskFactor.Per;
import org.cytovigil.ui.bedside.RiskWords;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** What a dose of cells is counted in, as it is chosen; nobody's guess stands there first. */
public enum CountedIn {
    UNSTATED(null),
    CELLS(Per.PATIENT),
    CELLS_PER_KILOGRAM(Per.KILOGRAM);

    private final @Nullable Per per;

    CountedIn(@Nullable Per per) {
        this.per = per;
    }

    static CountedIn of(Per per) {
        return switch (per) {
            case PATIENT -> CELLS;
            case KILOGRAM -> CELLS_PER_KILOGRAM;
        };
    }

    /** {@code null} while it is not chosen. */
    @Nullable Per per() {
        return per;
    }

    /** The unit as it is shown. */
    String words() {
        return per == null ? Texts.of("risk.per.UNSTATED") : RiskWords.per(per);
    }
}
