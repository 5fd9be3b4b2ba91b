package org.cytovigil.ui.alarms;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.theme.Texts;

/** How many alarms there are, against what people can bear. FX thread. */
final class LoadPanel extends VBox {
    private final VBox content = new VBox();

    LoadPanel(ObservableValue<LoadText> load) {
        Label title = text("feeds-heading", Texts.of("load.title"));
        content.getStyleClass().add("load");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("load-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
        setMinWidth(0);
        load.addListener((property, before, now) -> show(now));
        show(load.getValue());
    }

    private void show(LoadText load) {
        content.getChildren().clear();
        figures(load.figures());
        if (!load.byKind().isEmpty()) {
            content.getChildren().add(text("feeds-heading", Texts.of("load.by-kind")));
            figures(load.byKind());
        }
        lines("load.chattering", load.chattering());
        lines("load.stale", load.stale());
    }

    private void figures(List<LoadText.Figure> figures) {
        for (LoadText.Figure figure : figures) {
            Label name = text("feed-note", figure.name());
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            Label value = text("load-value", figure.value());
            value.setWrapText(false);
            value.setMinWidth(USE_PREF_SIZE);
            HBox line = new HBox(name, value);
            line.setAlignment(Pos.CENTER_LEFT);
            content.getChildren().add(line);
        }
    }

    private void lines(String key, List<String> lines) {
        content.getChildren().add(text("feeds-heading", Texts.of(key)));
        if (lines.isEmpty()) {
            content.getChildren().add(text("feed-note", Texts.of("load.none")));
        }
        lines.forEach(line -> content.getChildren().add(text("feed-note", line)));
    }

    private static Label text(String style, String words) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
