package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.policy.PolicyFile;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Adoption;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~command.policy~1]
class PolicyCommandTest {
    private static final Author CHIEF = new Author(Author.Kind.PERSON, "chief");

    @TempDir private Path folder;
    private Path store = Path.of("");
    private Path site = Path.of("");

    @BeforeEach
    void fill() throws IOException {
        store = folder.resolve("unit.db");
        site =
                file(
                        "site.toml",
                        """
                        version = "site-2"
                        [temperature]
                        fever = "38.3 Cel"
                        [unit]
                        scale = "lee2014"
                        """);
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(
                    List.of(
                            entry(0, new Entry.Admitted(Facts.stay("7", Facts.adult()))),
                            observed(1, Facts.celsius(38.1)),
                            observed(1, Facts.ROOM_AIR),
                            observed(1, Facts.NORMAL_PRESSURE),
                            observed(3, Facts.celsius(38.2))));
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Entry entry(double hours, Entry.Event event) {
        Instant at = Facts.hour(hours);
        return new Entry(new StayId("7"), at, at, CHIEF, event);
    }

    private static Entry observed(double hours, Observation observation) {
        return entry(hours, new Entry.Observed(observation));
    }

    @Test
    void showPrintsTheWholeFileOfADefaultOrAnotherPolicy() throws Exception {
        assertThat(Run.of("policy", "show").out()).isEqualTo(PolicyFile.write(SitePolicy.DEFAULT));

        Run shown = Run.of("policy", "show", site);
        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .isEqualTo(PolicyFile.write(PolicyFile.read(site)))
                .contains("version = \"site-2\"", "fever = \"38.3 Cel\"", "fresh = \"8 h\"");
    }

    @Test
    void checkSaysWhatDiffersFromTheDefault() {
        Run run = Run.of("policy", "check", site);

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "policy site-2 can be used; settings that differ from default-1: 2",
                        "  unit.scale: astct2019 -> lee2014 (the scale that grades and alarms go"
                                + " by)",
                        "  temperature.fever: 38 Cel -> 38.3 Cel (from here on a temperature is"
                                + " fever)");
    }

    @Test
    void checkTellsEveryMistakeAndEndsWithOne() throws Exception {
        Path wrong =
                file("wrong.toml", "version = \"x\"\npenn.boluses = 9\ntemperature.fevr = 1\n");

        Run run = Run.of("policy", "check", wrong);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly(
                        "cytovigil: wrong.toml:2:1: penn.boluses: 9 is not within 2 to 5",
                        "wrong.toml:3:1: temperature.fevr: there is no such key; did you mean"
                                + " temperature.fever?");
    }

    @Test
    void adoptHoldsFromTheNextFullMinuteAndListTellsOfIt() {
        Run run = Run.of("policy", "adopt", site, "--store", store, "--by", "chief");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Adoption adoption;
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            assertThat(ledger.adoptions()).hasSize(1);
            adoption = ledger.adoptions().getFirst();
        }
        assertThat(adoption.author()).isEqualTo(CHIEF);
        assertThat(adoption.from())
                .isBetween(adoption.learned().plusSeconds(30), adoption.learned().plusSeconds(90));
        assertThat(adoption.from().getEpochSecond() % 60).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "policy site-2 holds from " + Policies.time(adoption.from()) + " on",
                        "  unit.scale: astct2019 -> lee2014 (the scale that grades and alarms go"
                                + " by)",
                        "  temperature.fever: 38 Cel -> 38.3 Cel (from here on a temperature is"
                                + " fever)",
                        "What was graded before that stays as it was.");

        Run again = Run.of("policy", "adopt", site, "--store", store);
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("site-2 was adopted already").contains("nothing");
        assertThat(Run.of("policy", "list", "--store", store).out().lines())
                .containsExactly(
                        "from the beginning: policy default-1, built in",
                        "from "
                                + Policies.time(adoption.from())
                                + ": policy site-2, adopted "
                                + Policies.time(adoption.learned())
                                + " by chief",
                        "  unit.scale: astct2019 -> lee2014 (the scale that grades and alarms go"
                                + " by)",
                        "  temperature.fever: 38 Cel -> 38.3 Cel (from here on a temperature is"
                                + " fever)");
    }

    @Test
    void adoptTakesATimeAheadAndNoneOfThePast() {
        Run past =
                Run.of("policy", "adopt", site, "--store", store, "--from", "2020-01-01T00:00:00Z");
        assertThat(past.code()).isEqualTo(1);
        assertThat(past.err()).contains("site.toml: policy site-2 cannot hold from 2020-01-01");

        Run ahead =
                Run.of(
                        "policy",
                        "adopt",
                        site,
                        "--store",
                        store,
                        "--from",
                        "2990-01-01 01:00+01:00");
        assertThat(ahead.code()).isZero();
        assertThat(ahead.out()).startsWith("policy site-2 holds from 2990-01-01 00:00:00Z on");
    }

    @Test
    void aNameInUseForOtherDecisionsIsRejected() throws Exception {
        Run.of("policy", "adopt", site, "--store", store, "--from", "2990-01-01T00:00:00Z");
        Path same = file("same.toml", "version = \"site-2\"\npenn.boluses = 3\n");

        Run run =
                Run.of("policy", "adopt", same, "--store", store, "--from", "2991-01-01T00:00:00Z");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("already named site-2").contains("penn.boluses");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    policy,                                    say what to do
                    policy check,                              Missing required
                    policy adopt x.toml,                       Missing required
                    policy adopt x.toml --store y --from noon, is no time such as
                    policy list,                               Missing required
                    --store y --policy x.toml,                 cytovigil policy adopt
                    """)
    void wrongUseIsExplained(String arguments, String words) {
        Run run = Run.of((Object[]) arguments.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(words);
    }

    @Test
    void aStoreOrFileThatIsNotThereIsRejectedAndNothingIsMade() {
        Path none = folder.resolve("none.db");
        Run run = Run.of("policy", "adopt", site, "--store", none);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("There is no store");
        assertThat(none).doesNotExist();
        assertThat(Run.of("policy", "list", "--store", none).code()).isEqualTo(1);
        assertThat(Run.of("policy", "show", folder.resolve("none.toml")).err())
                .isEqualToIgnoringNewLines("cytovigil: none.toml: no such file");
    }

    @Test
    void timelineGoesByThePoliciesOfTheStoreOrByAFile() {
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            SitePolicy policy = Policies.read(site);
            ledger.adopt(policy, Facts.hour(2), Facts.ZERO, CHIEF);
        } catch (RejectedInputException e) {
            throw new AssertionError(e);
        }

        assertThat(
                        Run.of("timeline", "--store", store, "--stay", "7", "--scale", "astct2019")
                                .out()
                                .lines())
                .hasSize(3)
                .anyMatch(line -> line.contains(" 1.00 h  ASTCT 2019 1"))
                .anyMatch(line -> line.contains(" 2.00 h  ASTCT 2019 0"));
        assertThat(
                        Run.of(
                                        "timeline",
                                        "--store",
                                        store,
                                        "--stay",
                                        "7",
                                        "--policy",
                                        site,
                                        "--scale",
                                        "astct2019")
                                .out()
                                .lines())
                .hasSize(2)
                .anyMatch(line -> line.contains(" 1.00 h  ASTCT 2019 0"));
    }

    @Test
    void timelineGoesByTheScaleOfTheUnitAtTheEndOfTheStay() throws RejectedInputException {
        assertThat(Run.of("timeline", "--store", store, "--stay", "7").out())
                .startsWith("stay 7, ASTCT 2019, ");
        assertThat(Run.of("timeline", "--store", store, "--stay", "7", "--policy", site).out())
                .startsWith("stay 7, Lee 2014, ");
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            ledger.adopt(Policies.read(site), Facts.hour(2), Facts.ZERO, CHIEF);
        }
        assertThat(Run.of("timeline", "--store", store, "--stay", "7").out())
                .startsWith("stay 7, Lee 2014, ");
        assertThat(Run.of("timeline", "--store", store, "--stay", "7", "--scale", "penn").out())
                .startsWith("stay 7, Penn, ");
    }

    @Test
    void gradeGoesByAFileAndNamesIt() throws Exception {
        Path cases =
                file(
                        "case.json",
                        """
                        {"id": "a", "entries": [{"hours": 1, "temperature": {"value": 38.1, "unit": "Cel"},
                          "systolic": 120, "oxygen": {"device": "room-air"}}]}
                        """);
        Path full = file("full.toml", Run.of("policy", "show", site).out());

        Run before = Run.of("grade", "--scale", "ctcae5", "--format", "json", cases);
        Run after =
                Run.of("grade", "--scale", "ctcae5", "--format", "json", "--policy", full, cases);

        assertThat(before.err()).isEmpty();
        assertThat(before.out()).contains("\"policy\" : \"default-1\"", "\"lowest\" : 1");
        assertThat(after.out()).contains("\"policy\" : \"site-2\"", "\"lowest\" : 0");
        Run wrong = Run.of("grade", "--policy", cases, cases);
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).startsWith("cytovigil: case.json:1:");
    }

    @Test
    void aLiveUnitGoesByItsStoreAndAReplayByThePolicyNamed() throws Exception {
        SitePolicy policy = Policies.read(site);
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            ledger.adopt(policy, Facts.hour(2), Facts.ZERO, CHIEF);
            try (UnitSession live =
                    OpenUnit.live(ledger, InstantSource.fixed(Facts.hour(3)), ZoneOffset.UTC)) {
                live.beat();
                assertThat(versions(live)).containsExactly("default-1", "site-2");
            }
        }
        assertThat(OpenUnit.policyInForce(store)).isEqualTo(policy);
        try (UnitSession replay =
                OpenUnit.again(
                        OpenUnit.pastStays(store, List.of(), Facts.ZERO),
                        policy,
                        InstantSource.fixed(Facts.hour(3)),
                        ZoneOffset.UTC,
                        UnitSource.Mode.REPLAY)) {
            replay.beat();
            assertThat(versions(replay)).containsOnly("site-2");
        }
    }

    private static List<String> versions(UnitSession session) {
        return session.latest().stays().getFirst().history(ScaleId.ASTCT_2019).stream()
                .map(assessment -> assessment.policyVersion())
                .toList();
    }

    /** On the screen of a window that runs while the file is refused. */
    // [utest->req~policy.refused~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [alarm-oxygen-step]!dealy = "2 min" | policy ward.toml line 3: alarm-oxygen-step.dealy:
                    [alarm-oxygen-stepp]!delay = "2 min" | policy ward.toml line 2: alarm-oxygen-stepp:
                    [alarm-oxygen-step]!delay = 2 | policy ward.toml line 3: alarm-oxygen-step.delay:
                    [alarm-oxygen-step]!delay = "2 h" | policy ward.toml line 3: alarm-oxygen-step.delay:
                    [alarm-oxygen-step]!priority = "loud" | policy ward.toml line 3: alarm-oxygen-step.priority:
                    [alarm-grade-rise]!high-from = 9 | policy ward.toml line 3: alarm-grade-rise.high-from:
                    [alarm-oxygen-step!delay = "2 min" | policy ward.toml line 2:
                    """)
    void aRefusedFileIsSaidOnScreenAndThePolicyBeforeStays(String text, String said)
            throws Exception {
        Path ward = file("ward.toml", "version = \"w\"\n" + text.replace('!', '\n') + "\n");
        try (JdbcLedger ledger = JdbcLedger.openExisting(store);
                UnitSession live = OpenUnit.live(ledger, new SystemClock(), ZoneOffset.UTC)) {
            live.beat();

            Run refused = Run.of("policy", "adopt", ward, "--store", store);
            live.beat();
            live.beat();

            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("ward.toml:");
            assertThat(live.latest().alarms())
                    .filteredOn(alarm -> alarm.key().kind() == AlarmKind.POLICY_REFUSED)
                    .singleElement()
                    .satisfies(
                            alarm -> {
                                assertThat(alarm.answered()).isFalse();
                                assertThat(alarm.condition().cause())
                                        .startsWith(said)
                                        .endsWith("; policy default-1 stays in force");
                            });
            assertThat(ledger.adoptions()).isEmpty();
        }
    }
}
