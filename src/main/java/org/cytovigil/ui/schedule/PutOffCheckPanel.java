package org.cytovigil.ui.schedule;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.cytovigil.grading.Check;
import org.cytovigil.grading.DueCheck;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.alarms.PutOff;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;

/** The panel in which checks are put off and asked for again. FX thread. */
public final class PutOffCheckPanel implements Panel {
    /** Two of them. */
    private static final double LEAST_CHECKS = 88;

    private final PutOffCheckViewModel model;
    private final VBox root = new VBox();
    private final VBox rows = new VBox();
    private final Map<Check, CheckBox> boxes = new EnumMap<>(Check.class);
    private final Map<PutOff, ToggleButton> spans = new EnumMap<>(PutOff.class);
    private final TextField reason = new TextField();
    private final Button putOff = button("", this::putOff);

    PutOffCheckPanel(PutOffCheckViewModel model) {
        this.model = model;
        root.getStyleClass().add("due-panel");
        rows.getStyleClass().add("due-rows");
        Label heading = label("due-title");
        heading.setText(Texts.of("due.panel.title"));
        Label patient = label("due-patient");
        patient.textProperty().bind(model.titleProperty());
        Label note = label("due-note");
        note.setText(Texts.of("due.panel.note"));
        reason.setPromptText(Texts.of("due.panel.reason"));
        reason.setAccessibleText(Texts.of("due.panel.reason"));
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reason.setOnAction(event -> model.putOff());
        Label message = label("due-message");
        message.textProperty().bind(model.messageProperty());
        message.visibleProperty().bind(model.messageProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        Button vitals = button(Texts.of("due.panel.vitals"), model::chooseVitals);
        Button again = button(Texts.of("due.panel.again"), model::askAgain);
        FlowPane acts = new FlowPane(putOff, again);
        acts.getStyleClass().add("due-acts");
        // In large text there may be more checks than room.
        ScrollPane checks = new ScrollPane(rows);
        checks.setFitToWidth(true);
        checks.setFocusTraversable(false);
        checks.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        checks.setMinHeight(LEAST_CHECKS);
        checks.getStyleClass().add("charting-scroll");
        root.getChildren()
                .addAll(List.of(heading, patient, vitals, checks, reason, spans(), acts, message));
        root.getChildren().add(note);
        model.spanProperty().addListener((property, before, now) -> showSpan());
        model.checksProperty().addListener((property, before, now) -> showChecks());
        showChecks();
    }

    /** What opens it: {@code Ctrl+D} at the bedside; barred in past cases. */
    public static PanelAction action(Workbench bench) {
        boolean past = bench.source().mode() == UnitSource.Mode.REPLAY;
        return new PanelAction(
                Texts.of("due.panel.open"),
                new KeyCodeCombination(KeyCode.L, KeyCombination.CONTROL_DOWN),
                PanelAction.Place.BEDSIDE,
                past ? Texts.of("due.panel.barred") : "",
                (stay, close) ->
                        stay.map(
                                id ->
                                        new PutOffCheckPanel(
                                                new PutOffCheckViewModel(bench, id, close))));
    }

    private SegmentedButton spans() {
        SegmentedButton choice = new SegmentedButton();
        for (PutOff each : PutOff.values()) {
            ToggleButton button = new ToggleButton(each.words());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(
                    event -> {
                        // Pressing the chosen one again must not leave none chosen.
                        button.setSelected(true);
                        model.spanProperty().set(each);
                    });
            spans.put(each, button);
            choice.getButtons().add(button);
        }
        choice.setMinWidth(Region.USE_PREF_SIZE);
        return choice;
    }

    private void putOff() {
        model.putOff();
    }

    /** Boxes keep their place while the panel is open: a finger must find what the eye saw. */
    private void showChecks() {
        for (DueCheck due : model.checksProperty().get()) {
            boxes.computeIfAbsent(due.check(), this::box).setText(model.words(due));
        }
        showSpan();
    }

    private CheckBox box(Check check) {
        CheckBox box = new CheckBox();
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(model.chosenProperty(check));
        rows.getChildren().add(box);
        return box;
    }

    private void showSpan() {
        spans.forEach((each, button) -> button.setSelected(each == model.spanProperty().get()));
        putOff.setText(model.putOffWords());
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Button button(String text, Runnable act) {
        Button button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> act.run());
        return button;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void focus() {
        if (rows.getChildren().isEmpty()) {
            reason.requestFocus();
        } else {
            rows.getChildren().getFirst().requestFocus();
        }
    }

    @Override
    public void show(UnitSnapshot unit) {
        model.show(unit);
        showSpan();
    }

    @Override
    public boolean leave() {
        return model.mayLeave();
    }

    @Override
    public void gone() {
        model.gone();
    }
}
