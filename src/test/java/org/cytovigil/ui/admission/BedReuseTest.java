package org.cytovigil.ui.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Reading;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.admission.BedWalk.Person;
import org.cytovigil.ui.alarms.AlarmsViewModel;
import org.cytovigil.ui.alarms.LogRow;
import org.cytovigil.ui.alarms.StandingRow;
import org.cytovigil.ui.bedside.BedsideViewModel;
import org.cytovigil.ui.board.BedCard;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.handover.UnitOverview;
import org.cytovigil.ui.shell.ShellViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is done, each bed shows the patient who has it: by name, record number and a temperature
 * that nobody else has. Without nodes; what is painted is looked at by {@code BedReusePaintedTest}.
 */
// [utest->req~ui.bed-reuse~1]
class BedReuseTest {
    private static final int LONG = 120;
    private static final int SEQUENCES = Integer.getInteger("sequences", 10_000);
    private static final int SHORT = 8;

    /** All that is shown of one unit without a node. */
    private static final class Screens {
        private final BedWalk walk;
        private final ShellViewModel shell;
        private final BoardViewModel board = new BoardViewModel(() -> Ward.START);
        private final BedsideViewModel bedside = new BedsideViewModel(ZoneOffset.UTC);
        private final AlarmsViewModel alarms;
        private final Map<StayId, PatientViewModel> panels = new HashMap<>();
        private String when = "";

        Screens(long seed) {
            walk = new BedWalk(seed);
            shell = new ShellViewModel(walk.source(), ZoneOffset.UTC);
            alarms = shell.alarms();
        }

        void step(String now) {
            when = now;
            walk.step();
            shell.show();
            board.show(walk.unit());
            alarms.show(walk.unit());
        }

        void theBoardIsRight() {
            Map<String, Person> expected = walk.expected();
            Map<String, Person> shown = new HashMap<>();
            for (BedCard card : board.cards()) {
                if (card.stay() == null) {
                    assertThat(expected).as(when).doesNotContainKey(card.bed());
                    continue;
                }
                shown.put(
                        card.bed(),
                        new Person(
                                card.stay(),
                                card.name(),
                                card.recordNumber(),
                                card.temperature().text()));
            }
            assertThat(shown).as(when).isEqualTo(expected);
        }

        void theBedsidesAreRight(Collection<Person> people) {
            for (Person person : people) {
                if (walk.isMistake(person)) {
                    assertThat(walk.unit().stay(person.id())).as(when).isEmpty();
                    continue;
                }
                StaySnapshot stay = walk.unit().stay(person.id()).orElseThrow();
                bedside.show(stay, walk.unit());
                assertThat(bedside.headerProperty().get().name()).as(when).isEqualTo(person.name());
                assertThat(bedside.headerProperty().get().identity())
                        .as(when)
                        .contains(person.number());
                assertThat(celsius(stay)).as(when).isEqualTo(person.celsius());
                assertThat(stay.discharged()).as(when).isEqualTo(walk.hasLeft(person));
                String bed = bedside.headerProperty().get().bed();
                if (!stay.discharged()) {
                    assertThat(walk.expected()).as(when).containsEntry(bed, person);
                }
            }
        }

        private static String celsius(StaySnapshot stay) {
            return stay.picture().temperature() instanceof Reading.Measured<BodyTemperature> known
                    ? String.format(Locale.ROOT, "%.1f", known.value().value().celsius())
                    : "none";
        }

        void theAlarmsAreRight() {
            Alarm top = shell.stripProperty().get().alarm();
            if (top != null && !top.key().concernsTheUnit()) {
                String words = shell.stripProperty().get().text();
                assertThat(walk.expected().entrySet())
                        .as("%s: %s", when, words)
                        .anyMatch(
                                entry ->
                                        entry.getValue().id().equals(top.key().stay())
                                                && words.contains(
                                                        "Bed %s · %s"
                                                                .formatted(
                                                                        entry.getKey(),
                                                                        entry.getValue().name())));
            }
            for (StandingRow row : alarms.standing()) {
                assertThat(walk.expected().entrySet())
                        .as("%s: %s", when, row)
                        .anyMatch(
                                entry ->
                                        row.toString().contains("Bed " + entry.getKey() + " ·")
                                                && row.toString()
                                                        .contains(entry.getValue().name()));
            }
        }

        void theHandOverIsRight() {
            for (UnitOverview.Row row : UnitOverview.of(walk.unit(), ZoneOffset.UTC).rows()) {
                assertThat(walk.expected().entrySet())
                        .as("%s: %s", when, row)
                        .anyMatch(
                                entry ->
                                        row.bed().equals("Bed " + entry.getKey())
                                                && row.who()
                                                        .getFirst()
                                                        .equals(entry.getValue().name())
                                                && row.who()
                                                        .getLast()
                                                        .contains(entry.getValue().number())
                                                && row.vitals()
                                                        .toString()
                                                        .contains(entry.getValue().celsius()));
            }
        }

        /** Panels stay open from the first step in which their patient was there. */
        void theHeadingsAreRight() {
            walk.expected()
                    .forEach(
                            (bed, person) -> {
                                PatientViewModel panel =
                                        panels.computeIfAbsent(
                                                person.id(),
                                                id -> new PatientViewModel(walk.bench(), id));
                                panel.show(walk.unit());
                                assertThat(panel.shownProperty().get().title())
                                        .as(when)
                                        .contains("bed " + bed, person.name(), person.number());
                                MoveViewModel move = new MoveViewModel(walk.bench(), person.id());
                                move.to().set("9");
                                assertThat(move.planProperty().get().words())
                                        .as(when)
                                        .contains("bed " + bed, person.name(), person.number());
                            });
        }

        int theLogIsRight() {
            alarms.setOpen(true);
            alarms.show(walk.unit());
            int rows = 0;
            for (LogRow row : alarms.history()) {
                if (!row.stay().equals(AlarmKey.UNIT) && !row.bed().isEmpty()) {
                    StayId had = walk.whoHad(row.bed(), row.line().at());
                    assertThat(had).as("%s: %s", when, row).isEqualTo(row.stay());
                    assertThat(walk.people())
                            .as("%s: %s", when, row)
                            .anyMatch(
                                    person ->
                                            person.id().equals(had)
                                                    && person.name().equals(row.name())
                                                    && person.number().equals(row.record()));
                    rows++;
                }
            }
            return rows;
        }

        void allIsRight(Collection<Person> people) {
            theBoardIsRight();
            theBedsidesAreRight(people);
            theAlarmsAreRight();
            theHandOverIsRight();
            theHeadingsAreRight();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyScreenNamesForABedThePatientWhoHasIt(long seed) {
        Screens screens = new Screens(seed);
        for (int step = 0; step < LONG; step++) {
            screens.step("seed %d, step %d".formatted(seed, step));
            screens.allIsRight(screens.walk.people());
        }
        assertThat(screens.theLogIsRight()).isPositive();
        assertThat(screens.walk.people()).hasSizeGreaterThan(BedWalk.BEDS.size());
    }

    @Test
    void soItIsAfterTenThousandRandomSequences() {
        LongStream.range(1_000, 1_000 + SEQUENCES)
                .parallel()
                .forEach(
                        seed -> {
                            Screens screens = new Screens(seed);
                            for (int step = 0; step < SHORT; step++) {
                                screens.step("seed " + seed);
                            }
                            screens.allIsRight(screens.walk.expected().values());
                            screens.theLogIsRight();
                        });
    }
}
