package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.StayId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~ui.chart-drafts~1]
class DraftsTest {
    private static final StayId ALPHA = new StayId("MRN-0042");
    private static final Draft TYPED =
            new Draft(
                    Instant.parse("2026-03-01T18:00:00Z"),
                    Map.of("temperature", "39.4", "in-words", "a=b # ü\nnext"));

    @TempDir private Path folder;

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }

    private void keep(StayId stay, Draft draft) {
        Drafts drafts = Drafts.in(folder);
        drafts.keep(stay, "vitals", draft);
        drafts.write(stay, "vitals");
    }

    @Test
    void whatWasTypedOutlivesTheProgram() {
        keep(ALPHA, TYPED);

        assertThat(Drafts.in(folder).find(ALPHA, "vitals")).contains(TYPED);
    }

    @Test
    void aDraftIsOfOnePatientAndOnePanel() {
        keep(ALPHA, TYPED);

        assertThat(Drafts.in(folder).find(new StayId("MRN-0043"), "vitals")).isEmpty();
        assertThat(Drafts.in(folder).find(ALPHA, "oxygen")).isEmpty();
    }

    @Test
    void theNameOfItsFileNamesNobody() throws IOException {
        keep(ALPHA, TYPED);

        assertThat(files())
                .singleElement()
                .extracting(file -> file.getFileName().toString())
                .satisfies(
                        name -> assertThat(name).doesNotContain("0042").endsWith("-vitals.draft"));
    }

    @Test
    void whatIsChartedLeavesNoFile() throws IOException {
        Drafts drafts = Drafts.in(folder);
        drafts.keep(ALPHA, "vitals", TYPED);
        drafts.write(ALPHA, "vitals");

        drafts.forget(ALPHA, "vitals");
        drafts.write(ALPHA, "vitals");

        assertThat(files()).isEmpty();
        assertThat(drafts.find(ALPHA, "vitals")).isEmpty();
    }

    @Test
    void aWriteThatComesLateBringsBackNothing() throws IOException {
        Drafts drafts = Drafts.in(folder);
        drafts.keep(ALPHA, "vitals", TYPED);
        drafts.forget(ALPHA, "vitals");

        drafts.write(ALPHA, "vitals");

        assertThat(files()).isEmpty();
    }

    @Test
    void aFileThatIsNoDraftIsNone() throws IOException {
        keep(ALPHA, TYPED);
        Files.writeString(files().getFirst(), "at=yesterday\nfield.temperature=\\u00zz");

        assertThat(Drafts.in(folder).find(ALPHA, "vitals")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsSaid() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        Drafts drafts = Drafts.in(taken);
        drafts.keep(ALPHA, "vitals", TYPED);

        assertThatThrownBy(() -> drafts.write(ALPHA, "vitals"))
                .isInstanceOf(UncheckedIOException.class);

        Desk desk = new Desk(Drafts.in(taken)).open(new VitalsSheet());
        desk.type("heart-rate", "112");

        assertThat(desk.model().noticeProperty().get()).startsWith("What you type cannot be kept");
    }

    @Test
    void afterACrashItIsOfferedWithItsAgeAndChartedAtTheTimeItWasTyped() {
        Desk desk = new Desk(Drafts.in(folder)).open(new VitalsSheet());
        Instant typed = desk.ward.now();
        desk.type("heart-rate", "112");

        Desk after = new Desk(Drafts.in(folder)).open(new VitalsSheet());
        after.pass(Duration.ofMinutes(12));
        assertThat(after.model().offerProperty().get())
                .isEqualTo("Typed 12 min ago and not charted.");
        assertThat(after.field("heart-rate").text()).isEmpty();

        after.model().takeDraft();
        after.save();

        assertThat(after.charted).containsExactly(new HeartRate(112));
        assertThat(after.times).containsExactly(typed);
        assertThat(Drafts.in(folder).find(after.alpha, "vitals")).isEmpty();
    }

    @Test
    void whatIsDroppedIsOfferedNoMore() {
        new Desk(Drafts.in(folder)).open(new VitalsSheet()).type("heart-rate", "112");
        Desk after = new Desk(Drafts.in(folder)).open(new VitalsSheet());

        after.model().dropDraft();

        assertThat(after.model().offerProperty().get()).isEmpty();
        assertThat(Drafts.in(folder).find(after.alpha, "vitals")).isEmpty();
    }

    @Test
    void aClearedSheetLeavesNoDraft() {
        Desk desk = new Desk(Drafts.in(folder)).open(new VitalsSheet());
        desk.type("heart-rate", "112").type("heart-rate", "");

        assertThat(Drafts.in(folder).find(desk.alpha, "vitals")).isEmpty();
    }
}
