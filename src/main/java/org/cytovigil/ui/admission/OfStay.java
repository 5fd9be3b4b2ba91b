package org.cytovigil.ui.admission;

import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.theme.Texts;

/** The form of one stay, shared by the rooms of its panel. FX thread. */
final class OfStay {
    private final Form form;
    private final StayId id;

    OfStay(Form form, StayId id) {
        this.form = form;
        this.id = id;
    }

    Form form() {
        return form;
    }

    StayId id() {
        return id;
    }

    /** The stay as seen last; empty when it is not on the unit any more. */
    Optional<StaySnapshot> stay() {
        return form.unit().stay(id);
    }

    UnitSource.Act act(Entry.Event event) {
        return new UnitSource.Act(id, event);
    }

    /** Keeps acts of the present, all or none; {@code kept} is run once they are kept. */
    void keep(List<UnitSource.Act> acts, Runnable kept) {
        String what =
                stay().map(stay -> Texts.of("admission.doing.change", UnitBeds.person(stay)))
                        .orElse("");
        form.keep(what, form.unit().at(), acts, kept);
    }

    /** Keeps one event and says so. */
    void keep(Entry.Event event, String words) {
        keep(List.of(act(event)), () -> form.say(words));
    }
}
