package org.cytovigil.ui.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.panel.Workbench;
import org.jspecify.annotations.Nullable;

/**
 * A random day on a unit of four beds, done through the forms of the screens one step at a time,
 * and the plainest model there is of who must be where: a map from bed to person. The same seed
 * gives the same day.
 */
public final class BedWalk {
    static final List<String> BEDS = List.of("1", "2", "3", "4");

    /**
     * Who was ever admitted.
     *
     * @param name as it is now
     * @param celsius the temperature, which nobody else on this unit has
     */
    public record Person(StayId id, String name, String number, String celsius) {}

    private final Ward ward = new Ward();
    private final Workbench bench =
            new Workbench(
                    ward.session(), ZoneOffset.UTC, Runnable::run, Runnable::run, words -> {});
    private final Random random;

    private final Map<StayId, Person> people = new HashMap<>();
    private final Map<String, StayId> inBed = new TreeMap<>();
    private final NavigableMap<Instant, Map<String, StayId>> history = new TreeMap<>();
    private final List<StayId> left = new ArrayList<>();
    private final List<StayId> mistakes = new ArrayList<>();
    private int corrected;

    public BedWalk(long seed) {
        random = new Random(seed);
    }

    /** The unit. */
    public UnitSource source() {
        return ward.session();
    }

    /** What panels work with. */
    Workbench bench() {
        return bench;
    }

    /** The unit as of now. */
    UnitSnapshot unit() {
        return ward.session().latest();
    }

    /** Who must be in which bed. */
    public Map<String, Person> expected() {
        Map<String, Person> persons = new TreeMap<>();
        inBed.forEach((bed, id) -> persons.put(bed, person(id)));
        return persons;
    }

    /** Who had a bed at a moment; {@code null} for nobody. */
    @Nullable StayId whoHad(String bed, Instant at) {
        return history.floorEntry(at).getValue().get(bed);
    }

    /** Everybody who was ever admitted. */
    public List<Person> people() {
        return people.values().stream().sorted(Comparator.comparing(Person::number)).toList();
    }

    /** Whether the admission was cancelled, and that stands. */
    public boolean isMistake(Person person) {
        return mistakes.contains(person.id());
    }

    /** Whether the person was discharged, and that stands. */
    public boolean hasLeft(Person person) {
        return left.contains(person.id());
    }

    private Person person(StayId id) {
        return Objects.requireNonNull(people.get(id));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Does something, and lets a second pass. */
    public void step() {
        Instant begun = ward.now();
        act();
        history.put(begun, Map.copyOf(inBed));
        ward.pass(Duration.ofSeconds(1));
    }

    private void act() {
        List<String> taken = List.copyOf(inBed.keySet());
        int what = random.nextInt(9);
        if (what < 2 || taken.isEmpty()) {
            admit(any(BEDS));
        } else if (what < 4) {
            move(any(taken), any(BEDS));
        } else if (what == 4) {
            discharge(any(taken));
        } else if (what == 5) {
            cancel(any(taken));
        } else if (what == 6) {
            correct(any(taken));
        } else if (what == 7) {
            back(mistakes, "was right");
        } else {
            back(left, "");
        }
        if (random.nextInt(4) == 0) {
            acknowledge();
        }
    }

    private void admit(String bed) {
        int count = people.size();
        String number = "M" + (100 + count);
        List<StayId> opened = new ArrayList<>();
        AdmitViewModel form = new AdmitViewModel(bench, opened::add);
        form.bed().set(bed);
        form.person().name().set("DEMO " + (100 + count));
        form.person().number().set(number);
        form.admit();
        ward.session().beat();
        form.show(unit());
        boolean taken = inBed.containsKey(bed);
        assertThat(opened).as("bed %s is taken: %s", bed, taken).hasSize(taken ? 0 : 1);
        if (!taken) {
            StayId id = opened.getFirst();
            // Each has fever, so that strip and log name somebody.
            double celsius = (385 + count % 35) / 10.0;
            people.put(
                    id,
                    new Person(
                            id,
                            "DEMO " + (100 + count),
                            number,
                            String.format(Locale.ROOT, "%.1f", celsius)));
            inBed.put(bed, id);
            ward.chart(id, celsius, 118, 70, 0);
        }
    }

    private void move(String from, String to) {
        MoveViewModel form = new MoveViewModel(bench, Objects.requireNonNull(inBed.get(from)));
        form.to().set(to);
        form.move();
        StayId who = Objects.requireNonNull(inBed.remove(from));
        StayId other = inBed.remove(to);
        inBed.put(to, who);
        if (other != null) {
            inBed.put(from, other);
        }
    }

    private void discharge(String bed) {
        StayId who = Objects.requireNonNull(inBed.remove(bed));
        new PatientViewModel(bench, who).leaving().discharge();
        left.add(who);
    }

    private void cancel(String bed) {
        StayId who = Objects.requireNonNull(inBed.remove(bed));
        PatientViewModel form = new PatientViewModel(bench, who);
        form.leaving().reason().set("wrong patient");
        form.leaving().cancelAdmission();
        form.leaving().cancelAdmission();
        mistakes.add(who);
    }

    private void correct(String bed) {
        Person was = person(Objects.requireNonNull(inBed.get(bed)));
        String name = "DEMO C" + (500 + corrected++);
        PatientViewModel form = new PatientViewModel(bench, was.id());
        form.identity().person().name().set(name);
        form.identity().keep();
        people.put(was.id(), new Person(was.id(), name, was.number(), was.celsius()));
    }

    private void back(List<StayId> from, String why) {
        if (from.isEmpty()) {
            return;
        }
        StayId who = any(from);
        String bed = any(BEDS);
        LeftViewModel form = new LeftViewModel(bench);
        form.choose(who);
        form.bed().set(bed);
        form.reason().set(why);
        form.comeBack();
        if (!inBed.containsKey(bed)) {
            from.remove(who);
            inBed.put(bed, who);
        }
    }

    private void acknowledge() {
        ward.session().beat();
        List<Alarm> waiting = unit().alarms().stream().filter(each -> !each.answered()).toList();
        if (!waiting.isEmpty()) {
            ward.session().acknowledge(any(waiting));
        }
    }
}
