package org.cytovigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Facts;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Quarantine.Filter;
import org.junit.jupiter.api.Test;

/** Every item goes to the way in that knows it, the oldest first. */
// [utest->req~feed.refeed~1]
class RefeedingTest {
    private final MemoryLedger store = new MemoryLedger();
    private final List<String> fed = new ArrayList<>();

    private void keep(String... raws) {
        for (String raw : raws) {
            store.keep(
                    List.of(
                            new Quarantine.Item(
                                    Facts.ZERO, raw.substring(0, 1), 1, "reason", raw)));
        }
    }

    /** Accepts what begins with its letter, and refuses what ends with "!" anew. */
    private Refeeder of(String letter) {
        return held -> {
            String raw = held.item().raw();
            if (!raw.startsWith(letter)) {
                return Optional.empty();
            }
            fed.add(raw);
            if (raw.endsWith("!")) {
                return Optional.of(new Refeeder.Outcome(false, 1, 0));
            }
            store.settle(List.of(held.number()), Facts.minute(1));
            if (raw.endsWith("+")) {
                keep(letter + "again");
                return Optional.of(new Refeeder.Outcome(true, 1, 1));
            }
            return Optional.of(new Refeeder.Outcome(true, 0, 2));
        };
    }

    private final Refeeding refeeding = new Refeeding(store, List.of(of("A"), of("B")));

    @Test
    void eachItemGoesToTheWayInThatKnowsItTheOldestFirst() {
        keep("A1", "B2", "C3", "A4!", "B5");

        Refeeding.Report report = refeeding.run(Filter.WAITING, Refeeding.Progress.TO_THE_END);

        assertThat(fed).containsExactly("A1", "B2", "A4!", "B5");
        assertThat(report).isEqualTo(new Refeeding.Report(5, 3, 1, 1, 6, true));
        assertThat(store.unsettled()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedAnewMeanwhileIsNotFedASecondTime() {
        keep("A1+", "A2");

        Refeeding.Report report = refeeding.run(Filter.WAITING, Refeeding.Progress.TO_THE_END);

        assertThat(fed).containsExactly("A1+", "A2");
        assertThat(report).isEqualTo(new Refeeding.Report(2, 2, 1, 0, 3, true));
    }

    @Test
    void onlyWhatMatchesIsFedAndNothingThatIsSettled() {
        keep("A1", "B2", "A3");
        store.settle(List.of(1L), Facts.ZERO);

        refeeding.run(new Filter("A", null, "", true), Refeeding.Progress.TO_THE_END);

        assertThat(fed).containsExactly("A3");
    }

    @Test
    void itStopsBeforeTheNextItemWhenToldTo() {
        keep("A1", "A2", "A3");
        List<String> told = new ArrayList<>();

        Refeeding.Report report =
                refeeding.run(
                        Filter.WAITING,
                        (done, all) -> {
                            told.add(done + "/" + all);
                            return done < 2;
                        });

        assertThat(told).containsExactly("0/3", "1/3", "2/3");
        assertThat(fed).containsExactly("A1", "A2");
        assertThat(report).isEqualTo(new Refeeding.Report(2, 2, 0, 0, 4, false));
    }

    @Test
    void manyPagesAreFedToTheEnd() {
        for (int i = 0; i < 450; i++) {
            keep("A" + i);
        }

        assertThat(refeeding.run(Filter.WAITING, Refeeding.Progress.TO_THE_END).settled())
                .isEqualTo(450);
    }
}
