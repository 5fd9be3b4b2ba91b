package org.cytovigil.feed.clif;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The unpacked bytes of a file; where the file breaks off, the stream ends. Readers that buffer
 * throw away what they hold when a read fails, so the failure is kept aside until everything before
 * it has been used.
 */
final class SalvagingStream extends InputStream {
    private final Counted stored;
    private final InputStream unpacked;
    private @Nullable IOException failure;
    private int last = '\n';

    SalvagingStream(ClifSource.Table table) {
        this.stored = new Counted(table.stream());
        InputStream opened = stored;
        if (table.file().regionMatches(true, table.file().length() - 3, ".gz", 0, 3)) {
            try {
                opened = new GZIPInputStream(stored, 1 << 16);
            } catch (IOException e) {
                failure = e;
                opened = InputStream.nullInputStream();
            }
        }
        this.unpacked = opened;
    }

    /** Why the stream ended before its end, or {@code null} when it did not. */
    @Nullable IOException failure() {
        return failure;
    }

    /** Whether what was read so far ends with the end of a line (or nothing was read). */
    boolean atLineStart() {
        return last == '\n' || last == '\r';
    }

    /** How many bytes of the file, as stored, have been read. */
    long storedBytes() {
        return stored.count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (failure != null) {
            return -1;
        }
        try {
            int count = unpacked.read(target, offset, length);
            if (count > 0) {
                last = target[offset + count - 1];
            }
            return count;
        } catch (IOException e) {
            failure = e;
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
