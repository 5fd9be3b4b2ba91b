package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.feed.hl7.MllpSettings;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~ledger.damage~1]
class DamagedStartTest {
    private static final Instant ADMITTED = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path folder;

    @Test
    @Timeout(60)
    void theGatewayStartsOnADamagedStoreShowsItsPatientsAndSaysSo() throws Exception {
        Path store = folder.resolve("unit.db");
        try (JdbcLedger ledger = JdbcLedger.open(store)) {
            ledger.append(List.of(Sender.admission(ADMITTED)));
        }
        try (RandomAccessFile bytes = new RandomAccessFile(store.toFile(), "rw")) {
            bytes.write("no beginning of any store".getBytes(StandardCharsets.UTF_8));
        }
        StringWriter out = new StringWriter();
        Gateway.Settings settings =
                new Gateway.Settings(
                        store,
                        MllpSettings.loopback(0),
                        null,
                        Hl7Handlers.charting(CodeTable.standard()),
                        () -> ADMITTED.plusSeconds(60),
                        ZoneOffset.UTC);

        try (Gateway gateway = new Gateway(settings, new PrintWriter(out, true));
                Sender sender = new Sender(gateway.port())) {
            assertThat(gateway.health().stays()).isEqualTo(1);
            assertThat(gateway.health().fault())
                    .contains("The store was damaged", "No entry is missing");
            assertThat(sender.send(Sender.temperature("1", ADMITTED, 37))).contains("MSA|AA|1|");
        }
        assertThat(out.toString()).contains("ATTENTION: The store was damaged");
        assertThat(folder.resolve("unit.db.damaged-20260301-120100-000")).exists();
    }
}
