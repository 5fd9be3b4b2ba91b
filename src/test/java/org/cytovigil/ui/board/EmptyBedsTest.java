package org.cytovigil.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;

// [utest->req~ui.empty-beds~1]
class EmptyBedsTest {
    private final Ward ward = new Ward();
    private Instant real = Ward.START;
    private final BoardViewModel board = new BoardViewModel(() -> real);
    private final StayId one = ward.admit("1", "DEMO Alpha");
    private final StayId ten = ward.admit("10", "DEMO Juliet");
    private final StayId two = ward.admit("2", "DEMO Bravo");

    private void show() {
        ward.pass(Duration.ofMinutes(1));
        board.show(ward.session().latest());
    }

    @Test
    void aBedThatIsFreeKeepsItsPlaceByBedAndGoesLastWorstFirst() {
        ward.chart(ten, 39.4, 88, 51, 6);
        ward.tell(two, new Entry.Discharged());
        show();
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("1", "2", "10");
        BedCard empty = board.cards().get(1);
        assertThat(empty.stay()).isNull();
        assertThat(empty.name()).isEqualTo("empty");
        assertThat(empty.grade()).isNull();

        board.orderProperty().set(BoardOrder.WORST_FIRST);
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("10", "1", "2");
        assertThat(board.reason(1)).isEqualTo("Place 2, the last");
        assertThat(board.reason(2)).isEmpty();
    }

    @Test
    void aMoveLeavesAnEmptyBedAndFillsOne() {
        ward.pass(Duration.ofMinutes(1));
        ward.tell(two, new Entry.Discharged());
        ward.pass(Duration.ofMinutes(1));
        ward.tell(one, new Entry.Moved("2"));
        show();

        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("1", "2", "10");
        assertThat(board.cards()).extracting(BedCard::stay).containsExactly(null, one, ten);
    }

    @Test
    void filtersHideEmptyBedsAndCountPatientsOnly() {
        ward.tell(two, new Entry.Discharged());
        ward.tell(one, new Entry.NurseAssigned("Ada"));
        show();
        board.nurseProperty().set("");
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("10");
        assertThat(board.filteringProperty().get()).isEqualTo("All beds: 1 of 2  F");
        board.nurseProperty().set(null);
        board.filterProperty().set(BoardFilter.GRADE_1);
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("1", "10");
    }

    @Test
    void aBedThatNobodyWasPutInForSixtyDaysIsForgotten() {
        ward.tell(two, new Entry.Discharged());
        ward.pass(Duration.ofDays(60).minusMinutes(2));
        show();
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("1", "2", "10");
        ward.pass(Duration.ofMinutes(2));
        show();
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("1", "10");
    }

    @Test
    void emptyBedsDoNotLetTilesMoveMoreOftenThanTheyMay() {
        ward.tell(two, new Entry.Discharged());
        board.orderProperty().set(BoardOrder.WORST_FIRST);
        real = real.plusSeconds(60);
        show();
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("1", "10", "2");

        ward.chart(ten, 39.4, 88, 51, 6);
        real = real.plusSeconds(5);
        show();
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("1", "10", "2");
        real = real.plusSeconds(5);
        show();
        assertThat(board.cards()).extracting(BedCard::bed).containsExactly("10", "1", "2");
    }

    @Test
    void whoHasNothingChartedSaysSoAndIsNoGradeZero() {
        ward.chart(one, 36.8, 120, 70, 0);
        show();
        assertThat(board.cards())
                .extracting(BedCard::warning)
                .startsWith("", "nothing charted yet");
        BedCard none = board.cards().get(1);
        assertThat(none.grade()).isNotNull().matches(range -> !range.determined());
    }
}
