package org.cytovigil.ui.handover;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.report.pdf.PdfWriter;
import org.cytovigil.report.pdf.Progress;
import org.cytovigil.report.pdf.Sheet;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Puts a sheet on paper or into a file, in the background. One at a time; it can be stopped. FX
 * thread, or one thread in tests.
 */
// [impl->req~ui.paper~1]
final class PaperViewModel {
    /** How often the page that is being made is told. */
    private static final int PAGES_TOLD = 10;

    private final Workbench bench;
    private final InstantSource clock;
    private final Printers system;
    private final Function<Printing, Optional<Sheet>> maker;
    private final StringProperty file = new SimpleStringProperty("");
    private final StringProperty printer = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(false);
    private final ObservableList<String> printers = FXCollections.observableArrayList();
    private AtomicBoolean stopped = new AtomicBoolean(false);

    /** What is done with a finished sheet. */
    private interface Use {
        /** Does it, and says in words what came of it. */
        String with(Sheet sheet, byte[] content) throws IOException;
    }

    /**
     * @param folder where files are put unless somebody says otherwise
     * @param maker makes the sheet, in the background; empty when there is nothing to tell any more
     */
    PaperViewModel(
            Workbench bench,
            InstantSource clock,
            Printers system,
            Path folder,
            String name,
            Function<Printing, Optional<Sheet>> maker) {
        this.bench = bench;
        this.clock = clock;
        this.system = system;
        this.maker = maker;
        file.set(folder.resolve(name).toString());
        file.addListener((property, before, now) -> asking.set(false));
        bench.background().execute(this::look);
    }

    /** The folder of documents of whoever is signed in to the computer, or the home folder. */
    static Path documents() {
        Path home = Path.of(System.getProperty("user.home", ""));
        Path documents = home.resolve("Documents");
        return Files.isDirectory(documents) ? documents : home;
    }

    private void look() {
        List<String> found = system.names();
        bench.screen().execute(() -> show(found));
    }

    private void show(List<String> found) {
        printers.setAll(found);
        if (!found.isEmpty()) {
            printer.set(found.getFirst());
        }
    }

    /** Saves under the name of the field; asks first when there is such a file. */
    void save() {
        save(false);
    }

    /** Saves in the place of the file that is there. */
    void replace() {
        if (asking.get()) {
            save(true);
        }
    }

    private void save(boolean over) {
        Path place = place();
        if (place == null) {
            said.set(Texts.of("paper.no-file"));
            return;
        }
        start(
                (sheet, content) -> {
                    PaperFile.write(place, content, over);
                    return Texts.of("paper.saved", place.toString());
                });
    }

    private @Nullable Path place() {
        String name = file.get().strip();
        try {
            return name.isEmpty() ? null : Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Prints on the chosen printer. */
    void print() {
        String chosen = printer.get();
        if (chosen.isEmpty()) {
            said.set(Texts.of("paper.no-printer"));
            return;
        }
        start(
                (sheet, content) -> {
                    system.print(chosen, sheet.title(), content);
                    return Texts.of("paper.printed", chosen);
                });
    }

    /** Stops what is being made. */
    void stop() {
        stopped.set(true);
    }

    private void start(Use use) {
        if (busy.get()) {
            return;
        }
        AtomicBoolean stop = new AtomicBoolean(false);
        stopped = stop;
        busy.set(true);
        asking.set(false);
        said.set(Texts.of("paper.making"));
        bench.background().execute(() -> make(use, stop));
    }

    private void make(Use use, AtomicBoolean stop) {
        // Said when this thread ends by a fault of the program, which its log then holds.
        String words = Texts.of("paper.broken");
        boolean exists = false;
        try {
            Printing printing = Printing.now(clock.instant(), bench.zone(), bench.source().mode());
            Sheet sheet = maker.apply(printing).orElse(null);
            if (sheet == null) {
                words = Texts.of("paper.gone");
            } else {
                byte[] content = PdfWriter.write(sheet, told(stop));
                words = stop.get() ? Texts.of("paper.stopped") : use.with(sheet, content);
            }
        } catch (CancellationException e) {
            words = Texts.of("paper.stopped");
        } catch (FileAlreadyExistsException e) {
            exists = true;
            words = Texts.of("paper.exists");
        } catch (IOException | LedgerException e) {
            words = Texts.of("paper.failed", String.valueOf(e.getMessage()));
        } finally {
            String come = words;
            boolean ask = exists;
            bench.screen().execute(() -> done(come, ask));
        }
    }

    private Progress told(AtomicBoolean stop) {
        return new Progress() {
            @Override
            public void page(int number) {
                if (number % PAGES_TOLD == 0) {
                    String words = Texts.of("paper.making-page", Integer.toString(number));
                    bench.screen().execute(() -> said.set(words));
                }
            }

            @Override
            public boolean isCancelled() {
                return stop.get();
            }
        };
    }

    private void done(String words, boolean ask) {
        busy.set(false);
        said.set(words);
        asking.set(ask);
    }

    /** Where it is saved. */
    StringProperty fileProperty() {
        return file;
    }

    /** On which printer it is printed; empty for none. */
    StringProperty printerProperty() {
        return printer;
    }

    /** The printers there are. */
    ObservableList<String> printers() {
        return printers;
    }

    /** What came of it, or how far it is. */
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** Whether a sheet is being made. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether it asks if the file that is there is to be replaced. */
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }
}
