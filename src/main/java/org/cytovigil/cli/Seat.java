package org.cytovigil.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The place of a running program at a store: "window 1", "gateway 1". It names what the program
 * says about itself, without naming the computer. A place is a locked byte of a file beside the
 * store, which the operating system gives back however the program ends; the next program of its
 * kind takes the place, and any of its kind what was left to mend.
 */
// [impl->req~alarm.own-findings~1]
final class Seat implements AutoCloseable {
    /** What a program can be. */
    enum Kind {
        WINDOW("window", 0),
        GATEWAY("gateway", 100);

        private final String word;
        private final int first;

        Kind(String word, int first) {
            this.word = word;
            this.first = first;
        }
    }

    /** Fewer than lie between the first bytes of two kinds. */
    private static final int PLACES = 64;

    private static final Pattern NAME = Pattern.compile("(\\p{Lower}+) (\\d{1,2})");

    private final Kind kind;
    private final @Nullable FileChannel file;
    private int number = 1;
    private boolean complained;

    private Seat(Kind kind, @Nullable FileChannel file) {
        this.kind = kind;
        this.file = file;
    }

    /**
     * Takes the first free place, until it is closed; the first one where none can be locked, as in
     * a folder that cannot be written to.
     */
    static Seat take(Path store, Kind kind) {
        FileChannel file = null;
        try {
            file =
                    FileChannel.open(
                            store.resolveSibling(store.getFileName() + ".programs"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
        } catch (IOException e) {
            LoggerFactory.getLogger(Seat.class).warn("the program has no place of its own", e);
        }
        Seat seat = new Seat(kind, file);
        for (int place = 1; place <= PLACES; place++) {
            if (seat.lock(place) != null) {
                seat.number = place;
                break;
            }
        }
        return seat;
    }

    /** {@code null} when somebody has it, or nobody can tell. */
    private @Nullable FileLock lock(int place) {
        FileChannel open = file;
        if (open == null) {
            return null;
        }
        try {
            return open.tryLock(kind.first + place, 1, false);
        } catch (OverlappingFileLockException e) {
            // Of another program in this process.
            return null;
        } catch (IOException e) {
            complain(e);
            return null;
        }
    }

    /** Once: places are looked at again and again. */
    private void complain(IOException problem) {
        if (!complained) {
            complained = true;
            LoggerFactory.getLogger(Seat.class).warn("a place could not be looked at", problem);
        }
    }

    /** "window 1". */
    String name() {
        return kind.word + " " + number;
    }

    /** Whether a name is that of a program of this kind that runs no more. */
    boolean isFree(String name) {
        if (name.equals(OpenUnit.USER)) {
            // So all programs were called before they had places.
            return true;
        }
        Matcher parts = NAME.matcher(name);
        if (!parts.matches() || !parts.group(1).equals(kind.word)) {
            return false;
        }
        int place = Integer.parseInt(parts.group(2));
        if (place < 1 || place > PLACES || place == number) {
            return false;
        }
        FileLock lock = lock(place);
        if (lock == null) {
            return false;
        }
        try {
            lock.release();
        } catch (IOException e) {
            LoggerFactory.getLogger(Seat.class).warn("a place could not be given back", e);
        }
        return true;
    }

    @Override
    public void close() {
        FileChannel open = file;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(Seat.class).warn("the place could not be given back", e);
        }
    }
}
