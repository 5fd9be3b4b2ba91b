package org.cytovigil.ui.admission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The infusion of the stay, charted or put right. FX thread, or one thread in tests. */
// [impl->req~ui.patient-panel~1]
public final class InfusionRoom {
    private final OfStay stay;
    private final InfusionForm fields;
    private final Begun<Infusion> begun = new Begun<>();

    InfusionRoom(OfStay stay) {
        this.stay = stay;
        this.fields = new InfusionForm(stay.form().bench().zone());
    }

    void begin(StaySnapshot known) {
        begin(known.stay().infusion());
    }

    private void begin(@Nullable Infusion known) {
        begun.with(known);
        fields.begin(known);
    }

    /** What a feed amends meanwhile stands in the fields, unless something is typed there. */
    void follow(StaySnapshot now) {
        if (begun.isNews(now.stay().infusion()) && !isTouched()) {
            begin(now);
        }
    }

    boolean isTouched() {
        InfusionForm before = new InfusionForm(stay.form().bench().zone());
        before.begin(begun.known());
        return !before.time().typed().equals(fields.time().typed())
                || !before.product().typed().equals(fields.product().typed());
    }

    /** Keeps the infusion as typed. */
    public void keep() {
        Instant at = stay.form().unit().at();
        Optional<StaySnapshot> found = stay.stay();
        if (found.isEmpty()) {
            return;
        }
        Infusion now = found.get().stay().infusion();
        if (begun.isNews(now)) {
            begin(now);
            stay.form().say(Texts.of("admission.infusion.changed"));
            return;
        }
        fields.check(at);
        if (fields.time().isEmpty()) {
            fields.time().refuse(Texts.of("admission.infusion.missing"));
        }
        Infusion typed = fields.infusion(at);
        if (!stay.form().settled(fields.fields()) || typed == null) {
            return;
        }
        stay.keep(
                List.of(stay.act(new Entry.InfusionCharted(typed))),
                () -> {
                    begun.change(now, typed);
                    stay.form()
                            .say(
                                    Texts.of(
                                            "admission.infusion.kept",
                                            typed.product(),
                                            Typed.time(typed.at(), stay.form().bench().zone())));
                });
    }

    /** Product and time. */
    public InfusionForm fields() {
        return fields;
    }
}
