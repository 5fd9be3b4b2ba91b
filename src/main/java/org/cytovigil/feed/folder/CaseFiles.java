package org.cytovigil.feed.folder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cytovigil.clinical.FactTime;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.casefile.CaseFile;
import org.cytovigil.feed.casefile.CaseFileException;
import org.cytovigil.feed.casefile.CaseFileReader;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.Quarantine;

/**
 * Reads case files of a folder. A case that states the time of its infusion happens now: it admits
 * a patient of the unit, to whom data of other feeds belong from then on. One that counts hours
 * from an infusion at no stated time is a past course, kept for replays.
 */
// [impl->req~feed.folder.cases~1]
public final class CaseFiles implements FileReader {
    /** Marks a case without a time: nobody was given CAR-T cells then. */
    private static final Instant NOT_STATED = Instant.parse("1970-01-01T00:00:00Z");

    private final Ledger ledger;

    /**
     * For one store.
     *
     * @param ledger read to find stays that are there already
     */
    public CaseFiles(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public FileContent read(String name, byte[] content, Instant received)
            throws FileRefusedException {
        CaseFile file;
        try {
            file = new CaseFileReader(NOT_STATED).read(name, content);
        } catch (CaseFileException e) {
            throw new FileRefusedException(e);
        }
        Set<StayId> known = new HashSet<>();
        ledger.stays().forEach(stay -> known.add(stay.id()));
        List<Entry> entries = new ArrayList<>();
        List<String> summary = new ArrayList<>();
        List<Quarantine.Item> items = new ArrayList<>();
        for (CaseFile.Course course : file.cases()) {
            StayId id = course.stay().id();
            if (!known.add(id)) {
                throw new FileRefusedException(
                        "%s: the stay %s is in the store already".formatted(name, id));
            }
            boolean live = isLive(course.stay());
            List<Entry> kept = live ? live(course, name, received, items) : course.entries();
            entries.addAll(kept);
            summary.add(
                    "case %s: %s, %d entries"
                            .formatted(
                                    id,
                                    live
                                            ? "a patient of the unit"
                                            : "a past course, as it states no time of its infusion",
                                    kept.size()));
        }
        for (String remark : file.remarks()) {
            items.add(
                    new Quarantine.Item(
                            received, name, 1, "accepted, but " + remark, "see the file"));
        }
        return new FileContent(entries, items, summary);
    }

    @Override
    public boolean isEnded(byte[] content) {
        return FileEnd.isOfJson(content);
    }

    private static boolean isLive(Stay stay) {
        Infusion infusion = stay.infusion();
        return infusion != null && !infusion.at().equals(NOT_STATED);
    }

    /**
     * The entries of a patient who is here, but those that lie ahead, which wait in the quarantine.
     *
     * @throws FileRefusedException when all of it lies ahead
     */
    private static List<Entry> live(
            CaseFile.Course course, String name, Instant received, List<Quarantine.Item> items)
            throws FileRefusedException {
        StayId id = course.stay().id();
        Optional<String> whole = FactTime.ahead(course.stay().admitted(), received);
        if (whole.isPresent()) {
            throw new FileRefusedException("%s: case %s: %s".formatted(name, id, whole.get()));
        }
        List<Entry> kept = new ArrayList<>();
        Set<Instant> told = new HashSet<>();
        for (Entry entry : course.entries()) {
            Optional<String> ahead = FactTime.ahead(entry.at(), received);
            if (ahead.isEmpty()) {
                kept.add(live(entry, received));
            } else if (told.add(entry.at())) {
                items.add(
                        new Quarantine.Item(
                                received,
                                name,
                                1,
                                ahead.get(),
                                "case %s, what it says of %s".formatted(id, entry.at())));
            }
        }
        return kept;
    }

    /** What was charted was learned then, as the file says, and now at the latest. */
    private static Entry live(Entry entry, Instant received) {
        Instant learned = entry.learned().isAfter(received) ? received : entry.learned();
        Entry.Event event = entry.event();
        if (event instanceof Entry.Admitted(Stay stay)) {
            event =
                    new Entry.Admitted(
                            new Stay(
                                    stay.id(),
                                    stay.patient(),
                                    stay.infusion(),
                                    stay.admitted(),
                                    stay.discharged(),
                                    stay.bed(),
                                    Stay.Origin.LIVE));
        }
        return new Entry(entry.stay(), entry.at(), learned, entry.author(), event);
    }
}
