package org.cytovigil.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private static final String ORDER = "OBR|1|||VITALS|||20260107055000+0000";

    private DemonstrationQuarantine() {}

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
                        "temperature 61.2 °C is outside 20 to 46 °C",
                        PATIENT,
                        "OBX|2|NM|8310-5^Body temperature^LN||61.2|Cel^Cel^UCUM|||||F"));
        items.add(
                new Quarantine.Item(
                        Demonstration.START.minus(Duration.ofMinutes(12)),
                        PUMPS,
                        1,
                        "version '2.9' is not read",
                        "MSH|^~\\&|PUMPS|WARD 7|||20260107054800+0000||ORU^R01|P-7|P|2.9\r"
                                + PATIENT));
        items.sort(Comparator.comparing(Quarantine.Item::received));
        return List.copyOf(items);
    }

    private static Quarantine.Item result(
            int minutesBefore, int line, String reason, String patient, String result) {
        return new Quarantine.Item(
                Demonstration.START.minus(Duration.ofMinutes(minutesBefore)),
                MONITORS,
                line,
                reason,
                String.join(
                        "\r",
                        "MSH|^~\\&|MONITORS|WARD 7|||20260107055000+0000||ORU^R01|M-%d|P|2.6"
                                .formatted(minutesBefore),
                        patient,
                        ORDER,
                        result));
    }
}
