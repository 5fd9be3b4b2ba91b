package org.cytovigil.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.shell.ShellViewModel;

/**
 * Updates of 64 beds, one bed after another, without end. From time to time one bed grows worse:
 * fever (grade 1, low), then a low pressure too (grade 2, medium), then a vasopressor (grade 3,
 * high). It knows which alarms must stand, and looks whether they do. One thread only.
 */
public final class Flood {
    public static final int BEDS = 64;
    private static final int WORST = 3;

    /** How often any bed grows worse before all are worst. */
    public static final int RAISES = BEDS * WORST;

    private final long updatesPerRaise;
    private final int[] severity = new int[BEDS];
    private long updates;
    private int raises;

    /**
     * @param updatesPerRaise after how many updates a further bed grows worse
     */
    public Flood(long updatesPerRaise) {
        this.updatesPerRaise = updatesPerRaise;
    }

    private static StayId stay(int bed) {
        return new StayId("stay-" + (bed + 1));
    }

    /** The patients, admitted and infused then. */
    public List<Entry> admissions(Instant at) {
        List<Entry> admissions = new ArrayList<>();
        for (int bed = 0; bed < BEDS; bed++) {
            String label = Integer.toString(bed + 1);
            Patient patient =
                    new Patient(
                            "FLOOD " + label,
                            "MRN " + label,
                            60.0,
                            new Weight(80),
                            Patient.Baseline.NONE);
            Stay stay =
                    new Stay(
                            stay(bed),
                            patient,
                            new Infusion("axi-cel", at),
                            at,
                            null,
                            label,
                            Stay.Origin.LIVE);
            admissions.add(
                    new Entry(
                            stay(bed),
                            at,
                            at,
                            new Author(Author.Kind.PERSON, "clerk"),
                            new Entry.Admitted(stay)));
        }
        return admissions;
    }

    /** The next updates, all of one moment. */
    public List<Entry> next(int count, Instant at) {
        List<Entry> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int bed = (int) (updates % BEDS);
            batch.add(entry(bed, at, observation(bed, updates / BEDS)));
            updates++;
            if (updates % updatesPerRaise == 0 && raises < RAISES) {
                // 37 is prime to the number of beds: neighbours do not follow each other.
                int worse = raises * 37 % BEDS;
                severity[worse]++;
                raises++;
                if (severity[worse] == WORST) {
                    batch.add(entry(worse, at, norepinephrine()));
                }
            }
        }
        return batch;
    }

    /** How many updates there were. */
    public long updates() {
        return updates;
    }

    /** How often a bed grew worse. */
    public int raises() {
        return raises;
    }

    private static Entry entry(int bed, Instant at, Observation observation) {
        Author device = new Author(Author.Kind.DEVICE, "monitor " + (bed + 1));
        return new Entry(stay(bed), at, at, device, new Entry.Observed(observation));
    }

    private static Observation norepinephrine() {
        return new Observation.VasopressorCharted(
                new VasopressorInfusion(
                        Vasopressor.NOREPINEPHRINE,
                        new DoseRate(6, DoseUnit.UG_PER_MIN),
                        Salt.BASE));
    }

    private Observation observation(int bed, long turn) {
        long varied = turn / 4 % 3;
        return switch ((int) (turn % 4)) {
            case 0 ->
                    new Observation.BodyTemperature(
                            Temperature.ofCelsius(
                                    (severity[bed] > 0 ? 38.5 : 36.8) + varied / 10.0),
                            Observation.TemperatureSite.UNSTATED,
                            false);
            case 1 ->
                    new Observation.BloodPressure(
                            new Pressure(severity[bed] > 1 ? 80 + varied : 118 + varied),
                            new Pressure(severity[bed] > 1 ? 40 : 70),
                            null,
                            Observation.PressureSource.ARTERIAL_LINE);
            case 2 -> new Observation.OxygenSaturation(96 + varied);
            default -> new Observation.HeartRate(84 + varied);
        };
    }

    /**
     * What is wrong with a snapshot and the strip that shows it at any moment: the most urgent must
     * be named, and the counts be those of all alarms that wait.
     *
     * @return in words; empty when nothing is
     */
    public static Optional<String> fault(UnitSnapshot unit, ShellViewModel.Strip strip) {
        Map<AlarmPriority, Integer> waiting = new HashMap<>();
        for (Alarm alarm : unit.alarms()) {
            if (!alarm.answered()) {
                waiting.merge(alarm.condition().priority(), 1, Integer::sum);
            }
        }
        for (AlarmPriority priority :
                List.of(AlarmPriority.HIGH, AlarmPriority.MEDIUM, AlarmPriority.LOW)) {
            int count = waiting.getOrDefault(priority, 0);
            if (count > 0) {
                return strip.waiting() == priority
                        ? counted(waiting, strip)
                        : Optional.of(
                                "%d of %s wait, the strip shows %s"
                                        .formatted(count, priority, strip.text()));
            }
        }
        return strip.waiting() == null ? Optional.empty() : Optional.of("nothing waits");
    }

    /** Beyond eight that wait the strip counts them by priority and names every high one. */
    private static Optional<String> counted(
            Map<AlarmPriority, Integer> waiting, ShellViewModel.Strip strip) {
        int all = waiting.values().stream().mapToInt(Integer::intValue).sum();
        if (all <= 8) {
            return strip.others().equals(all == 1 ? "" : "+%d more".formatted(all - 1))
                    ? Optional.empty()
                    : Optional.of("%d wait, the strip says %s".formatted(all, strip.others()));
        }
        List<String> parts = new ArrayList<>();
        Map.of("!!!", AlarmPriority.HIGH, "!!", AlarmPriority.MEDIUM, "!", AlarmPriority.LOW)
                .forEach(
                        (mark, priority) -> {
                            if (waiting.containsKey(priority)) {
                                parts.add(waiting.get(priority) + " " + mark);
                            }
                        });
        boolean sums = List.of(strip.others().split(" · ")).containsAll(parts);
        int high = waiting.getOrDefault(AlarmPriority.HIGH, 0);
        boolean named = strip.urgent().size() == Math.max(0, high - 1);
        return sums && named
                ? Optional.empty()
                : Optional.of(
                        "%s wait, the strip says %s and names %d"
                                .formatted(parts, strip.others(), 1 + strip.urgent().size()));
    }

    /**
     * The alarms that were raised and are missing in a snapshot, once the last updates have been
     * looked at: each rise must have its line in the log, and the highest of each bed stand.
     *
     * @return in words; empty when none is missing
     */
    public List<String> missing(UnitSnapshot unit) {
        List<String> missing = new ArrayList<>();
        for (int bed = 0; bed < BEDS; bed++) {
            StayId id = stay(bed);
            int reached = severity[bed];
            boolean stands =
                    unit.alarms().stream()
                            .anyMatch(
                                    alarm ->
                                            alarm.key().stay().equals(id)
                                                    && alarm.key().kind() == AlarmKind.GRADE_RISE
                                                    && alarm.condition().level() == reached);
            if (reached > 0 && !stands) {
                missing.add("standing: bed %d, level %d".formatted(bed + 1, reached));
            }
            for (int level = 1; level <= reached; level++) {
                if (!isLogged(unit.logs().getOrDefault(id, List.of()), level)) {
                    missing.add("log: bed %d, level %d".formatted(bed + 1, level));
                }
            }
        }
        return missing;
    }

    private static boolean isLogged(List<AlarmLine> log, int level) {
        return log.stream()
                .anyMatch(
                        line ->
                                line.kind() == AlarmKind.GRADE_RISE
                                        && line.after() instanceof AlarmState.Unacknowledged raised
                                        && raised.condition().level() == level);
    }
}
