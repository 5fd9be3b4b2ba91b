package org.cytovigil.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ui.due~1]
class BedCardDueTest {
    private final Ward ward = new Ward();
    private final StayId stay = ward.admit("4", "DEMO Alpha");

    private BedCard.Due due() {
        return java.util.Objects.requireNonNull(
                BedCards.of(ward.session().latest().stays().getFirst(), ward.now()).due());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # minutes after charting everything but the ICE, the words, overdue
                      0, vitals due in 4 h,     false
                    228, vitals due in 12 min,  false
                    239, vitals due in 1 min,   false
                    240, vitals due now,        false
                    252, vitals due 12 min ago, false
                    299, vitals due 59 min ago, false
                    300, vitals overdue 1 h,    true
                    """)
    void theTileTellsWhenVitalsAreDue(int minutes, String words, boolean overdue) {
        ward.chart(stay, 36.8, 120, 70, 0);
        ward.pass(Duration.ofMinutes(minutes));

        assertThat(due()).isEqualTo(new BedCard.Due(words, overdue));
    }

    @Test
    void anOverdueIceStandsBelowVitalsThatAreNotOverdue() {
        ward.pass(Duration.ofHours(10));
        ward.chart(stay, 36.8, 120, 70, 0);
        ward.pass(Duration.ofMinutes(30));

        assertThat(due()).isEqualTo(new BedCard.Due("vitals in 3 h 30 · ICE overdue", true));

        ward.chart(
                stay,
                new Observation.NeurologicalExamination(
                        new IceScore.Total(10), null, null, null, null, null, null));
        assertThat(due()).isEqualTo(new BedCard.Due("vitals due in 3 h 30", false));
    }

    @Test
    void whatTurnsOverdueIsDrawnAtOnce() {
        ward.chart(stay, 36.8, 120, 70, 0);
        ward.pass(Duration.ofMinutes(299));
        BedCard before = BedCards.of(ward.session().latest().stays().getFirst(), ward.now());
        ward.pass(Duration.ofMinutes(1));
        BedCard after = BedCards.of(ward.session().latest().stays().getFirst(), ward.now());

        assertThat(after.mattersMoreThan(before)).isTrue();
        assertThat(before.mattersMoreThan(before)).isFalse();
    }
}
