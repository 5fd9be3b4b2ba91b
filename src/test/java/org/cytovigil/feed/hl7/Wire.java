package org.cytovigil.feed.hl7;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;

/** A listener without a network, and messages in few words. */
final class Wire {
    static final Sender SENDER = new Sender("192.0.2.1", null);
    final MemoryLedger ledger = new MemoryLedger();
    final List<Entry> told = new ArrayList<>();
    final Hl7Intake intake;

    Wire() {
        Samples.admitOwn(ledger);
        ledger.subscribe(told::addAll);
        intake = with(CodeTable.standard());
    }

    /** Another listener on the same ledger. */
    Hl7Intake with(CodeTable table) {
        return new Hl7Intake(ledger, ledger, table, () -> Samples.NOW, ZoneOffset.UTC);
    }

    String send(String... segments) {
        byte[] answer =
                intake.answer(String.join("\r", segments).getBytes(StandardCharsets.UTF_8), SENDER);
        return new String(answer, StandardCharsets.UTF_8);
    }

    List<String> events() {
        return told.stream().map(entry -> entry.stay() + " " + entry.event()).toList();
    }

    List<String> reasons() {
        return ledger.items().stream().map(Quarantine.Item::reason).toList();
    }

    static String header(String type, String id) {
        return "MSH|^~\\&|GATE|WARD7|||20260302110000+0000||%s|%s|P|2.5".formatted(type, id);
    }

    static String spo2(String value) {
        return "OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC||%s|%%|||||F|||20260302110000"
                .formatted(value);
    }

    static final String PATIENT = "PID|||70001^^^HOSP^MR||Sample^Ann";
    static final String ORDER = "OBR|1|||vitals|||20260302110000";
}
