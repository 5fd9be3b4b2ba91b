package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.CodeTableException;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitMonitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random admissions, moves, swaps, discharges, cancellations and merges, with readings between them
 * by patient, visit or bed: each stands under the stay of a simple model, or under none.
 */
// [utest->req~feed.identity~1]
// [utest->req~feed.adt~1]
class RightPatientTest {
    private static final int SEQUENCES = Integer.getInteger("long", 0) > 0 ? 10_000 : 1_000;
    private static final int STEPS = 40;
    private static final int BEDS = 4;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    /** One patient in the model: what a nurse would know. */
    private static final class Person {
        final String visit;
        String number;
        int bed;
        boolean here = true;
        boolean never;
        final List<Integer> readings = new ArrayList<>();
        boolean fever;

        Person(String visit, String number, int bed) {
            this.visit = visit;
            this.number = number;
            this.bed = bed;
        }
    }

    /** Who was put into a bed, in order; who was there before does not get it back. */
    private static final class Unit {
        final Map<String, Person> people = new LinkedHashMap<>();
        final List<List<Person>> beds = new ArrayList<>();

        Unit() {
            for (int bed = 0; bed < BEDS; bed++) {
                beds.add(new ArrayList<>());
            }
        }

        void put(Person person, int bed) {
            person.bed = bed;
            beds.get(bed).add(person);
        }

        @Nullable Person in(int bed) {
            Person last = null;
            for (Person person : beds.get(bed)) {
                last = person.never ? last : person;
            }
            return last != null && last.here && last.bed == bed ? last : null;
        }

        List<Person> present() {
            return people.values().stream().filter(one -> one.here && !one.never).toList();
        }
    }

    private final Random random = new Random(20260417);
    private final Feed feed = new Feed(ZoneOffset.UTC, byBed());
    private Instant now = Facts.hour(1);
    private int sent;
    private String unitName = "";

    private static CodeTable byBed() {
        try {
            return CodeTable.read(
                    new StringReader(
                            "system,code,name,unit,target,detail,note\n,bed,,,identify,,\n"),
                    "site.csv");
        } catch (CodeTableException e) {
            throw new AssertionError(e);
        }
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String bed(int bed) {
        return "%s^%d^1".formatted(unitName, bed);
    }

    private void adt(String event, String... segments) {
        List<String> all = new ArrayList<>();
        all.add(
                "MSH|^~\\&|ADT|HOSP|||%s+0000||ADT^%s|a%d|P|2.5"
                        .formatted(TIME.format(now), event, sent++));
        all.add("EVN||" + TIME.format(now) + "+0000");
        all.addAll(List.of(segments));
        assertThat(feed.send(String.join("\r", all))).contains("MSA|AA|").doesNotContain("ERR|");
    }

    private static String pid(Person person) {
        return "PID|||%s^^^HOSP^MR||Name%s^A".formatted(person.number, person.visit);
    }

    private String pv1(Person person, int bed) {
        return "PV1||I|%s||||||||||||||||%s".formatted(bed(bed), person.visit);
    }

    private void happens(Unit unit, int sequence) {
        List<Person> present = unit.present();
        Person one = present.isEmpty() ? null : any(present);
        int bed = random.nextInt(BEDS);
        int kind = random.nextInt(9);
        if (one == null || kind == 0) {
            Person person =
                    new Person(
                            "V%d-%d".formatted(sequence, unit.people.size()),
                            "N%d-%d".formatted(sequence, unit.people.size()),
                            bed);
            // A patient who was here before comes again under the same number.
            List<Person> before =
                    unit.people.values().stream()
                            .filter(
                                    old ->
                                            !old.here
                                                    && unit.present().stream()
                                                            .noneMatch(
                                                                    other ->
                                                                            other.number.equals(
                                                                                    old.number)))
                            .toList();
            if (!before.isEmpty() && random.nextBoolean()) {
                person.number = any(before).number;
            } else if (!present.isEmpty() && random.nextInt(4) == 0) {
                // A second visit beside the one that goes on.
                person.number = any(present).number;
            }
            unit.people.put(person.visit, person);
            unit.put(person, bed);
            adt("A01", pid(person), pv1(person, bed));
            return;
        }
        switch (kind) {
            case 1, 2 -> {
                unit.put(one, bed);
                adt(kind == 1 ? "A02" : "A12", pid(one), pv1(one, bed));
            }
            case 3 -> {
                one.here = false;
                adt("A03", pid(one), pv1(one, one.bed));
            }
            case 4 -> {
                List<Person> gone =
                        unit.people.values().stream().filter(p -> !p.here && !p.never).toList();
                if (!gone.isEmpty()) {
                    Person back = any(gone);
                    boolean again =
                            unit.present().stream().anyMatch(p -> p.number.equals(back.number));
                    if (!again) {
                        back.here = true;
                        adt("A13", pid(back), pv1(back, back.bed));
                    }
                }
            }
            case 5 -> {
                one.never = true;
                adt("A11", pid(one), pv1(one, one.bed));
            }
            case 6 -> {
                Person other = any(present);
                if (other.bed != one.bed) {
                    int mine = one.bed;
                    int theirs = other.bed;
                    unit.put(one, theirs);
                    unit.put(other, mine);
                    adt("A17", pid(one), pv1(one, theirs), pid(other), pv1(other, mine));
                }
            }
            case 7 -> {
                String former = one.number;
                String merged = "M%d-%d".formatted(sequence, sent);
                unit.people.values().stream()
                        .filter(p -> p.number.equals(former))
                        .forEach(p -> p.number = merged);
                adt("A40", pid(one), "MRG|" + former);
            }
            default -> adt("A08", pid(one) + random.nextInt(100), pv1(one, one.bed));
        }
    }

    /** Of a patient with two open stays a reading without a visit is neither's. */
    private static @Nullable Person only(List<Person> people) {
        return people.size() == 1 ? people.getFirst() : null;
    }

    /** A reading in one of three ways; every value is another, so that it can be found again. */
    private void reads(Unit unit, int value) {
        Person expected;
        String patient;
        int way = random.nextInt(3);
        if (way == 2 || unit.people.isEmpty()) {
            int bed = random.nextInt(BEDS);
            expected = unit.in(bed);
            patient = "PV1||I|" + bed(bed);
        } else {
            Person of = any(List.copyOf(unit.people.values()));
            patient =
                    way == 0
                            ? "PID|||%s^^^HOSP^MR".formatted(of.number)
                            : "PV1||I|||||||||||||||||" + of.visit;
            expected =
                    way == 1
                            ? (of.here && !of.never ? of : null)
                            : only(
                                    unit.present().stream()
                                            .filter(p -> p.number.equals(of.number))
                                            .toList());
        }
        boolean fever = value % 5 == 0;
        long held = feed.quarantined();
        int told = feed.told.size();
        String answer =
                feed.send(
                        "MSH|^~\\&|MON|W|||%s+0000||ORU^R01|r%d|P|2.5"
                                .formatted(TIME.format(now), sent++),
                        patient,
                        "OBR|1|||vitals|||" + TIME.format(now),
                        "OBX|1|NM|8867-4^Heart rate^LN||%d|/min|||||F".formatted(value),
                        fever ? "OBX|2|NM|8310-5^Body temperature^LN||39.5|Cel|||||F" : "");
        assertThat(answer).contains("MSA|AA|");
        if (expected == null) {
            assertThat(feed.told).as(patient).hasSize(told);
            assertThat(feed.quarantined()).isGreaterThan(held);
        } else {
            assertThat(feed.told.subList(told, feed.told.size()))
                    .as(patient)
                    .hasSize(fever ? 2 : 1)
                    .allMatch(entry -> entry.stay().equals(new StayId(expected.visit)));
            expected.readings.add(value);
            expected.fever |= fever;
        }
    }

    @Test
    void noReadingNoAlarmAndNoAnswerStandsUnderAnotherStay() {
        int readings = 0;
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            Unit unit = new Unit();
            unitName = "U" + sequence;
            int first = feed.told.size();
            int value = 30;
            Instant begin = now;
            for (int step = 0; step < STEPS; step++) {
                now = now.plusSeconds(60);
                feed.now = now;
                if (random.nextInt(3) == 0) {
                    happens(unit, sequence);
                } else {
                    reads(unit, value++);
                }
            }
            readings += unit.people.values().stream().mapToInt(p -> p.readings.size()).sum();
            if (sequence % 20 == 0) {
                isWatchedRight(unit, feed.told.subList(first, feed.told.size()), begin);
            }
        }
        assertThat(readings).isGreaterThan(SEQUENCES * 5);
        feed.close();
    }

    /** What screens show of it, with every alarm answered as a person would. */
    private void isWatchedRight(Unit unit, List<Entry> entries, Instant begin) {
        UnitMonitor monitor = new UnitMonitor(SitePolicy.DEFAULT, ZoneOffset.UTC, begin);
        entries.forEach(monitor::accept);
        monitor.tick(now);
        for (Alarm alarm : monitor.snapshot().alarms()) {
            monitor.accept(
                    new Entry(
                            alarm.key().stay(),
                            now,
                            now,
                            new Author(Author.Kind.PERSON, "nurse"),
                            new Entry.Acknowledged(alarm.key(), alarm.condition().level())));
        }
        List<Alarm> alarms = monitor.snapshot().alarms();
        assertThat(alarms).allMatch(Alarm::answered);
        assertThat(alarms)
                .filteredOn(alarm -> alarm.key().kind() == AlarmKind.GRADE_RISE)
                .allMatch(alarm -> person(unit, alarm.key().stay()).fever);
        for (StaySnapshot stay : monitor.snapshot().stays()) {
            Person person = person(unit, stay.stay().id());
            Series rates = stay.chart().of(Parameter.HEART_RATE);
            List<Integer> shown = new ArrayList<>();
            for (int i = 0; i < rates.size(); i++) {
                shown.add((int) rates.value(i));
            }
            assertThat(shown).isEqualTo(person.readings);
            assertThat(stay.discharged()).isEqualTo(!person.here);
            boolean holds = unit.in(person.bed) == person;
            if (person.here) {
                assertThat(stay.bed().isEmpty()).isEqualTo(!holds);
            }
        }
        assertThat(monitor.snapshot().stays())
                .hasSize((int) unit.people.values().stream().filter(p -> !p.never).count());
    }

    private static Person person(Unit unit, StayId stay) {
        Person person = unit.people.get(stay.value());
        if (person == null) {
            throw new AssertionError("a stay nobody admitted: " + stay);
        }
        return person;
    }
}
