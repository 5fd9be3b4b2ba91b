package org.cytovigil.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;

/** Monitors of one patient, and what they came to. */
final class Watch {
    static final StayId STAY = new StayId("7");

    /** A course of two days with a rise to every grade, a bag change, a gap and a second fever. */
    static final List<TimedFact> COURSE =
            List.of(
                    at(0.5, Facts.NO_FEVER),
                    at(0.5, Facts.NORMAL_PRESSURE),
                    at(0.5, Facts.ROOM_AIR),
                    at(2, Facts.celsius(38.4)),
                    at(3, Facts.pressure(84, 50)),
                    at(3.1, Facts.bolus()),
                    at(
                            4,
                            Facts.running(
                                    Vasopressor.NOREPINEPHRINE, 0.3, DoseUnit.UG_PER_KG_PER_MIN)),
                    at(4, Facts.cannula(4)),
                    at(5, Facts.stopped(Vasopressor.NOREPINEPHRINE)),
                    at(5 + 30 / 3600.0, Facts.norepinephrine(22)),
                    at(6, Facts.device("hfnc", 40.0, 0.5)),
                    at(6.5, Facts.given("tocilizumab")),
                    at(7.5, Facts.running(Vasopressor.EPINEPHRINE, 4, DoseUnit.UG_PER_MIN)),
                    at(9, Facts.celsius(37.2)),
                    at(9, Facts.pressure(105, 65)),
                    at(12, Facts.stopped(Vasopressor.EPINEPHRINE)),
                    at(15, Facts.list()),
                    at(15, Facts.pressure(110, 68)),
                    at(20, Facts.ROOM_AIR),
                    at(20.2, Facts.NO_FEVER),
                    at(34, Facts.celsius(38.1)),
                    at(40, Facts.NORMAL_PRESSURE));

    private Watch() {}

    static TimedFact at(double hours, Observation observation) {
        return new TimedFact(Facts.hour(hours), observation);
    }

    static StayMonitor monitor() {
        return new StayMonitor(
                Facts.stay("7", Facts.adult()), SitePolicy.DEFAULT, GradingScales.ALL);
    }

    static StayMonitor told(List<TimedFact> facts, Instant... advances) {
        StayMonitor monitor = monitor();
        facts.forEach(fact -> monitor.observe(fact.at(), fact.observation()));
        for (Instant advance : advances) {
            monitor.advance(advance, step -> {});
        }
        return monitor;
    }

    /** Everything a monitor came to: all histories and present grades. */
    static List<Object> outcome(StayMonitor monitor) {
        List<Object> outcome = new ArrayList<>();
        for (ScaleId scale : ScaleId.values()) {
            outcome.add(monitor.history(scale));
            outcome.add(Objects.requireNonNull(monitor.assessment(scale)));
        }
        return outcome;
    }

    /** "4.00 h 2", one for each change. */
    static List<String> grades(StayMonitor monitor, ScaleId scale) {
        List<String> lines = new ArrayList<>();
        for (Assessment change : monitor.history(scale)) {
            double hours = (change.at().toEpochMilli() - Facts.ZERO.toEpochMilli()) / 3_600_000.0;
            lines.add("%.4f %s".formatted(hours, change.range()));
        }
        return lines;
    }

    static UnitMonitor unit() {
        return new UnitMonitor(SitePolicy.DEFAULT, java.time.ZoneOffset.UTC, Facts.ZERO);
    }

    static Entry admitted() {
        return entry(0, new Entry.Admitted(Facts.stay("7", Facts.adult())));
    }

    static Entry entry(double hours, Entry.Event event) {
        Instant at = Facts.hour(hours);
        return new Entry(STAY, at, at, new Author(Author.Kind.PERSON, "nurse"), event);
    }

    static Entry observed(double hours, Observation observation) {
        return entry(hours, new Entry.Observed(observation));
    }

    static List<Entry> courseEntries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(admitted());
        for (TimedFact fact : COURSE) {
            entries.add(
                    new Entry(
                            STAY,
                            fact.at(),
                            fact.at(),
                            new Author(Author.Kind.DEVICE, "monitor"),
                            new Entry.Observed(fact.observation())));
        }
        return entries;
    }
}
