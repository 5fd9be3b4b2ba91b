package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The gateway, killed 50 times; {@code kill-serve.sh} does it as often as one likes. */
@DisabledOnOs(OS.WINDOWS) // it has no kill that cannot be caught
class KilledServeIT {
    private static final int KILLS = 50;

    @TempDir private Path folder;

    // [utest->req~feed.acknowledged~1]
    @Test
    @Timeout(600)
    void everyAcknowledgedMessageIsThereOnceHoweverOftenTheGatewayIsKilled() throws Exception {
        KilledServe serve = new KilledServe(folder, 1, Instant.now());
        for (int i = 1; i <= KILLS; i++) {
            serve.kill();
            assertThat(serve.fault()).as("after kill %d", i).isNull();
        }
        assertThat(serve.acknowledged()).isGreaterThan(KILLS * 5);
        System.out.printf(
                "%d kills, %d messages acknowledged, each there once%n",
                KILLS, serve.acknowledged());
    }
}
