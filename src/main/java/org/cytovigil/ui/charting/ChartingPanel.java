package org.cytovigil.ui.charting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.charting.ChartingModel.Question;
import org.cytovigil.ui.charting.Field.Choice;
import org.cytovigil.ui.charting.Sheet.Standing;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A panel of fields: Enter goes to the next and at the last one saves, Ctrl+Enter saves anywhere.
 * FX thread.
 */
// [impl->req~ui.charting~1]
final class ChartingPanel extends BorderPane implements Panel {
    /** How many lines of a note are seen before it scrolls. */
    private static final int LINES = 10;

    private final ChartingModel model;
    private final Map<Field, Control> inputs = new HashMap<>();
    private final VBox standing = new VBox();
    private final VBox rows = new VBox();
    private final Label asked = label("charting-question");
    private final Button confirm = button("", () -> {});
    private final Button back = button(Texts.of("charting.back"), () -> {});
    private final Button save = button(Texts.of("charting.save"), () -> {});
    private final ScrollPane scroll = new ScrollPane();
    private final Keymap keymap = keymap();

    ChartingPanel(ChartingModel model) {
        this.model = model;
        getStyleClass().add("charting");
        setTop(head());
        addRows(model.allFields());
        rows.getStyleClass().add("charting-rows");
        standing.getStyleClass().add("charting-standing");
        VBox middle = new VBox(standing, rows);
        middle.getStyleClass().add("charting-middle");
        scroll.setContent(middle);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("charting-scroll");
        setCenter(scroll);
        setBottom(foot());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        addEventFilter(KeyEvent.KEY_RELEASED, ChartingPanel::onRelease);
        model.questionProperty().addListener((property, before, now) -> showQuestion(now));
        model.standingProperty().addListener((property, before, now) -> showStanding(now));
        showStanding(model.standingProperty().get());
        showQuestion(null);
    }

    private Node head() {
        Label title = label("charting-title");
        title.setText(model.title());
        Label patient = label("charting-patient");
        patient.textProperty().bind(model.patientProperty());
        Label offer = label("charting-offer");
        offer.textProperty().bind(model.offerProperty());
        FlowPane offered =
                new FlowPane(
                        offer,
                        button(Texts.of("charting.offer.take"), this::takeDraft),
                        button(Texts.of("charting.offer.drop"), this::dropDraft));
        offered.getStyleClass().add("charting-offered");
        offered.visibleProperty().bind(offer.textProperty().isNotEmpty());
        offered.managedProperty().bind(offered.visibleProperty());
        VBox head = new VBox(patient, title, offered);
        head.getStyleClass().add("charting-head");
        return head;
    }

    private Node foot() {
        Label remark = label("charting-remark");
        bind(remark, model.remarkProperty());
        Label happened = label("charting-happened");
        bind(happened, model.happenedProperty());
        Label barred = label("charting-happened");
        bind(barred, model.barredProperty());
        Label notice = label("charting-notice");
        bind(notice, model.noticeProperty());
        confirm.setOnAction(event -> model.confirm());
        back.setOnAction(event -> reconsider());
        save.setOnAction(event -> save());
        BooleanBinding cannot = model.busyProperty().or(model.barredProperty().isNotEmpty());
        save.disableProperty().bind(cannot);
        confirm.disableProperty().bind(cannot);
        FlowPane buttons = new FlowPane(save, back, confirm);
        buttons.getStyleClass().add("charting-buttons");
        VBox foot = new VBox(remark, happened, barred, notice, asked, buttons);
        foot.getStyleClass().add("charting-foot");
        return foot;
    }

    private void addRows(List<Field> fields) {
        HBox pair = null;
        for (Field field : fields) {
            Node row = row(field);
            if (!field.isHalf()) {
                pair = null;
                rows.getChildren().add(row);
            } else if (pair == null || pair.getChildren().size() > 1) {
                pair = new HBox(row);
                pair.getStyleClass().add("charting-line");
                pair.visibleProperty().bind(field.shownProperty());
                pair.managedProperty().bind(pair.visibleProperty());
                rows.getChildren().add(pair);
            } else {
                Node other = pair.getChildren().getFirst();
                pair.visibleProperty().unbind();
                pair.visibleProperty().bind(other.visibleProperty().or(field.shownProperty()));
                pair.getChildren().add(row);
                row.getStyleClass().add("charting-second");
                pair.getChildren().forEach(half -> half.getStyleClass().add("charting-half"));
            }
        }
    }

    private Node row(Field field) {
        ChoiceList many = field.isList() ? new ChoiceList(field) : null;
        Control input = many == null ? input(field) : many.input();
        input.setAccessibleText(field.label());
        inputs.put(field, input);
        Label name = label("charting-name");
        name.setText(field.label());
        name.setLabelFor(input);
        Label last = label("charting-last");
        last.textProperty().bind(field.lastProperty());
        HBox.setHgrow(last, Priority.ALWAYS);
        HBox line = new HBox(name, input, last);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("charting-line");
        if (field.isWide()) {
            line.getChildren().setAll(input);
            HBox.setHgrow(input, Priority.ALWAYS);
            input.setMaxWidth(Double.MAX_VALUE);
        }
        Label note = label("charting-note");
        bind(note, field.noteProperty());
        Label refused = label("charting-refused");
        bind(refused, field.refusalProperty());
        VBox row = new VBox(line, note, refused);
        if (field.isWide() || field.isByDigit()) {
            line.getChildren().setAll(input);
            row.getChildren().addFirst(name);
        } else if (field.isHalf()) {
            line.getChildren().setAll(name, input);
        }
        if (field.isByDigit()) {
            row.getStyleClass().add("charting-above");
        }
        if (many != null) {
            // The row's line has taken its input away.
            many.getChildren().setAll(many.input(), many.list());
            row.getChildren().set(row.getChildren().indexOf(line), many);
            many.list()
                    .addEventHandler(
                            KeyEvent.KEY_PRESSED,
                            event -> {
                                if (event.getCode() == KeyCode.ENTER) {
                                    next(field);
                                    event.consume();
                                }
                            });
        }
        row.visibleProperty().bind(field.shownProperty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private Control input(Field field) {
        if (field.isChosen()) {
            return chosen(field);
        }
        return field.isInLines() ? inLines(field) : typed(field);
    }

    private static TextField typed(Field field) {
        TextField input = new TextField();
        input.getStyleClass().add("charting-typed");
        input.textProperty().bindBidirectional(field.textProperty());
        return input;
    }

    private static TextArea inLines(Field field) {
        TextArea input = new TextArea();
        input.getStyleClass().add("charting-lines");
        input.setWrapText(true);
        input.setPrefRowCount(LINES);
        input.textProperty().bindBidirectional(field.textProperty());
        // Tab leaves it as it leaves every field; a tab within a note would be seen by nobody.
        input.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.TAB) {
                        event.consume();
                        input.requestFocusTraversal(
                                event.isShiftDown()
                                        ? TraversalDirection.PREVIOUS
                                        : TraversalDirection.NEXT);
                    }
                });
        return input;
    }

    private ComboBox<Choice> chosen(Field field) {
        ComboBox<Choice> input = new ComboBox<>(field.choices());
        input.getStyleClass().add("charting-chosen");
        input.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Choice choice) {
                        return choice == null ? "" : choice.words();
                    }

                    @Override
                    public Choice fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here");
                    }
                });
        Runnable show =
                () ->
                        input.setValue(
                                field.choices().stream()
                                        .filter(each -> each.id().equals(field.text()))
                                        .findFirst()
                                        .orElse(null));
        show.run();
        field.textProperty().addListener(property -> show.run());
        input.valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now != null) {
                                field.textProperty().set(now.id());
                            }
                        });
        input.addEventHandler(
                KeyEvent.KEY_TYPED,
                event -> {
                    boolean found = jump(input, event);
                    if (found
                            && field.isByDigit()
                            && Character.isDigit(event.getCharacter().charAt(0))) {
                        advance(field);
                    }
                });
        return input;
    }

    /** A digit is the whole answer: the next one waits, and after the last one nothing is saved. */
    private void advance(Field from) {
        pathFrom(from).stream().findFirst().ifPresent(this::focus);
    }

    /** A letter goes to the next choice that begins with it; whether there is one. */
    private static boolean jump(ComboBox<Choice> input, KeyEvent event) {
        String letter = event.getCharacter();
        if (letter.isBlank() || event.isControlDown() || event.isAltDown()) {
            return false;
        }
        List<Choice> all = input.getItems();
        int from = all.indexOf(input.getValue());
        for (int i = 1; i <= all.size(); i++) {
            Choice choice = all.get(Math.floorMod(from + i, all.size()));
            if (choice.words().regionMatches(true, 0, letter, 0, letter.length())) {
                input.setValue(choice);
                return true;
            }
        }
        return false;
    }

    private void onKey(KeyEvent event) {
        if (keymap.handle(event)) {
            event.consume();
        }
    }

    @Override
    public List<Command> keys() {
        return keymap.commands();
    }

    private Keymap keymap() {
        return new Keymap()
                .onIf(Texts.of("keys.charting.next"), this::enter, Keymap.sign(KeyCode.ENTER))
                .on(Texts.of("keys.charting.save"), this::save, Keymap.ctrl(KeyCode.ENTER))
                .onNumbers(Texts.of("keys.charting.settle"), 9, this::settle, Keymap::ctrl)
                .on(Texts.of("keys.charting.draft"), this::takeDraft, Keymap.ctrl(KeyCode.D));
    }

    private boolean settle(int place) {
        model.settle(place);
        return true;
    }

    /** The key that opens a panel would, released, open a list of choices in it. */
    private static void onRelease(KeyEvent event) {
        if (event.getCode() == KeyCode.F4) {
            event.consume();
        }
    }

    /** From the field that has the keyboard to the next. */
    private boolean enter() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Field field : model.allFields()) {
            Control input = Objects.requireNonNull(inputs.get(field));
            boolean in = owner != null && (owner.equals(input) || input.equals(owner.getParent()));
            if (in && input instanceof TextArea) {
                return false;
            }
            if (in && !(input instanceof ComboBox<?> box && box.isShowing())) {
                next(field);
                return true;
            }
        }
        return false;
    }

    private List<Field> pathFrom(Field from) {
        List<Field> path = new ArrayList<>();
        boolean after = false;
        for (Field field : model.allFields()) {
            if (after && field.isShown() && !field.isPassedByEnter()) {
                path.add(field);
            }
            after = after || field.equals(from);
        }
        return path;
    }

    private void next(Field from) {
        List<Field> path = pathFrom(from);
        if (path.isEmpty()) {
            save();
        } else {
            focus(path.getFirst());
        }
    }

    private void save() {
        model.save();
        if (model.questionProperty().get() == null) {
            model.refusedFirst().ifPresent(this::focus);
        }
    }

    private void reconsider() {
        model.reconsider();
        focus();
    }

    private void takeDraft() {
        model.takeDraft();
        focus();
    }

    private void dropDraft() {
        model.dropDraft();
        focus();
    }

    private void showQuestion(@Nullable Question now) {
        boolean asking = now != null;
        asked.setText(now == null ? "" : now.text());
        confirm.setText(now == null ? "" : now.confirm());
        for (Node node : List.of(asked, confirm, back)) {
            node.setVisible(asking);
            node.setManaged(asking);
        }
        save.setVisible(!asking);
        save.setManaged(!asking);
        if (asking) {
            // Enter, pressed once too often, must not chart what is doubtful.
            back.requestFocus();
        }
    }

    private void showStanding(List<Standing> now) {
        standing.getChildren().clear();
        for (int i = 0; i < now.size(); i++) {
            int place = i;
            Label words = label("charting-stands");
            words.setText(now.get(i).words());
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            Button deal =
                    button(
                            Texts.of(
                                    "charting.standing",
                                    now.get(i).action(),
                                    Integer.toString(i + 1)),
                            () -> model.settle(place));
            deal.setMinWidth(USE_PREF_SIZE);
            HBox line = new HBox(words, deal);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("charting-line");
            standing.getChildren().add(line);
        }
        standing.setVisible(!now.isEmpty());
        standing.setManaged(!now.isEmpty());
    }

    private void focus(Field field) {
        Control input = Objects.requireNonNull(inputs.get(field));
        input.requestFocus();
        if (input instanceof TextField typed) {
            typed.selectAll();
        } else if (input instanceof TextArea written) {
            // A key too many must not wipe out a note.
            written.end();
        }
        reveal(input);
    }

    /** Scrolls so that what has the keyboard is seen. */
    private void reveal(Control input) {
        Node content = scroll.getContent();
        double height = content.getLayoutBounds().getHeight();
        double seen = scroll.getViewportBounds().getHeight();
        if (height > seen && seen > 0) {
            double top = content.sceneToLocal(input.localToScene(0, 0)).getY();
            double middle = top + input.getHeight() / 2 - seen / 2;
            scroll.setVvalue(Math.clamp(middle / (height - seen), 0, 1));
        }
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void focus() {
        // What a scroll pane holds is in the scene, and can have the keyboard, once it has a skin.
        applyCss();
        model.allFields().stream()
                .filter(field -> field.isShown() && !field.isPassedByEnter())
                .findFirst()
                .ifPresent(this::focus);
    }

    @Override
    public void show(UnitSnapshot unit) {
        model.show(unit);
    }

    /** What is typed is kept and offered again, so that the panel may always go. */
    @Override
    public boolean leave() {
        return true;
    }

    @Override
    public void gone() {
        model.gone();
    }

    private static void bind(Label label, ObservableValue<String> words) {
        label.textProperty().bind(words);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(event -> action.run());
        button.setWrapText(true);
        return button;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
