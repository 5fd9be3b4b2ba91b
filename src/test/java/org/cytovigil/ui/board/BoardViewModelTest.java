package org.cytovigil.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.GradeOverridden;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ui.board~1]
class BoardViewModelTest {
    private final Ward ward = new Ward();
    private Instant real = Instant.parse("2026-03-01T00:00:00Z");
    private final BoardViewModel board = new BoardViewModel(() -> real);

    // [utest->req~ui.board-filter~1]
    @Test
    void aFilterShowsThoseItAsksForAndSaysHowManyOfHowMany() {
        ward.chart(ward.admit("1", "DEMO Alpha"), 37.0, 118, 70, 0);
        ward.chart(ward.admit("2", "DEMO Bravo"), 38.6, 118, 70, 0);
        ward.chart(ward.admit("3", "DEMO Charlie"), 39.4, 88, 51, 6);
        ward.admit("4", "DEMO Delta");
        ward.pass(Duration.ofMinutes(1));
        board.show(ward.session().latest());
        assertThat(board.filteringProperty().get()).isEqualTo("All beds  F");

        board.filterProperty().set(BoardFilter.GRADE_2);
        // Of bed 4 nothing is known: it may be anything.
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("3", "4");
        assertThat(board.filteringProperty().get()).isEqualTo("Grade 2+: 2 of 4  F");

        board.filterProperty().set(BoardFilter.UNANSWERED);
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("2", "3");

        board.filterProperty().set(BoardFilter.OVERDUE);
        assertThat(board.cards()).isEmpty();
        assertThat(board.nothingProperty().get()).isEqualTo("No bed is so now. F shows others.");
    }

    // [utest->req~ui.board-filter~1]
    @Test
    void oneKeyGoesThroughAllFiltersAndBackToAllBeds() {
        Set<BoardFilter> seen = EnumSet.noneOf(BoardFilter.class);
        for (int i = 0; i < BoardFilter.values().length; i++) {
            seen.add(board.filterProperty().get());
            board.nextFilter();
        }

        assertThat(seen).containsExactlyInAnyOrder(BoardFilter.values());
        assertThat(board.filterProperty().get()).isEqualTo(BoardFilter.ALL);
    }

    @Test
    void aCardTellsBedNameTimeGradeValuesAndAlarm() {
        StayId stay = ward.admit("4", "DEMO Alpha");
        ward.pass(Duration.ofHours(62));
        ward.chart(stay, 39.4, 88, 51, 6);
        ward.pass(Duration.ofMinutes(4));
        board.show(ward.session().latest());

        BedCard card = board.cards().getFirst();

        assertThat(card.bed()).isEqualTo("4");
        assertThat(card.name()).isEqualTo("DEMO Alpha");
        assertThat(card.age()).isEqualTo("60 y");
        assertThat(card.time()).isEqualTo("day 2  14:04");
        assertThat(card.grade()).isEqualTo(GradeRange.of(3));
        assertThat(card.direction()).isEqualTo(1);
        assertThat(card.since()).isEqualTo("for 4 min");
        assertThat(card.peak()).isEqualTo("peak 3 · Lee 2014 2");
        assertThat(card.temperature()).isEqualTo(new BedCard.Value("39.4", "°C", "", false));
        assertThat(card.pressure()).isEqualTo(new BedCard.Value("88/51", "mmHg", "", false));
        assertThat(card.vasopressors()).isEqualTo(new BedCard.Value("NE 6", "µg/min", "", false));
        assertThat(card.alarm())
                .isEqualTo(
                        new BedCard.AlarmLine(
                                org.cytovigil.grading.AlarmPriority.HIGH,
                                false,
                                "unanswered 4 min"));
    }

    /** One vasopressor at a low dose: 3 on ASTCT 2019, 2 on Lee 2014, whose alarm is medium. */
    @Test
    void tilesAlarmsAndThePeakGoByTheScalesThatTheSiteChose() {
        Ward other = new Ward(SitePolicy.of("ward-7", Map.of(Settings.UNIT_SCALE, "lee2014")));
        StayId stay = other.admit("4", "DEMO Alpha");
        other.chart(stay, 39.4, 88, 51, 6);
        other.pass(Duration.ofMinutes(4));
        board.show(other.session().latest());

        BedCard card = board.cards().getFirst();

        assertThat(card.scale()).isEqualTo("Lee 2014");
        assertThat(card.grade()).isEqualTo(GradeRange.of(2));
        assertThat(card.peak()).isEqualTo("peak 2 · ASTCT 2019 3");
        // The test's clock leaps, which the unit alarms of too.
        assertThat(other.session().latest().stay(stay).orElseThrow().alarms())
                .singleElement()
                .satisfies(
                        alarm ->
                                assertThat(alarm.condition().cause())
                                        .startsWith("Lee 2014 0 → 2 · "));
    }

    @Test
    void aStaleValueIsMarkedAndSaysHowOldItIs() {
        StayId stay = ward.admit("4", "DEMO Alpha");
        ward.chart(stay, 38.4, 118, 70, 0);
        ward.pass(Duration.ofHours(6).plusMinutes(20));
        board.show(ward.session().latest());

        BedCard card = board.cards().getFirst();

        assertThat(card.pressure()).isEqualTo(new BedCard.Value("118/70", "mmHg", "6 h 20", true));
        assertThat(card.temperature().stale()).as("a temperature stands for eight hours").isFalse();
        assertThat(card.grade()).isEqualTo(new GradeRange(1, 2));
    }

    /**
     * A monitor sends a pressure every so many minutes, five times; a nurse charts a temperature
     * once. With the defaults a value is late after three intervals, and not before five minutes.
     */
    // [utest->req~monitor.cadence~1]
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                     1,   5, ''
                     1,   6, 6 min
                    10,  30, ''
                    10,  31, 31 min
                    70, 210, ''
                    70, 211, 3 h 31
                    90, 240, ''
                    90, 241, 4 h 01
                    """)
    void aValueThatComesAgainAndAgainSaysItsAgeOnceItIsLate(
            int everyMinutes, int waitedMinutes, String age) {
        StayId stay = ward.admit("4", "DEMO Alpha");
        for (int sent = 0; sent < 5; sent++) {
            ward.pass(Duration.ofMinutes(everyMinutes));
            ward.send(stay, pressure(118));
        }
        ward.chart(stay, temperature());
        ward.pass(Duration.ofMinutes(waitedMinutes));
        board.show(ward.session().latest());

        BedCard card = board.cards().getFirst();
        assertThat(card.pressure()).isEqualTo(new BedCard.Value("118/70", "mmHg", age, false));
        assertThat(card.temperature().age()).isEqualTo(waitedMinutes > 240 ? "4 h 01" : "");
    }

    // [utest->req~monitor.cadence~1]
    @Test
    void aValueThatANurseChartsWhileTheMonitorIsSilentIsNotLate() {
        StayId stay = ward.admit("4", "DEMO Alpha");
        for (int sent = 0; sent < 5; sent++) {
            ward.pass(Duration.ofMinutes(1));
            ward.send(stay, pressure(118));
        }
        ward.pass(Duration.ofMinutes(20));
        ward.chart(stay, pressure(104));
        ward.pass(Duration.ofMinutes(2));
        board.show(ward.session().latest());

        assertThat(board.cards().getFirst().pressure())
                .isEqualTo(new BedCard.Value("104/70", "mmHg", "", false));
    }

    private static BloodPressure pressure(int systolic) {
        return new BloodPressure(
                new Pressure(systolic), new Pressure(70), null, PressureSource.CUFF);
    }

    private static BodyTemperature temperature() {
        return new BodyTemperature(Temperature.ofCelsius(37), TemperatureSite.ORAL, false);
    }

    @Test
    void whatWasNeverChartedIsAQuestionMarkAndNeverNormal() {
        ward.admit("4", "DEMO Alpha");
        ward.pass(Duration.ofMinutes(1));
        board.show(ward.session().latest());

        assertThat(board.cards().getFirst().temperature()).isEqualTo(BedCard.Value.UNKNOWN);
        assertThat(board.cards().getFirst().oxygen()).isEqualTo(BedCard.Value.UNKNOWN);
    }

    @Test
    void hypotensionWithoutFeverSaysWhatItWouldBeWithFever() {
        StayId stay = ward.admit("4", "DEMO Alpha");
        ward.chart(stay, 36.8, 84, 48, 5);
        board.show(ward.session().latest());

        assertThat(board.cards().getFirst().grade()).isEqualTo(GradeRange.of(0));
        assertThat(board.cards().getFirst().warning()).isEqualTo("would be 3 with fever");
    }

    @Test
    void aGradeThatAClinicianSetNeverHidesTheComputedOne() {
        StayId stay = ward.admit("4", "DEMO Alpha");
        ward.chart(stay, 39.4, 88, 51, 0);
        board.show(ward.session().latest());
        assertThat(board.cards().getFirst().computed()).isNull();

        ward.pass(Duration.ofMinutes(5));
        ward.chart(stay, new GradeOverridden(ScaleId.ASTCT_2019, 4, "arrest call", "Dr. Example"));
        board.show(ward.session().latest());

        assertThat(board.cards().getFirst().grade()).isEqualTo(GradeRange.of(4));
        assertThat(board.cards().getFirst().computed()).isEqualTo(GradeRange.of(2));
        assertThat(board.cards().getFirst().since()).isEqualTo("for 5 min");
    }

    @Test
    void aGradeSetHigherPutsItsBedBeforeOthersOfTheSameComputedGrade() {
        StayId first = ward.admit("1", "A");
        StayId second = ward.admit("2", "B");
        for (StayId stay : List.of(first, second)) {
            ward.chart(stay, 38.4, 120, 70, 0);
        }
        ward.chart(second, new GradeOverridden(ScaleId.ASTCT_2019, 3, "shivering", "Dr. Example"));
        board.show(ward.session().latest());

        board.orderProperty().set(BoardOrder.WORST_FIRST);

        assertThat(beds()).containsExactly("2", "1");
    }

    @Test
    void worstFirstPutsTheUnansweredHighestGradeFirstAndBedOrderNeverMoves() {
        StayId well = ward.admit("1", "A");
        StayId ill = ward.admit("2", "B");
        StayId febrile = ward.admit("3", "C");
        ward.chart(well, 36.8, 120, 70, 0);
        ward.chart(ill, 39.4, 88, 51, 6);
        ward.chart(febrile, 38.4, 120, 70, 0);
        board.show(ward.session().latest());
        List<String> byBed = beds();

        board.orderProperty().set(BoardOrder.WORST_FIRST);

        assertThat(byBed).containsExactly("1", "2", "3");
        assertThat(beds()).containsExactly("2", "3", "1");
    }

    @Test
    void tilesMoveAtMostOnceInTenSeconds() {
        StayId first = ward.admit("1", "A");
        StayId second = ward.admit("2", "B");
        ward.chart(first, 38.4, 120, 70, 0);
        ward.chart(second, 36.8, 120, 70, 0);
        board.show(ward.session().latest());
        board.orderProperty().set(BoardOrder.WORST_FIRST);
        assertThat(beds()).containsExactly("1", "2");

        ward.pass(Duration.ofMinutes(1));
        ward.chart(second, 39.0, 85, 50, 5);
        real = real.plusMillis(9_999);
        board.show(ward.session().latest());
        List<String> tooSoon = beds();
        real = real.plusMillis(1);
        board.show(ward.session().latest());

        assertThat(tooSoon).containsExactly("1", "2");
        assertThat(beds()).containsExactly("2", "1");
    }

    @Test
    void bedsBeyondThirtyTwoGoToFurtherPages() {
        for (int bed = 1; bed <= 33; bed++) {
            ward.admit("%02d".formatted(bed), "P" + bed);
        }
        board.show(ward.session().latest());

        assertThat(board.pagesProperty().get()).isEqualTo(2);
        assertThat(board.cards()).hasSize(32);
        board.nextPage();
        assertThat(beds()).containsExactly("33");
        board.nextPage();
        assertThat(board.cards()).hasSize(32);
    }

    private List<String> beds() {
        return board.cards().stream().map(BedCard::bed).toList();
    }

    // [utest->req~ui.nurse-filter~1]
    @Test
    void oneKeyGoesThroughTheNursesThenThoseWithoutOneThenAll() {
        ward.tell(ward.admit("1", "DEMO Alpha"), new Entry.NurseAssigned("ben"));
        ward.tell(ward.admit("2", "DEMO Bravo"), new Entry.NurseAssigned("Ada"));
        ward.admit("3", "DEMO Charlie");
        ward.tell(ward.admit("4", "DEMO Delta"), new Entry.NurseAssigned("Ada"));
        ward.pass(Duration.ofMinutes(1));
        board.show(ward.session().latest());
        assertThat(board.nursesProperty().get()).containsExactly("Ada", "ben", "");

        List<List<String>> seen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            board.nextNurse();
            seen.add(board.cards().stream().map(BedCard::bed).toList());
        }

        assertThat(seen)
                .containsExactly(
                        List.of("2", "4"), List.of("1"), List.of("3"), List.of("1", "2", "3", "4"));
        assertThat(board.nurseProperty().get()).isNull();
    }

    // [utest->req~ui.nurse-filter~1]
    @Test
    void aNurseWhoHasNobodyAnyMoreHidesNoBedInSilence() {
        StayId stay = ward.admit("1", "DEMO Alpha");
        ward.tell(stay, new Entry.NurseAssigned("Ada"));
        ward.pass(Duration.ofMinutes(1));
        board.show(ward.session().latest());
        board.nurseProperty().set("Ada");
        assertThat(board.filteringProperty().get()).isEqualTo("All beds: 1 of 1  F");

        ward.tell(stay, new Entry.NurseAssigned("Ben"));
        ward.pass(Duration.ofMinutes(1));
        board.show(ward.session().latest());

        assertThat(board.cards()).isEmpty();
        assertThat(board.filteringProperty().get()).isEqualTo("All beds: 0 of 1  F");
        assertThat(board.nothingProperty().get()).isEqualTo("No bed is so now. F shows others.");
        board.nextNurse();
        assertThat(board.cards()).extracting(BedCard::nurse).containsExactly("Ben");
    }
}
