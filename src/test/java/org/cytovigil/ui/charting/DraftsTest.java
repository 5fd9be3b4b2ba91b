package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
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
            return found.filter(file -> file.toString().endsWith(".draft")).toList();
        }
    }

    private void keep(StayId stay, Draft draft) {
        try (Drafts drafts = Drafts.in(folder)) {
            drafts.keep(stay, "vitals", draft);
            drafts.write(stay, "vitals");
        }
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
                        name ->
                                assertThat(name)
                                        .doesNotContain("MRN")
                                        .matches("[0-9a-f]{24}-vitals\\.[0-9a-f-]{36}\\.draft"));
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
        Drafts first = Drafts.in(folder);
        Desk desk = new Desk(first).open(new VitalsSheet());
        Instant typed = desk.ward.now();
        desk.type("heart-rate", "112");
        first.close();

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
        Drafts first = Drafts.in(folder);
        new Desk(first).open(new VitalsSheet()).type("heart-rate", "112");
        first.close();
        Desk after = new Desk(Drafts.in(folder)).open(new VitalsSheet());

        after.model().dropDraft();

        assertThat(after.model().offerProperty().get()).isEmpty();
        assertThat(Drafts.in(folder).find(after.alpha, "vitals")).isEmpty();
    }

    @Test
    void aClearedSheetLeavesNoDraft() {
        Desk desk = new Desk(Drafts.in(folder)).open(new VitalsSheet());
        desk.type("heart-rate", "112").type("heart-rate", "");
        desk.drafts.close();

        assertThat(Drafts.in(folder).find(desk.alpha, "vitals")).isEmpty();
    }

    private static Draft rate(String value) {
        return new Draft(TYPED.at(), Map.of("heart-rate", value));
    }

    @Test
    void twoWindowsOnOneStoreNeverOverwriteEachOther() {
        try (Drafts one = Drafts.in(folder);
                Drafts other = Drafts.in(folder)) {
            one.keep(ALPHA, "vitals", rate("112"));
            one.write(ALPHA, "vitals");

            assertThat(other.find(ALPHA, "vitals")).isEmpty();
            other.keep(ALPHA, "vitals", rate("96"));
            other.write(ALPHA, "vitals");
            other.forget(ALPHA, "vitals");
            other.write(ALPHA, "vitals");
        }

        assertThat(Drafts.in(folder).find(ALPHA, "vitals")).contains(rate("112"));
    }

    @Test
    void ofWhatTwoProgramsLeftTheLatestIsOfferedFirstAndThenTheOther() {
        Draft later = new Draft(TYPED.at().plusSeconds(60), Map.of("heart-rate", "96"));
        keep(ALPHA, later);
        keep(ALPHA, TYPED);

        try (Drafts after = Drafts.in(folder)) {
            assertThat(after.find(ALPHA, "vitals")).contains(later);
            after.forget(ALPHA, "vitals");
            after.write(ALPHA, "vitals");
        }

        assertThat(Drafts.in(folder).find(ALPHA, "vitals")).contains(TYPED);
    }

    @Test
    void whatIsLeftIsTakenOverByOneProgramOnly() {
        keep(ALPHA, TYPED);

        try (Drafts one = Drafts.in(folder);
                Drafts other = Drafts.in(folder)) {
            assertThat(one.find(ALPHA, "vitals")).contains(TYPED);
            assertThat(other.find(ALPHA, "vitals")).isEmpty();
        }
    }

    /** Another program, which keeps a draft and waits to be killed. */
    static final class Other {
        private Other() {}

        /** Keeps a draft in the folder named. */
        public static void main(String[] args) throws IOException {
            Drafts drafts = Drafts.in(Path.of(args[0]));
            drafts.keep(ALPHA, "vitals", TYPED);
            drafts.write(ALPHA, "vitals");
            System.out.println("kept");
            // Ends when the test does, whatever happens to it.
            int end = System.in.read();
            drafts.keep(ALPHA, "end", new Draft(TYPED.at(), Map.of("end", String.valueOf(end))));
        }
    }

    @Test
    void whatAKilledProgramLeftIsTakenOverAndNotBefore() throws Exception {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Other.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (Drafts here = Drafts.in(folder);
                BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("kept");
            assertThat(here.find(ALPHA, "vitals")).isEmpty();

            other.destroyForcibly();
            other.waitFor();

            assertThat(here.find(ALPHA, "vitals")).contains(TYPED);
        } finally {
            other.destroyForcibly();
        }
    }
}
