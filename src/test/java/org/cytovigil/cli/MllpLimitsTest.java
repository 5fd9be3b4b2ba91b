package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.cytovigil.feed.hl7.MllpSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

// [utest->req~feed.mllp~1]
class MllpLimitsTest {
    @Command(name = "listen")
    private static final class Listen {
        @Mixin private MllpLimits limits = new MllpLimits();
    }

    private static MllpSettings settings(String... arguments) {
        Listen listen = new Listen();
        new CommandLine(listen).parseArgs(arguments);
        return listen.limits.of(MllpSettings.loopback(0));
    }

    @Test
    void withoutOptionsTheLimitsAreThoseOfTheListener() {
        assertThat(settings()).isEqualTo(MllpSettings.loopback(0));
    }

    @ParameterizedTest
    @CsvSource({"65536, 65536", "64K, 65536", "64k, 65536", "2M, 2097152", "64M, 67108864", "1, 1"})
    void aSizeIsInBytesKibibytesOrMebibytes(String text, int bytes) {
        assertThat(settings("--max-message", text).maxMessageBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"30, PT30S", "30s, PT30S", "15m, PT15M", "PT90S, PT1M30S", "1d, PT24H", "1, PT1S"})
    void connectionsAndIdleTime(String idle, Duration expected) {
        MllpSettings settings = settings("--max-connections", "1000", "--idle", idle);
        assertThat(settings.maxConnections()).isEqualTo(1000);
        assertThat(settings.idleTimeout()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    --max-message    , 0    , '--max-message: 0 is not within 1 to 67108864'
                    --max-message    , 65M  , '--max-message: 68157440 is not within 1 to 67108864'
                    --max-message    , 1 MB , '--max-message: "1 MB" is no size such as 65536, 64K or 2M'
                    --max-message    , -1   , '--max-message: "-1" is no size such as 65536, 64K or 2M'
                    --max-connections, 0    , '--max-connections: 0 is not within 1 to 10000'
                    --max-connections, 10001, '--max-connections: 10001 is not within 1 to 10000'
                    --idle           , 0    , '--idle: a second to a day'
                    --idle           , 0.9s , '--idle: a second to a day'
                    --idle           , 86401, '--idle: a second to a day'
                    """)
    void whatIsOutOfBoundsIsRefused(String option, String value, String reason) {
        assertThatThrownBy(() -> settings(option + "=" + value))
                .isInstanceOf(ParameterException.class)
                .hasMessage(reason);
    }
}
