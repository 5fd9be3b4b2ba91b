package org.cytovigil.ui.nurses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The panel in which nurses are assigned, bed by bed, by keyboard. FX thread. */
public final class NursesPanel implements Panel {
    private final NursesViewModel model;
    private final VBox root = new VBox();
    private final VBox loads = new VBox();
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Button save = new Button();
    private final Keymap keys = new Keymap();
    private final Map<NurseRow, Cell> cells = new HashMap<>();

    /** What is seen of a row. */
    private record Cell(Label bed, TextField field, VBox middle) {}

    NursesPanel(NursesViewModel model) {
        this.model = model;
        keys.on(Texts.of("keys.nurses.save"), model::save, Keymap.ctrl(KeyCode.ENTER));
        Label title = label("panel-title");
        title.setText(Texts.of("nurses.title"));
        Label note = label("nurses-muted");
        note.setText(Texts.of("nurses.note"));
        Label message = label("nurses-said");
        message.textProperty().bind(model.messageProperty());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        save.textProperty().bind(model.buttonProperty());
        save.setOnAction(event -> model.save());
        save.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        model.save();
                        event.consume();
                    }
                });
        save.setMinHeight(Region.USE_PREF_SIZE);
        save.setMaxWidth(Double.MAX_VALUE);
        grid.getStyleClass().add("nurses-grid");
        ColumnConstraints bed = new ColumnConstraints();
        bed.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints field = new ColumnConstraints();
        field.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(bed, field);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("admission-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(title, note, scroll, loads, save, message);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onSave);
        model.rows().addListener((InvalidationListener) rows -> showRows());
        model.loadsProperty().addListener((property, before, now) -> showLoads());
        showRows();
        showLoads();
    }

    /** What opens it: {@code Ctrl+U} on the board; barred in past cases. */
    public static PanelAction action(Workbench bench) {
        boolean past = bench.source().mode() == UnitSource.Mode.REPLAY;
        return new PanelAction(
                Texts.of("nurses.action"),
                new KeyCodeCombination(KeyCode.U, KeyCombination.CONTROL_DOWN),
                PanelAction.Place.BOARD,
                past ? Texts.of("nurses.barred.past") : "",
                (stay, close) -> Optional.of(new NursesPanel(new NursesViewModel(bench, close))));
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void showLoads() {
        loads.getChildren().clear();
        for (String words : model.loadsProperty().get()) {
            Label line = label("nurses-load");
            line.setText(words);
            loads.getChildren().add(line);
        }
    }

    /** Fields keep what is typed and the keyboard, also when beds come and go. */
    private void showRows() {
        NurseRow typing = focused();
        grid.getChildren().clear();
        cells.keySet().retainAll(model.rows());
        int place = 0;
        for (NurseRow row : model.rows()) {
            Cell cell = cells.computeIfAbsent(row, this::cell);
            grid.add(cell.bed(), 0, place);
            grid.add(cell.middle(), 1, place);
            place++;
        }
        if (model.rows().isEmpty()) {
            Label none = label("nurses-muted");
            none.setText(Texts.of("nurses.empty"));
            grid.add(none, 0, 0, 2, 1);
        }
        Cell again = typing == null ? null : cells.get(typing);
        if (again != null) {
            again.field().requestFocus();
        }
    }

    private Cell cell(NurseRow row) {
        Label bed = label("nurses-bed");
        bed.textProperty()
                .bind(
                        row.bedProperty()
                                .map(
                                        words ->
                                                words.isEmpty()
                                                        ? Texts.of("nurses.no-bed")
                                                        : Texts.of("nurses.bed", words)));
        Label who = label("nurses-muted");
        who.textProperty().bind(row.whoProperty());
        TextField field = field(row);
        return new Cell(bed, field, new VBox(who, field, note(row, field)));
    }

    /** What is offered, else what it was before. */
    private Label note(NurseRow row, TextField field) {
        Label note = label("nurses-muted");
        Runnable tell =
                () -> {
                    String offer = field.isFocused() ? model.offer(row) : "";
                    note.setText(
                            offer.isEmpty()
                                    ? row.noteProperty().get()
                                    : Texts.of("nurses.offer", offer));
                };
        row.typedProperty().addListener((property, before, now) -> tell.run());
        row.noteProperty().addListener((property, before, now) -> tell.run());
        field.focusedProperty().addListener((property, before, now) -> tell.run());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        tell.run();
        return note;
    }

    private @Nullable NurseRow focused() {
        for (Map.Entry<NurseRow, Cell> entry : cells.entrySet()) {
            if (entry.getValue().field().isFocused()) {
                return entry.getKey();
            }
        }
        return null;
    }

    private TextField field(NurseRow row) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(row.typedProperty());
        field.setPromptText(Texts.of("nurses.nobody"));
        field.setAccessibleText(
                Texts.of("nurses.accessible", row.bedProperty().get(), row.whoProperty().get()));
        // What stood there when the keyboard came: unchanged means that Enter repeats.
        String[] found = {field.getText()};
        field.focusedProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now) {
                                found[0] = field.getText();
                                field.selectAll();
                                reveal(field);
                            }
                        });
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> onKey(event, row, field, found[0].equals(field.getText())));
        return field;
    }

    private void onKey(KeyEvent event, NurseRow row, TextField field, boolean untouched) {
        int place = model.rows().indexOf(row);
        boolean atEnd =
                field.getCaretPosition() == field.getLength() && field.getSelectedText().isEmpty();
        if (event.isControlDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            if (untouched) {
                model.sameAsAbove(row);
            }
            go(place + 1);
        } else if (event.getCode() == KeyCode.DOWN) {
            go(place + 1);
        } else if (event.getCode() == KeyCode.UP) {
            go(place - 1);
        } else if (event.getCode() == KeyCode.RIGHT && atEnd && !model.offer(row).isEmpty()) {
            model.takeOffer(row);
            field.end();
        } else {
            return;
        }
        event.consume();
    }

    private void go(int place) {
        if (place >= model.rows().size()) {
            save.requestFocus();
        } else if (place >= 0) {
            Cell next = cells.get(model.rows().get(place));
            if (next != null) {
                next.field().requestFocus();
            }
        }
    }

    @Override
    public List<Command> keys() {
        return keys.commands();
    }

    private void onSave(KeyEvent event) {
        if (keys.handle(event)) {
            event.consume();
        }
    }

    /** Scrolls as far as is needed to see all of a row. */
    private void reveal(TextField field) {
        Node row = field.getParent();
        if (row == null) {
            return;
        }
        Bounds bounds = row.getBoundsInParent();
        double all = grid.getHeight();
        double seen = scroll.getViewportBounds().getHeight();
        if (all <= seen) {
            return;
        }
        double top = scroll.getVvalue() * (all - seen);
        if (bounds.getMinY() < top) {
            scroll.setVvalue(bounds.getMinY() / (all - seen));
        } else if (bounds.getMaxY() > top + seen) {
            scroll.setVvalue((bounds.getMaxY() - seen) / (all - seen));
        }
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void focus() {
        // What scrolls is on the screen only once it has its looks.
        root.applyCss();
        if (model.rows().isEmpty()) {
            save.requestFocus();
        } else {
            go(0);
        }
    }

    @Override
    public void show(UnitSnapshot unit) {
        model.show(unit);
    }

    @Override
    public boolean leave() {
        return model.leave();
    }

    @Override
    public void gone() {
        model.gone();
    }
}
