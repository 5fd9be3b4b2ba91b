package org.cytovigil.ui.bedside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.util.Duration;
import org.cytovigil.ui.theme.Texts;

/**
 * Derived values, a row each: name, value, age. Formula and inputs show under the pointer and, for
 * hands on the keyboard, of the row that has the focus. Rows live on while their values change, so
 * that a passing minute takes the focus from nobody. FX thread.
 */
// [impl->req~ui.derived~1]
final class DerivedTable extends VBox {
    private static final Duration DELAY = Duration.millis(300);
    private static final Duration LONG = Duration.minutes(10);
    private static final double TIP_WIDTH = 460;
    private static final double TIP_GAP = 20;

    private final Label title = PanelText.text(Texts.of("bedside.panel.derived"), "section-title");
    private final Map<String, Row> rows = new HashMap<>();
    private final Consumer<Node> reveal;
    private double unit = 1;

    /**
     * @param reveal brings a row that took the focus into view
     */
    DerivedTable(Consumer<Node> reveal) {
        this.reveal = reveal;
        getStyleClass().addAll("section", "derived");
    }

    /** Shows other values; none of them hides the section. */
    void show(List<DerivedRow> values, PanelSection.Look look) {
        unit = look.unit();
        List<Node> shown = new ArrayList<>(List.of(title));
        for (DerivedRow value : values) {
            Row row = rows.computeIfAbsent(value.name(), name -> new Row());
            row.show(value);
            shown.add(row);
        }
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
        setVisible(!values.isEmpty());
        setManaged(!values.isEmpty());
    }

    /** One value. */
    private final class Row extends HBox {
        private final Label label = PanelText.text("", PanelText.PLAIN);
        private final Label value = PanelText.text("", "derived-value");
        private final Label age = PanelText.text("", PanelText.SMALL);
        private final Tooltip tip = new Tooltip();

        Row() {
            getStyleClass().add("derived-row");
            setAlignment(Pos.BASELINE_LEFT);
            HBox.setHgrow(label, Priority.ALWAYS);
            label.setMaxWidth(Double.MAX_VALUE);
            age.getStyleClass().add("age");
            value.setMinWidth(Region.USE_PREF_SIZE);
            value.setAlignment(Pos.BASELINE_RIGHT);
            getChildren().addAll(label, value, age);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.TEXT);
            setOnMousePressed(
                    event -> {
                        requestFocus();
                        event.consume();
                    });
            tip.getStyleClass().add("bedside-tip");
            tip.setWrapText(true);
            tip.setShowDelay(DELAY);
            tip.setShowDuration(LONG);
            // To the left of the panel, so that it covers no row.
            tip.setAnchorLocation(PopupWindow.AnchorLocation.WINDOW_TOP_RIGHT);
            Tooltip.install(this, tip);
            focusedProperty().addListener((property, before, now) -> focus(now));
        }

        void show(DerivedRow row) {
            label.setText(row.label());
            value.setText(PanelText.together(row.value()));
            age.setText(row.age());
            label.getStyleClass().setAll("bedside-label", row.known() ? "plain" : "muted");
            tip.setMaxWidth(TIP_WIDTH * unit);
            tip.setText(String.join("\n", row.details()));
            setAccessibleText(row.spoken());
        }

        private void focus(boolean gained) {
            if (!gained) {
                tip.hide();
                return;
            }
            reveal.accept(this);
            Bounds place = localToScreen(getLayoutBounds());
            if (place != null && getScene().getWindow() != null) {
                tip.show(this, place.getMinX() - TIP_GAP * unit, place.getMinY());
            }
        }
    }
}
