package org.cytovigil.ui.admission;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.cytovigil.clinical.FactTime;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** What was infused, and when; both empty while nothing was. */
public final class InfusionForm {
    /** CRS of a later beginning than this is hardly seen: the year may be a slip. */
    private static final Duration LONG_AGO = Duration.ofDays(60);

    private final ZoneId zone;
    private final TypedField product = new TypedField();
    private final TypedField time = new TypedField();
    private @Nullable Infusion before;

    InfusionForm(ZoneId zone) {
        this.zone = zone;
    }

    /** Begins with what is known. */
    void begin(@Nullable Infusion infusion) {
        before = infusion;
        product.set(infusion == null ? "" : infusion.product());
        time.set(infusion == null ? "" : Typed.time(infusion.at(), zone));
    }

    List<TypedField> fields() {
        return List.of(product, time);
    }

    void check(Instant now) {
        fields().forEach(TypedField::clear);
        if (time.isEmpty()) {
            if (!product.isEmpty()) {
                time.ask(Texts.of("admission.infusion.no-time"));
            }
            return;
        }
        Instant at = at(now);
        if (at == null) {
            time.refuse(Texts.of("admission.infusion.unreadable"));
        } else if (!FactTime.isPossible(at)) {
            time.refuse(Texts.of("admission.infusion.impossible"));
        } else if (FactTime.isAhead(at, now)) {
            // No span from now: a question that changes with the minute would be asked for ever.
            time.ask(Texts.of("admission.infusion.ahead", Typed.time(at, zone)));
        } else if (Duration.between(at, now).compareTo(LONG_AGO) > 0) {
            time.ask(Texts.of("admission.infusion.long-ago", Typed.time(at, zone)));
        }
    }

    private @Nullable Instant at(Instant now) {
        Infusion known = before;
        // As it stands it says nothing new: seconds, and which of two like hours, are kept.
        return known != null && time.typed().equals(Typed.time(known.at(), zone))
                ? known.at()
                : Typed.time(time.typed(), now, zone);
    }

    /** The infusion as typed; {@code null} while no time is. */
    @Nullable Infusion infusion(Instant now) {
        Instant at = at(now);
        return at == null
                ? null
                : new Infusion(
                        product.isEmpty() ? Infusion.NOT_STATED : OneLine.of(product.typed()), at);
    }

    /** The product's name. */
    public TypedField product() {
        return product;
    }

    /** When the infusion began. */
    public TypedField time() {
        return time;
    }
}
