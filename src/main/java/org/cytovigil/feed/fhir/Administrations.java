package org.cytovigil.feed.fhir;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the end of one administration means when the same drug is given by another one too, as
 * when the bag is changed: the drug goes on then, and has not stopped.
 */
final class Administrations {
    /**
     * Beyond this an infusion without any charting is unconfirmed (Clinical basis section 1): what
     * only the ledger tells of does not outweigh an end after that.
     */
    private static final Duration CONFIRMED = Duration.ofHours(12);

    private static final int REMEMBERED = 10_000;

    private final LedgerFacts ledger;
    private final Revisions revisions;

    private final Map<String, Run> runs =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Run> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Administrations(Ledger ledger, Revisions revisions) {
        this.ledger = new LedgerFacts(ledger);
        this.revisions = revisions;
    }

    /**
     * One administration over a time.
     *
     * @param key type and id of its resource
     * @param author the name of who says so
     * @param to its end; {@code null} while it is in progress
     */
    record Run(
            String key,
            StayId stay,
            String author,
            VasopressorInfusion infusion,
            Instant from,
            @Nullable Instant to) {

        Vasopressor drug() {
            return infusion.drug();
        }

        boolean sameDrug(Run other) {
            return stay.equals(other.stay)
                    && author.equals(other.author)
                    && drug() == other.drug()
                    && !key.equals(other.key);
        }

        /** Whether it is given at a moment and beyond. */
        boolean goesOnAt(Instant at) {
            return !from.isAfter(at) && (to == null || to.isAfter(at));
        }
    }

    /** Remembers a run, once it is kept. */
    void remember(Run run) {
        runs.remove(run.key());
        runs.put(run.key(), run);
    }

    /** Forgets the run of a resource that says no longer that it is one. */
    void forget(String key) {
        runs.remove(key);
    }

    /** The other runs of the drug that have an end. */
    List<Run> ended(Run than) {
        return runs.values().stream()
                .filter(run -> run.to() != null && run.sameDrug(than))
                .toList();
    }

    /** What is known of a resource's run; empty for nothing. */
    Optional<Run> of(String key) {
        return Optional.ofNullable(runs.get(key));
    }

    /**
     * What is charted at the end of a run.
     *
     * @param changed how the run of another resource is from now on, or {@code null}
     * @param without a resource whose run counts no longer; empty for none
     * @return the stop, or what goes on; empty when another begins at that very moment and is
     *     charted itself
     */
    Optional<VasopressorInfusion> end(Run run, Instant at, @Nullable Run changed, String without) {
        Optional<Run> other = beside(run, at, changed, without);
        if (other.isEmpty()) {
            return Optional.of(fromLedger(run, at));
        }
        return other.map(Run::infusion).filter(infusion -> !other.get().from().equals(at));
    }

    /** The run that goes on beside one at a moment; of several the one that began last. */
    Optional<Run> beside(Run run, Instant at, @Nullable Run changed, String without) {
        List<Run> others = new ArrayList<>(runs.values());
        if (changed != null) {
            others.removeIf(other -> other.key().equals(changed.key()));
            others.add(changed);
        }
        return others.stream()
                .filter(other -> !other.key().equals(without) && other.sameDrug(run))
                .filter(other -> other.goesOnAt(at))
                .max(Comparator.comparing(Run::from));
    }

    /** By what the author charted before it was remembered which resource said what. */
    private VasopressorInfusion fromLedger(Run run, Instant at) {
        VasopressorInfusion stopped = VasopressorInfusion.stopped(run.drug());
        boolean known = revisions.remembered(run.key()).isPresent();
        VasopressorInfusion found = stopped;
        for (Charted fact : ledger.standing(run.stay(), run.author(), at.minus(CONFIRMED), at)) {
            if (!(fact.observation() instanceof VasopressorCharted(VasopressorInfusion infusion))
                    || infusion.drug() != run.drug()
                    || revisions.ofAnother(run.key(), fact)) {
                continue;
            }
            boolean own = fact.at().equals(run.from());
            if (fact.at().equals(at)) {
                // This end, charted before it was forgotten.
                found = known || own ? found : infusion;
            } else if (!infusion.running()) {
                found = stopped;
            } else if (!own) {
                found = new VasopressorInfusion(run.drug(), null, infusion.salt());
            }
        }
        return found;
    }
}
