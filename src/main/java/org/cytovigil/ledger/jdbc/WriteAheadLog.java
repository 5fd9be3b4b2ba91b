package org.cytovigil.ledger.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Looks at a write-ahead log that was left behind. SQLite reads it up to the first frame that does
 * not fit its checksum and drops the rest in silence. That is right for the end of the last
 * transaction, which a power cut may have cut off; but a transaction is on the disk before the next
 * one begins, so that one with another after it must be whole.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#the_write_ahead_log">the form of the
 *     log</a>
 */
// [impl->req~ledger.damage~1]
final class WriteAheadLog {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC = 0x377f0682;
    private static final int LEAST_PAGE = 512;
    private static final int MOST_PAGE = 65_536;

    private final FileChannel channel;
    private final long frames;
    private final ByteBuffer frame;
    private final ByteOrder order;
    private int sum1;
    private int sum2;

    private WriteAheadLog(FileChannel channel, ByteBuffer header, int pageSize) throws IOException {
        this.channel = channel;
        this.frame = ByteBuffer.allocate(FRAME_HEADER + pageSize);
        this.frames = (channel.size() - HEADER) / frame.capacity();
        this.order = (header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /**
     * What is wrong with a log; empty when nothing is, or there is none.
     *
     * @throws IOException when it cannot be read
     */
    static Optional<String> damage(Path log) throws IOException {
        if (Disk.size(log) < HEADER) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            read(channel, header, 0);
            int pageSize = header.getInt(8);
            if ((header.getInt(0) & ~1) != MAGIC
                    || Integer.bitCount(pageSize) != 1
                    || pageSize < LEAST_PAGE
                    || pageSize > MOST_PAGE) {
                return Optional.of("the beginning of its log is damaged");
            }
            return new WriteAheadLog(channel, header, pageSize).damage(header);
        }
    }

    private Optional<String> damage(ByteBuffer header) throws IOException {
        add(header, 0, FRAME_HEADER);
        long salt = header.getLong(16);
        boolean wholeHeader = sum1 == header.getInt(24) && sum2 == header.getInt(28);
        long place = wholeHeader ? firstMisfit(salt) : 0;
        if (place < frames && !wholeHeader) {
            read(channel, frame, position(0));
            salt = frame.getLong(8);
        }
        boolean committed = false;
        for (; place < frames; place++) {
            read(channel, frame, position(place));
            if (frame.getLong(8) == salt) {
                if (committed) {
                    return Optional.of("its log is damaged before its last transaction");
                }
                committed = frame.getInt(4) != 0;
            }
        }
        return Optional.empty();
    }

    private long firstMisfit(long salt) throws IOException {
        for (long place = 0; place < frames; place++) {
            read(channel, frame, position(place));
            add(frame, 0, 8);
            add(frame, FRAME_HEADER, frame.capacity());
            if (frame.getLong(8) != salt || sum1 != frame.getInt(16) || sum2 != frame.getInt(20)) {
                return place;
            }
        }
        return frames;
    }

    /** SQLite's checksum, which goes on from frame to frame. */
    private void add(ByteBuffer bytes, int from, int to) {
        bytes.order(order);
        for (int at = from; at < to; at += 8) {
            sum1 += bytes.getInt(at) + sum2;
            sum2 += bytes.getInt(at + 4) + sum1;
        }
        bytes.order(ByteOrder.BIG_ENDIAN);
    }

    private long position(long place) {
        return HEADER + place * frame.capacity();
    }

    private static void read(FileChannel channel, ByteBuffer bytes, long from) throws IOException {
        bytes.clear();
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("the log became shorter while it was read");
            }
        }
    }
}
