package org.cytovigil.ui.alarms;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * All alarms: at the left those that stand, are hidden, or are set otherwise for one patient, in
 * the middle the log, at the right how many they are. FX thread.
 */
// [impl->req~ui.alarm-screen~1]
public final class AlarmsView extends BorderPane {
    private final AlarmsViewModel model;
    private final BiConsumer<StayId, Instant> openAt;
    private final TextField search = new TextField();
    private final ListView<StandingRow> standing = new ListView<>();
    private final ListView<LogRow> history = new ListView<>();
    private final Map<ListView<?>, Runnable> chosenBy = new LinkedHashMap<>();
    private final Keymap keys = keymap();
    private Supplier<@Nullable Path> chooser = this::chosenFile;

    /**
     * @param answer opens the panel that answers an alarm
     * @param adjust opens the panel that sets an alarm otherwise for its patient
     * @param openAt opens the bedside of a stay as of a moment
     */
    public AlarmsView(
            AlarmsViewModel model,
            Consumer<AlarmKey> answer,
            Consumer<AlarmKey> adjust,
            BiConsumer<StayId, Instant> openAt) {
        this.model = model;
        this.openAt = openAt;
        getStyleClass().addAll("feeds", "alarms");
        standing.setCellFactory(AlarmCells.Standing::new);
        standing.setItems(model.standing());
        standing.getStyleClass().add("standing-list");
        onChosen(standing, row -> answer.accept(row.alarm().key()));
        ListView<HiddenRow> hidden = new ListView<>();
        hidden.setCellFactory(list -> new AlarmCells.Hidden(list, model::bringBack));
        hidden.setItems(model.hidden());
        hidden.getStyleClass().add("hidden-list");
        onChosen(hidden, model::bringBack);
        ListView<AdjustedRow> adjusted = new ListView<>();
        adjusted.setCellFactory(list -> new AlarmCells.Adjusted(list, model::end));
        adjusted.setItems(model.adjusted());
        adjusted.getStyleClass().add("adjusted-list");
        onChosen(adjusted, row -> adjust.accept(row.key()));
        history.setCellFactory(AlarmCells.Logged::new);
        history.setItems(model.history());
        history.getStyleClass().add("log-list");
        onChosen(history, this::open);
        setTop(toolbar());
        VBox left =
                new VBox(
                        titled("alarms.standing", standing, "alarms.standing.none"),
                        titled("alarms.hidden", hidden, "alarms.hidden.none"),
                        titled("alarms.adjusted.title", adjusted, "alarms.adjusted.none"));
        left.getStyleClass().add("alarms-left");
        left.getChildren().forEach(part -> VBox.setVgrow(part, Priority.ALWAYS));
        setCenter(
                columns(
                        left,
                        titled("history.title", history, "history.none"),
                        new LoadPanel(model.loadProperty())));
        setBottom(foot());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Gives the keyboard to the list of alarms that stand. */
    public void focus() {
        standing.requestFocus();
        if (standing.getSelectionModel().isEmpty()) {
            standing.getSelectionModel().selectFirst();
        }
    }

    /**
     * Empties the search.
     *
     * @return whether there was anything in it
     */
    public boolean escape() {
        if (search.getText().isEmpty()) {
            return false;
        }
        search.clear();
        history.requestFocus();
        return true;
    }

    /** How a file to write to is chosen; for tests. */
    void setChooser(Supplier<@Nullable Path> other) {
        chooser = other;
    }

    private void open(LogRow row) {
        if (!row.stay().equals(AlarmKey.UNIT)) {
            openAt.accept(row.stay(), row.line().at());
        }
    }

    private FlowPane toolbar() {
        Label title = new Label(Texts.of("alarms.title"));
        title.getStyleClass().add("unit-name");
        title.setMinWidth(USE_PREF_SIZE);
        search.setPromptText(Texts.of("history.search"));
        search.setAccessibleText(Texts.of("history.search"));
        search.getStyleClass().add("history-search");
        search.textProperty().bindBidirectional(model.searchProperty());
        ComboBox<AlarmsViewModel.Whose> whose = new ComboBox<>(model.beds());
        named(whose, AlarmsViewModel.Whose::text, "history.beds");
        whose.valueProperty().bindBidirectional(model.whoseProperty());
        FlowPane bar =
                new FlowPane(
                        title,
                        search,
                        whose,
                        choice(
                                Arrays.asList(AlarmKind.values()),
                                model.kindProperty(),
                                AlarmWords::kind,
                                "history.all-kinds"),
                        choice(
                                Arrays.asList(AlarmPriority.values()),
                                model.priorityProperty(),
                                priority -> Texts.of("history.priority." + priority.name()),
                                "history.all-priorities"),
                        button("history.export", this::export));
        bar.getStyleClass().addAll("header", "feeds-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    /** A choice whose first line stands for all. */
    private static <T> ComboBox<@Nullable T> choice(
            List<T> values,
            ObjectProperty<@Nullable T> chosen,
            Function<T, String> words,
            String allKey) {
        List<@Nullable T> all = new ArrayList<>();
        all.add(null);
        all.addAll(values);
        ComboBox<@Nullable T> box = new ComboBox<>(FXCollections.observableArrayList(all));
        named(box, value -> value == null ? Texts.of(allKey) : words.apply(value), allKey);
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    private static <T extends @Nullable Object> void named(
            ComboBox<T> box, Function<T, String> words, String nameKey) {
        box.setAccessibleText(Texts.of(nameKey));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return words.apply(value);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here");
                    }
                });
    }

    private Label foot() {
        Label message = new Label();
        message.getStyleClass().add("alarms-foot");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        model.messageProperty()
                .addListener(
                        (property, before, now) -> {
                            message.setText(now);
                            message.setManaged(!now.isEmpty());
                            message.setVisible(!now.isEmpty());
                        });
        message.setManaged(false);
        return message;
    }

    private void export() {
        Path file = chooser.get();
        if (file != null) {
            model.export(file);
        }
    }

    private @Nullable Path chosenFile() {
        FileChooser files = new FileChooser();
        files.setTitle(Texts.of("history.export"));
        files.setInitialFileName("alarms.csv");
        files.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File file = files.showSaveDialog(getScene().getWindow());
        return file == null ? null : file.toPath();
    }

    private static GridPane columns(Region... parts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("feeds-grid");
        double[] widths = {34, 44, 22};
        for (int i = 0; i < parts.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(widths[i]);
            grid.getColumnConstraints().add(column);
            grid.add(parts[i], i, 0);
        }
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        row.setPercentHeight(100);
        grid.getRowConstraints().add(row);
        return grid;
    }

    private static VBox titled(String key, ListView<?> list, String emptyKey) {
        Label title = new Label(Texts.of(key));
        title.getStyleClass().add("feeds-heading");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label empty = new Label(Texts.of(emptyKey));
        empty.getStyleClass().add("feed-note");
        empty.setWrapText(true);
        list.setPlaceholder(empty);
        list.setAccessibleText(Texts.of(key));
        VBox column = new VBox(title, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        return column;
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Texts.of(key));
        button.setOnAction(event -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** Enter and a double click act on a line. */
    private <T> void onChosen(ListView<T> list, Consumer<T> act) {
        Runnable chosen =
                () -> {
                    T row = list.getSelectionModel().getSelectedItem();
                    if (row != null) {
                        act.accept(row);
                    }
                };
        chosenBy.put(list, chosen);
        // At the list itself, which keeps some keys from what is around it.
        list.setOnKeyPressed(this::onKey);
        list.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        chosen.run();
                    }
                });
    }

    private void onKey(KeyEvent event) {
        if (keys.handle(event)) {
            event.consume();
        }
    }

    /** What keys do here. */
    public List<Command> keys() {
        return keys.commands();
    }

    private Keymap keymap() {
        return new Keymap()
                .onIf(Texts.of("keys.alarms.choose"), this::act, Keymap.sign(KeyCode.ENTER))
                .on(Texts.of("keys.search"), search::requestFocus, Keymap.ctrl(KeyCode.F))
                .on(Texts.of("keys.alarms.export"), this::export, Keymap.ctrl(KeyCode.S));
    }

    /** Acts on the line that has the keyboard. */
    private boolean act() {
        for (Map.Entry<ListView<?>, Runnable> list : chosenBy.entrySet()) {
            if (list.getKey().isFocused()) {
                list.getValue().run();
                return true;
            }
        }
        return false;
    }
}
