package org.cytovigil.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;

/**
 * What waits in the quarantine of the demonstration: messages of each kind that is refused, made
 * up, with the reasons for which the program refuses them.
 */
final class DemonstrationQuarantine {
    private static final String MONITORS = "MONITORS/WARD 7";
    private static final String PUMPS = "PUMPS/WARD 7";
    private static final String PATIENT = "PID|1||DEMO-0042^^^DEMO^MR||ALFA^DEMO";
    private static final String UNKNOWN_PATIENT = "PID|1||DEMO-9917^^^DEMO^MR||XRAY^DEMO";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private DemonstrationQuarantine() {}

    /** The admission of the patient whom most of them are about. */
    static Entry admission() {
        Instant admitted = Demonstration.START.minus(Duration.ofDays(2));
        Stay stay =
                new Stay(
                        new StayId("DEMO-0042-1"),
                        new Patient(
                                "DEMO Alfa",
                                "DEMO-0042",
                                61.0,
                                new Weight(74),
                                Patient.Baseline.NONE),
                        null,
                        admitted,
                        null,
                        "2",
                        Stay.Origin.LIVE);
        return new Entry(
                stay.id(),
                admitted,
                admitted,
                new Author(Author.Kind.SIMULATOR, "demonstration"),
                new Entry.Admitted(stay));
    }

    /** The items, oldest first. */
    static List<Quarantine.Item> items() {
        List<Quarantine.Item> items = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            items.add(
                    result(
                            570 - 20 * i,
                            5,
                            "-9999 stands for no value",
                            PATIENT,
                            "OBX|1|NM|8867-4^Heart rate^LN||-9999|/min^/min^UCUM|||||F"));
        }
        for (int i = 0; i < 14; i++) {
            items.add(
                    result(
                            130 - 9 * i,
                            7,
                            "not of interest: W7-SAT Saturation (99W7) is not in the table",
                            PATIENT,
                            "OBX|3|NM|W7-SAT^Saturation^99W7||93|%^%^UCUM|||||F"));
        }
        for (int i = 0; i < 6; i++) {
            items.add(
                    result(
                            95 - 15 * i,
                            5,
                            "unknown patient",
                            UNKNOWN_PATIENT,
                            "OBX|1|NM|8310-5^Body temperature^LN||38.9|Cel^Cel^UCUM|||||F"));
        }
        items.add(
                result(
                        41,
                        6,
                        "marked QUES: the device calls it questionable",
                        PATIENT,
                        "OBX|2|NM|8310-5^Body temperature^LN||40.9|Cel^Cel^UCUM||QUES|||F"));
        items.add(
                new Quarantine.Item(
                        Demonstration.START.minus(Duration.ofMinutes(22)),
                        PUMPS,
                        1,
                        "version '2.9' is not read",
                        "MSH|^~\\&|PUMPS|WARD 7|||20260107053800+0000||ORU^R01|P-7|P|2.9\r"
                                + PATIENT));
        items.sort(Comparator.comparing(Quarantine.Item::received));
        return List.copyOf(items);
    }

    private static Quarantine.Item result(
            int minutesBefore, int line, String reason, String patient, String result) {
        Instant at = Demonstration.START.minus(Duration.ofMinutes(minutesBefore));
        String time = TIME.format(at) + "+0000";
        return new Quarantine.Item(
                at,
                MONITORS,
                line,
                reason,
                String.join(
                        "\r",
                        "MSH|^~\\&|MONITORS|WARD 7|||%s||ORU^R01|M-%d|P|2.6"
                                .formatted(time, minutesBefore),
                        patient,
                        "OBR|1|||VITALS|||" + time,
                        result));
    }
}
