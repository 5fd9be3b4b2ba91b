package org.cytovigil.ui.bedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Check;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;

// [utest->req~ui.due~1]
class DueRowTest {
    private final Ward ward = new Ward();
    private final StayId stay = ward.admit("4", "DEMO Alpha");

    private List<DueRow> rows() {
        return DueRow.of(ward.session().latest().stays().getFirst(), ZoneOffset.UTC);
    }

    @Test
    void whatIsDueFirstStandsFirstAndSaysWhenHowOftenAndWhenLast() {
        // Charted at 08:00 at grade 1; it is 08:30.
        ward.chart(stay, 38.5, 120, 70, 0);
        ward.pass(Duration.ofMinutes(30));

        assertThat(rows())
                .containsExactly(
                        new DueRow(
                                "blood pressure · due in 3 h 30",
                                "12:00 · every 4 h · last 30 min ago",
                                false),
                        new DueRow(
                                "SpO2 · due in 3 h 30",
                                "12:00 · every 4 h · last 30 min ago",
                                false),
                        new DueRow(
                                "temperature · due in 3 h 30",
                                "12:00 · every 4 h · last 30 min ago",
                                false),
                        new DueRow(
                                "ICE · due in 7 h 30", "16:00 · every 8 h · never charted", false),
                        new DueRow(
                                "CRS grade · due in 11 h 30",
                                "20:00 · every 12 h · last 30 min ago",
                                false));
    }

    @Test
    void whatIsOverdueStandsBeforeWhatIsOnlyDue() {
        // At 16:10 the ICE is due since 16:00 and not overdue; the vitals are, from 15:00 on.
        ward.chart(stay, 36.8, 120, 70, 0);
        ward.pass(Duration.ofHours(2));
        ward.chart(stay, 36.8, 120, 70, 0);
        ward.pass(Duration.ofMinutes(370));

        assertThat(rows())
                .extracting(DueRow::text)
                .containsExactly(
                        "blood pressure · overdue 2 h 10",
                        "SpO2 · overdue 2 h 10",
                        "temperature · overdue 2 h 10",
                        "ICE · due 10 min ago",
                        "CRS grade · due in 5 h 50");
        assertThat(rows()).extracting(DueRow::overdue).startsWith(true, true, true, false);
    }

    @Test
    void whatIsPutOffSaysByWhomWhyAndUntilWhen() {
        ward.chart(stay, 36.8, 120, 70, 0);
        ward.tell(
                stay,
                new Entry.CheckPutOff(
                        Check.NEUROLOGY, 0, "asleep", ward.now().plus(Duration.ofHours(2))));

        assertThat(rows())
                .contains(
                        new DueRow(
                                "ICE · due in 8 h",
                                "put off until 10:00 by nurse N2: asleep · 16:00 · every 8 h ·"
                                        + " never charted",
                                false));
    }
}
