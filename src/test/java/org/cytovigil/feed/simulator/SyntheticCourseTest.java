package org.cytovigil.feed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.TreatmentGiven;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.OxygenSupport.RoomAir;
import org.cytovigil.clinical.OxygenSupport.Ventilator;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.Weight;
import org.cytovigil.feed.simulator.ChartedCourse.Fact;
import org.cytovigil.feed.simulator.CourseProfile.Axis;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/** What must hold of every course, over many seeds of every product and peak. */
@ParameterizedClass
@FieldSource("PROFILES")
class SyntheticCourseTest {
    private static final Instant INFUSION = Instant.parse("2026-03-02T10:00:00Z");
    private static final int SEEDS = 60;

    /** Every product and peak, adult and child, and each axis where the peak has one. */
    static final List<CourseProfile> PROFILES = profiles();

    private static List<ChartedCourse> courses = List.of();

    private final CourseProfile profile;

    SyntheticCourseTest(CourseProfile profile) {
        this.profile = profile;
    }

    @BeforeParameterizedClassInvocation
    static void draw(CourseProfile profile) {
        courses =
                LongStream.rangeClosed(1, SEEDS)
                        .mapToObj(seed -> SyntheticCourse.generate(profile, seed, INFUSION, "B 4"))
                        .map(ChartedCourse::new)
                        .toList();
    }

    private static List<CourseProfile> profiles() {
        List<CourseProfile> profiles = new ArrayList<>();
        for (CarTProduct product : CarTProduct.values()) {
            for (int peak = 0; peak <= 4; peak++) {
                profiles.add(CourseProfile.typical(product, 59, new Weight(76), peak));
                profiles.add(CourseProfile.typical(product, 6, new Weight(21), peak));
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

    /** Asserts that a check finds nothing wrong with any course. */
    private void nothingWrong(Function<ChartedCourse, Stream<String>> check) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < courses.size(); i++) {
            long seed = i + 1L;
            check.apply(courses.get(i))
                    .map(fault -> "seed " + seed + ": " + fault)
                    .forEach(faults::add);
        }
        assertThat(faults).isEmpty();
    }

    private static Stream<String> fault(boolean wrong, String words) {
        return wrong ? Stream.of(words) : Stream.empty();
    }

    @Test
    void peakGradeIsReachedAndNeverExceeded() {
        assertThat(courses).extracting(ChartedCourse::peak).containsOnly(profile.peakGrade());
    }

    @Test
    void everyValueIsPlausible() {
        nothingWrong(
                course ->
                        course.facts().stream()
                                .flatMap(
                                        f -> Plausibility.DEFAULT.fault(f.observation()).stream()));
    }

    @Test
    void chartingsFollowEachOtherInTimeAndDoNotMix() {
        nothingWrong(
                course -> {
                    List<Fact> facts = course.facts();
                    List<String> faults = new ArrayList<>();
                    for (int i = 1; i < facts.size(); i++) {
                        Fact before = facts.get(i - 1);
                        Fact after = facts.get(i);
                        boolean together = after.hour() == before.hour();
                        if (after.hour() < before.hour()
                                || (together && !charting(after).equals(charting(before)))) {
                            faults.add(before + " then " + after);
                        }
                    }
                    return faults.stream();
                });
    }

    /**
     * What a charting at one time may hold together: vital signs with their device, or results of
     * one sample.
     */
    private static String charting(Fact fact) {
        return switch (fact.observation()) {
            case BodyTemperature t -> "set";
            case BloodPressure p -> "set";
            case OxygenSaturation s -> "set";
            case Observation.HeartRate h -> "set";
            case Observation.RespiratoryRate r -> "set";
            case OxygenDevice d -> "set";
            case NeurologicalExamination n -> "set";
            case Observation.LaboratoryResult l -> "blood";
            case Observation other -> "alone: " + other;
        };
    }

    @Test
    void theScoreOfTheAgeIsChartedBeforeItIsOverdue() {
        nothingWrong(
                course -> {
                    double last = 0;
                    List<String> faults = new ArrayList<>();
                    boolean ventilated = false;
                    for (Fact fact : course.facts()) {
                        if (fact.observation() instanceof OxygenDevice device) {
                            ventilated = device.support() instanceof Ventilator;
                        }
                        if (ventilated) {
                            // Nobody can be asked; the hours count from when that ends.
                            last = fact.hour();
                        }
                        if (fact.observation() instanceof NeurologicalExamination examination) {
                            boolean child = profile.ageYears() < 12;
                            if ((examination.capd() != null) != child
                                    || (examination.ice() != null) == child) {
                                faults.add("wrong score: " + fact);
                            }
                            last = fact.hour();
                        }
                        // Eight hours, and a quarter as much again before it counts as overdue.
                        if (fact.hour() - last > 10) {
                            faults.add("no score since hour " + last + " at " + fact.hour());
                            last = fact.hour();
                        }
                    }
                    return faults.stream();
                });
    }

    @Test
    void feverStartsOnADayPublishedForTheProduct() {
        if (profile.peakGrade() == 0) {
            nothingWrong(course -> fault(course.first(ChartedCourse::fever) < 9_999, "fever"));
            return;
        }
        nothingWrong(
                course -> {
                    double hour = course.first(ChartedCourse::fever);
                    boolean published =
                            hour >= 24 * profile.product().firstOnsetDay()
                                    && hour < 24 * (profile.product().lastOnsetDay() + 1);
                    // Three hours either way, and two rounds when the first temperature is missed.
                    boolean wanted = Math.abs(hour - profile.onsetHour()) < 3 + 2 * 4.5;
                    return fault(!published || !wanted, "first fever at hour " + hour);
                });
    }

    @Test
    void feverComesBeforeLowPressureAndThatBeforeVasopressors() {
        nothingWrong(
                course -> {
                    double fever = course.first(ChartedCourse::fever);
                    double low = course.first(course::low);
                    double vasopressor = course.first(ChartedCourse::supports);
                    boolean lowMeant = profile.pressurePeak() >= 2;
                    boolean supportMeant = profile.pressurePeak() >= 3;
                    return Stream.of(
                                    fault(low < 9_999 != lowMeant, "low at " + low),
                                    fault(
                                            vasopressor < 9_999 != supportMeant,
                                            "vasopressor at " + vasopressor),
                                    fault(
                                            lowMeant && low < fever + 2,
                                            "low at " + low + ", fever at " + fever),
                                    fault(
                                            supportMeant && vasopressor <= low,
                                            "vasopressor before low pressure"))
                            .flatMap(faults -> faults);
                });
    }

    @Test
    void saturationOnRoomAirStaysAtNinetyOrMore() {
        nothingWrong(
                course -> {
                    List<String> faults = new ArrayList<>();
                    boolean onAir = true;
                    for (Fact fact : course.facts()) {
                        if (fact.observation() instanceof OxygenDevice device) {
                            onAir = device.support() instanceof RoomAir;
                        }
                        if (onAir
                                && fact.observation() instanceof OxygenSaturation s
                                && s.percent() < 90) {
                            faults.add(s.percent() + " at hour " + fact.hour());
                        }
                    }
                    return faults.stream();
                });
    }

    @Test
    void oxygenIsGivenOnlyAfterADipOfSaturation() {
        nothingWrong(
                course -> {
                    double first =
                            course.first(
                                    o ->
                                            o instanceof OxygenDevice d
                                                    && !(d.support() instanceof RoomAir));
                    double dip =
                            course.first(o -> o instanceof OxygenSaturation s && s.percent() <= 92);
                    boolean meant = profile.oxygenPeak() >= 2;
                    return fault(
                            first < 9_999 != meant || (meant && first <= dip),
                            "oxygen at " + first + ", dip at " + dip);
                });
    }

    @Test
    void feverAnswersTheLastTocilizumabWithinEightHoursAndVasopressorsLag() {
        nothingWrong(
                course -> {
                    List<Double> doses = course.hoursOfDrug("tocilizumab");
                    if (profile.peakGrade() < 2) {
                        return fault(!doses.isEmpty(), "tocilizumab without need");
                    }
                    double last = doses.getLast();
                    double fever = course.last(ChartedCourse::fever);
                    double stopped = course.last(SyntheticCourseTest::stop);
                    boolean lags = stopped > last + 6 && stopped < last + 6 * 24;
                    return Stream.concat(
                            fault(
                                    fever > last + 8.5,
                                    "fever at " + fever + ", tocilizumab at " + last),
                            fault(
                                    profile.pressurePeak() >= 3 && !lags,
                                    "vasopressor stopped at "
                                            + stopped
                                            + ", tocilizumab at "
                                            + last));
                });
    }

    private static boolean stop(Observation observation) {
        return observation instanceof VasopressorCharted v && !v.infusion().running();
    }

    @Test
    void tocilizumabKeepsItsLimits() {
        nothingWrong(
                course -> {
                    List<Double> doses = course.hoursOfDrug("tocilizumab");
                    List<String> faults = new ArrayList<>();
                    if (doses.size() > 4) {
                        faults.add(doses.size() + " doses");
                    }
                    for (int i = 1; i < doses.size(); i++) {
                        if (doses.get(i) - doses.get(i - 1) < 8) {
                            faults.add("doses at " + doses);
                        }
                    }
                    return faults.stream();
                });
    }

    @Test
    void everyDrugGivenHasItsMilligrams() {
        nothingWrong(
                course ->
                        course.facts().stream()
                                .map(Fact::observation)
                                .filter(TreatmentGiven.class::isInstance)
                                .map(observation -> ((TreatmentGiven) observation).treatment())
                                .filter(treatment -> !saysItsMilligrams(treatment))
                                .map(treatment -> "amount of " + treatment));
    }

    private static boolean saysItsMilligrams(Treatment treatment) {
        DrugAmount amount = treatment.amount();
        if (amount == null) {
            return false;
        }
        // "8 mg/kg IV over 1 h: 560 mg", "2.5 mg IV", "1 g IV"
        String number =
                BigDecimal.valueOf(amount.milligrams()).stripTrailingZeros().toPlainString();
        String grams = amount.milligrams() / 1_000 == 1 ? "1 g" : "2 g";
        return treatment.text().contains(number) || treatment.text().startsWith(grams);
    }

    @Test
    void wellPatientsAreSeenFourHourlyAndThoseOnVasopressorsHourly() {
        nothingWrong(
                course -> {
                    double sick = course.first(ChartedCourse::supports);
                    double better = course.last(SyntheticCourseTest::stop);
                    List<Double> sets = course.hoursOfSets();
                    List<String> faults = new ArrayList<>();
                    if (sets.getFirst() > 0 || sets.getLast() < 24 * profile.lengthDays() - 4.5) {
                        faults.add("charted from " + sets.getFirst() + " to " + sets.getLast());
                    }
                    for (int i = 1; i < sets.size(); i++) {
                        double from = sets.get(i - 1);
                        double longest = from >= sick && from < better ? 1.4 : 4.9;
                        if (sets.get(i) - from > longest) {
                            faults.add("nothing from " + from + " to " + sets.get(i));
                        }
                    }
                    return faults.stream();
                });
    }

    @Test
    void runningVasopressorsAreChartedAgainWithinTheShift() {
        nothingWrong(
                course -> {
                    List<String> faults = new ArrayList<>();
                    for (Vasopressor drug :
                            List.of(Vasopressor.NOREPINEPHRINE, Vasopressor.EPINEPHRINE)) {
                        double confirmed = Double.POSITIVE_INFINITY;
                        for (Fact fact : course.facts()) {
                            if (fact.hour() - confirmed > 9) {
                                faults.add(drug + " not confirmed since " + confirmed);
                                confirmed = Double.POSITIVE_INFINITY;
                            }
                            if (fact.observation() instanceof VasopressorCharted v
                                    && v.infusion().drug() == drug) {
                                confirmed =
                                        v.infusion().running()
                                                ? fact.hour()
                                                : Double.POSITIVE_INFINITY;
                            }
                        }
                    }
                    return faults.stream();
                });
    }

    /**
     * The policy ends an episode after 24 h without a sign; a fever after that would be another
     * episode.
     */
    @Test
    void thereIsOneEpisode() {
        nothingWrong(
                course -> {
                    List<String> faults = new ArrayList<>();
                    double lastSign = Double.POSITIVE_INFINITY;
                    for (Fact fact : course.facts()) {
                        Observation o = fact.observation();
                        boolean fever = ChartedCourse.fever(o);
                        if (fever && fact.hour() - lastSign > 20) {
                            faults.add("fever at " + fact.hour() + ", last sign at " + lastSign);
                        }
                        boolean oxygen =
                                o instanceof OxygenDevice d && !(d.support() instanceof RoomAir);
                        if (fever || oxygen || course.low(o) || ChartedCourse.supports(o)) {
                            lastSign = fact.hour();
                        }
                    }
                    return faults.stream();
                });
    }

    /** Rigors raise the temperature by a degree in an hour, nothing makes it jump. */
    @Test
    void temperatureDoesNotJump() {
        nothingWrong(
                course -> {
                    List<String> faults = new ArrayList<>();
                    double hour = Double.NEGATIVE_INFINITY;
                    double celsius = 0;
                    for (Fact fact : course.facts()) {
                        if (fact.observation() instanceof BodyTemperature t) {
                            double change = Math.abs(t.value().celsius() - celsius);
                            if (fact.hour() - hour < 1.5 && change > 2.2) {
                                faults.add(change + " degrees at " + fact.hour());
                            }
                            hour = fact.hour();
                            celsius = t.value().celsius();
                        }
                    }
                    return faults.stream();
                });
    }

    @Test
    void slipsAreChartedWhenAskedForAndChangeNoGrade() {
        CourseProfile slipping = profile.withArtefacts();
        for (long seed = 1; seed <= 10; seed++) {
            List<Entry> entries = SyntheticCourse.generate(slipping, seed, INFUSION, "B 4");
            ChartedCourse course = new ChartedCourse(entries);
            assertThat(
                            course.facts().stream()
                                    .flatMap(
                                            f ->
                                                    Plausibility.DEFAULT
                                                            .fault(f.observation())
                                                            .stream()))
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
