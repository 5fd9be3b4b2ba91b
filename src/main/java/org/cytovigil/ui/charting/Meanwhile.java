package org.cytovigil.ui.charting;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.charting.Sheet.Doubt;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What befalls a patient while a panel is open for them: corrected, moved, discharged, or admitted
 * by mistake. FX thread, or one thread in tests.
 */
// [impl->req~ui.chart-meanwhile~1]
final class Meanwhile {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ZoneId zone;
    private @Nullable StaySnapshot first;
    private @Nullable StaySnapshot last;
    private @Nullable Instant ended;
    private boolean cancelled;

    Meanwhile(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Follows the patient.
     *
     * @param found empty once the admission was a mistake
     */
    void follow(Optional<StaySnapshot> found, Instant now) {
        cancelled = found.isEmpty() && first != null;
        if (found.isEmpty()) {
            return;
        }
        StaySnapshot stay = found.get();
        if (first == null) {
            first = stay;
        }
        last = stay;
        if (!stay.discharged()) {
            ended = null;
        } else if (ended == null) {
            ended = now;
        }
    }

    /** Whether the admission was a mistake. */
    boolean isCancelled() {
        return cancelled;
    }

    /** The patient by name and record number. */
    static String person(StaySnapshot stay) {
        return Texts.of(
                "charting.person",
                stay.stay().patient().name(),
                stay.stay().patient().recordNumber());
    }

    /** The patient's bed in words. */
    static String bed(StaySnapshot stay) {
        return stay.bed().isEmpty()
                ? Texts.of("bedside.header.no-bed")
                : Texts.of("charting.bed", stay.bed());
    }

    /** What happened, in words; empty for nothing. */
    String words() {
        StaySnapshot before = first;
        StaySnapshot now = last;
        if (before == null || now == null || cancelled) {
            return "";
        }
        List<String> said = new ArrayList<>();
        if (!person(before).equals(person(now))) {
            said.add(Texts.of("charting.meanwhile.corrected", person(now), person(before)));
        }
        if (!bed(before).equals(bed(now)) && !now.discharged()) {
            said.add(Texts.of("charting.meanwhile.moved", bed(before), bed(now)));
        }
        return String.join(" ", said);
    }

    /**
     * Why nothing can be charted at a moment; empty when it can.
     *
     * @param at when it was so; {@code null} while that cannot be read, or is of a fact that stands
     */
    String barred(@Nullable Instant at) {
        Instant end = ended;
        if (cancelled) {
            return Texts.of("charting.barred.cancelled");
        }
        return end == null || at == null || at.isBefore(end)
                ? ""
                : Texts.of("charting.barred.discharged", CLOCK.format(end.atZone(zone)));
    }

    /** What is asked before anything is charted for whom the panel was not opened by that name. */
    Optional<Doubt> doubt() {
        StaySnapshot before = first;
        StaySnapshot now = last;
        if (before == null || now == null || person(before).equals(person(now))) {
            return Optional.empty();
        }
        return Optional.of(
                new Doubt(
                        Texts.of("charting.meanwhile.for", person(now)),
                        Texts.of("charting.meanwhile.was", person(before))));
    }
}
