package org.cytovigil.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cytovigil.feed.Refeeder;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.api.Test;

/** What waits of files is fed again by itself. */
// [utest->req~feed.csv.refeed~1]
class CsvRefeederTest {
    private final CsvUnit unit = new CsvUnit();

    private List<Refeeder.Outcome> feedAll(CsvReader reader) {
        CsvRefeeder refeeder = new CsvRefeeder(reader, unit.ledger, unit.ledger, () -> CsvUnit.NOW);
        return unit.ledger.held().stream()
                .filter(held -> held.settled() == null)
                .map(held -> refeeder.feed(held).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void rowsOfAnUnknownPatientAreChartedOnceThePatientIsKnown() throws Exception {
        unit.keep(
                unit.read(
                        "mrn;time;HR [bpm];temp [C]",
                        "70009;2026-03-02T10:00Z;99;38,5",
                        "70009;2026-03-02T11:00Z;high;38,6"));
        assertThat(feedAll(unit.reader()))
                .containsOnly(new Refeeder.Outcome(false, 1, 0))
                .hasSize(2);
        unit.admit("S-9", "70009", "1");

        assertThat(feedAll(unit.reader()))
                .containsExactly(
                        new Refeeder.Outcome(true, 0, 2), new Refeeder.Outcome(true, 1, 1));

        assertThat(unit.waiting())
                .extracting(Quarantine.Item::line, Quarantine.Item::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3L, "HR [bpm]: 'high' is no number"));
        assertThat(feedAll(unit.reader())).containsExactly(new Refeeder.Outcome(false, 1, 0));
        assertThat(unit.ledger.entriesOf(new org.cytovigil.clinical.StayId("S-9"))).hasSize(4);
    }

    @Test
    void columnsAreReadOnceTheTableHasThem() throws Exception {
        unit.keep(
                unit.read(
                        "mrn,time,puls [bpm],mood",
                        "70001,2026-03-02T10:00Z,99,3",
                        "70001,2026-03-02T11:00Z,98,"));

        assertThat(feedAll(unit.reader("CSV,puls,*,/min,heart-rate,,")))
                .containsExactly(new Refeeder.Outcome(true, 1, 2));

        assertThat(unit.waiting())
                .extracting(Quarantine.Item::reason)
                .containsExactly("columns not in the table: 'mood'");
    }

    @Test
    void whatWasAcceptedWithARemarkIsNotChartedAgain() throws Exception {
        unit.keep(
                unit.read(
                        "mrn,time,weight [kg],norepinephrine [mL/h]",
                        "70001,2026-03-02T10:00Z,82,5"));
        int before = unit.ledger.entriesOf(new org.cytovigil.clinical.StayId("S-1")).size();

        assertThat(feedAll(unit.reader())).containsExactly(new Refeeder.Outcome(false, 1, 0));
        assertThat(unit.ledger.entriesOf(new org.cytovigil.clinical.StayId("S-1"))).hasSize(before);
    }

    @Test
    void aRowThatWasAheadIsChartedOnceItsTimeHasCome() throws Exception {
        unit.keep(unit.read("mrn,time,HR [bpm]", "70001,2026-03-02T13:00Z,99"));
        CsvRefeeder refeeder =
                new CsvRefeeder(
                        unit.reader(),
                        unit.ledger,
                        unit.ledger,
                        () -> CsvUnit.NOW.plusSeconds(3600));

        assertThat(refeeder.feed(unit.ledger.held().getFirst()))
                .contains(new Refeeder.Outcome(true, 0, 1));
        assertThat(unit.waiting()).isEmpty();
    }

    @Test
    void whatCameAnotherWayInIsLeftAlone() {
        CsvRefeeder refeeder =
                new CsvRefeeder(unit.reader(), unit.ledger, unit.ledger, () -> CsvUnit.NOW);
        for (String raw :
                List.of("", "a,b", "MSH|^~\\&|GATE\rPID|||70001", "{\n\"resourceType\":\"X\"}")) {
            Quarantine.Item item = new Quarantine.Item(CsvUnit.NOW, "x", 1, "r", raw);
            assertThat(refeeder.feed(new Quarantine.Held(1, item, null)))
                    .isEqualTo(Optional.empty());
        }
    }
}
