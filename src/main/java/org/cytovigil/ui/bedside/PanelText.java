package org.cytovigil.ui.bedside;

import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The lines of the panel: text that wraps and is never cut, with or without a mark. FX thread. */
final class PanelText {
    /** The mark of the fact that decides. */
    static final String DECIDING = "deciding";

    /** The mark of a fact beside it. */
    static final String OTHER = "other";

    /** The mark of any other item. */
    static final String ITEM = "item";

    static final String PLAIN = "plain";
    static final String MUTED = "muted";
    static final String SMALL = "small";

    /** A space after a number, or one within short brackets. */
    private static final Pattern NO_BREAK =
            Pattern.compile("(?<=\\d) (?=\\S)|(?<=\\([^()]{0,12}) (?=[^()]{0,12}\\))");

    private PanelText() {}

    /** Text that wraps. */
    static Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().setAll("bedside-label", style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Text behind a mark. */
    static Node bullet(String mark, String words, String style) {
        return marked(mark, text(together(words), style));
    }

    /** Text behind a mark, with what is said of it below in smaller type. */
    static Node bullet(String mark, GradeCard.Line line) {
        return bullet(mark, line, PLAIN);
    }

    /** The same in another style. */
    static Node bullet(String mark, GradeCard.Line line, String style) {
        VBox column = new VBox(text(together(line.text()), style));
        if (!line.detail().isEmpty()) {
            column.getChildren().add(text(together(line.detail()), SMALL));
        }
        return marked(mark, column);
    }

    /** Keeps a number and what follows it, most often its unit, on one line, and short brackets. */
    static String together(String words) {
        return NO_BREAK.matcher(words).replaceAll("\u00a0");
    }

    private static Node marked(String mark, Region words) {
        // Shapes, not letters: a typeface may lack the letters.
        Region sign = new Region();
        sign.getStyleClass().setAll("mark", mark);
        HBox.setHgrow(words, Priority.ALWAYS);
        StackPane place = new StackPane(sign);
        place.getStyleClass().add("mark-place");
        HBox line = new HBox(place, words);
        line.getStyleClass().add("bullet");
        return line;
    }
}
