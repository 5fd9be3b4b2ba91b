package org.cytovigil.monitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times that cannot be, in facts, stays and answers. */
// [utest->req~grading.bad-input~1]
class BadTimesTest {
    private static final Instant NOW = Facts.hour(10);
    private static final Author DEVICE = new Author(Author.Kind.DEVICE, "monitor");

    /** Learned now, whenever it is said to have been. */
    private static Entry learnedNow(Instant at, Entry.Event event) {
        return new Entry(Watch.STAY, at, NOW, DEVICE, event);
    }

    private static UnitMonitor unit() {
        UnitMonitor unit = Watch.unit();
        unit.accept(Watch.admitted());
        unit.tick(NOW);
        return unit;
    }

    private static StaySnapshot shown(UnitMonitor unit) {
        return unit.snapshot().stays().getFirst();
    }

    private static GradeRange astct(StaySnapshot stay) {
        return requireNonNull(stay.assessments().get(ScaleId.ASTCT_2019)).range();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    -1000000000-01-01T00:00:00Z,             cannot be
                    0001-01-01T00:00:00Z,                    cannot be
                    1899-12-31T23:59:59.999Z,                cannot be
                    1970-01-01T00:00:00Z,                    before the patient's birth
                    2026-03-01T10:05:00.001Z,                lies after
                    2026-03-02T10:00:00Z,                    lies after
                    2299-12-31T00:00:00Z,                    lies after
                    9999-12-31T23:59:59.999Z,                cannot be
                    +1000000000-12-31T23:59:59.999999999Z,   cannot be
                    """)
    void aFactFromATimeThatCannotBeIsRejectedWithTheReason(Instant at, String reason) {
        UnitMonitor unit = unit();
        unit.accept(learnedNow(at, new Entry.Observed(Facts.FEVER)));
        unit.tick(NOW.plusSeconds(1));

        StaySnapshot stay = shown(unit);
        assertThat(astct(stay)).isEqualTo(GradeRange.of(0, 4));
        assertThat(stay.rejected())
                .singleElement()
                .satisfies(fact -> assertThat(fact.reason()).contains(reason));
        assertThat(stay.chart().of(Parameter.TEMPERATURE).size()).isZero();
    }

    @Test
    void aFactOfAClockAMinuteAheadWaitsForItsTimeAndIsNotLost() {
        UnitMonitor unit = unit();
        unit.accept(learnedNow(NOW.plusSeconds(60), new Entry.Observed(Facts.FEVER)));

        unit.tick(NOW.plusSeconds(59));
        assertThat(astct(shown(unit))).isEqualTo(GradeRange.of(0, 4));

        unit.tick(NOW.plusSeconds(60));
        // Neither pressure nor oxygen is known.
        assertThat(astct(shown(unit))).isEqualTo(GradeRange.of(1, 4));
        assertThat(shown(unit).rejected()).isEmpty();
    }

    @Test
    void factsBeforeTheInfusionAreFacts() {
        StayMonitor monitor = Watch.monitor();
        monitor.observe(Facts.hour(-20), Facts.FEVER);
        monitor.observe(Facts.hour(-20), Facts.NORMAL_PRESSURE);
        monitor.observe(Facts.hour(-20), Facts.ROOM_AIR);
        monitor.advance(Facts.hour(-19), step -> {});

        assertThat(requireNonNull(monitor.assessment(ScaleId.ASTCT_2019)).range())
                .isEqualTo(GradeRange.of(1));
    }

    @Test
    void pastCoursesKeepTheShiftedTimesTheyCameWith() {
        Stay live = Facts.stay("7", Facts.adult());
        Stay imported =
                new Stay(
                        live.id(),
                        live.patient(),
                        live.infusion(),
                        live.admitted(),
                        null,
                        "",
                        Stay.Origin.IMPORTED);
        StayMonitor monitor = new StayMonitor(imported, SitePolicy.DEFAULT, GradingScales.ALL);
        monitor.observe(Facts.hour(5), Facts.hour(-100_000), "import", Facts.FEVER);
        monitor.advance(Facts.hour(6), step -> {});

        assertThat(monitor.rejected()).isEmpty();
        assertThat(requireNonNull(monitor.assessment(ScaleId.LEE_2014)).range().lowest())
                .isEqualTo(1);
    }

    @Test
    void aRejectedFactThatIsRetractedIsNoLongerShown() {
        Entry wrong = learnedNow(Instant.MIN, new Entry.Observed(Facts.FEVER));
        Entry taken =
                learnedNow(Instant.MIN, new Entry.Retracted(Facts.FEVER, "the clock was wrong"));
        UnitMonitor unit = unit();
        unit.accept(wrong);
        unit.accept(taken);
        UnitMonitor other = unit();
        other.accept(taken);
        other.accept(wrong);

        assertThat(shown(unit).rejected()).isEmpty();
        assertThat(shown(other).rejected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void aStayWithDatesThatCannotBeIsOnTheBoardAndGraded(Instant date) {
        Stay sound = Facts.stay("7", Facts.adult());
        Stay stay =
                new Stay(
                        sound.id(),
                        sound.patient(),
                        new Infusion("axi-cel", date),
                        date,
                        date,
                        "1",
                        Stay.Origin.LIVE);
        UnitMonitor unit = Watch.unit();
        unit.tick(NOW);
        unit.accept(new Entry(stay.id(), date, NOW, DEVICE, new Entry.Admitted(stay)));
        unit.snapshot();
        unit.accept(learnedNow(NOW, new Entry.Observed(Facts.FEVER)));
        unit.tick(NOW.plusSeconds(1));

        assertThat(astct(shown(unit)).lowest()).isEqualTo(1);
        // Four hours after it was learned of, what was never charted alarms.
        unit.tick(NOW.plus(Duration.ofHours(5)));
        assertThat(unit.snapshot().alarms())
                .extracting(alarm -> alarm.key().kind())
                .contains(AlarmKind.STALE_DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "9999-12-31T00:00:00Z",
                "2026-03-05T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void anAnswerFromATimeThatCannotBeSilencesNothingAndStopsNoClock(Instant at) {
        UnitMonitor unit = unit();
        unit.accept(learnedNow(NOW, new Entry.Observed(Facts.FEVER)));
        unit.accept(learnedNow(NOW, new Entry.Observed(Facts.NORMAL_PRESSURE)));
        unit.accept(learnedNow(NOW, new Entry.Observed(Facts.ROOM_AIR)));
        unit.tick(NOW.plusSeconds(1));
        AlarmKey rise = new AlarmKey(Watch.STAY, AlarmKind.GRADE_RISE);

        unit.accept(learnedNow(at, new Entry.Acknowledged(rise, 1)));
        unit.accept(learnedNow(NOW, new Entry.Observed(Facts.norepinephrine(5))));
        unit.tick(NOW.plusSeconds(2));

        assertThat(astct(shown(unit))).isEqualTo(GradeRange.of(3));
        assertThat(unit.snapshot().alarms())
                .filteredOn(alarm -> alarm.key().equals(rise))
                .singleElement()
                .satisfies(
                        alarm ->
                                assertThat(alarm.state())
                                        .isInstanceOf(AlarmState.Unacknowledged.class));
    }
}
