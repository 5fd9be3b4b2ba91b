package org.cytovigil.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.KeySection;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.TwoEnds;

/**
 * Every key of the present screen and of what is open on it, below the alarm strip. It lists the
 * commands from which the keys work. FX thread.
 */
// [impl->req~ui.keys-shown~1]
final class HelpView extends BorderPane {
    /** The least width of a column, in letters' sizes. */
    private static final double COLUMN = 25;

    private static final double STEP = 0.25;
    private static final double PAGE = 0.9;

    private final Label look = new Label();
    private final GridPane columns = new GridPane();
    private final ScrollPane scroll = new ScrollPane(columns);
    private final Keymap keys =
            new Keymap()
                    .on(Texts.of("keys.help.up"), () -> scrollBy(-STEP), Keymap.sign(KeyCode.UP))
                    .on(Texts.of("keys.help.down"), () -> scrollBy(STEP), Keymap.sign(KeyCode.DOWN))
                    .on(
                            Texts.of("keys.help.page-up"),
                            () -> scrollBy(-PAGE),
                            Keymap.sign(KeyCode.PAGE_UP))
                    .on(
                            Texts.of("keys.help.page-down"),
                            () -> scrollBy(PAGE),
                            Keymap.sign(KeyCode.PAGE_DOWN));
    private List<KeySection> sections = List.of();
    private int drawn;

    /**
     * @param close closes it
     */
    HelpView(Runnable close) {
        getStyleClass().add("help");
        Label title = new Label(Texts.of("keys.title"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        Button done = new Button(Texts.of("keys.close"));
        done.setMinWidth(USE_PREF_SIZE);
        done.setOnAction(event -> close.run());
        look.setWrapText(true);
        look.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(title, look);
        HBox end = new HBox(done);
        end.setFillHeight(false);
        setTop(new TwoEnds(words, end, 0.3, 12));
        columns.getStyleClass().add("help-columns");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("help-scroll");
        scroll.setAccessibleText(Texts.of("keys.title"));
        setCenter(scroll);
        widthProperty().addListener((property, before, now) -> requestLayout());
        setVisible(false);
    }

    /**
     * Opens with these.
     *
     * @param words how things look, and how to change that
     */
    void open(List<KeySection> listed, String words) {
        sections = List.copyOf(listed);
        look.setText(words);
        drawn = 0;
        setVisible(true);
        scroll.setVvalue(0);
        requestLayout();
        scroll.requestFocus();
    }

    /** Says anew how things look. */
    void say(String words) {
        look.setText(words);
        drawn = 0;
        requestLayout();
    }

    void close() {
        setVisible(false);
        columns.getChildren().clear();
    }

    /** What keys do while it is open. */
    Keymap keys() {
        return keys;
    }

    private void scrollBy(double pages) {
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = columns.getHeight() - seen;
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + pages * seen / hidden, 0, 1));
        }
    }

    /** As many columns as have room, filled in order to about the same length. */
    private void draw(int count) {
        drawn = count;
        columns.getChildren().clear();
        int lines = 0;
        for (KeySection section : sections) {
            lines += length(section);
        }
        List<VBox> made = new ArrayList<>();
        int filled = 0;
        for (KeySection section : sections) {
            int before = filled;
            filled += length(section);
            // It goes where its middle comes to lie.
            int column = Math.min(count - 1, (before + filled) * count / (2 * Math.max(1, lines)));
            while (made.size() <= column && (made.isEmpty() || !isEmpty(made.getLast()))) {
                made.add(column());
            }
            made.getLast().getChildren().add(section(section));
        }
        columns.getColumnConstraints().clear();
        for (int i = 0; i < made.size(); i++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / made.size());
            columns.getColumnConstraints().add(width);
        }
        columns.addRow(0, made.toArray(VBox[]::new));
    }

    private static boolean isEmpty(VBox column) {
        return column.getChildren().isEmpty();
    }

    private static int length(KeySection section) {
        return 2 + (int) section.commands().stream().filter(c -> !c.shown().isEmpty()).count();
    }

    private static VBox column() {
        VBox column = new VBox();
        column.getStyleClass().add("help-column");
        column.setMinWidth(0);
        return column;
    }

    private static VBox section(KeySection section) {
        Label heading = new Label(section.title());
        heading.getStyleClass().add("help-heading");
        heading.setWrapText(true);
        GridPane lines = new GridPane();
        lines.getStyleClass().add("help-lines");
        ColumnConstraints key = new ColumnConstraints();
        key.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        lines.getColumnConstraints().addAll(key, words);
        int row = 0;
        for (Command command : section.commands()) {
            if (!command.shown().isEmpty()) {
                Label shown = new Label(command.shown());
                shown.getStyleClass().add("help-key");
                shown.setMinWidth(Region.USE_PREF_SIZE);
                lines.addRow(row++, shown, words(command));
            }
        }
        return new VBox(heading, lines);
    }

    private static Label words(Command command) {
        Label words =
                new Label(
                        command.barred().isEmpty()
                                ? command.text()
                                : Texts.of("keys.barred", command.text(), command.barred()));
        words.getStyleClass().add(command.barred().isEmpty() ? "help-words" : "muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }

    @Override
    protected void layoutChildren() {
        if (isVisible()) {
            double letter = look.getFont().getSize();
            int count = Math.clamp((long) (getWidth() / (COLUMN * letter)), 1, 3);
            if (count != drawn) {
                draw(count);
            }
        }
        super.layoutChildren();
    }
}
