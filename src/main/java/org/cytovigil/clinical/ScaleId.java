package org.cytovigil.clinical;

import java.util.Locale;
import java.util.Optional;

/** The published scales by which CRS, and beside it neurotoxicity, is graded. */
public enum ScaleId {
    ASTCT_2019("astct2019", "ASTCT 2019"),
    LEE_2014("lee2014", "Lee 2014"),
    REVIEW("review", "Review"),
    CTCAE_5("ctcae5", "CTCAE 5.0"),
    PENN("penn", "Penn"),
    CARTOX("cartox", "CARTOX"),
    /** Neurotoxicity: graded beside CRS and never mixed with it. */
    ICANS("icans", "ICANS");

    private final String id;
    private final String title;

    ScaleId(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The scale of that identifier; empty when there is none. */
    public static Optional<ScaleId> parse(String text) {
        String normal = text.strip().toLowerCase(Locale.ROOT);
        for (ScaleId scale : values()) {
            if (scale.id.equals(normal)) {
                return Optional.of(scale);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether this scale grades CRS; ICANS does not, and never stands in a row with those that do.
     */
    public boolean gradesCrs() {
        return this != ICANS;
    }

    /** The identifier used in commands and files. */
    public String id() {
        return id;
    }

    /** The name shown beside every grade. */
    public String title() {
        return title;
    }
}
