package org.cytovigil.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.ui.Ward;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~ui.worst-first~1]
class WorstFirstTest {
    private static final Comparator<BedCard> ORDER = BoardOrder.WORST_FIRST.comparator();

    private static BedCard card(
            String bed,
            BedCard.@Nullable AlarmLine alarm,
            int grade,
            int direction,
            @Nullable Instant rises,
            long overdue) {
        BedCard empty = BedCard.empty(bed);
        return new BedCard(
                new StayId("stay-" + bed),
                bed,
                "",
                "",
                "",
                "",
                "",
                GradeRange.of(grade),
                null,
                "ASTCT 2019",
                direction,
                "",
                "",
                "",
                empty.temperature(),
                empty.pressure(),
                empty.oxygen(),
                empty.saturation(),
                empty.vasopressors(),
                List.of(),
                alarm,
                null,
                new BedCard.Urgency(
                        rises, rises == null ? "" : "Lee 2014 3 at day 2 15:20", overdue));
    }

    private static BedCard.AlarmLine alarm(AlarmPriority priority, boolean answered) {
        return new BedCard.AlarmLine(priority, answered, "");
    }

    /** Worst first, each by the question below; the label would say otherwise. */
    private static List<BedCard> ranked() {
        return List.of(
                card("20", alarm(AlarmPriority.HIGH, false), 0, 0, null, 0),
                card("19", alarm(AlarmPriority.MEDIUM, false), 0, 0, null, 0),
                card("18", alarm(AlarmPriority.LOW, false), 0, 0, null, 0),
                card("17", alarm(AlarmPriority.HIGH, true), 4, 0, null, 0),
                card("16", null, 3, 1, null, 0),
                card("15", null, 3, 0, Ward.START, 0),
                card("14", null, 3, 0, Ward.START.plusSeconds(60), 0),
                card("13", null, 3, 0, null, 30),
                card("12", null, 3, 0, null, 29),
                card("2", null, 3, 0, null, 0),
                card("10", null, 3, 0, null, 0),
                card("9", null, 3, -1, null, 99));
    }

    @Test
    void eachQuestionIsAskedOnlyWhenThoseBeforeAgree() {
        List<BedCard> shuffled = new ArrayList<>(ranked());
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(ORDER);

        assertThat(shuffled).isEqualTo(ranked());
    }

    @Test
    void theReasonIsTheQuestionThatSetsATileApartFromTheNext() {
        List<String> reasons = new ArrayList<>();
        List<BedCard> ranked = ranked();
        for (int i = 0; i < ranked.size(); i++) {
            BedCard next = ranked.get(Math.min(i + 1, ranked.size() - 1));
            reasons.add(WorstFirst.reason(ranked.get(i), next, i + 1));
        }

        assertThat(reasons)
                .containsExactly(
                        "Place 1, before bed 19 because: alarm !!! unanswered",
                        "Place 2, before bed 18 because: alarm !! unanswered",
                        "Place 3, before bed 17 because: alarm ! unanswered",
                        "Place 4, before bed 16 because: ASTCT 2019 grade 4",
                        "Place 5, before bed 15 because: its grade rose in six hours",
                        "Place 6, before bed 14 because: Lee 2014 3 at day 2 15:20",
                        "Place 7, before bed 13 because: Lee 2014 3 at day 2 15:20",
                        "Place 8, before bed 12 because: checks overdue for longer",
                        "Place 9, before bed 2 because: checks overdue for longer",
                        "Place 10, before bed 10 because: the order of beds",
                        "Place 11, before bed 9 because: its grade did not fall in six hours",
                        "Place 12, the last");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void itIsATotalOrder(int seed) {
        Random random = new Random(seed);
        List<BedCard> cards = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            AlarmPriority priority = List.of(AlarmPriority.values()).get(random.nextInt(3));
            cards.add(
                    card(
                            Integer.toString(i),
                            random.nextBoolean() ? alarm(priority, random.nextBoolean()) : null,
                            random.nextInt(3),
                            random.nextInt(3) - 1,
                            random.nextBoolean() ? Ward.START.plusSeconds(random.nextInt(2)) : null,
                            random.nextInt(2)));
        }
        cards.add(BedCard.empty("40"));
        for (BedCard a : cards) {
            for (BedCard b : cards) {
                int ab = Integer.signum(ORDER.compare(a, b));
                assertThat(ab).isEqualTo(-Integer.signum(ORDER.compare(b, a)));
                assertThat(ab == 0).isEqualTo(a.equals(b));
                for (BedCard c : cards) {
                    if (ab < 0 && ORDER.compare(b, c) < 0) {
                        assertThat(ORDER.compare(a, c)).isNegative();
                    }
                }
            }
        }
    }

    @Test
    void aHighDoseSaysWhenTheOtherScaleRises() {
        // 25 ug/min from 08:00: Lee 2014 grade 3 after three hours; ASTCT 2019 is 3 already.
        Ward ward = new Ward();
        StayId stay = ward.admit("1", "A");
        ward.chart(stay, 39, 100, 60, 25);
        ward.pass(Duration.ofHours(1));

        BedCard.Urgency urgency =
                BedCards.of(ward.session().latest().stays().getFirst(), ward.now()).urgency();

        assertThat(urgency.rises()).isEqualTo(Ward.START.plus(Duration.ofHours(3)));
        assertThat(urgency.risesTo()).isEqualTo("Lee 2014 3 at day 0  03:00 if nothing changes");
    }

    @Test
    void theBoardSaysWhyOnlyWorstFirst() {
        Ward ward = new Ward();
        StayId well = ward.admit("1", "A");
        StayId ill = ward.admit("2", "B");
        ward.chart(well, 36.8, 120, 70, 0);
        ward.chart(ill, 39, 84, 50, 6);
        BoardViewModel board = new BoardViewModel(ward::now);
        board.show(ward.session().latest());
        assertThat(board.reason(0)).isEmpty();

        board.orderProperty().set(BoardOrder.WORST_FIRST);

        assertThat(board.reason(0))
                .isEqualTo("Place 1, before bed 1 because: alarm !!! unanswered");
        assertThat(board.reason(1)).isEqualTo("Place 2, the last");
        assertThat(board.reason(2)).isEmpty();
    }

    @Test
    void aTileThatMayNotMoveYetSaysSo() {
        Ward ward = new Ward();
        StayId first = ward.admit("1", "A");
        StayId second = ward.admit("2", "B");
        ward.chart(first, 38.4, 120, 70, 0);
        ward.chart(second, 36.8, 120, 70, 0);
        BoardViewModel board = new BoardViewModel(() -> Ward.START);
        board.show(ward.session().latest());
        board.orderProperty().set(BoardOrder.WORST_FIRST);
        ward.chart(second, 39.0, 85, 50, 5);
        board.show(ward.session().latest());

        assertThat(board.reason(0)).isEqualTo("Place 1; it moves back when tiles may move again");
    }
}
