package org.cytovigil.ledger.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.cytovigil.ledger.LedgerException;

/**
 * Lends a store whose first page is damaged the one of a new store: that page says where the tables
 * begin, and without it nothing can be found. Tables begin at the same places in every store of one
 * form; if they do not, what is found does not fit its hashes and is not taken.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#the_database_header">the form of the
 *     page</a>
 */
// [impl->req~ledger.damage~1]
final class FirstPage {
    private static final int SIZE = 4_096;
    private static final int CHANGES = 24;
    private static final int PAGES = 28;
    private static final int FREE_LIST = 32;
    private static final int FREE_PAGES = 36;
    private static final int VALID_FOR = 92;

    private FirstPage() {}

    /**
     * The damaged store itself when entries can be found in it, else a copy with another first page
     * in which they can; itself too when they cannot.
     *
     * @param scratch where the copy is made; whoever calls removes it
     */
    static SqliteFile readable(SqliteFile damaged, Path scratch) throws IOException {
        if (Disk.size(damaged.path()) <= SIZE || hasEntries(damaged)) {
            return damaged;
        }
        Path made = Disk.beside(scratch, ".new");
        Path packed = Disk.beside(scratch, ".packed");
        try {
            JdbcLedger.open(damaged.at(made)).close();
            // A store that once was a backup has its tables where a packed one has them.
            StoreBackup.copy(damaged.at(made), packed);
            for (Path lender : List.of(made, packed)) {
                StoreBackup.discard(scratch);
                lend(lender, damaged.path(), scratch);
                if (hasEntries(damaged.at(scratch))) {
                    return damaged.at(scratch);
                }
            }
            return damaged;
        } catch (LedgerException e) {
            throw new IOException("no new store could be made", e);
        } finally {
            StoreBackup.discard(made);
            StoreBackup.discard(packed);
        }
    }

    private static boolean hasEntries(SqliteFile file) {
        try (DamagedRows rows = new DamagedRows(file)) {
            return rows.after(0) != null;
        }
    }

    private static void lend(Path lender, Path damaged, Path copy) throws IOException {
        Files.copy(damaged, copy);
        ByteBuffer page = ByteBuffer.allocate(SIZE);
        try (FileChannel from = FileChannel.open(lender, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            while (page.hasRemaining() && from.read(page) >= 0) {
                // Read on: a read may end early.
            }
            page.putInt(PAGES, (int) (to.size() / SIZE));
            page.putInt(FREE_LIST, 0);
            page.putInt(FREE_PAGES, 0);
            page.putInt(VALID_FOR, page.getInt(CHANGES));
            page.flip();
            while (page.hasRemaining()) {
                to.write(page, page.position());
            }
        }
    }
}
