package org.cytovigil.ui.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.report.pdf.Paper;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.panel.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~ui.paper~1]
// [utest->req~report.file~1]
class PaperViewModelTest {
    private static final String NAME = "sheet.pdf";

    @TempDir private Path folder = Path.of("");
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final Tray printers = new Tray();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean gone;

    /** Printers that keep what was printed. */
    private static final class Tray implements Printers {
        private final List<String> names = new ArrayList<>(List.of("ward", "office"));
        private final List<byte[]> printed = new ArrayList<>();
        private final List<String> jobs = new ArrayList<>();
        private boolean broken;

        @Override
        public List<String> names() {
            return names;
        }

        @Override
        public void print(String printer, String job, byte[] file) throws IOException {
            if (broken) {
                throw new IOException("out of paper");
            }
            jobs.add(printer + ": " + job);
            printed.add(file);
        }
    }

    private PaperViewModel model(Executor background) {
        Workbench bench =
                new Workbench(
                        ward.session(), ZoneOffset.UTC, background, Runnable::run, words -> {});
        return new PaperViewModel(
                bench,
                ward::now,
                printers,
                folder,
                NAME,
                printing -> {
                    UnitSnapshot unit = ward.session().latest();
                    return gone
                            ? Optional.empty()
                            : unit.stay(alpha).map(stay -> StaySheet.of(stay, unit, printing));
                });
    }

    private PaperViewModel model() {
        return model(Runnable::run);
    }

    private List<String> files() throws IOException {
        try (var found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void itSavesForTheEyesOfTheOwnerAlone() throws IOException {
        PaperViewModel model = model();

        model.save();

        Path file = folder.resolve(NAME);
        assertThat(model.saidProperty().get()).isEqualTo("saved: " + file);
        assertThat(Paper.of(Files.readAllBytes(file)).text()).contains("DEMO Alpha");
        assertThat(files()).containsExactly(NAME);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhenSomebodySaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), "older");
        PaperViewModel model = model();

        model.save();

        assertThat(model.askingProperty().get()).isTrue();
        assertThat(model.saidProperty().get()).contains("such a file already");
        assertThat(Files.readString(file)).isEqualTo("older");

        model.replace();

        assertThat(model.askingProperty().get()).isFalse();
        assertThat(Paper.of(Files.readAllBytes(file)).text()).contains("DEMO Alpha");
        assertThat(files()).containsExactly(NAME);
    }

    @Test
    void anotherNameIsAskedAboutAnew() throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), "older");
        PaperViewModel model = model();
        model.save();

        model.fileProperty().set(folder.resolve("other.pdf").toString());
        model.replace();

        assertThat(model.askingProperty().get()).isFalse();
        assertThat(Files.readString(file)).isEqualTo("older");
        assertThat(files()).containsExactly(NAME);
    }

    @Test
    void aPlaceThatTakesNothingIsToldWithWhatToDo() {
        PaperViewModel model = model();
        model.fileProperty().set(folder.resolve("nowhere").resolve(NAME).toString());

        model.save();

        assertThat(model.saidProperty().get())
                .contains("Not done", "there is no folder", "Choose another place");
        model.fileProperty().set("  ");
        model.save();
        assertThat(model.saidProperty().get()).isEqualTo("Say where the file is to be.");
    }

    @Test
    void itPrintsOnTheChosenPrinterUnderANameThatNamesNobody() {
        PaperViewModel model = model();
        assertThat(model.printers()).containsExactly("ward", "office");
        model.printerProperty().set("office");

        model.print();

        assertThat(printers.jobs).containsExactly("office: Hand-over");
        assertThat(Paper.of(printers.printed.getFirst()).text()).contains("DEMO Alpha");
        assertThat(model.saidProperty().get()).isEqualTo("sent to office");
    }

    @Test
    void withoutAPrinterItSaysThatSavingWorks() {
        printers.names.clear();
        PaperViewModel model = model();

        model.print();

        assertThat(model.saidProperty().get()).contains("no printer", "Save as PDF");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aPrinterThatFailsIsToldAndTheNextTryWorks() {
        PaperViewModel model = model();
        printers.broken = true;

        model.print();

        assertThat(model.saidProperty().get()).contains("out of paper");
        printers.broken = false;
        model.print();
        assertThat(printers.printed).hasSize(1);
    }

    @Test
    void whatIsStoppedIsNeitherSavedNorPrinted() throws IOException {
        PaperViewModel model = model(waiting::add);
        model.save();
        assertThat(model.busyProperty().get()).isTrue();

        model.stop();
        waiting.forEach(Runnable::run);

        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.saidProperty().get()).contains("stopped");
        assertThat(files()).isEmpty();
    }

    @Test
    void onlyOneIsMadeAtATime() {
        PaperViewModel model = model(waiting::add);
        waiting.clear();

        model.save();
        model.save();

        assertThat(waiting).hasSize(1);
    }

    @Test
    void aPatientWhoHasLeftHasNoSheetAnyMore() throws IOException {
        PaperViewModel model = model();
        gone = true;

        model.save();

        assertThat(model.saidProperty().get()).contains("has left the unit");
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileMadeMeanwhileIsNotLost() throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), "older");

        assertThatThrownBy(() -> PaperFile.write(file, new byte[] {1}, false))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(Files.readString(file)).isEqualTo("older");
        assertThat(files()).containsExactly(NAME);
        assertThatThrownBy(() -> PaperFile.write(folder, new byte[] {1}, true))
                .isInstanceOf(IOException.class);
    }
}
