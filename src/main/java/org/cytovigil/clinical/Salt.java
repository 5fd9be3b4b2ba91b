package org.cytovigil.clinical;

import java.util.Locale;
import java.util.Optional;

/** Whether the mass of a drug names its base or its salt. */
public enum Salt {
    /** Nobody said: the site's own custom decides (criteria section 2: "ask once per site"). */
    UNSTATED,
    /** The mass is that of the active base, as on labels in the United States. */
    BASE,
    /** The mass is that of the tartrate or bitartrate: half of it is base (criteria section 2). */
    TARTRATE;

    /** Reads "base", "tartrate", "bitartrate" and their fuller names; empty for anything else. */
    public static Optional<Salt> parse(String text) {
        String normal = text.strip().toLowerCase(Locale.ROOT);
        if (normal.equals("base")) {
            return Optional.of(BASE);
        }
        return normal.endsWith("tartrate") ? Optional.of(TARTRATE) : Optional.empty();
    }
}
