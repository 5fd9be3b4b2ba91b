package org.cytovigil.feed.simulator.unit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.cytovigil.clinical.Weight;
import org.cytovigil.feed.simulator.CarTProduct;
import org.cytovigil.feed.simulator.CourseProfile;
import org.cytovigil.feed.simulator.CourseProfile.Axis;

/** Draws the patients of one bed, one after the other. */
final class GuestDraw {
    /** Patients are admitted two hours before their infusion, as the courses have it. */
    static final double ADMITTED_BEFORE_HOURS = 2;

    private static final List<CarTProduct> PRODUCTS = List.of(CarTProduct.values());
    private static final int INFUSION_HOUR = 10;
    private static final int LAST_HOUR = 24 * 14;

    /** How many of a hundred patients have at most that grade, from grade 0 on. */
    private static final int[] UP_TO_GRADE = {16, 50, 82, 94, 100};

    private static final List<String> GIVEN =
            List.of(
                    "Alfa",
                    "Bravo",
                    "Charlie",
                    "Delta",
                    "Echo",
                    "Foxtrot",
                    "Golf",
                    "Hotel",
                    "India",
                    "Juliett",
                    "Kilo",
                    "Lima",
                    "Mike",
                    "November",
                    "Oscar",
                    "Papa",
                    "Quebec",
                    "Romeo",
                    "Sierra",
                    "Tango",
                    "Uniform",
                    "Victor",
                    "Whiskey",
                    "Xray",
                    "Yankee",
                    "Zoë");

    /** Names that break a message when they are not escaped. */
    private static final List<String> AWKWARD =
            List.of("DEMO & Sons", "DEMO | Pipe", "DEMO ^ Caret", "DEMO ~ Tilde", "DEMO \\ Back");

    private final UnitPlan plan;
    private final int bed;
    private final RandomGenerator random;
    private int count;

    GuestDraw(UnitPlan plan, int bed) {
        this.plan = plan;
        this.bed = bed;
        this.random =
                RandomGeneratorFactory.of("L64X128MixRandom")
                        .create(plan.seed() * 0x9E3779B97F4A7C15L + bed);
    }

    /**
     * A patient, and when the cells are infused.
     *
     * @param infusionHour of the courses, counted from the start of the unit
     */
    record Drawn(Guest guest, double infusionHour) {}

    /** The patient who lies there at the start. */
    Drawn first() {
        CourseProfile profile = profile();
        Double given = plan.hoursAtStart();
        double since = given == null ? hoursSince(profile) : given;
        return new Drawn(guest(profile, -since), -since);
    }

    /** The patient who comes after one who left at that hour. */
    Drawn after(double hour) {
        CourseProfile profile = profile();
        double infusion = hour + between(2, 5) + ADMITTED_BEFORE_HOURS;
        return new Drawn(guest(profile, infusion), infusion);
    }

    private Guest guest(CourseProfile drawn, double infusionHour) {
        int number = bed + plan.beds() * count;
        String name =
                String.format(
                        Locale.ROOT,
                        "%s-%02d-%d",
                        Long.toString(plan.start().getEpochSecond(), 36).toUpperCase(Locale.ROOT),
                        bed,
                        count);
        String given = GIVEN.get((number - 1) % GIVEN.size());
        boolean awkward = plan.faults() != UnitPlan.FaultLevel.NONE && random.nextDouble() < 0.25;
        String family = awkward ? AWKWARD.get(whole(0, AWKWARD.size() - 1)) : "DEMO";
        boolean female = random.nextDouble() < 0.45;
        CourseProfile profile = drawn.named(given, number);
        Instant admitted = plan.pace().at(infusionHour - ADMITTED_BEFORE_HOURS);
        LocalDate birth =
                LocalDate.ofInstant(admitted, ZoneOffset.UTC)
                        .minusYears((long) profile.ageYears())
                        .minusDays(whole(2, 300));
        count++;
        return new Guest(
                "V" + name,
                "SIM-" + name,
                family,
                given,
                birth,
                female,
                plan.faults() == UnitPlan.FaultLevel.NONE ? profile : profile.withArtefacts(),
                plan.seed() + number,
                admitted,
                bed);
    }

    /** How long after the infusion a bed is at the start: day and night as the ward has them. */
    private double hoursSince(CourseProfile profile) {
        double end = 24.0 * profile.lengthDays();
        boolean watched = profile.peakGrade() > 0 && random.nextDouble() < 0.7;
        double wanted =
                watched
                        ? profile.onsetHour() + between(-8, profile.hoursToPeak() + 40)
                        : between(12, end - 24);
        Instant infusion = plan.start().minusMillis(Math.round(wanted * 3_600_000));
        ZonedDateTime morning = infusion.atZone(plan.zone()).with(LocalTime.of(INFUSION_HOUR, 0));
        double since =
                Duration.between(morning.toInstant(), plan.start()).toMinutes() / 60.0
                        + between(-0.7, 0.7);
        double inTime = since < 3 ? since + 24 : since;
        return inTime > end - 4 ? inTime - 24 : inTime;
    }

    private CourseProfile profile() {
        CarTProduct product = PRODUCTS.get(whole(0, PRODUCTS.size() - 1));
        boolean child = product == CarTProduct.TISA_CEL && random.nextDouble() < 0.6;
        int age =
                child
                        ? whole(3, 10)
                        : product == CarTProduct.TISA_CEL ? whole(18, 25) : whole(32, 79);
        // A child weighs about 7 + 3 x age kilograms.
        double kilograms = child ? (7 + 3 * age) * between(0.85, 1.2) : between(52, 104);
        int grade = grade();
        CourseProfile typical =
                CourseProfile.typical(
                        product, age, new Weight(Math.rint(kilograms * 10) / 10), grade);
        int toPeak = (int) (typical.hoursToPeak() * between(0.85, 1.15));
        int toPeakMet = Math.max(grade >= 3 ? 26 : grade == 2 ? 13 : 0, toPeak);
        int latest = Math.min(24 * product.lastOnsetDay() + 18, LAST_HOUR - 60 - toPeakMet);
        int onset =
                Math.clamp(
                        (long) (typical.onsetHour() * between(0.55, 1.35)),
                        24 * product.firstOnsetDay() + 4,
                        latest);
        int duration = Math.max(30, (int) (typical.durationHours() * between(0.75, 1.25)));
        int days = Math.clamp((onset + Math.max(duration, toPeakMet + 96)) / 24 + 2, 10, 14);
        CourseProfile timed = typical.timed(onset, toPeakMet, duration, days);
        double axis = random.nextDouble();
        return axis < 0.45 ? timed : timed.on(axis < 0.75 ? Axis.PRESSURE : Axis.OXYGEN);
    }

    private int grade() {
        int roll = whole(0, 99);
        int grade = 0;
        while (roll >= UP_TO_GRADE[grade]) {
            grade++;
        }
        return grade;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private int whole(int low, int high) {
        return low + (int) (random.nextDouble() * (high - low + 1));
    }
}
