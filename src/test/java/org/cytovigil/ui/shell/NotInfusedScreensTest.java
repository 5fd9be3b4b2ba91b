package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.bedside.BedsideViewModel;
import org.cytovigil.ui.bedside.PatientHeader;
import org.cytovigil.ui.board.BedCard;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.theme.Theme;
import org.cytovigil.ui.trend.TimeWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** A patient whose infusion nobody has charted is shown without a single "day". */
// [utest->req~ui.not-infused~1]
@ExtendWith(ApplicationExtension.class)
class NotInfusedScreensTest {
    private final Ward ward = new Ward();
    private final StayId bravo = new StayId("stay-bravo");
    private final BedsideViewModel bedside = new BedsideViewModel(ZoneOffset.UTC);
    private final BoardViewModel board = new BoardViewModel(() -> Ward.START);

    @BeforeEach
    void admitThree() {
        ward.admit("1", "DEMO Alpha");
        ward.admitNotInfused(bravo, "ICU-2", "DEMO Bravo-Longname");
        ward.admitNotInfused(new StayId("stay-charlie"), "3", "DEMO Charlie");
        for (int hour = 0; hour < 31; hour++) {
            ward.chart(bravo, 37.2 + hour * 0.05, 118, 70, 0);
            ward.pass(Duration.ofHours(1));
        }
        ward.admitNotInfused(new StayId("stay-delta"), "3", "DEMO Delta");
        ward.pass(Duration.ofMinutes(5));
        show();
    }

    private void show() {
        bedside.show(ward.session().latest().stay(bravo).orElseThrow(), ward.now());
        board.show(ward.session().latest());
    }

    private BedCard card(String name) {
        return board.cards().stream()
                .filter(card -> card.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tileAndHeaderSayThatNoInfusionIsCharted() {
        PatientHeader header = bedside.headerProperty().get();

        assertThat(header.product()).isEqualTo("infusion not charted");
        assertThat(header.infused()).isEqualTo("admitted 1 Mar 08:00");
        assertThat(header.day()).isEqualTo("admitted 31 h 05 ago");
        assertThat(header.hours()).isEqualTo("31:05 h after admission");
        assertThat(card("DEMO Bravo-Longname").time()).isEqualTo("infusion not charted");
        assertThat(bedside.gradeProperty().get().toString()).doesNotContain("day ");
    }

    @Test
    void thereAreNoDaysTwoToSevenUntilTheInfusionIsCharted() {
        bedside.trend().setTimeWindow(TimeWindow.DAY_2_TO_7);
        assertThat(bedside.trend().timeWindowProperty().get()).isEqualTo(TimeWindow.DAY);

        ward.tell(
                bravo,
                new Entry.InfusionCharted(
                        new Infusion("tisa-cel", Ward.START.plus(Duration.ofHours(29)))));
        ward.pass(Duration.ofSeconds(1));
        show();
        bedside.trend().setTimeWindow(TimeWindow.DAY_2_TO_7);

        assertThat(bedside.trend().timeWindowProperty().get()).isEqualTo(TimeWindow.DAY_2_TO_7);
        assertThat(bedside.headerProperty().get().day()).isEqualTo("day 0  02:05");
        assertThat(bedside.headerProperty().get().product()).isEqualTo("tisa-cel");
        assertThat(card("DEMO Bravo-Longname").time()).isEqualTo("day 0  02:05");
    }

    @Test
    void aPatientWhoseBedWasGivenAwayIsShownWithoutIt() {
        assertThat(card("DEMO Delta").bed()).isEqualTo("3");
        assertThat(card("DEMO Charlie").bed()).isEqualTo("–");
        assertThat(card("DEMO Charlie").warning()).isEqualTo("bed 3 was given to another patient");
        bedside.show(
                ward.session().latest().stay(new StayId("stay-charlie")).orElseThrow(), ward.now());
        assertThat(bedside.headerProperty().get().bed()).isEqualTo("no bed");
        assertThat(bedside.headerProperty().get().infused())
                .isEqualTo("bed 3 was given to another patient · admitted 1 Mar 08:00");
    }

    /** Leaves pictures in {@code target/screens}, for eyes to judge. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    BOARD,   stay-bravo,   1280, 800
                    BOARD,   stay-bravo,   1920, 1080
                    BEDSIDE, stay-bravo,   1280, 800
                    BEDSIDE, stay-bravo,   1920, 1080
                    BEDSIDE, stay-charlie, 1280, 800
                    """)
    void bothScreensArePainted(ShellViewModel.Screen screen, StayId stay, int width, int height)
            throws Exception {
        Path file =
                Path.of(
                        "target",
                        "screens",
                        "not-infused-%s-%s-%dx%d.png".formatted(screen, stay, width, height));
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);

        ScreenPicture.write(
                ward.session(),
                ZoneOffset.UTC,
                new ScreenPicture.Request(screen, stay, Theme.NIGHT, width, height),
                file);

        assertThat(file).isNotEmptyFile();
    }
}
