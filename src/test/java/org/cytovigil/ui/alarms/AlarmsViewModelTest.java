package org.cytovigil.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The screen of alarms without a display: what stands, what is hidden, what was. */
// [utest->req~ui.alarm-screen~1]
class AlarmsViewModelTest {
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final StayId bravo = ward.admit("7", "DEMO Bravo");
    private final AlarmKey rise = new AlarmKey(alpha, AlarmKind.GRADE_RISE);
    private final AlarmsViewModel model =
            new AlarmsViewModel(ward.session(), ZoneOffset.UTC, Runnable::run, Runnable::run);

    private void show() {
        ward.pass(Duration.ofSeconds(1));
        model.show(ward.session().latest());
    }

    private List<String> log() {
        return model.history().stream()
                .map(row -> row.time() + " " + row.bed() + " " + row.what())
                .toList();
    }

    /** 08:00:00 fever in bed 4, answered at 08:05:00; 08:10 hypotension in bed 7. */
    private void anHour() {
        model.setOpen(true);
        ward.chart(alpha, 38.4, 118, 70, 0);
        ward.pass(Duration.ofMinutes(5));
        ward.tell(alpha, new Entry.Acknowledged(rise, 1, "cultures taken"));
        ward.pass(Duration.ofMinutes(5));
        ward.chart(bravo, 39.0, 86, 50, 0);
        show();
    }

    @Test
    void whatStandsSaysWhoseItIsAndHowItIsAnswered() {
        anHour();

        assertThat(model.standing())
                .extracting(StandingRow::who, StandingRow::answer)
                .containsSubsequence(
                        org.assertj.core.groups.Tuple.tuple(
                                "Bed 7 · DEMO Bravo · MRN MRN 7", "unanswered for 0 min"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Bed 4 · DEMO Alpha · MRN MRN 4",
                                "acknowledged 5 min ago by nurse N2: cultures taken · raised 10 min"
                                        + " ago"));
    }

    @Test
    void theLogIsInWordsAndNewestFirst() {
        anHour();
        model.kindProperty().set(AlarmKind.GRADE_RISE);

        assertThat(log())
                .hasSize(3)
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .startsWith("1 Mar 08:10:00 7 raised: ASTCT 2019 0 → 2"),
                        line ->
                                assertThat(line)
                                        .startsWith(
                                                "1 Mar 08:05:00 4 acknowledged by nurse N2:"
                                                        + " cultures taken · ASTCT 2019 0 → 1"),
                        line ->
                                assertThat(line)
                                        .startsWith("1 Mar 08:00:00 4 raised: ASTCT 2019 0 → 1"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    cultures,          1
                    CULTURES taken,    1
                    bravo raised !!,   1
                    mrn 4 cultures,    1
                    cultures bravo,    0
                    """)
    void everyWordOfTheSearchMustFit(String words, int lines) {
        anHour();
        model.kindProperty().set(AlarmKind.GRADE_RISE);

        model.searchProperty().set(words);

        assertThat(model.history()).hasSize(lines);
    }

    @Test
    void theLogIsFilteredByPatientAndPriority() {
        anHour();
        assertThat(model.beds())
                .extracting(AlarmsViewModel.Whose::text)
                .containsExactly(
                        "all patients and the unit",
                        "Unit",
                        "Bed 4 · DEMO Alpha · MRN MRN 4",
                        "Bed 7 · DEMO Bravo · MRN MRN 7");

        model.whoseProperty().set(model.beds().get(2));
        assertThat(model.history()).isNotEmpty().allMatch(row -> row.stay().equals(alpha));

        model.whoseProperty().set(model.beds().getFirst());
        model.priorityProperty().set(AlarmPriority.MEDIUM);
        assertThat(model.history()).isNotEmpty().allMatch(row -> row.mark().equals("!!"));
    }

    @Test
    void whatIsPutOffIsEndedByHand() {
        anHour();
        AlarmKey other = new AlarmKey(bravo, AlarmKind.GRADE_RISE);
        ward.tell(
                bravo,
                new Entry.AlarmShelved(
                        other, 2, "echo under way", ward.now().plus(Duration.ofHours(1))));
        show();
        HiddenRow row =
                model.hidden().stream()
                        .filter(found -> found.key().equals(other))
                        .findFirst()
                        .orElseThrow();
        assertThat(row.why()).isEqualTo("put off until 09:10 by nurse N2: echo under way");

        model.bringBack(row);
        show();

        assertThat(model.hidden()).noneMatch(found -> found.key().equals(other));
        assertThat(model.standing()).anyMatch(found -> found.alarm().key().equals(other));
        assertThat(model.history().getFirst().what())
                .startsWith("no longer put off, still so: ASTCT 2019 0 → 2");
    }

    @Test
    void whatIsOutOfServiceIsPutBack() {
        anHour();
        AlarmKey other = new AlarmKey(bravo, AlarmKind.GRADE_RISE);
        ward.tell(bravo, new Entry.AlarmTakenOut(other, "comfort care"));
        show();
        HiddenRow row = model.hidden().getFirst();
        assertThat(row.why()).isEqualTo("out of service, by nurse N2: comfort care");

        model.bringBack(row);
        show();

        assertThat(model.standing()).anyMatch(found -> found.alarm().key().equals(other));
    }

    @Test
    void whatTheUnitWasToldStandsInTheLogToo() {
        model.setOpen(true);
        ward.session().find(AlarmKind.SCREEN_FROZEN, 1, "the screen stood still 08:00:10-08:00:19");
        show();
        ward.session().find(AlarmKind.SCREEN_FROZEN, 0, "");
        show();

        assertThat(model.history())
                .extracting(LogRow::name, LogRow::what)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Unit",
                                "over, not yet answered: the screen stood still 08:00:10-08:00:19"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Unit", "raised: the screen stood still 08:00:10-08:00:19"));
    }

    @Test
    void linesShownAreExportedWithCommasAndQuotesKept(@TempDir Path folder) throws Exception {
        anHour();
        ward.tell(alpha, new Entry.AlarmTakenOut(rise, "said \"stop\", twice"));
        show();
        model.kindProperty().set(AlarmKind.GRADE_RISE);
        model.whoseProperty().set(model.beds().get(2));
        Path file = folder.resolve("alarms.csv");

        model.export(file);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines)
                .hasSize(4)
                .startsWith(
                        "time,bed,patient,record,kind,priority,what",
                        "2026-03-01T08:10:01Z,4,DEMO Alpha,MRN 4,grade rise,\"!\",\"taken out of"
                                + " service by nurse N2: said \"\"stop\"\", twice\"");
        assertThat(model.messageProperty().get()).isEqualTo("3 lines were written to " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+4", "-4", "@SUM(1)"})
    void noCellOfTheExportIsAFormula(String bed, @TempDir Path folder) throws Exception {
        anHour();
        ward.tell(alpha, new Entry.Moved(bed));
        ward.tell(alpha, new Entry.AlarmTakenOut(rise, "comfort care"));
        show();
        Path file = folder.resolve("alarms.csv");

        model.export(file);

        assertThat(Files.readAllLines(file))
                .anyMatch(line -> line.contains(",'" + bed + ","))
                .noneMatch(line -> line.contains("," + bed));
    }

    @Test
    void theLogNamesTheBedOfThatTime() {
        anHour();
        ward.tell(alpha, new Entry.Moved("9"));
        ward.pass(Duration.ofMinutes(1));
        ward.tell(alpha, new Entry.AlarmTakenOut(rise, "comfort care"));
        show();
        model.kindProperty().set(AlarmKind.GRADE_RISE);
        model.whoseProperty().set(model.beds().get(2));

        assertThat(model.history()).extracting(LogRow::bed).containsExactly("9", "4", "4");
    }

    @Test
    void whoAnsweredAfterItWasOverIsNamed() {
        model.setOpen(true);
        ward.session().find(AlarmKind.MONITOR_OFF, 1, "the monitor was off 08:00-08:10");
        show();
        ward.session().find(AlarmKind.MONITOR_OFF, 0, "");
        show();
        ward.session()
                .tell(
                        new Entry.Acknowledged(
                                new AlarmKey(AlarmKey.UNIT, AlarmKind.MONITOR_OFF),
                                1,
                                "trends seen"));
        show();

        assertThat(model.history().getFirst().what())
                .isEqualTo("acknowledged by nurse N2: trends seen, after it was over");
    }

    @Test
    void linesOfOneMomentKeepTheirOrder() {
        anHour();
        show();

        List<LogRow> once = List.copyOf(model.history());
        model.searchProperty().set("raised");
        model.searchProperty().set("");

        assertThat(model.history()).containsExactlyElementsOf(once);
        assertThat(once)
                .isSortedAccordingTo(
                        Comparator.comparing((LogRow row) -> row.line().at()).reversed());
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid(@TempDir Path folder) {
        anHour();

        model.export(folder.resolve("no-such-folder").resolve("alarms.csv"));

        assertThat(model.messageProperty().get())
                .contains("could not be written")
                .contains("Nothing is lost");
    }

    @Test
    void aClosedScreenIsNotMade() {
        anHour();
        model.setOpen(false);
        int lines = model.history().size();

        ward.chart(bravo, 39.0, 86, 50, 6);
        show();
        assertThat(model.history()).hasSize(lines);

        model.setOpen(true);
        assertThat(model.history()).hasSizeGreaterThan(lines);
    }
}
