package org.cytovigil.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.cytovigil.ledger.jdbc.JdbcLedger;

/** A way in of a gateway beside its listener; it ends when it is closed. */
interface GatewayFeed extends AutoCloseable {
    /** What it has counted, by the names of metrics; without anything of a patient. */
    Map<String, Health.Value> numbers();

    /** The same in words, for the line of health. */
    String line();

    /** What is wrong, in words; empty when nothing is. */
    String fault();

    @Override
    void close();

    /** Begins a way in into a store. */
    @FunctionalInterface
    interface Start {
        /**
         * Begins it.
         *
         * @param clock now
         * @param zone of times that name none
         * @throws IOException when it cannot begin
         */
        GatewayFeed into(JdbcLedger store, InstantSource clock, ZoneId zone) throws IOException;
    }
}
