package org.cytovigil.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ledger.bed-holder~1]
class CensusTest {
    private static final Author ADT = new Author(Author.Kind.IMPORT, "adt");
    private static final StayId ROE = new StayId("roe");
    private static final StayId DOE = new StayId("doe");

    private static Stay stay(StayId id, double hour, String bed) {
        Patient patient = Facts.adult();
        return new Stay(id, patient, null, Facts.hour(hour), null, bed, Stay.Origin.LIVE);
    }

    private static Entry at(StayId id, double hour, Entry.Event event) {
        return new Entry(id, Facts.hour(hour), Facts.hour(hour), ADT, event);
    }

    private static Entry admitted(StayId id, double hour, String bed) {
        return at(id, hour, new Entry.Admitted(stay(id, hour, bed)));
    }

    private static Census told(List<Entry> entries) {
        Census census = new Census();
        entries.forEach(census::take);
        return census;
    }

    /** "2 doe": an event and when; a bed moved to, or a word. */
    private static Entry entry(String words) {
        String[] parts = words.strip().split(" ", -1);
        double hour = Double.parseDouble(parts[0]);
        StayId id = new StayId(parts[1]);
        return switch (parts[2]) {
            case "admitted" -> admitted(id, hour, parts[3]);
            case "cancelled" -> at(id, hour, new Entry.AdmissionCancelled("wrong visit"));
            case "discharged" -> at(id, hour, new Entry.Discharged());
            case "not-discharged" -> at(id, hour, new Entry.DischargeCancelled());
            default -> at(id, hour, new Entry.Moved(parts[3]));
        };
    }

    private static String bed(Census census, StayId id, Instant at) {
        return census.of(id, at)
                .map(
                        where ->
                                where.discharged()
                                        ? "gone"
                                        : where.lostBed().isEmpty()
                                                ? where.bed()
                                                : "lost " + where.lostBed())
                .orElse("never");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # entries after both admissions                          roe      doe      holder of 1, of 2
                    ''                                                     , 1      , 2      , roe , doe
                    '5 doe moved 1'                                        , lost 1 , 1      , doe , -
                    '5 doe moved 1; 5 roe moved 2'                         , 2      , 1      , doe , roe
                    '5 doe moved 1; 6 doe moved 2'                         , lost 1 , 2      , -   , doe
                    '5 doe moved 1; 6 doe discharged'                      , lost 1 , gone   , -   , -
                    '5 doe moved 1; 6 roe moved 1'                         , 1      , lost 1 , roe , -
                    '5 doe moved 1; 6 doe cancelled'                       , 1      , never  , roe , -
                    '5 doe moved 1; 6 doe cancelled; 7 doe admitted 1'     , lost 1 , 1      , doe , -
                    '5 roe discharged; 6 doe moved 1'                      , gone   , 1      , doe , -
                    '5 roe discharged; 6 doe moved 1; 7 roe not-discharged', lost 1 , 1      , doe , -
                    '5 roe discharged; 6 roe not-discharged'               , 1      , 2      , roe , doe
                    '5 roe discharged; 6 roe moved 2'                      , gone   , 2      , -   , doe
                    '5 doe moved 3; 6 doe moved 1'                         , lost 1 , 1      , doe , -
                    '5 roe discharged; 6 roe not-discharged; 7 roe discharged', gone, 2      , -   , doe
                    """)
    void aBedIsThatOfTheStayPutThereLastInWhateverOrderItIsTold(
            String entries, String roe, String doe, String one, String two) {
        List<Entry> later = new ArrayList<>();
        for (String words : entries.split(";", -1)) {
            if (!words.isBlank()) {
                later.add(entry(words));
            }
        }
        for (List<Entry> order : orders(later)) {
            List<Entry> all =
                    new ArrayList<>(List.of(admitted(ROE, 0, "1"), admitted(DOE, 1, "2")));
            all.addAll(order);
            Census census = told(all);
            Instant now = Facts.hour(9);
            assertThat(bed(census, ROE, now)).as("roe, %s", order).isEqualTo(roe);
            assertThat(bed(census, DOE, now)).as("doe, %s", order).isEqualTo(doe);
            assertThat(holder(census, "1", now)).as("bed 1, %s", order).isEqualTo(one);
            assertThat(holder(census, "2", now)).as("bed 2, %s", order).isEqualTo(two);
        }
    }

    private static String holder(Census census, String bed, Instant at) {
        return census.holder(bed, at).map(StayId::value).orElse("-");
    }

    private static List<List<Entry>> orders(List<Entry> entries) {
        if (entries.size() < 2) {
            return List.of(entries);
        }
        List<List<Entry>> orders = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            List<Entry> rest = new ArrayList<>(entries);
            Entry first = rest.remove(i);
            for (List<Entry> order : orders(rest)) {
                orders.add(Stream.concat(Stream.of(first), order.stream()).toList());
            }
        }
        return orders;
    }

    @Test
    void whoHeldABedIsKnownForAnyMoment() {
        Census census =
                told(
                        List.of(
                                admitted(ROE, 0, "1"),
                                admitted(DOE, 1, ""),
                                at(ROE, 3, new Entry.Moved("2")),
                                at(DOE, 4, new Entry.Moved("1")),
                                at(DOE, 8, new Entry.Discharged())));
        assertThat(holder(census, "1", Facts.hour(2))).isEqualTo("roe");
        assertThat(holder(census, "1", Facts.hour(3.5))).isEqualTo("-");
        assertThat(holder(census, "1", Facts.hour(4))).isEqualTo("doe");
        assertThat(holder(census, "1", Facts.hour(8))).isEqualTo("-");
        assertThat(holder(census, "2", Facts.hour(2))).isEqualTo("-");
        assertThat(holder(census, "2", Facts.hour(9))).isEqualTo("roe");
    }

    @Test
    void ofTwoMovesOfOneMomentTheOneLearnedLaterStands() {
        Instant at = Facts.hour(5);
        Entry first = new Entry(ROE, at, Facts.hour(5.1), ADT, new Entry.Moved("7"));
        Entry second = new Entry(ROE, at, Facts.hour(5.2), ADT, new Entry.Moved("3"));
        for (List<Entry> order : orders(List.of(first, second))) {
            Census census = told(List.of(admitted(ROE, 0, "1")));
            order.forEach(census::take);
            assertThat(bed(census, ROE, Facts.hour(6))).isEqualTo("3");
        }
    }

    @Test
    void aMoveFromATimeThatCannotBeCountsFromWhenItWasLearned() {
        Entry slip =
                new Entry(
                        ROE,
                        Instant.parse("2126-03-01T00:00:00Z"),
                        Facts.hour(2),
                        ADT,
                        new Entry.Moved("7"));
        Census census =
                told(List.of(admitted(ROE, 0, "1"), slip, at(ROE, 3, new Entry.Moved("2"))));
        assertThat(bed(census, ROE, Facts.hour(2.5))).isEqualTo("7");
        assertThat(bed(census, ROE, Facts.hour(4))).isEqualTo("2");
    }

    @Test
    void staysWithoutABedDoNotDisplaceEachOther() {
        Census census = told(List.of(admitted(ROE, 0, ""), admitted(DOE, 1, "")));
        assertThat(bed(census, ROE, Facts.hour(2))).isEmpty();
        assertThat(bed(census, DOE, Facts.hour(2))).isEmpty();
        assertThat(holder(census, "", Facts.hour(2))).isEqualTo("-");
    }

    @Test
    void anEntryOfAStayNeverAdmittedMovesNobody() {
        Census census = told(List.of(at(ROE, 1, new Entry.Moved("1"))));
        assertThat(census.of(ROE, Facts.hour(2))).isEmpty();
        assertThat(census.admitted(ROE)).isFalse();
        assertThat(holder(census, "1", Facts.hour(2))).isEqualTo("-");
    }

    /** Promise: no two stays in one bed, and the same answer for every order. */
    @Test
    void inSeededCoursesNoBedShowsTwoPatientsAndNoOrderMatters() {
        List<StayId> ids = List.of(ROE, DOE, new StayId("poe"), new StayId("moe"));
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            List<Entry> admissions = new ArrayList<>();
            for (StayId id : ids) {
                admissions.add(admitted(id, random.nextInt(3), beds(random)));
            }
            List<Entry> later = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                StayId id = ids.get(random.nextInt(ids.size()));
                later.add(
                        at(
                                id,
                                3 + random.nextInt(6),
                                switch (random.nextInt(8)) {
                                    case 0 -> new Entry.Discharged();
                                    case 1 -> new Entry.DischargeCancelled();
                                    case 2 -> new Entry.AdmissionCancelled("wrong visit");
                                    default -> new Entry.Moved(beds(random));
                                }));
            }
            List<Entry> all = new ArrayList<>(admissions);
            all.addAll(later);
            Census census = told(all);
            Collections.shuffle(later, random);
            Collections.shuffle(admissions, random);
            List<Entry> shuffled = new ArrayList<>(admissions);
            shuffled.addAll(later);
            Census other = told(shuffled);
            for (int hour = 0; hour < 10; hour++) {
                Instant now = Facts.hour(hour);
                List<String> held = new ArrayList<>();
                for (StayId id : ids) {
                    assertThat(other.of(id, now)).as("seed %d", seed).isEqualTo(census.of(id, now));
                    census.of(id, now)
                            .filter(where -> !where.discharged() && !where.bed().isEmpty())
                            .ifPresent(
                                    where -> {
                                        held.add(where.bed());
                                        assertThat(census.holder(where.bed(), now)).contains(id);
                                    });
                }
                assertThat(held).as("seed %d, hour %d", seed, hour).doesNotHaveDuplicates();
            }
        }
    }

    private static String beds(Random random) {
        return Arrays.asList("", "1", "2", "3").get(random.nextInt(4));
    }

    // [utest->req~ui.nurses~1]
    @Test
    void aNurseGoesWithTheStayAndEndsWithItInWhateverOrderItIsLearned() {
        List<Entry> entries =
                List.of(
                        admitted(ROE, 0, "4"),
                        admitted(DOE, 0, "5"),
                        at(ROE, 1, new Entry.NurseAssigned("Ada")),
                        at(DOE, 1, new Entry.NurseAssigned("Ben")),
                        at(ROE, 2, new Entry.Moved("5")),
                        at(DOE, 2, new Entry.Moved("4")),
                        at(DOE, 3, new Entry.NurseAssigned("")),
                        at(ROE, 4, new Entry.Discharged()));
        for (int seed = 1; seed <= 20; seed++) {
            List<Entry> shuffled = new ArrayList<>(entries.subList(2, entries.size()));
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.addAll(0, entries.subList(0, 2));
            Census census = told(shuffled);
            assertThat(census.nurse(ROE, Facts.hour(3.5))).isEqualTo("Ada");
            assertThat(census.nurse(DOE, Facts.hour(3.5))).isEmpty();
            assertThat(census.nurse(ROE, Facts.hour(4))).isEmpty();
        }
    }

    // [utest->req~ui.nurses~1]
    @Test
    void aDischargeTakenBackGivesTheNurseBack() {
        Census census =
                told(
                        List.of(
                                admitted(ROE, 0, "4"),
                                at(ROE, 1, new Entry.NurseAssigned("Ada")),
                                at(ROE, 2, new Entry.Discharged()),
                                at(ROE, 3, new Entry.DischargeCancelled())));

        assertThat(census.nurse(ROE, Facts.hour(4))).isEqualTo("Ada");
        assertThat(census.nurse(DOE, Facts.hour(4))).isEmpty();
    }

    // [utest->req~ui.nurses~1]
    @ParameterizedTest
    @CsvSource({"'Ada '", "' '", "ABCDEFGHIJKLMNOPQRSTUVWXY", "'A\tB'"})
    void whatIsNoNameIsRefused(String name) {
        assertThatThrownBy(() -> new Entry.NurseAssigned(name))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
