/** The durable ledger: entries and quarantine in a SQLite file. */
@NullMarked
package org.cytovigil.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
