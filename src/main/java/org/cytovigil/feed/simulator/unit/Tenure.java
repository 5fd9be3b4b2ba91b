package org.cytovigil.feed.simulator.unit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BodyWeight;
import org.cytovigil.clinical.Observation.LaboratoryResult;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.Observation.TreatmentGiven;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.feed.simulator.SyntheticCourse;
import org.cytovigil.feed.simulator.unit.Report.Results;
import org.cytovigil.feed.simulator.unit.Report.Source;
import org.cytovigil.feed.simulator.unit.Report.Status;
import org.cytovigil.ledger.Entry;

/**
 * One patient's time in a bed: all that its ward, laboratory and pumps report, in order of time.
 * What the monitor reports comes from {@link MonitorWatch}.
 */
final class Tenure {
    private static final double LEAVES_AFTER_HOURS = 0.75;

    private final UnitPlan plan;
    private final Pace pace;
    private final GuestDraw.Drawn drawn;
    private final SyntheticCourse.Watched course;
    private final Whereabouts whereabouts;
    private final PumpStand pumps;
    private final Neurology neurology;

    Tenure(UnitPlan plan, GuestDraw.Drawn drawn) {
        this.plan = plan;
        this.pace = plan.pace();
        this.drawn = drawn;
        Guest guest = drawn.guest();
        // Counted from an infusion at the epoch, times are hours of the course.
        course =
                SyntheticCourse.watched(
                        guest.profile(), guest.seed(), Instant.EPOCH, String.valueOf(guest.bed()));
        whereabouts = Whereabouts.of(guest, course.charted());
        pumps = new PumpStand(guest.profile().weight());
        neurology = new Neurology(guest.profile(), guest.seed());
    }

    Guest guest() {
        return drawn.guest();
    }

    SyntheticCourse.Watched course() {
        return course;
    }

    /** The hour of the course, counted from the infusion, at a moment. */
    double hour(Instant at) {
        return pace.hour(at) - drawn.infusionHour();
    }

    /** The moment of an hour of the course. */
    Instant at(double hour) {
        return pace.at(drawn.infusionHour() + hour);
    }

    Place place(double hour) {
        return whereabouts.at(hour);
    }

    /** The last hour of the course. */
    double endHour() {
        return 24.0 * guest().profile().lengthDays();
    }

    /** The hour of the courses, counted from the start of the unit, when the bed is free. */
    double freeAt() {
        return drawn.infusionHour() + endHour() + LEAVES_AFTER_HOURS;
    }

    /** What is reported beside the monitor, from the admission to the discharge. */
    List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        chart(reports);
        whereabouts
                .moves()
                .forEach((hour, place) -> reports.add(new Report.Moved(guest(), at(hour), place)));
        reports.add(
                new Report.Discharged(
                        guest(),
                        at(endHour() + LEAVES_AFTER_HOURS),
                        place(endHour() + LEAVES_AFTER_HOURS)));
        reports.add(new Report.Infused(guest(), at(0), place(0)));
        reports.sort(Comparator.comparing(Report::at));
        List<Report> kept = new ArrayList<>();
        double now = hour(plan.start());
        boolean untold = plan.history().isZero() && now > -GuestDraw.ADMITTED_BEFORE_HOURS;
        arrive(kept, untold ? now : -GuestDraw.ADMITTED_BEFORE_HOURS);
        if (untold) {
            reports.removeIf(
                    report ->
                            report.at().isBefore(plan.start())
                                    && !(report instanceof Report.Infused));
            standing(reports, now);
            reports.sort(Comparator.comparing(Report::at));
        }
        kept.addAll(reports);
        return kept;
    }

    /** The admission, with what is measured at the door. */
    private void arrive(List<Report> reports, double hour) {
        Guest guest = guest();
        reports.add(new Report.Admitted(guest, guest.admitted(), place(hour)));
        reports.add(
                new Results(
                        guest,
                        guest.admitted(),
                        place(hour),
                        Source.CHART,
                        Status.FINAL,
                        List.of(new BodyWeight(guest.profile().weight())),
                        null));
    }

    /** What runs at an hour before which nothing was reported. */
    private void standing(List<Report> reports, double from) {
        OxygenDevice device = null;
        Map<String, VasopressorCharted> running = new LinkedHashMap<>();
        for (Entry entry : course.charted()) {
            if (hoursOf(entry) < from && entry.event() instanceof Entry.Observed(var fact)) {
                if (fact instanceof OxygenDevice charted) {
                    device = charted;
                } else if (fact instanceof VasopressorCharted charted) {
                    running.put(charted.infusion().drug().id(), charted);
                }
            }
        }
        if (device != null) {
            reports.add(results(from, Source.CHART, List.of(device)));
        }
        running.values().stream()
                .filter(charted -> charted.infusion().running())
                .forEach(charted -> reports.add(pump(from, charted)));
    }

    private void chart(List<Report> reports) {
        Map<Instant, List<Observation>> sets = new LinkedHashMap<>();
        for (Entry entry : course.charted()) {
            if (entry.event() instanceof Entry.Observed(var fact)) {
                sets.computeIfAbsent(entry.at(), at -> new ArrayList<>()).add(fact);
            }
        }
        List<VasopressorCharted> doses = new ArrayList<>();
        List<Double> hours = new ArrayList<>();
        sets.forEach(
                (at, facts) -> {
                    double hour = hours(at);
                    if (facts.getFirst() instanceof VasopressorCharted charted) {
                        doses.add(charted);
                        hours.add(hour);
                    } else {
                        Source source =
                                facts.getFirst() instanceof LaboratoryResult
                                        ? Source.LABORATORY
                                        : Source.CHART;
                        reports.add(
                                results(
                                        hour,
                                        source,
                                        facts.stream().map(fact -> told(hour, fact)).toList()));
                    }
                });
        PumpStand.repeated(hours, doses, endHour())
                .forEach(dose -> reports.add(pump(dose.hour(), dose.charted())));
    }

    /** A message names a drug and its amount, and has no room for the order in words. */
    private Observation told(double hour, Observation fact) {
        if (fact instanceof NeurologicalExamination examination) {
            return neurology.at(hour, examination);
        }
        return fact instanceof TreatmentGiven(Treatment treatment)
                ? new TreatmentGiven(new Treatment(treatment.drug(), treatment.amount(), ""))
                : fact;
    }

    private Results results(double hour, Source source, List<? extends Observation> facts) {
        return new Results(
                guest(), at(hour), place(hour), source, Status.FINAL, List.copyOf(facts), null);
    }

    private Results pump(double hour, VasopressorCharted charted) {
        return new Results(
                guest(),
                at(hour),
                place(hour),
                Source.PUMP,
                Status.FINAL,
                List.of(PumpStand.told(charted), new BodyWeight(guest().profile().weight())),
                pumps.of(charted.infusion()));
    }

    private static double hoursOf(Entry entry) {
        return hours(entry.at());
    }

    static double hours(Instant at) {
        return Duration.between(Instant.EPOCH, at).toMillis() / 3_600_000.0;
    }
}
