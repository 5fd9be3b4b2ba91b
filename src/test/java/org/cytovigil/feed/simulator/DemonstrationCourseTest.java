package org.cytovigil.feed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemonstrationCourseTest {
    private static final Instant INFUSION = Instant.parse("2026-03-02T10:00:00Z");

    private static Stream<DemonstrationCourse> demonstrations() {
        return DemonstrationCourse.all().stream();
    }

    private static List<Entry> entries(CourseProfile profile, long seed) {
        return SyntheticCourse.generate(profile, seed, INFUSION, "B 4");
    }

    @ParameterizedTest
    @MethodSource("demonstrations")
    void reachesTheGradeItIsShownFor(DemonstrationCourse course) {
        assertThat(new ChartedCourse(course.entries(INFUSION, "B 4")).peak())
                .isEqualTo(course.profile().peakGrade());
    }

    @ParameterizedTest
    @MethodSource("demonstrations")
    void isTheSameEachTime(DemonstrationCourse course) {
        assertThat(course.entries(INFUSION, "B 4"))
                .isEqualTo(course.entries(INFUSION, "B 4"))
                .isEqualTo(entries(course.profile(), course.seed()));
    }

    @ParameterizedTest
    @MethodSource("demonstrations")
    void otherSeedsAreOtherCourses(DemonstrationCourse course) {
        Set<Object> seen = new HashSet<>();
        LongStream.rangeClosed(1, 200)
                .forEach(
                        seed ->
                                seen.add(
                                        new ChartedCourse(entries(course.profile(), seed))
                                                .facts()));
        assertThat(seen).hasSize(200);
    }

    @ParameterizedTest
    @MethodSource("demonstrations")
    void isTheSameWhereverItIsPutInTime(DemonstrationCourse course) {
        Instant later = INFUSION.plus(Duration.ofHours(1_003));
        assertThat(new ChartedCourse(course.entries(later, "B 5")).facts())
                .isEqualTo(new ChartedCourse(course.entries(INFUSION, "B 4")).facts());
    }

    @Test
    void opensWithTheAdmissionOfAnInventedPatient() {
        List<Entry> entries = DemonstrationCourse.TISA_CEL_CHILD_GRADE_4.entries(INFUSION, "B 4");
        Stay stay = ((Entry.Admitted) entries.getFirst().event()).stay();
        assertThat(stay.origin()).isEqualTo(Stay.Origin.SYNTHETIC_CASE);
        assertThat(stay.patient().name()).isEqualTo("DEMO Bravo");
        assertThat(stay.patient().recordNumber()).isEqualTo("DEMO-02");
        assertThat(stay.patient().weight()).isEqualTo(new Weight(25));
        assertThat(stay.patient().ageYears()).isEqualTo(8.0);
        assertThat(stay.infusion()).isEqualTo(new Infusion("tisa-cel", INFUSION));
        assertThat(stay.bed()).isEqualTo("B 4");
        Author author = new Author(Author.Kind.SIMULATOR, "synthetic course");
        assertThat(entries)
                .allMatch(entry -> entry.stay().equals(stay.id()))
                .allMatch(entry -> entry.learned().equals(entry.at()))
                .allMatch(entry -> entry.author().equals(author));
    }

    @Test
    void childReachesGradeFourOnTheDaysPublished() {
        ChartedCourse course =
                new ChartedCourse(
                        DemonstrationCourse.TISA_CEL_CHILD_GRADE_4.entries(INFUSION, "B 4"));
        double second =
                course.first(
                        o ->
                                o instanceof VasopressorCharted v
                                        && v.infusion().drug() == Vasopressor.EPINEPHRINE);
        assertThat(second / 24).isBetween(4.0, 7.0);
    }

    @Test
    void adultAtGradeThreeHasOneVasopressorAtALowDose() {
        ChartedCourse course =
                new ChartedCourse(
                        DemonstrationCourse.AXI_CEL_ADULT_GRADE_3.entries(INFUSION, "B 4"));
        assertThat(
                        course.facts().stream()
                                .filter(fact -> fact.observation() instanceof VasopressorCharted)
                                .map(fact -> ((VasopressorCharted) fact.observation()).infusion()))
                .allMatch(infusion -> infusion.drug() == Vasopressor.NOREPINEPHRINE)
                // High dose is 20 ug/min, 0.256 ug/kg/min for her 78 kg.
                .allMatch(infusion -> infusion.rate() != null && infusion.rate().amount() < 0.25);
    }

    @Test
    void feverAloneNeedsNoDevice() {
        ChartedCourse course =
                new ChartedCourse(
                        DemonstrationCourse.IDE_CEL_ADULT_GRADE_1.entries(INFUSION, "B 4"));
        assertThat(course.facts().stream().map(ChartedCourse.Fact::observation))
                .filteredOn(OxygenDevice.class::isInstance)
                .isNotEmpty()
                .allMatch(o -> ((OxygenDevice) o).support().device().equals("room-air"));
    }

    @Test
    void staysOfDifferentSeedsAndTimesHaveDifferentIdentifiers() {
        CourseProfile profile = DemonstrationCourse.IDE_CEL_ADULT_GRADE_1.profile();
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
        double sets = 0;
        double temperatures = 0;
        for (long seed = 1; seed <= 200; seed++) {
            ChartedCourse course = new ChartedCourse(entries(profile, seed));
            sets += course.hoursOfSets().size();
            temperatures += course.hoursOf(o -> o instanceof BodyTemperature).size();
        }
        assertThat(1 - temperatures / sets).isBetween(0.04, 0.06);
    }
}
