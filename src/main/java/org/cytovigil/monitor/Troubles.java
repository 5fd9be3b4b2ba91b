package org.cytovigil.monitor;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.cytovigil.ledger.LedgerException;
import org.slf4j.LoggerFactory;

/** What is wrong with the store at this moment, in words. Safe for use by several threads. */
// [impl->req~ledger.disk-full~1]
final class Troubles {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ZoneId zone;
    private final Map<Trouble, String> words = new EnumMap<>(Trouble.class);
    private volatile String all = "";

    Troubles(ZoneId zone) {
        this.zone = zone;
    }

    /** Says what is wrong; with no words that it is over. */
    synchronized void say(Trouble trouble, String said) {
        if (said.isEmpty()
                ? words.remove(trouble) == null
                : said.equals(words.put(trouble, said))) {
            return;
        }
        LoggerFactory.getLogger(Troubles.class)
                .warn("{}: {}", trouble, said.isEmpty() ? "over" : said);
        StringJoiner joined = new StringJoiner(" ");
        words.values().forEach(joined::add);
        all = joined.toString();
    }

    /** From its first failure until it works again the time stays that of the first. */
    synchronized void storageFails(Instant now, LedgerException reason) {
        if (!words.containsKey(Trouble.STORAGE)) {
            say(
                    Trouble.STORAGE,
                    "Storage is failing since %s: what is shown since then is not stored. %s"
                            .formatted(TIME.format(now.atZone(zone)), reason.getMessage()));
        }
    }

    /**
     * Storage works: what could not be answered can be answered now.
     *
     * @param unstored how many values are shown that have not been stored since
     */
    synchronized void storageWorks(int unstored) {
        if (all.isEmpty()) {
            return;
        }
        say(Trouble.STORAGE, "");
        say(Trouble.ANSWER, "");
        say(
                Trouble.UNSTORED,
                unstored == 0
                        ? ""
                        : "Storage works again. %d values shown here are not stored until their senders send them again; chart what matters by hand."
                                .formatted(unstored));
    }

    synchronized boolean is(Trouble trouble) {
        return words.containsKey(trouble);
    }

    /** How grave it is: 2 while nothing can be stored, 1 for all else, 0 when nothing is wrong. */
    synchronized int level() {
        if (words.containsKey(Trouble.STORAGE)) {
            return 2;
        }
        return words.isEmpty() ? 0 : 1;
    }

    /** All that is wrong, the gravest first; empty when nothing is. */
    String all() {
        return all;
    }
}
