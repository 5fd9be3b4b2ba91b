package org.cytovigil.feed.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;

/**
 * Draws invented courses after CAR-T infusion.
 *
 * <p>All hours count from the infusion, which is taken to be given at ten in the morning of the
 * ward, so that one seed is one course wherever it is put in time. The same profile, seed, time and
 * bed give the same entries on every machine.
 */
public final class SyntheticCourse {
    private static final Duration ADMITTED_BEFORE = Duration.ofHours(2);
    private static final int FIRST_TICK = -60 / Body.TICK_MINUTES;
    private static final int FIRST_SET_MINUTE = -30;
    // Blood is drawn before the infusion and then at six every morning.
    private static final int FIRST_BLOOD_MINUTE = -50;
    private static final int MORNING_BLOOD_MINUTE = 20 * 60;
    private static final int DAY_MINUTES = 24 * 60;
    private static final double TEMPERATURE_MISSED = 0.05;
    // With the next set of vital signs after this: within the eight hours that are asked for.
    private static final int NEUROLOGY_AFTER_MINUTES = 5 * 60;
    // Below it the Cornell assessment takes the place of ICE (criteria section 1.8).
    private static final int ICE_FROM_YEARS = 12;
    // No one is taken off a ventilator while vasopressors hold up more than this, in mmHg.
    private static final double STABLE_SUPPORT = 14;
    private static final double SEVERITY_LAG = Body.share(10);

    private final CourseProfile profile;
    private final Norms norms;
    private final CoursePlan plan;
    private final Fever fever;
    private final Circulation circulation;
    private final Body body;
    private final Station station;
    private final PressureCare pressureCare;
    private final OxygenCare oxygenCare;
    private final Medication medication;
    private final Laboratory laboratory;
    private final Chance charting;
    private final Chart chart;
    private final Bedside bedside;
    private double severity;
    private long lineUntil = Long.MIN_VALUE;
    private long neurologyAt = -NEUROLOGY_AFTER_MINUTES;
    private boolean systolicSlipped;
    private boolean temperatureSlipped;
    private boolean temperatureMissed;

    private SyntheticCourse(CourseProfile profile, long seed, Instant infusion, String bed) {
        this.profile = profile;
        long course = mixed(profile, seed);
        Chance drawing = new Chance(course, 1);
        norms = Norms.draw(profile.ageYears(), drawing);
        plan = CoursePlan.draw(profile, drawing);
        boolean ventilated = profile.oxygenPeak() == 4 && drawing.happens(0.7);
        Turn turn = new Turn(profile, plan, drawing);
        Chance living = new Chance(course, 2);
        fever = new Fever(profile, plan, turn, living);
        circulation = new Circulation(profile, plan, turn, norms, living);
        Lungs lungs = new Lungs(profile, plan, turn, ventilated, living);
        body = new Body(norms, fever, circulation, lungs, living);
        charting = new Chance(course, 3);
        chart = new Chart(stay(profile, norms, seed, infusion, bed));
        station =
                new Station(
                        chart,
                        new Orders(),
                        new Rounds(charting, FIRST_SET_MINUTE),
                        new Chance(course, 4));
        OxygenLadder ladder =
                new OxygenLadder(profile, profile.oxygenPeak(), norms.child(), ventilated, drawing);
        pressureCare = new PressureCare(profile, plan, norms, circulation, turn, station);
        oxygenCare =
                new OxygenCare(
                        plan,
                        ladder,
                        lungs,
                        turn,
                        () -> pressureCare.support() < STABLE_SUPPORT,
                        station);
        medication = new Medication(profile, norms.child(), fever, turn, station);
        bedside = new Bedside(norms, course);
        laboratory = new Laboratory(profile, norms.child(), turn, fever, new Chance(course, 5));
    }

    /**
     * Draws one course.
     *
     * @param seed which of the profile's courses
     * @param infusion when the cells are given
     * @param bed the bed at admission
     * @return the admission, then what was charted in order of time; both clocks of an entry agree.
     *     Facts of one time form one set. The stay's identifier is made of record number, seed and
     *     infusion time.
     */
    public static List<Entry> generate(
            CourseProfile profile, long seed, Instant infusion, String bed) {
        return new SyntheticCourse(profile, seed, infusion, bed).run();
    }

    /**
     * A course as its ward charts it, and as the monitor at the bedside sees it all the time.
     *
     * @param charted as {@link #generate} makes it
     * @param bedside what the monitor sees
     */
    public record Watched(List<Entry> charted, Bedside bedside) {
        public Watched {
            charted = List.copyOf(charted);
        }
    }

    /** Draws the same course with what the monitor sees. */
    public static Watched watched(CourseProfile profile, long seed, Instant infusion, String bed) {
        SyntheticCourse course = new SyntheticCourse(profile, seed, infusion, bed);
        return new Watched(course.run(), course.bedside);
    }

    /** Two patients with one seed must not share their noise: on one screen it would show. */
    private static long mixed(CourseProfile profile, long seed) {
        return seed
                + 0x5851F42D4C957F2DL
                        * (31L * profile.product().label().hashCode() + profile.peakGrade())
                + 0x14057B7EF767814FL * profile.number();
    }

    private static Stay stay(
            CourseProfile profile, Norms norms, long seed, Instant infusion, String bed) {
        String record = String.format(Locale.ROOT, "DEMO-%02d", profile.number());
        Patient patient =
                new Patient(
                        "DEMO " + profile.callSign(),
                        record,
                        profile.ageYears(),
                        profile.weight(),
                        new Patient.Baseline(null, new Pressure(Math.rint(norms.systolic()))));
        return new Stay(
                new StayId(record + "/" + seed + "/" + infusion),
                patient,
                new Infusion(profile.product().label(), infusion),
                infusion.minus(ADMITTED_BEFORE),
                null,
                bed,
                Stay.Origin.SYNTHETIC_CASE);
    }

    private List<Entry> run() {
        int lastTick = (int) Math.round(plan.end() / Body.TICK_HOURS);
        for (int tick = FIRST_TICK; tick <= lastTick; tick++) {
            pass((long) tick * Body.TICK_MINUTES);
        }
        return chart.entries();
    }

    private void pass(long minute) {
        double hour = minute / 60.0;
        long next = minute + Body.TICK_MINUTES;
        body.advance(hour, pressureCare.support(), oxygenCare.supplied(), oxygenCare.ventilated());
        bedside.add(
                body,
                new Bedside.State(
                        pressureCare.support() > 0 || circulation.mayBeLow(hour),
                        oxygenCare.grade() == 0,
                        minute < lineUntil));
        int grade = grade(minute);
        // Markers climb towards the severity that shows, not ahead of it.
        double shown = Math.clamp((grade + 0.6) / (profile.peakGrade() + 0.6), 0, 1);
        severity = Math.max(severity, severity + (shown - severity) * SEVERITY_LAG);
        laboratory.advance(hour, severity);
        station.rounds().gradeShows(minute, grade);
        medication.gradeShows(minute, grade);
        if (oxygenCare.alarming() && station.rounds().since(minute) > 18) {
            station.rounds().ask(minute);
        }
        station.orders().carryOutBefore(next);
        while (station.rounds().dueBefore(next)) {
            vitalSigns(Math.max(minute, station.rounds().take()));
        }
        blood(minute);
    }

    private int grade(long minute) {
        int worst = Math.max(pressureCare.grade(minute), oxygenCare.grade());
        return worst == 0 && fever.intensity(minute / 60.0) > 0.4 ? 1 : worst;
    }

    private void vitalSigns(long minute) {
        boolean onAir = oxygenCare.grade() == 0;
        boolean supported = pressureCare.support() > 0;
        if (supported) {
            lineUntil = minute + 8 * 60;
        }
        boolean mayBeLow = supported || circulation.mayBeLow(minute / 60.0);
        VitalSigns seen = VitalSigns.read(body, norms, mayBeLow, onAir, charting);
        VitalSigns.Slip slip = slip(minute);
        List<Observation> set =
                new ArrayList<>(seen.charted(slip, minute < lineUntil, oxygenCare.support()));
        if (minute >= neurologyAt + NEUROLOGY_AFTER_MINUTES && !oxygenCare.ventilated()) {
            neurologyAt = minute;
            set.add(untouched());
        }
        chart.add(minute, set);
        pressureCare.seen(minute, seen.systolic(), seen.mean());
        oxygenCare.seen(minute, seen.saturation());
        if (slip != VitalSigns.Slip.TEMPERATURE_MISSED) {
            medication.seen(minute, seen.celsius());
        }
    }

    /** None of these courses has neurotoxicity: the score is the best. */
    private Observation untouched() {
        boolean child = profile.ageYears() < ICE_FROM_YEARS;
        return new NeurologicalExamination(
                child ? null : new IceScore.Total(IceScore.BEST),
                child ? new CapdScore.Total(0) : null,
                null,
                null,
                null,
                null,
                null);
    }

    private VitalSigns.Slip slip(long minute) {
        if (profile.artefacts() && !systolicSlipped && minute > 30 * 60) {
            systolicSlipped = true;
            station.rounds().ask(minute + charting.whole(9, 14));
            return VitalSigns.Slip.SYSTOLIC_OF_EIGHT;
        }
        if (profile.artefacts() && !temperatureSlipped && minute > 61 * 60) {
            temperatureSlipped = true;
            return VitalSigns.Slip.FAHRENHEIT_AS_CELSIUS;
        }
        // Missed once, it is taken with the next set.
        temperatureMissed = charting.happens(TEMPERATURE_MISSED) && !temperatureMissed;
        return temperatureMissed ? VitalSigns.Slip.TEMPERATURE_MISSED : VitalSigns.Slip.NONE;
    }

    private void blood(long minute) {
        boolean morning =
                minute > 0 && Math.floorMod(minute, (long) DAY_MINUTES) == MORNING_BLOOD_MINUTE;
        if (minute == FIRST_BLOOD_MINUTE || morning) {
            chart.add(minute + charting.whole(0, 3), laboratory.results(minute / 60.0));
        }
    }
}
