package org.cytovigil.feed.simulator.unit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.feed.hl7.Hl7Intake;
import org.cytovigil.feed.hl7.Sender;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;

/** The program's own reader of HL7 at the end of a simulated unit, without a network. */
final class Listener {
    final MemoryLedger ledger = new MemoryLedger();
    private final List<Entry> told = new ArrayList<>();
    private final Hl7Intake intake;
    private final MessageWriter writer;
    private Instant now = Instant.EPOCH;
    private int number;

    Listener(UnitPlan plan) {
        writer = new MessageWriter(plan);
        intake = new Hl7Intake(ledger, ledger, CodeTable.standard(), () -> now, ZoneOffset.UTC);
        ledger.subscribe(told::addAll);
    }

    /**
     * What came of one message.
     *
     * @param code MSA-1
     */
    record Came(String code, List<Entry> entries, List<String> reasons) {
        List<Entry.Event> events() {
            return entries.stream().map(Entry::event).toList();
        }
    }

    Came take(Delivery delivery) {
        return take(delivery, "ID" + number++);
    }

    Came take(Delivery delivery, String controlId) {
        now = delivery.due();
        told.clear();
        int held = ledger.items().size();
        String answer =
                new String(
                        intake.answer(
                                writer.write(delivery.report(), controlId, delivery.due())
                                        .getBytes(StandardCharsets.UTF_8),
                                new Sender("192.0.2.1", null)),
                        StandardCharsets.UTF_8);
        String msa =
                answer.lines().filter(line -> line.startsWith("MSA|")).findFirst().orElseThrow();
        List<Quarantine.Item> items = ledger.items();
        return new Came(
                msa.substring(4, 6),
                List.copyOf(told),
                items.subList(held, items.size()).stream().map(Quarantine.Item::reason).toList());
    }

    /** The deliveries of a bed that are due by a moment. */
    static List<Delivery> due(UnitPlan plan, int bed, Instant until) {
        List<Delivery> due = new ArrayList<>();
        Iterator<Delivery> all = new SimulatedUnit(plan).deliveries(bed);
        for (Delivery next = all.next(); !next.due().isAfter(until); next = all.next()) {
            due.add(next);
        }
        return due;
    }

    /** What a report tells, as a ledger has it. */
    static List<Entry.Event> events(Report report) {
        return switch (report) {
            case Report.Admitted admitted -> List.of(new Entry.Admitted(stay(admitted)));
            case Report.Moved moved -> List.of(new Entry.Moved(bed(moved.place())));
            case Report.Discharged discharged -> List.of(new Entry.Discharged());
            case Report.Infused infused ->
                    List.of(
                            new Entry.InfusionCharted(
                                    new Infusion(
                                            infused.guest().profile().product().label(),
                                            infused.at())));
            case Report.Results results ->
                    results.facts().stream().<Entry.Event>map(Entry.Observed::new).toList();
        };
    }

    private static String bed(Place place) {
        return place.ward() + " " + place.bed();
    }

    private static Stay stay(Report.Admitted admitted) {
        Guest guest = admitted.guest();
        return new Stay(
                guest.stay(),
                new Patient(
                        guest.family() + ", " + guest.given(),
                        guest.recordNumber(),
                        guest.profile().ageYears(),
                        null,
                        Patient.Baseline.NONE),
                null,
                admitted.at(),
                null,
                bed(admitted.place()),
                Stay.Origin.LIVE);
    }
}
