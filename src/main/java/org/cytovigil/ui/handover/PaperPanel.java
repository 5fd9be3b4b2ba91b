package org.cytovigil.ui.handover;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.report.pdf.Sheet;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;

/**
 * What the panels of the hand-over have in common: something to read, and below it where a sheet of
 * it is saved, printed, copied and closed. FX thread.
 */
final class PaperPanel {
    private final PaperViewModel paper;
    private final Button close;
    private final Label said = new Label();
    private final VBox node = new VBox();
    private final Keymap keys = new Keymap();

    PaperPanel(PaperViewModel paper, Runnable done) {
        this.paper = paper;
        close = new Button(Texts.of("handover.close"));
        close.setOnAction(event -> done.run());
        said.managedProperty().bind(said.textProperty().isNotEmpty());
    }

    /**
     * The sheets of a unit as it is when they are asked for.
     *
     * @param name the file's, from when it is printed
     */
    static PaperViewModel paper(
            Workbench bench,
            Function<Printing, String> name,
            BiFunction<UnitSnapshot, Printing, Optional<Sheet>> maker) {
        UnitSnapshot unit = bench.source().latest();
        Printing printing = Printing.now(unit.at(), bench.zone(), bench.source().mode());
        return new PaperViewModel(
                bench,
                new SystemClock(),
                new SystemPrinters(),
                PaperViewModel.documents(),
                name.apply(printing),
                made -> maker.apply(bench.source().latest(), made));
    }

    /** Shows these, and what can be done with a sheet below them. */
    void show(Node... parts) {
        fill(new PaperBar(paper, close), parts);
    }

    /**
     * Shows these, and also a button and a key that copy a text.
     *
     * @param text what is copied; empty for nothing
     */
    void showToCopy(Supplier<String> text, Node... parts) {
        Button copy = new Button(Texts.of("handover.copy"));
        copy.setOnAction(event -> copy(text.get()));
        keys.on(Texts.of("keys.handover.copy"), () -> copy(text.get()), Keymap.ctrl(KeyCode.C));
        fill(new PaperBar(paper, copy, close), parts);
    }

    private void fill(PaperBar bar, Node... parts) {
        node.getChildren().addAll(parts);
        node.getChildren().addAll(bar, said);
        bar.keysOn(node, keys);
    }

    private void copy(String text) {
        if (!text.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            said.setText(Texts.of("handover.copied"));
        }
    }

    Region node() {
        return node;
    }

    List<Command> keys() {
        return keys.commands();
    }

    /** Gives the keyboard to the button that closes the panel. */
    void focusClose() {
        close.requestFocus();
    }

    /** What is being saved or printed is given up; see {@link Panel#leave}. */
    boolean leave() {
        paper.stop();
        return true;
    }
}
