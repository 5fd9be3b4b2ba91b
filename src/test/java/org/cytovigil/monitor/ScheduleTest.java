package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Stay;
import org.cytovigil.grading.Check;
import org.cytovigil.grading.DueCheck;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.PutOffCheck;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~schedule.checks~1]
class ScheduleTest {

    /** "PRESSURE 4:00" due then, with "!" when overdue at {@code at}; hours since the admission. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # never charted: waited for from the admission on
                    | 0:00 none | 1:00 | PRESSURE 4:00, SATURATION 4:00, TEMPERATURE 4:00, NEUROLOGY 8:00, GRADE 12:00
                    # to the minute: due at four hours, overdue a quarter later
                    | 0:00 T36.8 BP120/70 | 3:59 | PRESSURE 4:00, SATURATION 4:00, TEMPERATURE 4:00, NEUROLOGY 8:00, GRADE 12:00
                    | 0:00 T36.8 BP120/70 | 4:59 | PRESSURE 4:00, SATURATION 4:00, TEMPERATURE 4:00, NEUROLOGY 8:00, GRADE 12:00
                    | 0:00 T36.8 BP120/70 | 5:00 | PRESSURE 4:00!, SATURATION 4:00!, TEMPERATURE 4:00!, NEUROLOGY 8:00, GRADE 12:00
                    # what is done is due again from then on, the others are not
                    | 0:00 T36.8 BP120/70 2:00 BP120/70 SAT97 | 3:00 | TEMPERATURE 4:00, PRESSURE 6:00, SATURATION 6:00, NEUROLOGY 8:00, GRADE 12:00
                    # grade 2 and 3 shorten the interval at once, that of the temperature not
                    | 0:00 T39 BP120/70 SAT97 air 1:00 BP80/50 | 1:00 | SATURATION 2:00, PRESSURE 3:00, TEMPERATURE 4:00, NEUROLOGY 8:00, GRADE 12:00
                    | 0:00 T39 BP120/70 SAT97 air 2:00 NE5 | 2:00 | PRESSURE 1:00!, SATURATION 1:00!, TEMPERATURE 4:00, NEUROLOGY 8:00, GRADE 12:00
                    | 0:00 T39 BP120/70 SAT97 air 2:00 NE5 | 2:01 | PRESSURE 1:00!, SATURATION 1:00!, TEMPERATURE 4:00, NEUROLOGY 8:00, GRADE 12:00
                    # and a fall lengthens it
                    | 0:00 T39 BP120/70 SAT97 air NE5 2:00 NEoff BP120/70 SAT97 | 2:00 | TEMPERATURE 4:00, PRESSURE 6:00, SATURATION 6:00, NEUROLOGY 8:00, GRADE 12:00
                    # a grade that a clinician set counts, and is an assessment
                    | 0:00 T39 BP120/70 SAT97 air 1:00 set3 | 1:00 | PRESSURE 1:00, SATURATION 1:00, TEMPERATURE 4:00, NEUROLOGY 8:00, GRADE 13:00
                    # the grade was assessed when the oldest of what it rests on was charted
                    | 0:00 T36.8 BP120/70 air 3:00 T36.8 SAT97 5:00 BP120/70 | 6:00 | TEMPERATURE 7:00, SATURATION 7:00, NEUROLOGY 8:00, PRESSURE 9:00, GRADE 12:00
                    | 0:00 T36.8 BP120/70 air 3:00 T36.8 SAT97 air 5:00 BP120/70 | 6:00 | TEMPERATURE 7:00, SATURATION 7:00, NEUROLOGY 8:00, PRESSURE 9:00, GRADE 15:00
                    # ICE every eight hours, and from ICANS grade 2 on every four
                    | 0:00 T36.8 BP120/70 SAT97 air 2:00 ICE9 | 3:00 | PRESSURE 4:00, SATURATION 4:00, TEMPERATURE 4:00, NEUROLOGY 10:00, GRADE 12:00
                    | 0:00 T36.8 BP120/70 SAT97 air 2:00 ICE5 | 3:00 | PRESSURE 4:00, SATURATION 4:00, TEMPERATURE 4:00, NEUROLOGY 6:00, GRADE 12:00
                    schedule.ice=6 h, schedule.grade=8 h, schedule.vitals=3 h | 0:00 none | 0:30 | PRESSURE 3:00, SATURATION 3:00, TEMPERATURE 3:00, NEUROLOGY 6:00, GRADE 8:00
                    schedule.overdue-times=1 | 0:00 T36.8 BP120/70 | 4:00 | PRESSURE 4:00!, SATURATION 4:00!, TEMPERATURE 4:00!, NEUROLOGY 8:00, GRADE 12:00
                    """)
    void whatIsDue(@Nullable String settings, String course, String at, String expected) {
        Bedside bedside = new Bedside(settings, course);
        UnitMonitor unit = bedside.unit();
        bedside.entries().forEach(unit::accept);
        unit.tick(Facts.minute(minutes(at)));

        assertThat(words(unit)).isEqualTo(expectedInOrder(expected));
    }

    private static long minutes(String clock) {
        String[] parts = clock.split(":", -1);
        return Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1]);
    }

    /** Those due at the same time stand in the order of the checks. */
    private static List<String> expectedInOrder(String expected) {
        List<String> items = new ArrayList<>(List.of(expected.split(", ", -1)));
        items.sort(
                java.util.Comparator.<String>comparingLong(
                                item -> minutes(item.split(" ", -1)[1].replace("!", "")))
                        .thenComparing(item -> Check.valueOf(item.split(" ", -1)[0])));
        return items;
    }

    private static List<String> words(UnitMonitor unit) {
        Schedule schedule = schedule(unit);
        List<String> words = new ArrayList<>();
        for (DueCheck due : schedule.checks()) {
            long minutes = Duration.between(Facts.ZERO, due.due()).toMinutes();
            words.add(
                    "%s %d:%02d%s"
                            .formatted(
                                    due.check(),
                                    minutes / 60,
                                    minutes % 60,
                                    due.isOverdue(schedule.at()) ? "!" : ""));
        }
        return words;
    }

    private static Schedule schedule(UnitMonitor unit) {
        return unit.snapshot().stays().getFirst().schedule();
    }

    @Test
    void nothingIsDueOfAPatientWhoHasLeftOrDied() {
        UnitMonitor left = Watch.unit();
        left.accept(Watch.admitted());
        left.accept(Watch.entry(1, new Entry.Discharged()));
        left.tick(Facts.hour(6));
        UnitMonitor died = Watch.unit();
        died.accept(Watch.admitted());
        died.accept(Watch.observed(1, new Observation.DeathDueToCrs()));
        died.tick(Facts.hour(6));

        assertThat(schedule(left).checks()).isEmpty();
        assertThat(schedule(died).checks()).isEmpty();
        assertThat(died.snapshot().alarms())
                .noneMatch(alarm -> alarm.key().kind() == AlarmKind.ASSESSMENT_OVERDUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # product, infused at hour, course, at hour: ICE due at hour
                    axi-cel   | 0  | T36.8 | 335 | 8
                    axi-cel   | 0  | T36.8 | 336 |
                    Tisa-Cel  | 0  | T36.8 | 336 |
                    liso-cel  | 0  | T36.8 | 336 |
                    cilta-cel | 0  | T36.8 | 336 | 8
                    cilta-cel | 0  | T36.8 | 671 | 8
                    cilta-cel | 0  | T36.8 | 672 |
                    other     | 0  | T36.8 | 671 | 8
                    # a look-alike was given no cells
                    none: look-alike | 0 | T39 | 4 |
                    none: look-alike | 0 | ICE9 | 4 | 8
                    # before the infusion, and from it on
                    axi-cel   | 48 | T36.8 | 47  |
                    axi-cel   | 48 | T36.8 | 48  | 56
                    # an open episode, and neurotoxicity itself, keep it
                    axi-cel   | 0  | T39   | 340 | 8
                    axi-cel   | 0  | ICE9  | 4   | 8
                    # no infusion is charted: ICE is asked for when there is neurotoxicity
                              |    | T39   | 4   |
                              |    | ICE9  | 4   | 8
                              |    | ICE5  | 4   | 4
                    """)
    void iceIsAskedForWhileNeurotoxicityIsWatchedFor(
            @Nullable String product,
            @Nullable Integer infused,
            String fact,
            int at,
            @Nullable Integer due) {
        Infusion infusion = product == null ? null : new Infusion(product, at(infused));
        Stay adult = Facts.stay("7", Facts.adult());
        Stay stay =
                new Stay(
                        adult.id(),
                        adult.patient(),
                        infusion,
                        Facts.ZERO,
                        null,
                        "1",
                        Stay.Origin.LIVE);
        UnitMonitor unit = Watch.unit();
        unit.accept(Watch.entry(0, new Entry.Admitted(stay)));
        new Bedside(null, "0:00 " + fact).entries().stream().skip(1).forEach(unit::accept);
        unit.tick(Facts.hour(at));

        assertThat(
                        schedule(unit).checks().stream()
                                .filter(check -> check.check() == Check.NEUROLOGY)
                                .map(check -> Duration.between(Facts.ZERO, check.due()).toHours())
                                .toList())
                .isEqualTo(due == null ? List.of() : List.of(due.longValue()));
    }

    private static Instant at(@Nullable Integer hour) {
        return Facts.hour(Objects.requireNonNull(hour));
    }

    @Test
    void fourHoursAreFourHoursWhenClocksChange() {
        // Clocks go from 02:00 to 03:00 on 29 March 2026 in Berlin.
        Instant start = Instant.parse("2026-03-29T00:00:00Z");
        UnitMonitor unit = new UnitMonitor(SitePolicy.DEFAULT, ZoneId.of("Europe/Berlin"), start);
        Stay stay = new Stay(Watch.STAY, Facts.adult(), null, start, null, "1", Stay.Origin.LIVE);
        unit.accept(entry(start, new Entry.Admitted(stay)));
        unit.accept(entry(start, new Entry.Observed(Facts.NORMAL_PRESSURE)));
        unit.tick(start.plus(Duration.ofHours(2)));

        assertThat(schedule(unit).checks().getFirst().due())
                .isEqualTo(Instant.parse("2026-03-29T04:00:00Z"));
    }

    private static Entry entry(Instant at, Entry.Event event) {
        return new Entry(Watch.STAY, at, at, new Author(Author.Kind.PERSON, "N2"), event);
    }

    /** Whatever is charted, done and put off: the alarm stands while the list says "overdue". */
    // [utest->req~schedule.put-off~1]
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void alarmAndListNeverDisagree(int seed) {
        Random random = new Random(seed);
        SitePolicy policy =
                SitePolicy.of(
                        "site-" + seed,
                        Map.of(
                                Settings.OVERDUE_TIMES,
                                List.of("1", "1.25", "2").get(random.nextInt(3)),
                                Settings.TEMPERATURE_EVERY_GRADE_2,
                                List.of("1 h", "4 h").get(random.nextInt(2))));
        UnitMonitor unit =
                new UnitMonitor(
                        PolicyTimeline.always(policy), java.time.ZoneOffset.UTC, Facts.ZERO);
        unit.accept(Watch.admitted());
        int overdue = 0;
        for (int minute = 1; minute < 2 * 24 * 60; minute++) {
            Instant now = Facts.minute(minute);
            unit.now(now);
            if (random.nextInt(60) == 0) {
                unit.accept(entry(now, event(random, now)));
            }
            unit.tick(now);
            StaySnapshot stay = unit.snapshot().stays().getFirst();
            List<Check> late = stay.schedule().overdue().stream().map(DueCheck::check).toList();
            List<Integer> levels =
                    stay.alarms().stream()
                            .filter(alarm -> alarm.key().kind() == AlarmKind.ASSESSMENT_OVERDUE)
                            .map(alarm -> alarm.condition().level())
                            .toList();
            boolean asked = late.contains(Check.PRESSURE) || late.contains(Check.TEMPERATURE);
            assertThat(!levels.isEmpty()).as("minute %d: %s", minute, late).isEqualTo(asked);
            if (late.contains(Check.PRESSURE)) {
                // Each further lapse of the pressure is a level of its own.
                assertThat(levels)
                        .as("minute %d", minute)
                        .singleElement()
                        .satisfies(level -> assertThat(level).isGreaterThanOrEqualTo(2));
            }
            overdue += asked ? 1 : 0;
        }
        assertThat(overdue).isPositive();
    }

    private static Entry.Event event(Random random, Instant now) {
        return switch (random.nextInt(8)) {
            case 0 -> new Entry.Observed(Facts.NO_FEVER);
            case 1 -> new Entry.Observed(Facts.FEVER);
            case 2 -> new Entry.Observed(Facts.NORMAL_PRESSURE);
            case 3 -> new Entry.Observed(Facts.pressure(80, 50));
            case 4 -> new Entry.Observed(Facts.norepinephrine(5));
            case 5 -> new Entry.Observed(Facts.list());
            case 6 ->
                    new Entry.CheckPutOff(
                            List.of(Check.values()).get(random.nextInt(Check.values().length)),
                            random.nextInt(4),
                            "in theatre",
                            now.plus(Duration.ofMinutes(random.nextInt(300))));
            default -> new Entry.CheckAskedAgain(Check.PRESSURE);
        };
    }

    // [utest->req~schedule.put-off~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # put off at 3:00 until 7:00: due and overdue at its end
                    3:00 | 7:00 | 0 |            | 6:59 | 7:00  | 7:00 | true
                    3:00 | 7:00 | 0 |            | 7:00 | 7:00  | 7:00 | false
                    # at most four hours
                    3:00 | 9:00 | 0 |            | 5:00 | 7:00  | 7:00 | true
                    # an end before it is overdue leaves that
                    3:00 | 4:30 | 0 |            | 4:00 | 4:30  | 5:00 | true
                    # what is done is put off no longer
                    3:00 | 7:00 | 0 | 3:30 BP120/70 | 4:00 | 7:30  | 8:30 | false
                    # a sicker patient is looked at
                    3:00 | 7:00 | 0 | 3:30 T39 NE5 | 4:00 | 1:00  | 1:15 | false
                    # grade 3 stood when it was put off
                    3:00 | 7:00 | 3 | 3:30 T39 NE5 | 4:00 | 7:00  | 7:00 | true
                    """)
    void puttingOffDelaysTheDueCheckAndItsAlarm(
            String from,
            String until,
            int grade,
            @Nullable String course,
            String now,
            String due,
            String overdue,
            boolean shown) {
        UnitMonitor unit = Watch.unit();
        List<Entry> entries =
                new ArrayList<>(Bedside.well(null, course == null ? "" : course).entries());
        entries.add(
                entry(
                        Facts.minute(minutes(from)),
                        new Entry.CheckPutOff(
                                Check.PRESSURE,
                                grade,
                                "in theatre",
                                Facts.minute(minutes(until)))));
        entries.sort(java.util.Comparator.comparing(Entry::at));
        entries.forEach(unit::accept);
        unit.tick(Facts.minute(minutes(now)));

        DueCheck found =
                schedule(unit).checks().stream()
                        .filter(check -> check.check() == Check.PRESSURE)
                        .findFirst()
                        .orElseThrow();
        assertThat(found.due()).isEqualTo(Facts.minute(minutes(due)));
        assertThat(found.overdue()).isEqualTo(Facts.minute(minutes(overdue)));
        PutOffCheck off = found.putOff();
        assertThat(off != null).isEqualTo(shown);
        if (off != null) {
            assertThat(off.by()).isEqualTo("N2");
            assertThat(off.reason()).isEqualTo("in theatre");
        }
    }

    // [utest->req~schedule.put-off~1]
    @Test
    void askingAgainEndsIt() {
        UnitMonitor unit = Watch.unit();
        Bedside.well(null, "").entries().forEach(unit::accept);
        Instant at = Facts.hour(3);
        unit.accept(
                entry(at, new Entry.CheckPutOff(Check.PRESSURE, 0, "in theatre", Facts.hour(7))));
        unit.accept(entry(Facts.hour(3.5), new Entry.CheckAskedAgain(Check.PRESSURE)));
        unit.tick(Facts.hour(4));

        assertThat(words(unit)).first().isEqualTo("PRESSURE 4:00");
    }
}
