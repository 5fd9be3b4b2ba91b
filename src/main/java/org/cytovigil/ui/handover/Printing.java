package org.cytovigil.ui.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.cytovigil.clinical.Stay;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.report.pdf.Block;
import org.cytovigil.report.pdf.Sheet;
import org.cytovigil.ui.bedside.PatientHeader;
import org.cytovigil.ui.theme.Texts;

/**
 * How sheets are made.
 *
 * @param at when
 * @param by on which computer or by which account, in words
 * @param zone in which times are told
 * @param mode what kind of unit it is
 */
public record Printing(Instant at, String by, ZoneId zone, UnitSource.Mode mode) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm", Locale.ROOT);

    /** By whoever is signed in to the computer, as nobody signs in to the program. */
    public static Printing now(Instant at, ZoneId zone, UnitSource.Mode mode) {
        String account = System.getProperty("user.name", "");
        return new Printing(at, Texts.of("paper.account", account), zone, mode);
    }

    /** "2026-03-01 08:00": on paper a time without its date is soon wrong. */
    String moment(Instant time) {
        return MOMENT.format(time.atZone(zone));
    }

    LocalDate date(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    Sheet patient(String title, StaySnapshot stay, Instant asOf, List<Block> blocks) {
        PatientHeader header = PatientHeader.of(stay, asOf, zone);
        String who =
                Texts.of(
                        "paper.who",
                        bed(stay.bed()),
                        header.name(),
                        header.identity().replaceAll(" {2,}", " · "));
        boolean past =
                stay.stay().origin() == Stay.Origin.REAL_CASE
                        || stay.stay().origin() == Stay.Origin.SYNTHETIC_CASE;
        return sheet(title, false, who, asOf, past, blocks);
    }

    /** "Bed 4", or that there is none. */
    static String bed(String bed) {
        return bed.isEmpty() ? Texts.of("alarms.no-bed") : Texts.of("alarms.bed", bed);
    }

    Sheet sheet(
            String title,
            boolean landscape,
            String who,
            Instant asOf,
            boolean past,
            List<Block> blocks) {
        String under = Texts.of("paper.under", title, moment(asOf), moment(at), by);
        String warning =
                switch (mode) {
                    case DEMONSTRATION -> Texts.of("paper.demonstration");
                    case REPLAY -> Texts.of("paper.past");
                    case LIVE -> past ? Texts.of("paper.past") : "";
                };
        return new Sheet(
                title,
                at,
                landscape,
                new Sheet.Running(
                        who, under, warning, Texts.of("shell.promise"), Texts.of("paper.page")),
                blocks);
    }

    /** A file's name without the patient's: what it is, the bed if any, and when. */
    String fileName(String kind, String bed) {
        String place = bed.replaceAll("[^A-Za-z0-9]+", "-");
        return Texts.of(place.isEmpty() ? "paper.file" : "paper.file-bed", kind, place)
                + NAME.format(at.atZone(zone))
                + ".pdf";
    }
}
