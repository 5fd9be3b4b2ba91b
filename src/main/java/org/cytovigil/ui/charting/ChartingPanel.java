package org.cytovigil.ui.charting;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.charting.ChartingModel.Question;
import org.cytovigil.ui.charting.Sheet.Standing;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelNodes;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A panel of fields: Enter goes to the next and at the last one saves, Ctrl+Enter saves anywhere.
 * FX thread.
 */
// [impl->req~ui.charting~1]
final class ChartingPanel implements Panel {
    private final ChartingModel model;
    private final FieldRows rows;
    private final VBox standing = new VBox();
    private final Button fill = PanelNodes.button("", this::fillOpen);
    private final Label asked = PanelNodes.label("", "charting-question");
    private final Button confirm;
    private final Button back = PanelNodes.button(Texts.of("charting.back"), this::reconsider);
    private final Button save = PanelNodes.button(Texts.of("charting.save"), this::save);
    private final FormColumn node;
    private final Keymap keymap = keymap();

    ChartingPanel(ChartingModel model) {
        this.model = model;
        confirm = PanelNodes.button("", model::confirm);
        rows = new FieldRows(model.allFields(), this::next, this::reveal);
        standing.getStyleClass().add("charting-standing");
        fill.textProperty().bind(model.openWordsProperty());
        fill.visibleProperty().bind(fill.textProperty().isNotEmpty());
        fill.managedProperty().bind(fill.visibleProperty());
        VBox middle = new VBox(standing, fill, rows);
        middle.getStyleClass().add("charting-middle");
        VBox.setVgrow(rows, Priority.ALWAYS);
        boolean grows = model.allFields().stream().anyMatch(Field::isList);
        node = new FormColumn(head(), middle, foot(), new EarlierList(model.earlier()), grows);
        node.getStyleClass().add("charting");
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        node.addEventFilter(KeyEvent.KEY_RELEASED, ChartingPanel::onRelease);
        model.questionProperty().addListener((property, before, now) -> showQuestion(now));
        model.standingProperty().addListener((property, before, now) -> showStanding(now));
        showStanding(model.standingProperty().get());
        showQuestion(null);
    }

    private Region head() {
        Label patient = PanelNodes.label("", "charting-patient");
        patient.textProperty().bind(model.patientProperty());
        Label offer = PanelNodes.label("", "charting-offer");
        offer.textProperty().bind(model.offerProperty());
        FlowPane offered =
                new FlowPane(
                        offer,
                        PanelNodes.button(Texts.of("charting.offer.take"), this::takeDraft),
                        PanelNodes.button(Texts.of("charting.offer.drop"), this::dropDraft));
        offered.getStyleClass().add("charting-offered");
        offered.visibleProperty().bind(offer.textProperty().isNotEmpty());
        offered.managedProperty().bind(offered.visibleProperty());
        VBox head = new VBox(patient, PanelNodes.label(model.title(), "charting-title"), offered);
        head.getStyleClass().add("charting-head");
        return head;
    }

    private Region foot() {
        BooleanBinding cannot = model.busyProperty().or(model.barredProperty().isNotEmpty());
        save.disableProperty().bind(cannot);
        confirm.disableProperty().bind(cannot);
        FlowPane buttons = new FlowPane(save, back, confirm);
        buttons.getStyleClass().add("charting-buttons");
        VBox foot =
                new VBox(
                        PanelNodes.said(model.remarkProperty(), "charting-remark"),
                        PanelNodes.said(model.happenedProperty(), "charting-happened"),
                        PanelNodes.said(model.barredProperty(), "charting-happened"),
                        PanelNodes.said(model.noticeProperty(), "charting-notice"),
                        asked,
                        buttons);
        foot.getStyleClass().add("charting-foot");
        return foot;
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
        Keymap keys =
                new Keymap()
                        .onIf(
                                Texts.of("keys.charting.next"),
                                this::enter,
                                Keymap.sign(KeyCode.ENTER))
                        .on(Texts.of("keys.charting.save"), this::save, Keymap.ctrl(KeyCode.ENTER));
        return keys.onNumbers(Texts.of("keys.charting.settle"), 9, this::settle, Keymap::ctrl)
                .onIf(Texts.of("keys.charting.fill"), this::fillOpen, Keymap.alt(KeyCode.A))
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
        Node owner = node.getScene() == null ? null : node.getScene().getFocusOwner();
        if (owner == null) {
            return false;
        }
        var from = rows.left(owner);
        from.ifPresent(this::next);
        return from.isPresent();
    }

    private void next(Field from) {
        rows.after(from).ifPresentOrElse(rows::focus, this::save);
    }

    private void reveal(Region input) {
        node.reveal(input);
    }

    private void save() {
        model.save();
        if (model.questionProperty().get() == null) {
            model.refusedFirst().ifPresent(rows::focus);
        }
    }

    private void reconsider() {
        model.reconsider();
        focus();
    }

    /** What is filled in by one key is seen, and the keyboard where it can be changed. */
    private boolean fillOpen() {
        boolean any = model.fillOpen();
        if (any) {
            focus();
        }
        return any;
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
        for (Node each : List.of(asked, confirm, back)) {
            each.setVisible(asking);
            each.setManaged(asking);
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
            Label words = PanelNodes.label(now.get(i).words(), "charting-stands");
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            Button deal =
                    PanelNodes.button(
                            Texts.of(
                                    "charting.standing",
                                    now.get(i).action(),
                                    Integer.toString(i + 1)),
                            () -> model.settle(place));
            deal.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(words, deal);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("charting-line");
            standing.getChildren().add(line);
        }
        standing.setVisible(!now.isEmpty());
        standing.setManaged(!now.isEmpty());
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void focus() {
        // What a scroll pane holds is in the scene, and can have the keyboard, once it has a skin.
        node.applyCss();
        rows.after(null).ifPresent(rows::focus);
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
}
