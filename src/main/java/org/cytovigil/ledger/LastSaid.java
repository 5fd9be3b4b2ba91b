package org.cytovigil.ledger;

import java.time.Instant;
import java.util.Comparator;
import org.cytovigil.clinical.FactTime;
import org.cytovigil.clinical.Stay;
import org.jspecify.annotations.Nullable;

/**
 * What was said last of one thing, in whatever order it arrives: the later time counts, of one time
 * what was learned later, and of both the same the text, so that there is always an order.
 *
 * @param <T> what is said
 */
final class LastSaid<T> {
    private @Nullable Said<T> last;

    /**
     * Something said, and when.
     *
     * @param at from when it is so
     * @param learned when the program learned it
     */
    record Said<T>(Instant at, Instant learned, T what) {
        static final Comparator<Said<?>> ORDER =
                Comparator.<Said<?>, Instant>comparing(Said::at)
                        .thenComparing(Said::learned)
                        .thenComparing(said -> String.valueOf(said.what()));

        /**
         * A thing said from a time that cannot be counts from when it was learned: otherwise a slip
         * of a year would stand for ever.
         */
        static <T> Said<T> of(Stay admitted, Entry entry, T what) {
            boolean possible = FactTime.fault(admitted, entry.at(), entry.learned()).isEmpty();
            return new Said<>(possible ? entry.at() : entry.learned(), entry.learned(), what);
        }
    }

    /** Takes what was said, which stands unless something later is known already. */
    void take(Said<T> said) {
        if (last == null || Said.ORDER.compare(last, said) < 0) {
            last = said;
        }
    }

    /** What stands, and since when; {@code null} while nothing was said. */
    @Nullable Said<T> last() {
        return last;
    }

    /** What stands; {@code null} while nothing was said. */
    @Nullable T get() {
        return last == null ? null : last.what();
    }
}
