package org.cytovigil.grading;

import java.util.List;
import org.cytovigil.clinical.ScaleId;

/** The scales built in. */
public final class GradingScales {
    /** All of them, in the order of {@link ScaleId}. */
    public static final List<GradingScale> ALL =
            List.of(
                    new Astct2019Scale(),
                    new Lee2014Scale(),
                    new ReviewScale(),
                    new Ctcae5Scale(),
                    new PennScale(),
                    new CartoxScale(),
                    new IcansScale());

    private GradingScales() {}

    /** The scale of that name. */
    public static GradingScale of(ScaleId id) {
        for (GradingScale scale : ALL) {
            if (scale.id() == id) {
                return scale;
            }
        }
        throw new IllegalArgumentException("no scale built in for " + id);
    }
}
