package org.cytovigil.feed.hl7;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;

/** A listener without a network whose clock a test moves, and which can be started again. */
final class Feed implements AutoCloseable {
    static final String PUMP_DOSE =
            "OBX|4|NM|157924^MDC_RATE_DOSE^MDC|%s.2.5|%s|265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC|||||%s";

    final MemoryLedger ledger = new MemoryLedger();
    final List<Entry> told = new ArrayList<>();
    private final ZoneId zone;
    private final CodeTable table;
    Instant now = Samples.NOW;
    private Hl7Intake intake;

    Feed() {
        this(ZoneOffset.UTC, CodeTable.standard());
    }

    Feed(ZoneId zone, CodeTable table) {
        this.zone = zone;
        this.table = table;
        Samples.admitOwn(ledger);
        ledger.subscribe(told::addAll);
        intake = started();
    }

    private Hl7Intake started() {
        return new Hl7Intake(ledger, ledger, table, () -> now, zone);
    }

    /** How many parts went to the quarantine since the last start. */
    long quarantined() {
        return intake.counts().quarantined();
    }

    /** As a program that ends and is started anew. */
    void restart() {
        intake.close();
        intake = started();
    }

    String send(String... segments) {
        return send(String.join("\r", segments));
    }

    String send(String message) {
        byte[] answer = intake.answer(message.getBytes(StandardCharsets.UTF_8), Wire.SENDER);
        return new String(answer, StandardCharsets.UTF_8);
    }

    /** A message of the patient in the first bed, for a time of 2 March 2026. */
    static String message(String id, String time, String... results) {
        List<String> segments =
                new ArrayList<>(
                        List.of(
                                Wire.header("ORU^R01", id),
                                Wire.PATIENT,
                                "OBR|1|||results|||20260302" + time));
        segments.addAll(List.of(results));
        return String.join("\r", segments);
    }

    /** A pump of a device gives norepinephrine at a dose in ug/kg/min; 0 is a stop. */
    static String pump(
            String id, String time, String device, String module, String dose, String status) {
        return message(
                id,
                time,
                "OBX|1||70049^MDC_DEV_PUMP_INFUS_LVP_MDS^MDC|1.0.0.0|||||||X|||||||" + device,
                "OBX|2|ST|184514^MDC_DRUG_NAME_LABEL^MDC|%s.2.1|Noradrenaline 16 mg/250 mL||||||%s"
                        .formatted(module, status),
                PUMP_DOSE.formatted(module, dose, status));
    }

    @Override
    public void close() {
        intake.close();
    }
}
