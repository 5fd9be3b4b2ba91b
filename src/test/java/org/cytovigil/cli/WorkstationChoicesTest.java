package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cytovigil.ui.trend.LaneChoice;
import org.cytovigil.ui.trend.LaneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workstation keeps over a restart. */
// [utest->req~ui.sound-kept~1]
class WorkstationChoicesTest {
    @TempDir private Path folder;

    private WorkstationChoices choices() {
        return new WorkstationChoices(folder.resolve("unit.db"), Runnable::run);
    }

    private Path file() {
        return folder.resolve("unit.db.workstation.properties");
    }

    @Test
    void soundIsOffUntilSomebodyChooses() {
        WorkstationChoices first = choices();

        assertThat(first.on()).isFalse();
        assertThat(first.said()).isEmpty();
        assertThat(file()).as("nothing is written by looking").doesNotExist();
    }

    @Test
    void whatWasChosenIsThereAfterARestart() {
        choices().choose(true);
        assertThat(choices().on()).isTrue();

        choices().choose(false);
        assertThat(choices().on()).isFalse();
        assertThat(folder.resolve("unit.db.workstation.properties.new")).doesNotExist();
    }

    // [utest->req~ui.text-size~1]
    @Test
    void theSizeOfTextIsKeptBesideTheSound() {
        choices().choose(true);
        choices().chooseText(125);

        assertThat(choices().textPercent()).isEqualTo(125);
        assertThat(choices().on()).isTrue();
    }

    // [utest->req~ui.trend-lanes-chosen~1]
    @Test
    void theLanesAreKeptBesideTheSound() {
        LaneChoice chosen =
                LaneChoice.USUAL
                        .with(LaneId.RATES, LaneChoice.Fold.OPEN)
                        .moved(LaneId.RATES, -3)
                        .taller(LaneId.OXYGEN);
        choices().choose(true);
        choices().chooseLanes(chosen);

        assertThat(choices().lanes().order()).isEqualTo(chosen.order());
        assertThat(choices().lanes().opened(LaneId.RATES)).isTrue();
        assertThat(choices().lanes().height(LaneId.OXYGEN)).isEqualTo(1.4);
        assertThat(choices().on()).isTrue();
    }

    // [utest->req~ui.trend-lanes-chosen~1]
    @Test
    void lanesThatCannotBeReadAreTheUsualOnesAndTheSoundIsKept() throws IOException {
        Files.writeString(file(), "sound=on\ntext=125\nlanes=temperature sideways 7\n");

        assertThat(choices().lanes()).isEqualTo(LaneChoice.USUAL);
        assertThat(choices().textPercent()).isEqualTo(125);
        assertThat(choices().on()).isTrue();
        assertThat(choices().said()).isEmpty();
    }

    @Test
    void aFileOfBeforeThereWereSizesHasTheUsualOne() throws IOException {
        Files.writeString(file(), "sound=on\n");

        assertThat(choices().textPercent()).isEqualTo(100);
        assertThat(choices().said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sound=",
                "sound=loud",
                "so",
                "sound=on\\u00",
                "sound=on\ntext=large",
                "sound=on\ntext=400",
                "\0\0\0\0"
            })
    void aBrokenFileIsKeptAsBadAndSaidAndSoundIsOff(String text) throws IOException {
        Files.writeString(file(), text);

        WorkstationChoices broken = choices();

        assertThat(broken.on()).isFalse();
        assertThat(broken.textPercent()).isEqualTo(100);
        assertThat(broken.said())
                .isEqualTo(
                        "The choices of this workstation cannot be read, and it is kept as"
                                + " unit.db.workstation.properties.bad. Sound is off until somebody"
                                + " switches it on, and text is of the usual size.");
        assertThat(folder.resolve("unit.db.workstation.properties.bad")).hasContent(text);
        assertThat(file()).doesNotExist();
        broken.choose(true);
        assertThat(choices().on()).isTrue();
        assertThat(choices().said()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreABrokenFileToo() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 's'});

        assertThat(choices().said()).isNotEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenStopsNothing() throws IOException {
        Files.createDirectory(file());
        Files.writeString(file().resolve("in"), "the way", StandardCharsets.UTF_8);
        WorkstationChoices barred = choices();
        Files.createDirectories(folder.resolve("unit.db.workstation.properties.new"));

        barred.choose(true);

        assertThat(choices().on()).isFalse();
    }
}
