package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** Spans of time are written in one way on all of the command line. */
// [utest->req~command.serve~1]
class SpanConverterTest {
    @ParameterizedTest
    @CsvSource({
        "90s, PT90S",
        "15m, PT15M",
        "2h, PT2H",
        "2d4h, PT52H",
        "1.5h, PT90M",
        "0, PT0S",
        "PT15S, PT15S",
        "pt1h30m, PT90M",
        "P2DT4H, PT52H"
    })
    void aSpanNamesItsUnits(String text, Duration expected) {
        assertThat(new SpanConverter().convert(text)).isEqualTo(expected);
        assertThat(new SpanConverter.OrSeconds().convert(text)).isEqualTo(expected);
    }

    @Test
    void bareSecondsAreTakenWhereNoUnitWasEverNeeded() {
        assertThat(new SpanConverter.OrSeconds().convert("600")).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "600",
                "",
                "-5s",
                "PT-5S",
                "P",
                "PT",
                "P1Y",
                "5 m",
                "soon",
                "PT99999999999H"
            })
    void whatIsNoSpanIsToldWithTheFormsThatAre(String text) {
        assertThatThrownBy(() -> new SpanConverter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'%s' is no span of time such as 90s, 15m, 2h, 2d4h or PT15S", text);
    }
}
