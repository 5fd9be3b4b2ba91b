package org.cytovigil.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
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
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.monitor.UnitMonitor;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSource;
import org.jspecify.annotations.Nullable;

/**
 * A ward under the test's own clock: patients are admitted and charted by hand, and time passes
 * when told to.
 */
public final class Ward {
    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final MemoryLedger ledger = new MemoryLedger();
    private final UnitSession session;
    private final Instant start;
    private Instant now;

    public Ward() {
        this(SitePolicy.DEFAULT);
    }

    public Ward(SitePolicy policy) {
        this(policy, START, ZoneOffset.UTC);
    }

    /** A ward of a time zone that begins at another time. */
    public Ward(Instant start, ZoneId zone) {
        this(SitePolicy.DEFAULT, start, zone);
    }

    private Ward(SitePolicy policy, Instant start, ZoneId zone) {
        this.start = start;
        now = start;
        UnitMonitor monitor = new UnitMonitor(policy, zone, start);
        session =
                new UnitSession(
                        monitor, ledger, () -> now, at -> {}, UnitSource.Mode.LIVE, "nurse N2");
    }

    public UnitSession session() {
        return session;
    }

    public Instant now() {
        return now;
    }

    /** Admits an adult of 60 years and 80 kg, infused when the ward begins. */
    public StayId admit(String bed, String name) {
        return admit(new StayId("stay-" + bed), bed, name, new Infusion("axi-cel", start));
    }

    /** Admits such an adult now, as an admission message tells it: with no infusion. */
    public StayId admitNotInfused(StayId id, String bed, String name) {
        return admit(id, bed, name, null);
    }

    private StayId admit(StayId id, String bed, String name, @Nullable Infusion infusion) {
        Patient patient =
                new Patient(name, "MRN " + bed, 60.0, new Weight(80), Patient.Baseline.NONE);
        Stay stay = new Stay(id, patient, infusion, now, null, bed, Stay.Origin.LIVE);
        append(id, List.of(new Entry.Admitted(stay)));
        return id;
    }

    /**
     * Charts a full set: temperature, pressure, saturation 97 %, room air, and norepinephrine in
     * ug/min when above 0.
     */
    public void chart(
            StayId stay, double celsius, int systolic, int diastolic, double norepinephrine) {
        List<Observation> set = new ArrayList<>();
        set.add(
                new Observation.BodyTemperature(
                        Temperature.ofCelsius(celsius), TemperatureSite.ORAL, false));
        set.add(
                new Observation.BloodPressure(
                        new Pressure(systolic),
                        new Pressure(diastolic),
                        null,
                        PressureSource.CUFF));
        set.add(new Observation.OxygenSaturation(97));
        set.add(new Observation.OxygenDevice(new OxygenSupport.RoomAir()));
        if (norepinephrine > 0) {
            set.add(
                    new Observation.VasopressorCharted(
                            new VasopressorInfusion(
                                    Vasopressor.NOREPINEPHRINE,
                                    new DoseRate(norepinephrine, DoseUnit.UG_PER_MIN),
                                    Salt.BASE)));
        }
        append(stay, set.stream().<Entry.Event>map(Entry.Observed::new).toList());
    }

    /** Charts one fact. */
    public void chart(StayId stay, Observation observation) {
        append(stay, List.of(new Entry.Observed(observation)));
    }

    /** A monitor sends a fact. */
    public void send(StayId stay, Observation observation) {
        Author monitor = new Author(Author.Kind.DEVICE, "monitor 7");
        append(monitor, stay, List.of(new Entry.Observed(observation)));
    }

    /** Lets anything else happen to a stay. */
    public void tell(StayId stay, Entry.Event event) {
        append(stay, List.of(event));
    }

    /** Lets a device send something of some time ago. */
    public void send(StayId stay, Duration ago, Entry.Event event) {
        Author device = new Author(Author.Kind.DEVICE, "monitor 4");
        ledger.append(List.of(new Entry(stay, now.minus(ago), now, device, event)));
        session.beat();
    }

    /** Lets time pass and the monitor look. */
    public void pass(Duration time) {
        now = now.plus(time);
        session.beat();
    }

    private void append(StayId stay, List<Entry.Event> events) {
        append(new Author(Author.Kind.PERSON, "nurse N2"), stay, events);
    }

    private void append(Author author, StayId stay, List<Entry.Event> events) {
        ledger.append(
                events.stream().map(event -> new Entry(stay, now, now, author, event)).toList());
        session.beat();
    }
}
