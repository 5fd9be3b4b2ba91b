package org.cytovigil.ui.bedside;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * A section of the panel. Its lines are made anew only when what it shows has changed, so that a
 * passing minute moves nothing else. FX thread.
 *
 * @param <T> what it shows
 */
final class PanelSection<T> extends VBox {
    private final Label title;
    private final BiFunction<T, Look, List<Node>> lines;
    private @Nullable T shown;
    private @Nullable Look look;

    /**
     * What badges need to know.
     *
     * @param unit pixels in a unit
     */
    record Look(Theme theme, double unit) {}

    /**
     * @param lines makes the lines; none of them hides the section
     */
    PanelSection(String titleKey, BiFunction<T, Look, List<Node>> lines) {
        this.title = PanelText.text(Texts.of(titleKey), "section-title");
        this.lines = lines;
        getStyleClass().add("section");
    }

    /** Shows something else; {@code null} hides the section. */
    void show(@Nullable T value, Look theme) {
        if (Objects.equals(value, shown) && theme.equals(look)) {
            return;
        }
        shown = value;
        look = theme;
        List<Node> made = value == null ? List.of() : lines.apply(value, theme);
        getChildren().setAll(title);
        getChildren().addAll(made);
        setVisible(!made.isEmpty());
        setManaged(!made.isEmpty());
    }

    /** Changes the title. */
    void setTitle(String words) {
        title.setText(words);
    }
}
