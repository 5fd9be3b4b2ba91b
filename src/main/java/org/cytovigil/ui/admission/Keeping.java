package org.cytovigil.ui.admission;

import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;

/** Hands acts to the store, one set at a time, and says what came of it. FX thread. */
final class Keeping {
    private final Workbench bench;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private boolean gone;

    Keeping(Workbench bench) {
        this.bench = bench;
    }

    /**
     * Keeps acts, all or none; while others are being kept nothing happens.
     *
     * @param what is done, for those who see no more what this says when it fails
     * @param kept run on the FX thread once they are kept
     */
    void keep(String what, Instant at, List<UnitSource.Act> acts, Runnable kept) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        said.set("");
        bench.background()
                .execute(
                        () -> {
                            try {
                                bench.source().chart(at, acts);
                                bench.screen()
                                        .execute(
                                                () -> {
                                                    busy.set(false);
                                                    kept.run();
                                                });
                            } catch (LedgerException e) {
                                bench.screen()
                                        .execute(() -> fail(what, String.valueOf(e.getMessage())));
                            }
                        });
    }

    private void fail(String what, String why) {
        busy.set(false);
        if (gone) {
            bench.missed().accept(Texts.of("admission.missed", what, why));
        } else {
            say(Texts.of("admission.not-kept", why));
        }
    }

    /** Nobody sees any more what is said here. */
    void gone() {
        gone = true;
    }

    /** Whether the panel may go: not while the store is waited for, which it says. */
    boolean mayLeave() {
        if (busy.get()) {
            say(Texts.of("admission.saving"));
        }
        return !busy.get();
    }

    /** Says something below the form; empty for nothing. */
    void say(String words) {
        said.set(words);
    }

    /** Whether the store is being waited for. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What came of it. */
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }
}
