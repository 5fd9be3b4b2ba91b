package org.cytovigil.cli;

import java.time.InstantSource;
import java.time.ZoneId;
import org.cytovigil.feed.hl7.Hl7Intake;
import org.cytovigil.feed.hl7.MessageHandler;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.jdbc.JdbcLedger;

/** Says who answers the HL7 messages of a gateway. */
interface Hl7Handlers {
    /** Answers for a store, by that clock; times without a zone are of that one. */
    MessageHandler of(JdbcLedger store, InstantSource clock, ZoneId zone);

    /** Charts what a mapping table knows; the rest goes to the quarantine. */
    static Hl7Handlers charting(CodeTable table) {
        return (store, clock, zone) -> new Hl7Intake(store, store, table, clock, zone);
    }
}
