package org.cytovigil.ui.admission;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a form began with. Snapshots made before it was changed here still show what it was then:
 * that is no news.
 *
 * @param <T> what is known; {@code null} when nothing is
 */
final class Begun<T> {
    private @Nullable T known;
    private @Nullable T replaced;
    private boolean changed;

    /** Begins with what is known. */
    void with(@Nullable T now) {
        known = now;
    }

    /** This form has put something else in its place. */
    void change(@Nullable T was, @Nullable T is) {
        replaced = was;
        known = is;
        changed = true;
    }

    /** Whether somebody else has changed it since. */
    boolean isNews(@Nullable T now) {
        return !Objects.equals(now, known) && !(changed && Objects.equals(now, replaced));
    }

    @Nullable T known() {
        return known;
    }
}
