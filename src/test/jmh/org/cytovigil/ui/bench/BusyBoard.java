package org.cytovigil.ui.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Heartbeat;
import org.cytovigil.ui.board.BoardOrder;

/**
 * A quiet shift: 64 beds, each with a full set of vital signs a second that differs from the one
 * before, spread over the second; frames of the board and processor time of the whole process.
 */
final class BusyBoard {
    private static final int BEDS = 64;
    private static final int SECONDS_UNCOUNTED = 20;

    private final BenchWindow window = new BenchWindow();
    private final Random random = new Random(1);

    void run(int minutes) throws InterruptedException {
        Instant before = window.clock.instant().minus(Duration.ofMinutes(5));
        for (int bed = 1; bed <= BEDS; bed++) {
            window.ledger.append(List.of(admission(bed, before)));
        }
        window.session.beat();
        window.open();
        BenchWindow.onScreen(() -> window.board.orderProperty().set(BoardOrder.WORST_FIRST));
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (Heartbeat heart = new Heartbeat("monitor", BenchWindow.BEAT, window.session::beat)) {
            send(SECONDS_UNCOUNTED);
            window.measure(true);
            long wall = System.nanoTime();
            long processor = system.getProcessCpuTime();
            send(minutes * 60);
            double cores =
                    (double) (system.getProcessCpuTime() - processor) / (System.nanoTime() - wall);
            window.measure(false);
            ScreenBench.say("%d beds, a set of vital signs a second each", BEDS);
            ScreenBench.sayTimes("frame", window.frames());
            ScreenBench.sayTimes("work of the FX thread in it", window.works());
            ScreenBench.say("processor of the whole process: %.2f cores", cores);
        }
    }

    private void send(int seconds) {
        long begin = System.nanoTime();
        long between = Duration.ofSeconds(1).toNanos() / BEDS;
        for (long i = 0; i < (long) seconds * BEDS; i++) {
            long due = begin + i * between;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            int bed = (int) (i % BEDS) + 1;
            Instant now = window.clock.instant();
            List<Entry> set = new ArrayList<>();
            for (Observation fact : vitals()) {
                Author device = new Author(Author.Kind.DEVICE, "monitor " + bed);
                set.add(new Entry(stay(bed), now, now, device, new Entry.Observed(fact)));
            }
            window.ledger.append(set);
        }
    }

    private List<Observation> vitals() {
        return List.of(
                new Observation.BodyTemperature(
                        Temperature.ofCelsius(36.5 + random.nextInt(8) / 10.0),
                        Observation.TemperatureSite.UNSTATED,
                        false),
                new Observation.BloodPressure(
                        new Pressure(112 + random.nextInt(16)),
                        new Pressure(64 + random.nextInt(10)),
                        null,
                        Observation.PressureSource.ARTERIAL_LINE),
                new Observation.OxygenSaturation(94 + random.nextInt(5)),
                new Observation.HeartRate(80 + random.nextInt(12)),
                new Observation.RespiratoryRate(14 + random.nextInt(6)));
    }

    private static StayId stay(int bed) {
        return new StayId("stay-" + bed);
    }

    private static Entry admission(int bed, Instant at) {
        Patient patient =
                new Patient(
                        "BENCH " + bed, "MRN " + bed, 60.0, new Weight(80), Patient.Baseline.NONE);
        Stay stay =
                new Stay(
                        stay(bed),
                        patient,
                        new Infusion("axi-cel", at),
                        at,
                        null,
                        Integer.toString(bed),
                        Stay.Origin.LIVE);
        return new Entry(
                stay(bed),
                at,
                at,
                new Author(Author.Kind.PERSON, "clerk"),
                new Entry.Admitted(stay));
    }
}
