package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cytovigil.clinical.Facts;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Quarantine.Dismissal;
import org.cytovigil.ledger.Quarantine.Filter;
import org.cytovigil.ledger.Quarantine.Group;
import org.cytovigil.ledger.Quarantine.Held;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits is grouped, searched, paged and dismissed alike in a store and in memory. */
// [utest->req~ledger.quarantine-search~1]
class QuarantineSearchTest {
    private static final Dismissal TEST_DATA = new Dismissal("nurse N2", "test data");

    enum Kind {
        STORE,
        MEMORY
    }

    @TempDir private Path folder;
    private final List<AutoCloseable> opened = new ArrayList<>();

    private Quarantine open(Kind kind) {
        if (kind == Kind.MEMORY) {
            return new MemoryLedger();
        }
        JdbcLedger ledger = JdbcLedger.open(folder.resolve("unit.db"));
        opened.add(ledger);
        return ledger;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    private static Quarantine.Item item(int minute, String source, String reason, String raw) {
        return new Quarantine.Item(Facts.minute(minute), source, 3, reason, raw);
    }

    /** Items 1 to 5. */
    private static void fill(Quarantine quarantine) {
        quarantine.keep(
                List.of(
                        item(1, "A", "no such code", "OBX|1||X_1"),
                        item(2, "A", "no such code", "OBX|2||X%2"),
                        item(3, "B", "no such code", "OBX|3||X13"),
                        item(9, "A", "unknown patient", "PID|1||Meyer!"),
                        item(4, "A", "no such code", "OBX|4||Y")));
    }

    private static List<Long> numbers(List<Held> page) {
        return page.stream().map(Held::number).toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitsIsCountedBySenderAndReasonTheNewestFirst(Kind kind) {
        Quarantine quarantine = open(kind);
        fill(quarantine);

        assertThat(quarantine.groups(Filter.WAITING))
                .containsExactly(
                        new Group("A", "unknown patient", 1, Facts.minute(9), Facts.minute(9), 4),
                        new Group("A", "no such code", 3, Facts.minute(1), Facts.minute(4), 5),
                        new Group("B", "no such code", 1, Facts.minute(3), Facts.minute(3), 3));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    STORE,  meyer!,  4
                    MEMORY, meyer!,  4
                    STORE,  X_1,     1
                    MEMORY, X_1,     1
                    STORE,  x%2,     2
                    MEMORY, x%2,     2
                    STORE,  b,       '5,3,2,1'
                    MEMORY, b,       '5,3,2,1'
                    STORE,  zzz,     ''
                    MEMORY, zzz,     ''
                    """)
    void aTextIsFoundAsItIsWrittenInSenderReasonOrRawText(Kind kind, String text, String found) {
        Quarantine quarantine = open(kind);
        fill(quarantine);

        List<Held> page = quarantine.page(new Filter(null, null, text, false), 99, 99);

        assertThat(String.join(",", numbers(page).stream().map(String::valueOf).toList()))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @EnumSource
    void pagesFollowEachOtherWithoutGapOrRepetitionInBothDirections(Kind kind) {
        Quarantine quarantine = open(kind);
        fill(quarantine);
        Filter ofA = new Filter("A", "no such code", "", false);

        assertThat(numbers(quarantine.page(ofA, Long.MAX_VALUE, 2))).containsExactly(5L, 2L);
        assertThat(numbers(quarantine.page(ofA, 2, 2))).containsExactly(1L);
        assertThat(quarantine.page(ofA, 1, 2)).isEmpty();
        assertThat(numbers(quarantine.following(ofA, 0, 2))).containsExactly(1L, 2L);
        assertThat(numbers(quarantine.following(ofA, 2, 2))).containsExactly(5L);
        assertThat(quarantine.following(ofA, 5, 2)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDismissalIsKeptWithWhoAndWhyAndCanBeTakenBack(Kind kind) {
        Quarantine quarantine = open(kind);
        fill(quarantine);
        quarantine.settle(List.of(3L), Facts.minute(20));

        quarantine.dismiss(List.of(1L, 3L, 4L), Facts.minute(30), TEST_DATA);

        assertThat(numbers(quarantine.page(Filter.WAITING, 99, 99))).containsExactly(5L, 2L);
        Filter withSettled = new Filter(null, null, "", true);
        assertThat(quarantine.page(withSettled, 5, 1).getFirst().settled())
                .isEqualTo(Facts.minute(30));
        assertThat(quarantine.page(withSettled, 5, 1).getFirst().dismissal()).isEqualTo(TEST_DATA);
        assertThat(quarantine.page(withSettled, 4, 1).getFirst().dismissal())
                .as("fed again before")
                .isNull();

        quarantine.reopen(List.of(1L, 3L));

        assertThat(numbers(quarantine.page(Filter.WAITING, 99, 99))).containsExactly(5L, 2L, 1L);
        assertThat(quarantine.unsettled()).isEqualTo(3);
    }

    @Test
    void aDismissalThatCannotBeKeptDismissesNothing() throws Exception {
        Quarantine quarantine = open(Kind.STORE);
        fill(quarantine);
        Examples.tamper(
                folder.resolve("unit.db"),
                "create trigger fault before update on quarantine when new.sequence = 2"
                        + " begin select raise(abort, 'x'); end");

        assertThatThrownBy(() -> quarantine.dismiss(List.of(1L, 2L), Facts.minute(30), TEST_DATA))
                .isInstanceOf(LedgerException.class);

        assertThat(quarantine.unsettled()).isEqualTo(5);
    }

    @Test
    void groupsAreCountedFromTheIndexAlone() throws Exception {
        Quarantine quarantine = open(Kind.STORE);
        fill(quarantine);

        List<String> plan = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("unit.db"));
                Statement statement = connection.createStatement();
                ResultSet steps =
                        statement.executeQuery(
                                "explain query plan select source, reason, count(*), min(received_at),"
                                        + " max(received_at), max(sequence) from quarantine"
                                        + " where settled_at is null group by source, reason")) {
            while (steps.next()) {
                plan.add(steps.getString("detail"));
            }
        }

        assertThat(String.join(" ", plan)).contains("COVERING INDEX quarantine_waiting");
    }

    @Test
    void tenThousandItemsAreDismissedAtOnce() {
        Quarantine quarantine = open(Kind.STORE);
        quarantine.keep(
                LongStream.range(0, 10_000)
                        .mapToObj(i -> item(1, "A", "no such code", "OBX|" + i))
                        .toList());

        quarantine.dismiss(
                LongStream.rangeClosed(1, 10_000).boxed().toList(), Facts.minute(30), TEST_DATA);

        assertThat(quarantine.groups(Filter.WAITING)).isEmpty();
    }

    @Test
    void aStoreOfTheFormBeforeKeepsWhatWaited() throws Exception {
        Path file = folder.resolve("unit.db");
        try (JdbcLedger ledger = JdbcLedger.open(file)) {
            fill(ledger);
            ledger.settle(List.of(2L), Facts.minute(20));
        }
        Examples.tamper(
                file,
                "drop index entry_by_moment",
                "drop index quarantine_waiting",
                "alter table quarantine drop column dismissed_by",
                "alter table quarantine drop column dismissed_because",
                "delete from flyway_schema_history where version in ('6', '7')");

        Quarantine quarantine = open(Kind.STORE);

        assertThat(quarantine.held()).hasSize(5);
        assertThat(numbers(quarantine.page(Filter.WAITING, 99, 99)))
                .containsExactly(5L, 4L, 3L, 1L);
        quarantine.dismiss(List.of(5L), Facts.minute(30), TEST_DATA);
        assertThat(quarantine.held().getLast().dismissal()).isEqualTo(TEST_DATA);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTakenOutOfAPageStreamIsCountedOnce(Kind kind) {
        Quarantine quarantine = open(kind);
        fill(quarantine);

        long counted =
                Stream.of("A", "B")
                        .map(source -> new Filter(source, null, "", false))
                        .flatMap(filter -> quarantine.groups(filter).stream())
                        .mapToLong(Group::count)
                        .sum();

        assertThat(counted).isEqualTo(quarantine.unsettled());
    }
}
