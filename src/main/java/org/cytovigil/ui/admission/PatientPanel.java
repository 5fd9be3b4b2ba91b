package org.cytovigil.ui.admission;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.theme.Lists;
import org.cytovigil.ui.theme.Texts;

/** What can be put right about the patient at the bedside. FX thread. */
final class PatientPanel implements Panel {
    private final PatientViewModel model;
    private final MoveFields moving;
    private final ListView<String> body = new ListView<>();
    private final Map<Part, ToggleButton> parts = new EnumMap<>(Part.class);
    private final VBox content = new VBox();
    private final VBox node;

    /** The matters of the panel, one at a time. */
    private enum Part {
        IDENTITY,
        BODY,
        INFUSION,
        RISK,
        BED,
        LEAVE
    }

    PatientPanel(PatientViewModel model, Runnable close) {
        this.model = model;
        moving = new MoveFields(model.moving());
        Map<Part, Node> nodes = new EnumMap<>(Part.class);
        nodes.put(Part.IDENTITY, identity());
        nodes.put(Part.BODY, body());
        nodes.put(Part.INFUSION, infusion());
        nodes.put(Part.RISK, risks());
        nodes.put(Part.BED, moving.node());
        nodes.put(Part.LEAVE, leaving());
        SegmentedButton choice = new SegmentedButton();
        for (Part part : Part.values()) {
            ToggleButton button = new ToggleButton(Texts.of("admission.part." + part.name()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.selectedProperty()
                    .addListener(
                            (property, before, now) -> {
                                if (now) {
                                    model.turn();
                                    content.getChildren()
                                            .setAll(Objects.requireNonNull(nodes.get(part)));
                                }
                            });
            // Pressing the chosen one again must not leave none chosen.
            button.setOnAction(event -> button.setSelected(true));
            parts.put(part, button);
            choice.getButtons().add(button);
        }
        VBox.setVgrow(content, Priority.ALWAYS);
        content.getStyleClass().add("admission-column");
        node =
                new VBox(
                        FormNodes.head(words(PatientViewModel.Shown::title), this, close),
                        choice,
                        FormNodes.said(words(PatientViewModel.Shown::barred), "admission-refused"),
                        content,
                        FormNodes.said(model.saidProperty(), "admission-said"));
        button(Part.IDENTITY).setSelected(true);
        model.shownProperty().addListener((property, before, now) -> showBody());
        showBody();
    }

    private void showBody() {
        Lists.replace(body.getItems(), model.shownProperty().get().body());
    }

    private ToggleButton button(Part part) {
        return Objects.requireNonNull(parts.get(part));
    }

    private StringBinding words(Function<PatientViewModel.Shown, String> of) {
        return Bindings.createStringBinding(
                () -> of.apply(model.shownProperty().get()), model.shownProperty());
    }

    private Button action(String key, Runnable action) {
        Button button = FormNodes.button(action);
        button.textProperty()
                .bind(
                        Bindings.when(model.askingProperty())
                                .then(Texts.of("admission.anyway", Texts.of(key)))
                                .otherwise(Texts.of(key)));
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    private Node identity() {
        PersonFields person = new PersonFields(model.identity().person());
        ScrollPane fields =
                FormNodes.scrolled(
                        FormNodes.column(
                                person.name(), person.number(), person.age(), person.baseline()));
        VBox all =
                FormNodes.column(
                        fields,
                        FormNodes.said(words(PatientViewModel.Shown::identity), "admission-plan"),
                        action("admission.identity.do", model.identity()::keep));
        VBox.setVgrow(all, Priority.ALWAYS);
        return all;
    }

    private Node body() {
        body.setAccessibleText(Texts.of("admission.body.history"));
        body.setMinHeight(48);
        body.setPrefHeight(200);
        Button record = action("admission.body.do", model.body()::keep);
        StringBinding barred = words(PatientViewModel.Shown::barred);
        record.disableProperty().unbind();
        record.disableProperty().bind(barred.isNotEmpty().or(model.busyProperty()));
        return FormNodes.column(
                FormNodes.noted(
                        FormNodes.row(
                                measured("admission.weight.now", model.body().weight(), record),
                                measured("admission.height.now", model.body().height(), record)),
                        model.body().weight(),
                        model.body().height()),
                record,
                FormNodes.label(Texts.of("admission.body.history"), "admission-name"),
                body);
    }

    private static Node measured(String key, TypedField typed, Button record) {
        TextField field = FormNodes.input(key, typed);
        field.setOnAction(event -> record.fire());
        return FormNodes.named(key, field);
    }

    private Node risks() {
        // Nothing charted yet needs no reason, and the fields need the room.
        Node reason = FormNodes.field("risk.reason", model.risks().reason());
        reason.visibleProperty().bind(model.risks().chartedProperty());
        reason.managedProperty().bind(reason.visibleProperty());
        VBox fields =
                FormNodes.column(
                        FormNodes.label(Texts.of("risk.note"), "admission-note"),
                        RiskFields.of(model.risks().fields()),
                        FormNodes.label(Texts.of("risk.known"), "admission-name"),
                        FormNodes.said(
                                words(shown -> String.join("\n", shown.risks())),
                                "admission-plan"));
        VBox all =
                FormNodes.column(
                        FormNodes.scrolled(fields), reason, action("risk.do", model.risks()::keep));
        VBox.setVgrow(all, Priority.ALWAYS);
        return all;
    }

    private Node infusion() {
        return FormNodes.column(
                InfusionFields.of(model.infusion().fields()),
                FormNodes.label(Texts.of("admission.infusion.note"), "admission-note"),
                action("admission.infusion.do", model.infusion()::keep));
    }

    private Node leaving() {
        Button discharge = FormNodes.button(model.leaving()::discharge);
        Button back = FormNodes.button(model.leaving()::cancelDischarge);
        discharge.setText(Texts.of("admission.discharge.do"));
        discharge
                .disableProperty()
                .bind(words(PatientViewModel.Shown::barred).isNotEmpty().or(model.busyProperty()));
        back.setText(Texts.of("admission.back.cancel"));
        StringBinding notLeft =
                words(shown -> shown.discharged() ? "" : Texts.of("admission.back.here"));
        back.disableProperty().bind(notLeft.isNotEmpty().or(model.busyProperty()));
        takeTurns(discharge, back);
        takeTurns(back, discharge);
        Button cancel = action("admission.cancel.do", model.leaving()::cancelAdmission);
        return FormNodes.column(
                discharge,
                FormNodes.label(Texts.of("admission.discharge.note"), "admission-note"),
                FormNodes.place(back, notLeft),
                FormNodes.field("admission.cancel.reason", model.leaving().reason()),
                cancel);
    }

    /**
     * While what a button does is being kept, neither of the two can be pressed, and then the other
     * one can: the keyboard goes there, not on to the field of the mistaken admission.
     */
    private static void takeTurns(Button pressed, Button next) {
        BooleanProperty waiting = new SimpleBooleanProperty(false);
        pressed.addEventHandler(ActionEvent.ACTION, event -> waiting.set(true));
        pressed.disabledProperty()
                .addListener(
                        (property, before, disabled) -> {
                            if (waiting.get() && !disabled) {
                                pressed.requestFocus();
                            }
                        });
        next.disabledProperty()
                .addListener(
                        (property, before, disabled) -> {
                            if (waiting.get() && !disabled) {
                                waiting.set(false);
                                next.requestFocus();
                            }
                        });
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void focus() {
        // The buttons are in the scene only once the skin of their row is there.
        node.applyCss();
        button(Part.IDENTITY).requestFocus();
    }

    @Override
    public void show(UnitSnapshot unit) {
        model.show(unit);
        moving.show();
    }

    /** What was typed is lost only when somebody closes twice. */
    @Override
    public boolean leave() {
        return model.mayLeave();
    }

    @Override
    public void gone() {
        model.gone();
    }
}
