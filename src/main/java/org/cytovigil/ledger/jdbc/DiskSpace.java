package org.cytovigil.ledger.jdbc;

import java.io.File;
import java.nio.file.Path;

/**
 * The space of the disk that a store is on.
 *
 * @param usable bytes that this program can still write; {@link Long#MAX_VALUE} when the system
 *     does not tell
 * @param total bytes of the disk
 */
// [impl->req~ledger.disk-full~1]
public record DiskSpace(long usable, long total) {
    /** A day of a unit of 16 beds is some 50 MB. */
    private static final long LEAST = 500_000_000;

    private static final long LEAST_SHARE = 10;

    /** The space where a file is or would be. */
    public static DiskSpace of(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        File there = (folder == null ? file : folder).toFile();
        long total = there.getTotalSpace();
        return total == 0
                ? new DiskSpace(Long.MAX_VALUE, Long.MAX_VALUE)
                : new DiskSpace(there.getUsableSpace(), total);
    }

    /** Below this the space is low: 500 MB, or a tenth of a disk of less than 5 GB. */
    public long least() {
        return Math.min(LEAST, total / LEAST_SHARE);
    }

    /** Whether somebody must free space before the store cannot be written any more. */
    public boolean isLow() {
        return usable < least();
    }
}
