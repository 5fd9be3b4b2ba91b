package org.cytovigil.feed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.OxygenSupport.RoomAir;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.Weight;
import org.cytovigil.feed.simulator.ChartedCourse.Fact;
import org.cytovigil.feed.simulator.CourseProfile.Axis;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class SyntheticCourseTest {
    private static final Instant INFUSION = Instant.parse("2026-03-02T10:00:00Z");
    private static final int SEEDS = 200;

    /** Every product and peak, adult and child, and each axis where the peak has one. */
    static final List<CourseProfile> PROFILES = profiles();

    private static List<CourseProfile> profiles() {
        List<CourseProfile> profiles = new ArrayList<>();
        for (CarTProduct product : CarTProduct.values()) {
            for (int peak = 0; peak <= 4; peak++) {
                CourseProfile adult = CourseProfile.typical(product, 59, new Weight(76), peak);
                CourseProfile child = CourseProfile.typical(product, 6, new Weight(21), peak);
                profiles.add(adult);
                profiles.add(child);
            }
        }
        for (Axis axis : List.of(Axis.PRESSURE, Axis.OXYGEN)) {
            for (int peak = 2; peak <= 4; peak++) {
                profiles.add(
                        CourseProfile.typical(CarTProduct.AXI_CEL, 44, new Weight(62), peak)
                                .on(axis));
                profiles.add(
                        CourseProfile.typical(CarTProduct.TISA_CEL, 3, new Weight(14), peak)
                                .on(axis));
                profiles.add(
                        CourseProfile.typical(CarTProduct.TISA_CEL, 15, new Weight(55), peak)
                                .on(axis));
            }
        }
        return profiles;
    }

    private static List<Entry> entries(CourseProfile profile, long seed) {
        return SyntheticCourse.generate(profile, seed, INFUSION, "B 4");
    }

    private static Stream<ChartedCourse> courses(CourseProfile profile) {
        return Stream.iterate(1L, seed -> seed + 1)
                .limit(SEEDS)
                .map(seed -> new ChartedCourse(entries(profile, seed)));
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void peakGradeIsReachedAndNeverExceeded(CourseProfile profile) {
        assertThat(courses(profile).map(ChartedCourse::peak)).containsOnly(profile.peakGrade());
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void everyValueIsPlausible(CourseProfile profile) {
        assertThat(
                        courses(profile)
                                .flatMap(course -> course.facts().stream())
                                .flatMap(fact -> Plausibility.fault(fact.observation()).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void chartingsFollowEachOtherInTimeAndDoNotMix(CourseProfile profile) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Entry> entries = entries(profile, seed);
            assertThat(entries).allMatch(entry -> entry.learned().equals(entry.at()));
            for (int i = 1; i < entries.size(); i++) {
                Instant before = entries.get(i - 1).at();
                assertThat(entries.get(i).at()).isAfterOrEqualTo(before);
                if (entries.get(i).at().equals(before)) {
                    assertThat(charting(entries.get(i))).isEqualTo(charting(entries.get(i - 1)));
                }
            }
        }
    }

    /**
     * What a charting at one time may hold together: vital signs with their device, or results of
     * one sample.
     */
    private static String charting(Entry entry) {
        return switch (((Entry.Observed) entry.event()).observation()) {
            case BodyTemperature t -> "set";
            case BloodPressure p -> "set";
            case OxygenSaturation s -> "set";
            case Observation.HeartRate h -> "set";
            case Observation.RespiratoryRate r -> "set";
            case OxygenDevice d -> "set";
            case Observation.LaboratoryResult l -> "blood";
            case Observation other -> "alone: " + other;
        };
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void feverStartsWithinTheDaysPublishedForTheProduct(CourseProfile profile) {
        if (profile.peakGrade() == 0) {
            assertThat(courses(profile).map(course -> course.first(ChartedCourse::fever)))
                    .containsOnly(Double.POSITIVE_INFINITY);
            return;
        }
        assertThat(courses(profile).map(course -> course.first(ChartedCourse::fever)))
                .allMatch(hour -> hour >= 24 * profile.product().firstOnsetDay())
                .allMatch(hour -> hour < 24 * (profile.product().lastOnsetDay() + 1))
                // Three hours either way, a round every four hours, a temperature missed now and
                // then.
                .allMatch(hour -> Math.abs(hour - profile.onsetHour()) < 3 + 2 * 4.5);
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void feverComesBeforeLowPressureAndThatBeforeVasopressors(CourseProfile profile) {
        courses(profile)
                .forEach(
                        course -> {
                            double fever = course.first(ChartedCourse::fever);
                            double low = course.first(course::low);
                            double vasopressor = course.first(ChartedCourse::supports);
                            boolean lowMeant = profile.pressurePeak() >= 2;
                            assertThat(low < Double.POSITIVE_INFINITY).isEqualTo(lowMeant);
                            assertThat(vasopressor < Double.POSITIVE_INFINITY)
                                    .isEqualTo(profile.pressurePeak() >= 3);
                            assertThat(!lowMeant || low - fever >= 4).isTrue();
                            assertThat(!lowMeant || low < vasopressor).isTrue();
                        });
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void saturationOnRoomAirStaysAtNinetyOrMore(CourseProfile profile) {
        courses(profile)
                .forEach(
                        course -> {
                            boolean onAir = true;
                            for (Fact fact : course.facts()) {
                                if (fact.observation() instanceof OxygenDevice device) {
                                    onAir = device.support() instanceof RoomAir;
                                }
                                if (onAir
                                        && fact.observation()
                                                instanceof OxygenSaturation saturation) {
                                    assertThat(saturation.percent()).isBetween(90.0, 100.0);
                                }
                            }
                        });
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void feverAnswersTheLastTocilizumabWithinEightHoursAndVasopressorsLag(CourseProfile profile) {
        if (profile.peakGrade() < 2) {
            assertThat(
                            courses(profile)
                                    .flatMap(course -> course.hoursOfDrug("tocilizumab").stream()))
                    .isEmpty();
            return;
        }
        courses(profile)
                .forEach(
                        course -> {
                            List<Double> doses = course.hoursOfDrug("tocilizumab");
                            double last = doses.getLast();
                            assertThat(course.last(ChartedCourse::fever)).isLessThan(last + 8.5);
                            if (profile.pressurePeak() >= 3) {
                                double stopped =
                                        course.last(
                                                o ->
                                                        o instanceof VasopressorCharted v
                                                                && !v.infusion().running());
                                assertThat(stopped).isBetween(last + 6, last + 6 * 24);
                            }
                        });
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void tocilizumabKeepsItsLimits(CourseProfile profile) {
        courses(profile)
                .forEach(
                        course -> {
                            List<Double> doses = course.hoursOfDrug("tocilizumab");
                            assertThat(doses).hasSizeLessThanOrEqualTo(4);
                            for (int i = 1; i < doses.size(); i++) {
                                // A minute may be lost to another charting.
                                assertThat(doses.get(i) - doses.get(i - 1)).isGreaterThan(7.9);
                            }
                        });
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void wellPatientsAreSeenFourHourlyAndTheSickHourly(CourseProfile profile) {
        courses(profile)
                .forEach(
                        course -> {
                            double sick = course.first(ChartedCourse::supports);
                            double better =
                                    course.last(
                                            o ->
                                                    o instanceof VasopressorCharted v
                                                            && !v.infusion().running());
                            List<Double> sets = course.hoursOfSets();
                            assertThat(sets.getFirst()).isBetween(-1.0, 0.0);
                            assertThat(sets.getLast())
                                    .isGreaterThan(24 * profile.lengthDays() - 4.5);
                            for (int i = 1; i < sets.size(); i++) {
                                double from = sets.get(i - 1);
                                double longest = from >= sick && from < better ? 1.35 : 4.9;
                                assertThat(sets.get(i) - from).isLessThan(longest);
                            }
                        });
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void runningVasopressorsAreChartedAgainWithinTheShift(CourseProfile profile) {
        courses(profile)
                .forEach(
                        course -> {
                            List<Fact> charted =
                                    course.facts().stream()
                                            .filter(
                                                    fact ->
                                                            fact.observation()
                                                                    instanceof VasopressorCharted)
                                            .toList();
                            for (int i = 0; i < charted.size(); i++) {
                                VasopressorCharted one =
                                        (VasopressorCharted) charted.get(i).observation();
                                double next =
                                        charted.subList(i + 1, charted.size()).stream()
                                                .filter(
                                                        fact ->
                                                                ((VasopressorCharted)
                                                                                        fact
                                                                                                .observation())
                                                                                .infusion()
                                                                                .drug()
                                                                        == one.infusion().drug())
                                                .mapToDouble(Fact::hour)
                                                .findFirst()
                                                .orElse(24.0 * profile.lengthDays());
                                if (one.infusion().running()) {
                                    assertThat(next - charted.get(i).hour()).isLessThan(9);
                                }
                            }
                        });
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void thereIsOneEpisode(CourseProfile profile) {
        courses(profile)
                .forEach(
                        course -> {
                            double lastSign = Double.POSITIVE_INFINITY;
                            for (Fact fact : course.facts()) {
                                Observation o = fact.observation();
                                boolean fever = ChartedCourse.fever(o);
                                assertThat(fever && fact.hour() - lastSign > 20).isFalse();
                                boolean oxygen =
                                        o instanceof OxygenDevice d
                                                && !(d.support() instanceof RoomAir);
                                if (fever || oxygen || course.low(o) || ChartedCourse.supports(o)) {
                                    lastSign = fact.hour();
                                }
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("demonstrations")
    void aSeedIsOneCourse(DemonstrationCourse course) {
        Set<List<Double>> pressures = new HashSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            assertThat(entries(course.profile(), seed)).isEqualTo(entries(course.profile(), seed));
            pressures.add(
                    entries(course.profile(), seed).stream()
                            .map(Entry::event)
                            .filter(Entry.Observed.class::isInstance)
                            .map(event -> ((Entry.Observed) event).observation())
                            .filter(BloodPressure.class::isInstance)
                            .map(o -> ((BloodPressure) o).meanOrDerived())
                            .map(mean -> mean == null ? 0 : mean.mmHg())
                            .toList());
        }
        assertThat(pressures).hasSize(SEEDS);
    }

    @ParameterizedTest
    @MethodSource("demonstrations")
    void aCourseIsTheSameWhereverItIsPutInTime(DemonstrationCourse course) {
        Duration later = Duration.ofHours(1_003);
        List<Entry> now = course.entries(INFUSION, "B 4");
        List<Entry> then = course.entries(INFUSION.plus(later), "B 5");
        assertThat(
                        then.subList(1, then.size()).stream()
                                .map(entry -> List.of(entry.at(), entry.event())))
                .containsExactlyElementsOf(
                        now.subList(1, now.size()).stream()
                                .map(
                                        entry ->
                                                List.<Object>of(
                                                        entry.at().plus(later), entry.event()))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("demonstrations")
    void demonstrationsReachTheGradeTheyAreShownFor(DemonstrationCourse course) {
        assertThat(new ChartedCourse(course.entries(INFUSION, "B 4")).peak())
                .isEqualTo(course.profile().peakGrade());
    }

    private static Stream<DemonstrationCourse> demonstrations() {
        return DemonstrationCourse.all().stream();
    }

    @Test
    void courseOpensWithTheAdmissionOfAnInventedPatient() {
        List<Entry> entries = DemonstrationCourse.TISA_CEL_CHILD_GRADE_4.entries(INFUSION, "B 4");
        Stay stay = ((Entry.Admitted) entries.getFirst().event()).stay();
        assertThat(stay.origin()).isEqualTo(Stay.Origin.SYNTHETIC_CASE);
        assertThat(stay.patient().name()).isEqualTo("DEMO Bravo");
        assertThat(stay.patient().recordNumber()).isEqualTo("DEMO-02");
        assertThat(stay.patient().weight()).isEqualTo(new Weight(25));
        assertThat(stay.patient().ageYears()).isEqualTo(8.0);
        assertThat(stay.infusion().product()).isEqualTo("tisa-cel");
        assertThat(stay.infusion().at()).isEqualTo(INFUSION);
        assertThat(stay.bed()).isEqualTo("B 4");
        assertThat(entries).allMatch(entry -> entry.stay().equals(stay.id()));
        assertThat(entries)
                .allMatch(
                        entry ->
                                entry.author()
                                        .equals(
                                                new Author(
                                                        Author.Kind.SIMULATOR,
                                                        "synthetic course")));
    }

    @Test
    void staysOfDifferentSeedsAndTimesHaveDifferentNames() {
        CourseProfile profile = CourseProfile.typical(CarTProduct.IDE_CEL, 58, new Weight(84), 1);
        assertThat(
                        Stream.of(
                                        SyntheticCourse.generate(profile, 1, INFUSION, ""),
                                        SyntheticCourse.generate(profile, 2, INFUSION, ""),
                                        SyntheticCourse.generate(
                                                profile, 1, INFUSION.plusSeconds(60), ""))
                                .map(entries -> entries.getFirst().stay()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aboutOneSetInTwentyLacksTheTemperature() {
        CourseProfile profile = CourseProfile.typical(CarTProduct.AXI_CEL, 59, new Weight(76), 0);
        double sets = courses(profile).mapToInt(course -> course.hoursOfSets().size()).sum();
        double temperatures =
                courses(profile)
                        .mapToInt(
                                course -> course.hoursOf(o -> o instanceof BodyTemperature).size())
                        .sum();
        assertThat(1 - temperatures / sets).isBetween(0.04, 0.06);
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void slipsAreChartedOnlyWhenAskedForAndChangeNoGrade(CourseProfile profile) {
        CourseProfile slipping = profile.withArtefacts();
        for (long seed = 1; seed <= 10; seed++) {
            ChartedCourse course = new ChartedCourse(entries(slipping, seed));
            assertThat(
                            course.facts().stream()
                                    .flatMap(f -> Plausibility.fault(f.observation()).stream()))
                    .hasSize(2)
                    .anyMatch(fault -> fault.startsWith("systolic pressure 8 "))
                    .anyMatch(
                            fault ->
                                    fault.startsWith("temperature 9")
                                            || fault.startsWith("temperature 10"));
            assertThat(course.peak()).isEqualTo(profile.peakGrade());
        }
    }
}
