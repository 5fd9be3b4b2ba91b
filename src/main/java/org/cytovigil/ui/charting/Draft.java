package org.cytovigil.ui.charting;

import java.time.Instant;
import java.util.Map;

/**
 * What was typed and not saved.
 *
 * @param at when it was typed last
 * @param texts what is in the fields, by their id
 */
record Draft(Instant at, Map<String, String> texts) {
    Draft {
        texts = Map.copyOf(texts);
    }
}
