package org.cytovigil.ui.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.input.KeyCode;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Heartbeat;

/**
 * Opening the bedside of two patients in turn, each fourteen days after the infusion with a full
 * set of vital signs a minute, until it is painted: the last day, and all of the stay.
 */
final class LongStay {
    private static final int DAYS = 14;
    private static final int OPENINGS = 40;
    private static final List<StayId> STAYS = List.of(new StayId("one"), new StayId("other"));

    private final BenchWindow window = new BenchWindow();

    void run() throws InterruptedException {
        Instant now = window.clock.instant();
        Instant begin = now.minus(Duration.ofDays(DAYS));
        for (int i = 0; i < STAYS.size(); i++) {
            chart(window, STAYS.get(i), i + 1, begin, now);
        }
        window.session.beat();
        int facts = window.ledger.entriesOf(STAYS.getFirst()).size();
        window.open();
        try (Heartbeat heart = new Heartbeat("monitor", BenchWindow.BEAT, window.session::beat)) {
            Thread.sleep(1_000);
            ScreenBench.say("two stays of %d days, %,d entries each", DAYS, facts);
            for (KeyCode stretch : List.of(KeyCode.DIGIT2, KeyCode.DIGIT4)) {
                long[] times = new long[OPENINGS];
                for (int i = 0; i < OPENINGS; i++) {
                    StayId stay = STAYS.get(i % STAYS.size());
                    times[i] = window.painted(() -> window.model.openBedside(stay));
                    if (i == 0) {
                        BenchWindow.onScreen(() -> window.press(stretch));
                        ScreenBench.say("the first: %.1f ms", times[0] / 1e6);
                    }
                    Thread.sleep(200);
                    BenchWindow.onScreen(window.model::openBoard);
                    Thread.sleep(200);
                }
                ScreenBench.sayTimes(
                        stretch == KeyCode.DIGIT2 ? "the last day" : "the whole stay", times);
            }
        }
    }

    /** A stay with a set of vital signs a minute, dose and device every three hours. */
    static void chart(BenchWindow window, StayId id, int bed, Instant begin, Instant end) {
        Random random = new Random(bed);
        Patient patient =
                new Patient(
                        "BENCH " + bed, "MRN " + bed, 60.0, new Weight(80), Patient.Baseline.NONE);
        Stay stay =
                new Stay(
                        id,
                        patient,
                        new Infusion("axi-cel", begin),
                        begin,
                        null,
                        Integer.toString(bed),
                        Stay.Origin.LIVE);
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(id, begin, new Entry.Admitted(stay)));
        int minute = 0;
        for (Instant at = begin; at.isBefore(end); at = at.plusSeconds(60)) {
            double fever = 1.5 * Math.max(0, Math.sin(minute / 2_000.0));
            for (Observation fact :
                    List.of(
                            new Observation.BodyTemperature(
                                    Temperature.ofCelsius(
                                            Math.rint(10 * (37 + fever)) / 10
                                                    + random.nextInt(3) / 10.0),
                                    Observation.TemperatureSite.UNSTATED,
                                    false),
                            new Observation.BloodPressure(
                                    new Pressure(112 + random.nextInt(16)),
                                    new Pressure(64 + random.nextInt(10)),
                                    null,
                                    Observation.PressureSource.ARTERIAL_LINE),
                            new Observation.OxygenSaturation(94 + random.nextInt(5)),
                            new Observation.HeartRate(80 + random.nextInt(12)),
                            new Observation.RespiratoryRate(14 + random.nextInt(6)))) {
                entries.add(entry(id, at, new Entry.Observed(fact)));
            }
            if (minute % 180 == 0) {
                entries.add(
                        entry(
                                id,
                                at,
                                new Entry.Observed(
                                        new Observation.VasopressorCharted(
                                                new VasopressorInfusion(
                                                        Vasopressor.NOREPINEPHRINE,
                                                        new DoseRate(
                                                                1 + random.nextInt(12),
                                                                DoseUnit.UG_PER_MIN),
                                                        Salt.BASE)))));
                entries.add(
                        entry(
                                id,
                                at,
                                new Entry.Observed(
                                        new Observation.OxygenDevice(
                                                new OxygenSupport.NasalCannula(
                                                        new OxygenFlow(1 + random.nextInt(5)),
                                                        null)))));
            }
            minute++;
        }
        window.ledger.append(entries);
    }

    private static Entry entry(StayId id, Instant at, Entry.Event event) {
        return new Entry(id, at, at, new Author(Author.Kind.DEVICE, "monitor"), event);
    }
}
