package org.cytovigil.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;

/**
 * What the program finds out about itself, as entries: one for each change. They count at once and
 * are stored when the store takes them, because what is wrong may be the store. Each program says
 * them under a name of its own, and none ends what another finds. Safe for use by several threads.
 */
// [impl->req~alarm.of-the-unit~1]
final class OwnFindings {
    private final Author author;
    private final Predicate<String> ended;

    /** Of which kinds other programs find something; over when they are no more. */
    private final Map<AlarmKind, Set<Author>> others = new EnumMap<>(AlarmKind.class);

    private final Map<AlarmKind, Finding> found = new EnumMap<>(AlarmKind.class);
    private final Map<AlarmKind, Finding> said = new EnumMap<>(AlarmKind.class);
    private final Set<Entry> unstored = new LinkedHashSet<>();
    private final Set<Entry> told = new HashSet<>();
    private final List<String> gaps = new ArrayList<>();

    private record Finding(int level, String cause) {
        static final Finding NOTHING = new Finding(0, "");
    }

    /**
     * @param workplace whose findings they are
     */
    OwnFindings(Workplace workplace) {
        this.author = new Author(Author.Kind.PROGRAM, workplace.program());
        this.ended = workplace.ended();
    }

    /**
     * How it is with one kind of condition from now on.
     *
     * @param level how grave it is; 0 when it is over
     * @param cause in words
     */
    synchronized void find(AlarmKind kind, int level, String cause) {
        found.put(kind, level == 0 ? Finding.NOTHING : new Finding(level, cause));
    }

    /**
     * It was so for a while and is over.
     *
     * @param cause in words
     */
    synchronized void findGap(String cause) {
        gaps.add(cause);
    }

    /**
     * What has changed since this was asked last, to be watched now.
     *
     * @param now when it counts
     */
    synchronized List<Entry> changes(Instant now) {
        List<Entry> changes = new ArrayList<>();
        for (String gap : gaps) {
            changes.add(entry(AlarmKind.MONITOR_OFF, new Finding(1, gap), now));
            changes.add(entry(AlarmKind.MONITOR_OFF, Finding.NOTHING, now));
        }
        gaps.clear();
        found.forEach(
                (kind, finding) -> {
                    // Other words for the same are no news.
                    if (said.getOrDefault(kind, Finding.NOTHING).level() != finding.level()) {
                        said.put(kind, finding);
                        changes.add(entry(kind, finding, now));
                    }
                    for (Author gone : ended(kind)) {
                        changes.add(entry(gone, kind, Finding.NOTHING, now));
                    }
                });
        unstored.addAll(changes);
        told.addAll(changes);
        return changes;
    }

    /** Programs that run no more and have left such a finding; told once. */
    private List<Author> ended(AlarmKind kind) {
        Set<Author> of = others.getOrDefault(kind, Set.of());
        List<Author> gone = of.stream().filter(other -> ended.test(other.name())).toList();
        gone.forEach(of::remove);
        return gone;
    }

    private Entry entry(AlarmKind kind, Finding finding, Instant now) {
        return entry(author, kind, finding, now);
    }

    private static Entry entry(Author by, AlarmKind kind, Finding finding, Instant now) {
        return new Entry(
                AlarmKey.UNIT,
                now,
                now,
                by,
                new Entry.Technical(kind, finding.level(), finding.cause()));
    }

    /**
     * What stands in the store at the start: a program that ended may have left an alarm, and what
     * is mended since must end it. What a program found that still runs is its own.
     */
    synchronized void begin(List<Entry> ofUnit) {
        for (Entry entry : ofUnit) {
            says(entry, Integer.MAX_VALUE);
            ofAnother(entry);
        }
    }

    private void ofAnother(Entry entry) {
        if (entry.event() instanceof Entry.Technical technical
                && entry.author().kind() == Author.Kind.PROGRAM
                && !entry.author().equals(author)) {
            Set<Author> of = others.computeIfAbsent(technical.kind(), any -> new LinkedHashSet<>());
            of.remove(entry.author());
            if (technical.level() > 0) {
                of.add(entry.author());
            }
        }
    }

    /**
     * What another program found out, while this one runs. One of the same name that still has the
     * trouble itself says so again when the other says it is over.
     */
    synchronized void heard(Entry entry) {
        ofAnother(entry);
        if (entry.event() instanceof Entry.Technical technical) {
            says(entry, found.getOrDefault(technical.kind(), Finding.NOTHING).level());
        }
    }

    private void says(Entry entry, int below) {
        if (entry.event() instanceof Entry.Technical technical
                && entry.author().equals(author)
                && technical.level() < below) {
            said.put(technical.kind(), new Finding(technical.level(), technical.cause()));
        }
    }

    /** Whether an entry that was stored is one that counts already; asked once of each. */
    synchronized boolean counts(Entry entry) {
        return told.remove(entry);
    }

    /**
     * Stores what is not stored yet. It may wait for the disk.
     *
     * @throws org.cytovigil.ledger.LedgerException when that fails; it is tried again next time
     */
    void store(Ledger ledger) {
        List<Entry> waiting;
        synchronized (this) {
            waiting = List.copyOf(unstored);
        }
        if (!waiting.isEmpty()) {
            ledger.append(waiting);
            synchronized (this) {
                waiting.forEach(unstored::remove);
            }
        }
    }
}
