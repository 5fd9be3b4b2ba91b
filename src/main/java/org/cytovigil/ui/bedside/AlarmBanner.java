package org.cytovigil.ui.bedside;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.grading.AlarmPriority;

/**
 * Above the chart: the alarms of the patient, those that are set otherwise, and those that somebody
 * hid. FX thread.
 */
final class AlarmBanner extends VBox {
    private final BedsideViewModel model;
    private final InvalidationListener words = observable -> words();
    private BedsideAlarms shown = BedsideAlarms.NONE;

    AlarmBanner(BedsideViewModel model) {
        this.model = model;
        getStyleClass().add("bedside-alarms");
        model.alarmsProperty().addListener(new WeakInvalidationListener(words));
        words();
    }

    private void words() {
        BedsideAlarms now = model.alarmsProperty().get();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        getChildren().clear();
        for (BedsideAlarms.Line line : now.lines()) {
            getChildren().add(line(line));
        }
        if (!now.more().isEmpty()) {
            getChildren().add(text(now.more(), "muted"));
        }
        now.adjusted().forEach(sentence -> getChildren().add(text(sentence, "adjusted")));
        now.hidden().forEach(sentence -> getChildren().add(text(sentence, "muted")));
        setVisible(!now.isEmpty());
        requestParentLayout();
    }

    /** Beside a long cause it keeps as much room as its first words need. */
    private static final class Note extends Label {
        private static final double LEAST = 240;

        Note(String words) {
            super(words);
        }

        @Override
        protected double computeMinWidth(double height) {
            return Math.min(LEAST, computePrefWidth(-1));
        }
    }

    /** One alarm: its mark, its cause, and how it is with the answer. */
    static HBox line(BedsideAlarms.Line line) {
        Label mark = text(line.mark(), "alarm-sign");
        mark.setWrapText(false);
        mark.setMinWidth(USE_PREF_SIZE);
        for (AlarmPriority priority : AlarmPriority.values()) {
            String name = priority.name().toLowerCase(java.util.Locale.ROOT);
            mark.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(name), line.waiting() == priority);
        }
        Label cause = text(line.text(), line.waiting() == null ? "answered" : "waiting");
        HBox.setHgrow(cause, Priority.ALWAYS);
        cause.setMaxWidth(Double.MAX_VALUE);
        Label note = styled(new Note(line.note()), "muted");
        HBox row = new HBox(mark, cause, note);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label text(String words, String style) {
        return styled(new Label(words), style);
    }

    private static Label styled(Label label, String style) {
        label.getStyleClass().setAll("bedside-label", style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
