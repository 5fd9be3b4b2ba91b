package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.bedside.BedsideViewModel;
import org.cytovigil.ui.bedside.GradeCard;
import org.cytovigil.ui.board.BedCard;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.theme.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** What came late, was corrected, taken out or cannot be, and that nothing comes, is seen. */
// [utest->req~ui.data-quality~1]
@ExtendWith(ApplicationExtension.class)
class DataQualityScreensTest {
    private static final Duration NOW = Duration.ZERO;

    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final BedsideViewModel bedside = new BedsideViewModel(ZoneOffset.UTC);
    private final BoardViewModel board = new BoardViewModel(() -> Ward.START);
    private final ShellViewModel shell = new ShellViewModel(ward.session(), ZoneOffset.UTC);

    @BeforeEach
    void sendFromADevice() {
        ward.chart(alpha, 37.6, 118, 70, 0);
        for (int i = 0; i < 360; i += 10) {
            ward.pass(Duration.ofMinutes(10));
            ward.send(alpha, NOW, new Entry.Observed(temperature(37.5 + i / 400.0)));
        }
        // 14:00
        ward.send(alpha, Duration.ofMinutes(245), new Entry.Observed(temperature(39.4)));
        ward.send(
                alpha,
                Duration.ofMinutes(60),
                new Entry.Corrected(
                        temperature(37.5 + 290 / 400.0), temperature(36.9), "probe had slipped"));
        ward.send(
                alpha,
                Duration.ofHours(2),
                new Entry.Retracted(temperature(37.5 + 230 / 400.0), "wrong patient"));
        ward.send(alpha, NOW, new Entry.Observed(new Observation.OxygenSaturation(190)));
    }

    private static Observation temperature(double celsius) {
        return new Observation.BodyTemperature(
                Temperature.ofCelsius(celsius), Observation.TemperatureSite.ORAL, false);
    }

    private void show() {
        bedside.show(ward.session().latest().stay(alpha).orElseThrow(), ward.now());
        board.show(ward.session().latest());
        shell.show();
    }

    private GradeCard card() {
        return bedside.gradeProperty().get();
    }

    @Test
    void whatCameLateOrWasAmendedIsNamedWithTimeValueAndReason() {
        show();

        assertThat(card().revised())
                .contains(
                        new GradeCard.Line(
                                "temperature 39.4 °C of day 0  01:55 came 4 h 05 late",
                                "learned day 0  06:00"),
                        new GradeCard.Line(
                                "temperature 38.2 °C of day 0  05:00 was corrected to 36.9 °C",
                                "probe had slipped · monitor 4, day 0  06:00"),
                        new GradeCard.Line(
                                "temperature 38.0 °C of day 0  04:00 was taken out",
                                "wrong patient · monitor 4, day 0  06:00"));
    }

    @Test
    void whatCannotBeIsShownApartWithItsReason() {
        show();

        assertThat(card().rejected())
                .extracting(GradeCard.Line::text)
                .containsExactly("SpO2 190 % is outside 1 to 100");
    }

    @Test
    void whileDataComeNothingSpeaksOfSilence() {
        show();

        assertThat(bedside.headerProperty().get().silence()).isEmpty();
        assertThat(tile().warning()).isEmpty();
        assertThat(shell.connectionProperty().get()).isEqualTo("data 14:00:00");
        assertThat(shell.statusProperty().get())
                .isEqualTo("live · store followed, last entry 14:00:00");
    }

    @Test
    void tileBedsideAndStripSaySinceWhenNoDataCame() {
        ward.pass(Duration.ofMinutes(40));
        show();

        assertThat(tile().warning()).contains("no data from any device since 14:00");
        assertThat(bedside.headerProperty().get().silence())
                .isEqualTo("no data from any device since 14:00");
        assertThat(shell.connectionProperty().get()).isEqualTo("no data since 14:00:00");
    }

    private BedCard tile() {
        return board.cards().getFirst();
    }

    /** Leaves pictures in {@code target/screens}, for eyes to judge. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    BEDSIDE, NIGHT,         1280, 800
                    BEDSIDE, NIGHT,         1920, 1080
                    BEDSIDE, DAY,           1920, 1080
                    BEDSIDE, HIGH_CONTRAST, 3840, 2160
                    BOARD,   NIGHT,         1280, 800
                    BOARD,   DAY,           1920, 1080
                    FEEDS,   NIGHT,         1280, 800
                    """)
    void everyScreenIsPainted(ShellViewModel.Screen screen, Theme theme, int width, int height)
            throws Exception {
        ward.admit("5", "DEMO Bravo");
        ward.pass(Duration.ofMinutes(40));
        Path file =
                Path.of(
                        "target",
                        "screens",
                        "quality-%s-%s-%dx%d.png".formatted(screen, theme, width, height));
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);

        ScreenPicture.write(
                ward.session(),
                ZoneOffset.UTC,
                new ScreenPicture.Request(screen, alpha, theme, width, height),
                file);

        assertThat(file).isNotEmptyFile();
    }
}
