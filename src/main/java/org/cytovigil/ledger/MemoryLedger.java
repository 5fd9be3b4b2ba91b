package org.cytovigil.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.SitePolicy;

/**
 * A ledger that lasts as long as the program: for demonstrations and replays, whose entries are
 * made anew each time.
 */
public final class MemoryLedger implements Ledger, Intake, Quarantine, PolicyRegister {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Adoption> adoptions = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final Set<List<String>> receipts = new HashSet<>();
    private final List<Consumer<List<Entry>>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public synchronized void append(List<Entry> added) {
        entries.addAll(added);
        for (Consumer<List<Entry>> listener : listeners) {
            listener.accept(List.copyOf(added));
        }
    }

    @Override
    public synchronized List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.event() instanceof Entry.Admitted admitted) {
                stays.add(admitted.stay());
            }
        }
        return stays;
    }

    @Override
    public synchronized List<Entry> entriesOf(StayId stay) {
        return entries.stream().filter(entry -> entry.stay().equals(stay)).toList();
    }

    @Override
    public synchronized List<Entry> entriesOf(StayId stay, Instant from, Instant to) {
        Instant first = from.truncatedTo(ChronoUnit.MILLIS);
        Instant last = to.truncatedTo(ChronoUnit.MILLIS);
        return entriesOf(stay).stream()
                .filter(
                        entry -> {
                            Instant at = entry.at().truncatedTo(ChronoUnit.MILLIS);
                            return !at.isBefore(first) && !at.isAfter(last);
                        })
                .toList();
    }

    @Override
    public Runnable subscribe(Consumer<List<Entry>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void catchUp() {
        // No other program sees this memory.
    }

    @Override
    public synchronized void keep(List<Item> kept) {
        for (Item item : kept) {
            held.add(new Held(held.size() + 1L, item, null));
        }
    }

    @Override
    public synchronized List<Held> held() {
        return List.copyOf(held);
    }

    @Override
    public synchronized void settle(List<Long> numbers, Instant at) {
        held.replaceAll(
                one ->
                        numbers.contains(one.number()) && one.settled() == null
                                ? new Held(one.number(), one.item(), at)
                                : one);
    }

    @Override
    public synchronized void dismiss(List<Long> numbers, Instant at, Dismissal dismissal) {
        held.replaceAll(
                one ->
                        numbers.contains(one.number()) && one.settled() == null
                                ? new Held(one.number(), one.item(), at, dismissal)
                                : one);
    }

    @Override
    public synchronized void reopen(List<Long> numbers) {
        held.replaceAll(
                one ->
                        numbers.contains(one.number()) && one.dismissal() != null
                                ? new Held(one.number(), one.item(), null)
                                : one);
    }

    @Override
    public synchronized boolean take(Batch batch) {
        Receipt receipt = batch.receipt();
        if (receipt != null
                && !receipts.add(
                        List.of(receipt.sender(), receipt.controlId(), receipt.digest()))) {
            return false;
        }
        keep(batch.quarantined());
        append(batch.entries());
        return true;
    }

    @Override
    public synchronized boolean adopt(
            SitePolicy policy, Instant from, Instant learned, Author author) {
        Adoption adoption =
                new Adoption(
                        policy,
                        from.truncatedTo(ChronoUnit.MILLIS),
                        learned.truncatedTo(ChronoUnit.MILLIS),
                        author);
        boolean isNew = adoption.follows(adoptions);
        if (isNew) {
            adoptions.add(adoption);
        }
        return isNew;
    }

    @Override
    public synchronized List<Adoption> adoptions() {
        return List.copyOf(adoptions);
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
