package org.cytovigil.ui.bedside;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.TwoEnds;
import org.cytovigil.ui.trend.TimeWindow;

/** The line above the chart: bed, patient, cells, time, and which stretch of time is shown. */
final class HeaderBar extends StackPane {
    /** The least part of the width for who it is. */
    private static final double LEFT = 0.4;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final BedsideViewModel model;
    private final Label bed = label("bed");
    private final Label name = label("name");
    private final Label identity = label("muted");
    private final Tooltip risks = new Tooltip();
    private final Label product = label("lead");
    private final Label infused = label("muted");
    private final Label day = label("name");
    private final Label hours = label("muted");
    private final Label silence = label("silence");
    private final VBox infusionColumn = firm(column(product, infused));
    private final HBox who;
    private final Button back = new Button();
    private final Map<TimeWindow, Button> presets = new EnumMap<>(TimeWindow.class);
    private final InvalidationListener words = observable -> words();
    private final InvalidationListener window = observable -> window();

    HeaderBar(BedsideViewModel model) {
        this.model = model;
        getStyleClass().add("bedside-header");
        HBox buttons = new HBox();
        buttons.getStyleClass().add("presets");
        for (TimeWindow preset : TimeWindow.values()) {
            Button button = button(Texts.of("bedside.preset." + preset.name()), preset.key());
            button.setOnAction(event -> model.trend().setTimeWindow(preset));
            presets.put(preset, button);
            buttons.getChildren().add(button);
        }
        back.setText(Texts.of("bedside.preset.now"));
        keyed(back, Texts.of("bedside.preset.now.key"));
        back.getStyleClass().add("back");
        back.setOnAction(event -> model.trend().backToNow());
        who =
                new HBox(
                        firm(bed),
                        firm(column(name, identity)),
                        infusionColumn,
                        firm(column(day, hours)),
                        firm(silence));
        HBox when = new HBox(back, firm(buttons));
        for (HBox part : List.of(who, when)) {
            part.getStyleClass().add("part");
        }
        getChildren().add(new TwoEnds(who, when, LEFT, 12));
        WeakInvalidationListener weakWords = new WeakInvalidationListener(words);
        WeakInvalidationListener weakWindow = new WeakInvalidationListener(window);
        model.headerProperty().addListener(weakWords);
        model.trend().timeWindowProperty().addListener(weakWindow);
        model.trend().freelyChosenProperty().addListener(weakWindow);
        model.trend().followingLiveProperty().addListener(weakWindow);
        model.trend().daysCountedProperty().addListener(weakWindow);
        words();
        window();
    }

    /**
     * Leaves out the product where there is no room for all; who it is and which day stay.
     *
     * @param width in which it will stand
     */
    void fit(double width) {
        double apart =
                infusionColumn.isManaged() ? 0 : infusionColumn.prefWidth(-1) + who.getSpacing();
        boolean room = who.minWidth(-1) + apart + snappedLeftInset() + snappedRightInset() <= width;
        if (room != infusionColumn.isManaged()) {
            infusionColumn.setVisible(room);
            infusionColumn.setManaged(room);
        }
    }

    private void words() {
        PatientHeader header = model.headerProperty().get();
        bed.setText(header.bed());
        name.setText(header.name());
        identity.setText(header.identity());
        product.setText(header.product());
        infused.setText(header.infused());
        risks.setText(Texts.of("risk.all", String.join("\n", header.risks())));
        name.setTooltip(header.risks().isEmpty() ? null : risks);
        identity.setTooltip(name.getTooltip());
        day.setText(header.day());
        hours.setText(header.hours());
        silence.setText(header.silence());
        silence.setVisible(!header.silence().isEmpty());
        silence.setManaged(silence.isVisible());
    }

    private void window() {
        TimeWindow chosen = model.trend().timeWindowProperty().get();
        boolean free = model.trend().freelyChosenProperty().get();
        presets.forEach(
                (preset, button) -> {
                    boolean raised = preset == chosen && !free;
                    button.pseudoClassStateChanged(CHOSEN, raised);
                    button.setAccessibleText(
                            raised
                                    ? Texts.of("bedside.preset.chosen", button.getText())
                                    : button.getText());
                });
        presets.forEach(
                (preset, button) ->
                        button.setDisable(
                                preset == TimeWindow.DAY_2_TO_7
                                        && !model.trend().daysCountedProperty().get()));
        boolean lookedBack = !model.trend().followingLiveProperty().get();
        back.setVisible(lookedBack);
        back.setManaged(lookedBack);
    }

    private static Button button(String text, String key) {
        Button button = new Button(text);
        keyed(button, key);
        return button;
    }

    private static void keyed(Button button, String key) {
        Label shown = label("key");
        shown.setText(key);
        button.setGraphic(shown);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.getStyleClass().setAll("bedside-button");
        button.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    private static VBox column(Node... lines) {
        VBox column = new VBox(lines);
        column.getStyleClass().add("column");
        return column;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().setAll("bedside-label", style);
        return label;
    }

    private static <R extends Region> R firm(R region) {
        region.setMinWidth(Region.USE_PREF_SIZE);
        return region;
    }
}
