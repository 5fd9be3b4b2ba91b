package org.cytovigil.ledger.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Damages files as disks and cables do; the same seed does the same. */
final class DamageDone {
    private final Random random;

    DamageDone(long seed) {
        this.random = new Random(seed);
    }

    /** Does one of several things to a file, and says what. */
    String to(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int kind = random.nextInt(10);
        if (kind == 0) {
            int length = random.nextInt(bytes.length + 1);
            Files.write(file, Arrays.copyOf(bytes, length));
            return "cut to %d of %d bytes".formatted(length, bytes.length);
        }
        if (kind == 1) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(8_192));
            Arrays.fill(bytes, from, to, (byte) 0);
            Files.write(file, bytes);
            return "zeros from %d to %d".formatted(from, to);
        }
        int flips = kind < 7 ? 1 : 1 + random.nextInt(20);
        // Half of all hit the first page, of which everything else hangs.
        int within = random.nextBoolean() ? Math.min(4_096, bytes.length) : bytes.length;
        StringBuilder said = new StringBuilder("flipped");
        for (int i = 0; i < flips; i++) {
            int at = random.nextInt(within);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            said.append(' ').append(at);
        }
        Files.write(file, bytes);
        return said.toString();
    }
}
