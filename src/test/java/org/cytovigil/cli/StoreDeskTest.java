package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ui.feeds.FeedDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen feeds again by the mapping table as it is at that moment. */
// [utest->req~ui.quarantine~1]
class StoreDeskTest {
    private static final String HEADER = "system,code,name,unit,target,detail,note\n";

    @TempDir private Path folder;
    private final MemoryLedger store = new MemoryLedger();

    private FeedDesk desk(Path mapping) {
        store.append(List.of(DemonstrationQuarantine.admission()));
        store.keep(DemonstrationQuarantine.items());
        return new StoreDesk<>(
                () -> store, mapping, "", InstantSource.fixed(Demonstration.START), ZoneOffset.UTC);
    }

    private Quarantine.Group unmapped() {
        return store.groups(Quarantine.Filter.WAITING).stream()
                .filter(group -> group.reason().contains("W7-SAT"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTableMendedSinceIsReadAnew() throws Exception {
        Path table = folder.resolve("site.csv");
        Files.writeString(table, HEADER);
        FeedDesk desk = desk(table);
        Quarantine.Filter group = Quarantine.Filter.WAITING.within(unmapped());

        FeedDesk.Report before = desk.feedAgain(group, (done, all) -> true);
        Files.writeString(table, HEADER + "99W7,W7-SAT,Saturation,%,spo2,,\n");
        FeedDesk.Report after = desk.feedAgain(group, (done, all) -> true);

        assertThat(before).isEqualTo(new FeedDesk.Report(14, 0, 14, 0, 0, true));
        assertThat(after).isEqualTo(new FeedDesk.Report(14, 14, 0, 0, 14, true));
        assertThat(store.groups(Quarantine.Filter.WAITING))
                .extracting(Quarantine.Group::reason)
                .noneMatch(reason -> reason.contains("W7-SAT"));
    }

    @Test
    void aTableWithAMistakeFeedsNothingAndNamesTheLine() throws Exception {
        Path table = folder.resolve("site.csv");
        Files.writeString(table, HEADER + "99W7,W7-SAT,Saturation,furlong,spo2,,\n");
        FeedDesk desk = desk(table);

        assertThatThrownBy(() -> desk.feedAgain(Quarantine.Filter.WAITING, (done, all) -> true))
                .isInstanceOf(FeedDesk.DeskException.class)
                .hasMessageContaining("site.csv:2");
        assertThat(store.unsettled()).isEqualTo(DemonstrationQuarantine.items().size());
    }
}
