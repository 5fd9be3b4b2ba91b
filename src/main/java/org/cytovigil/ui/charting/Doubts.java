package org.cytovigil.ui.charting;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.ui.charting.Sheet.Doubt;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Gathers facts with what is to be asked about them: asked, and never refused. */
final class Doubts {
    private final Plausibility plausibility;
    private final List<Observation> facts = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();

    Doubts(Plausibility plausibility) {
        this.plausibility = plausibility;
    }

    /** Adds a fact, and doubts it when it cannot be true. */
    Doubts add(Observation fact) {
        facts.add(fact);
        plausibility
                .fault(fact)
                .ifPresent(
                        fault ->
                                doubts.add(
                                        new Doubt(
                                                ChartedWords.of(fact),
                                                Texts.of("charting.doubt.implausible", fault))));
        return this;
    }

    /** Doubts a value that is ten times what it was, or a tenth of it. */
    Doubts compare(String what, @Nullable Double now, @Nullable Double before, String was) {
        boolean asked = doubts.stream().anyMatch(doubt -> doubt.what().equals(what));
        if (!asked && Numbers.isTenfold(now, before)) {
            doubts.add(new Doubt(what, Texts.of("charting.doubt.tenfold", was)));
        }
        return this;
    }

    /** Asks about what is charted by nobody without a second look. */
    Doubts ask(String what, String why) {
        doubts.add(new Doubt(what, why));
        return this;
    }

    Sheet.Filled filled() {
        return new Sheet.Filled(facts, doubts);
    }
}
