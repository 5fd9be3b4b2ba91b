package org.cytovigil.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.cytovigil.feed.hl7.MessageHandler;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.jdbc.JdbcLedger;

/** The one place that says who answers the HL7 messages of a gateway. */
interface Hl7Handlers {
    /** Answers for a store, by that clock; times without a zone are of that one. */
    MessageHandler of(JdbcLedger store, InstantSource clock, ZoneId zone);

    /** Keeps every message whole in the quarantine, and rejects it under its control id. */
    Hl7Handlers DEFAULT =
            (store, clock, zone) ->
                    (payload, sender) -> {
                        String raw = new String(payload, StandardCharsets.ISO_8859_1);
                        String source = "HL7 from " + sender.address();
                        Instant now = clock.instant();
                        store.keep(
                                List.of(
                                        new Quarantine.Item(
                                                now,
                                                source,
                                                1,
                                                "this version reads no HL7 messages",
                                                raw)));
                        String[] fields = raw.split("[|\r\n]", 12);
                        String controlId = fields.length > 9 ? fields[9] : "";
                        return ("MSH|^~\\&|CytoVigil||||||ACK||P|2.5\rMSA|AR|" + controlId + "\r")
                                .getBytes(StandardCharsets.ISO_8859_1);
                    };
}
