package org.cytovigil.ui.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.alarms.AlarmsViewModel;
import org.cytovigil.ui.alarms.LogRow;
import org.cytovigil.ui.alarms.StandingRow;
import org.cytovigil.ui.bedside.BedsideViewModel;
import org.cytovigil.ui.board.BedCard;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.shell.ShellViewModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random days on a unit of four beds, done through the forms of the screens, against the plainest
 * model there is: a map from bed to name.
 */
// [utest->req~ui.bed-reuse~1]
class BedReuseTest {
    private static final int STEPS = 120;
    private static final List<String> BEDS = List.of("1", "2", "3", "4");

    private final Ward ward = new Ward();
    private final Workbench bench =
            new Workbench(
                    ward.session(), ZoneOffset.UTC, Runnable::run, Runnable::run, words -> {});
    private final ShellViewModel shell = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private final BoardViewModel board = new BoardViewModel(() -> Ward.START);
    private final BedsideViewModel bedside = new BedsideViewModel(ZoneOffset.UTC);
    private final AlarmsViewModel alarms = shell.alarms();

    /** Who is in which bed. */
    private final Map<String, String> expected = new TreeMap<>();

    /** The same as it was from a moment on. */
    private final NavigableMap<Instant, Map<String, String>> history = new TreeMap<>();

    private final List<String> left = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, StayId> ids = new TreeMap<>();
    private int admitted;

    private UnitSnapshot unit() {
        return ward.session().latest();
    }

    private void pass() {
        ward.pass(Duration.ofSeconds(1));
        shell.show();
        board.show(unit());
        alarms.show(unit());
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void admit(String bed) {
        String name = "DEMO " + Integer.toString(100 + admitted++);
        List<StayId> opened = new ArrayList<>();
        AdmitViewModel form = new AdmitViewModel(bench, opened::add);
        form.bed().set(bed);
        form.person().name().set(name);
        form.person().number().set("M" + name.substring(5));
        form.admit();
        pass();
        form.show(unit());
        boolean taken = expected.containsKey(bed);
        assertThat(opened).as("bed %s is taken: %s", bed, taken).hasSize(taken ? 0 : 1);
        if (!taken) {
            ids.put(name, opened.getFirst());
            expected.put(bed, name);
            // Each in a state that alarms, so that strip and log name somebody.
            ward.chart(opened.getFirst(), 38.6, 118, 70, 0);
        }
    }

    private void move(String from, String to) {
        MoveViewModel form =
                new MoveViewModel(bench, Objects.requireNonNull(ids.get(expected.get(from))));
        form.to().set(to);
        form.move();
        String who = expected.remove(from);
        String other = expected.remove(to);
        expected.put(to, who);
        if (other != null && !from.equals(to)) {
            expected.put(from, other);
        }
    }

    private void discharge(String bed) {
        String who = expected.remove(bed);
        new PatientViewModel(bench, Objects.requireNonNull(ids.get(who))).leaving().discharge();
        left.add(who);
    }

    private void comeBack(Random random) {
        String who = any(random, left);
        String bed = any(random, BEDS);
        LeftViewModel form = new LeftViewModel(bench);
        form.choose(ids.get(who));
        form.bed().set(bed);
        form.comeBack();
        if (!expected.containsKey(bed)) {
            left.remove(who);
            expected.put(bed, who);
        }
    }

    private void cancel(String bed) {
        String who = expected.remove(bed);
        PatientViewModel form = new PatientViewModel(bench, Objects.requireNonNull(ids.get(who)));
        form.leaving().reason().set("wrong patient");
        form.leaving().cancelAdmission();
        form.leaving().cancelAdmission();
        mistakes.add(who);
    }

    private void takeBack(Random random) {
        String who = any(random, mistakes);
        String bed = any(random, BEDS);
        LeftViewModel form = new LeftViewModel(bench);
        form.choose(ids.get(who));
        form.bed().set(bed);
        form.reason().set("was right");
        form.comeBack();
        if (!expected.containsKey(bed)) {
            mistakes.remove(who);
            expected.put(bed, who);
        }
    }

    private void step(Random random) {
        List<String> taken = List.copyOf(expected.keySet());
        switch (random.nextInt(7)) {
            case 0 -> admit(any(random, BEDS));
            case 1, 2 -> {
                if (!taken.isEmpty()) {
                    move(any(random, taken), any(random, BEDS));
                }
            }
            case 3 -> {
                if (!taken.isEmpty()) {
                    discharge(any(random, taken));
                }
            }
            case 4 -> {
                if (!taken.isEmpty()) {
                    cancel(any(random, taken));
                }
            }
            case 5 -> {
                if (!mistakes.isEmpty()) {
                    takeBack(random);
                }
            }
            default -> {
                if (!left.isEmpty()) {
                    comeBack(random);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyScreenNamesForABedThePatientWhoHasIt(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            Instant begun = ward.now();
            step(random);
            history.put(begun, Map.copyOf(expected));
            pass();
            String when = "seed %d, step %d".formatted(seed, step);
            theBoardIsRight(when);
            theBedsidesAreRight(when);
            theAlarmsAreRight(when);
        }
        theLogIsRight();
        assertThat(admitted).isGreaterThan(BEDS.size());
    }

    private void theLogIsRight() {
        alarms.setOpen(true);
        alarms.show(unit());
        List<LogRow> ofPatients =
                alarms.history().stream()
                        .filter(row -> !row.stay().equals(AlarmKey.UNIT))
                        .filter(row -> !row.bed().isEmpty())
                        .toList();
        assertThat(ofPatients).isNotEmpty();
        for (LogRow row : ofPatients) {
            assertThat(history.floorEntry(row.line().at()).getValue())
                    .as("%s %s", row.time(), row.what())
                    .containsEntry(row.bed(), row.name());
        }
    }

    private void theBoardIsRight(String when) {
        Map<String, String> shown =
                board.cards().stream()
                        .filter(card -> card.stay() != null)
                        .collect(Collectors.toMap(BedCard::bed, BedCard::name));
        assertThat(shown).as(when).isEqualTo(expected);
        assertThat(board.cards())
                .as(when)
                .noneMatch(card -> card.stay() == null && expected.containsKey(card.bed()));
    }

    private void theBedsidesAreRight(String when) {
        ids.forEach(
                (name, id) -> {
                    if (mistakes.contains(name)) {
                        assertThat(unit().stay(id)).as(when).isEmpty();
                        return;
                    }
                    StaySnapshot stay = unit().stay(id).orElseThrow();
                    bedside.show(stay, unit());
                    assertThat(bedside.headerProperty().get().name()).as(when).isEqualTo(name);
                    String bed = bedside.headerProperty().get().bed();
                    if (!stay.discharged()) {
                        assertThat(expected).as(when).containsEntry(bed, name);
                    }
                });
    }

    private void theAlarmsAreRight(String when) {
        Alarm top = shell.stripProperty().get().alarm();
        if (top != null && !top.key().concernsTheUnit()) {
            String words = shell.stripProperty().get().text();
            assertThat(expected.entrySet())
                    .as("%s: %s", when, words)
                    .anyMatch(
                            entry ->
                                    words.contains(
                                            "Bed %s · %s"
                                                    .formatted(entry.getKey(), entry.getValue())));
        }
        for (StandingRow row : alarms.standing()) {
            assertThat(expected.entrySet())
                    .as("%s: %s", when, row)
                    .anyMatch(
                            entry ->
                                    row.toString().contains("Bed " + entry.getKey() + " ·")
                                            && row.toString().contains(entry.getValue()));
        }
    }
}
