package org.cytovigil.ui.feeds;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ui.theme.Texts;
import org.slf4j.LoggerFactory;

/** Asks the store in the background; the answer comes back on the FX thread. */
final class Asking {
    private final Executor background;
    private final Executor screen;
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");

    Asking(Executor background, Executor screen) {
        this.background = background;
        this.screen = screen;
    }

    /**
     * Asks.
     *
     * @param question waits for the disk
     * @param answer takes what came; not called when the store failed
     * @param after run first on the FX thread, whatever came
     */
    <T> void ask(Supplier<T> question, Consumer<T> answer, Runnable after) {
        background.execute(
                () -> {
                    try {
                        T told = question.get();
                        screen.execute(
                                () -> {
                                    after.run();
                                    fault.set("");
                                    answer.accept(told);
                                });
                    } catch (LedgerException e) {
                        screen.execute(() -> fail(after, String.valueOf(e.getMessage())));
                    } catch (RuntimeException e) {
                        LoggerFactory.getLogger(Asking.class)
                                .error("reading failed: {}", e.getClass().getName());
                        screen.execute(() -> fail(after, e.getClass().getSimpleName() + "."));
                    }
                });
    }

    private void fail(Runnable after, String why) {
        after.run();
        fault.set(Texts.of("feeds.fault.read", why));
    }

    /** Why the last question found no answer, in words; empty when it found one. */
    ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }
}
