package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~alarm.own-findings~1]
class SeatTest {
    @TempDir private Path folder;

    private Seat take(Seat.Kind kind) {
        return Seat.take(folder.resolve("unit.db"), kind);
    }

    @Test
    void programsOfOneStoreHaveNamesOfTheirOwn() {
        try (Seat one = take(Seat.Kind.WINDOW);
                Seat other = take(Seat.Kind.WINDOW);
                Seat gateway = take(Seat.Kind.GATEWAY)) {
            assertThat(one.name()).isEqualTo("window 1");
            assertThat(other.name()).isEqualTo("window 2");
            assertThat(gateway.name()).isEqualTo("gateway 1");
        }
    }

    @Test
    void theNextProgramOfAKindTakesThePlaceThatIsFree() {
        take(Seat.Kind.WINDOW).close();

        try (Seat next = take(Seat.Kind.WINDOW)) {
            assertThat(next.name()).isEqualTo("window 1");
        }
    }

    @Test
    void onlyWhatAProgramOfTheSameKindLeftIsFree() {
        try (Seat one = take(Seat.Kind.WINDOW);
                Seat other = take(Seat.Kind.WINDOW)) {
            assertThat(one.isFree("window 3")).isTrue();
            assertThat(one.isFree(other.name())).isFalse();
            assertThat(one.isFree(one.name())).isFalse();
            assertThat(one.isFree("gateway 1")).isFalse();
            assertThat(one.isFree("window 0")).isFalse();
            assertThat(one.isFree("policy adopt")).isFalse();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToLeavesTheFirstPlace() {
        try (Seat seat = Seat.take(folder.resolve("none").resolve("unit.db"), Seat.Kind.WINDOW)) {
            assertThat(seat.name()).isEqualTo("window 1");
            assertThat(seat.isFree("window 2")).isFalse();
        }
        assertThat(Files.exists(folder.resolve("none"))).isFalse();
    }
}
