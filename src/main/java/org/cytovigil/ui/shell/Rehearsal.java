package org.cytovigil.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.cytovigil.clinical.StayId;

/**
 * Opens the screens of the first minutes of a shift once, each until it is painted: a bedside, the
 * board, that bedside again. Run while the program is packaged, it fills the cache of classes with
 * which the launcher starts; run later, it says how long the first bedside took. FX thread.
 */
public final class Rehearsal implements LongConsumer {
    private final ShellViewModel model;
    private final LongConsumer firstBedside;
    private final Runnable end;
    private final Deque<Runnable> scenes = new ArrayDeque<>();
    private long began;
    private boolean told;
    private boolean over;

    private Rehearsal(ShellViewModel model, LongConsumer firstBedside, Runnable end) {
        this.model = model;
        this.firstBedside = firstBedside;
        this.end = end;
        model.unitProperty().get().stays().stream()
                .findFirst()
                .map(stay -> stay.stay().id())
                .ifPresent(this::plan);
    }

    private void plan(StayId stay) {
        scenes.add(() -> model.openBedside(stay));
        scenes.add(model::openBoard);
        scenes.add(() -> model.openBedside(stay));
        scenes.add(model::openBoard);
    }

    /**
     * What is to be done with a window's model at its first picture.
     *
     * @param firstBedside told the nanoseconds until the first bedside was painted; not called for
     *     a unit without a stay
     * @param end run when all of it is over
     */
    public static Function<ShellViewModel, LongConsumer> of(
            LongConsumer firstBedside, Runnable end) {
        return model -> new Rehearsal(model, firstBedside, end);
    }

    /** Called at the begin of each frame with its time: what the one before opened is painted. */
    @Override
    public void accept(long now) {
        if (over) {
            return;
        }
        if (began != 0 && !told) {
            told = true;
            firstBedside.accept(now - began);
        }
        Runnable next = scenes.poll();
        if (next == null) {
            over = true;
            end.run();
            return;
        }
        began = began == 0 ? now : began;
        next.run();
    }
}
