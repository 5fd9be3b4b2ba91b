package org.cytovigil.feed.simulator.unit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.RespiratoryRate;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.feed.simulator.VitalSigns;
import org.cytovigil.feed.simulator.unit.Report.Results;
import org.cytovigil.feed.simulator.unit.Report.Source;
import org.cytovigil.feed.simulator.unit.Report.Status;

/**
 * What the monitor of a bed reports during a stay: heart rate, respiration and saturation each
 * time, the pressure of an arterial line each time there is one; a cuff and the temperature probe
 * each quarter of an hour of the course.
 */
final class MonitorWatch implements Iterator<Report> {
    private static final double QUARTER = 4;

    private final UnitPlan plan;
    private final Tenure tenure;
    private final Instant end;
    private final Duration offset;
    private Instant next;
    private double measured = Double.NEGATIVE_INFINITY;

    MonitorWatch(UnitPlan plan, Tenure tenure) {
        this.plan = plan;
        this.tenure = tenure;
        end = tenure.at(tenure.endHour());
        // The monitors of a unit do not send all at once.
        offset = plan.every().multipliedBy(tenure.guest().bed() - 1L).dividedBy(plan.beds());
        Instant watched = plan.start().minus(plan.history());
        Instant arrived = tenure.at(-GuestDraw.ADMITTED_BEFORE_HOURS / 2);
        next = first(watched.isAfter(arrived) ? watched : arrived);
    }

    /** The first moment of sending that is not before that. */
    private Instant first(Instant from) {
        Instant at = plan.start().plus(offset);
        if (from.isBefore(plan.start())) {
            Duration step = plan.everyInHistory();
            long steps = Duration.between(from, plan.start()).dividedBy(step);
            Instant past = plan.start().minus(step.multipliedBy(steps));
            return past.isBefore(plan.start()) ? past : at;
        }
        long steps = Math.max(0, -Math.floorDiv(-millis(at, from), plan.every().toMillis()));
        return at.plus(plan.every().multipliedBy(steps));
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }

    @Override
    public boolean hasNext() {
        return next.isBefore(end);
    }

    @Override
    public Results next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Instant at = next;
        next = after(at);
        double hour = tenure.hour(at);
        List<Observation> facts = new ArrayList<>();
        boolean due = Math.floor(hour * QUARTER) > Math.floor(measured * QUARTER);
        measured = hour;
        VitalSigns seen = tenure.course().bedside().at(hour);
        facts.add(new HeartRate(seen.heartRate()));
        facts.add(new RespiratoryRate(seen.respiratoryRate()));
        facts.add(new OxygenSaturation(seen.saturation()));
        boolean line = tenure.course().bedside().hasLine(hour);
        if (line || due) {
            facts.add(
                    new BloodPressure(
                            new Pressure(seen.systolic()),
                            new Pressure(seen.diastolic()),
                            new Pressure(seen.mean()),
                            line ? PressureSource.ARTERIAL_LINE : PressureSource.CUFF));
        }
        if (due) {
            facts.add(
                    new BodyTemperature(
                            Temperature.ofCelsius(seen.celsius()),
                            TemperatureSite.UNSTATED,
                            false));
        }
        return new Results(
                tenure.guest(), at, tenure.place(hour), Source.MONITOR, Status.FINAL, facts, null);
    }

    private Instant after(Instant at) {
        if (!at.isBefore(plan.start())) {
            return at.plus(plan.every());
        }
        Instant past = at.plus(plan.everyInHistory());
        return past.isBefore(plan.start()) ? past : plan.start().plus(offset);
    }
}
