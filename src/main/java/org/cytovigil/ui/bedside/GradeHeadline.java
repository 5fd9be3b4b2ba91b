package org.cytovigil.ui.bedside;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.theme.GradeBadge;

/**
 * The grade as badge and words. Where a clinician has set it, the computed one stands beside it.
 * Never scrolls. FX thread.
 */
// [impl->req~ui.override~1]
final class GradeHeadline extends VBox {
    private static final double BADGE = 96;
    private static final double COMPUTED_BADGE = 38;

    GradeHeadline() {
        getStyleClass().add("head");
    }

    void show(GradeCard card, PanelSection.Look look) {
        GradeBadge badge = new GradeBadge(Math.round(BADGE * look.unit()));
        badge.show(card.range(), card.isSet(), look.theme());
        VBox words = new VBox(PanelText.text(card.title(), "grade-title"));
        if (!card.since().isEmpty()) {
            words.getChildren()
                    .add(PanelText.text(PanelText.together(card.since()), PanelText.MUTED));
        }
        GradeCard.Computed computed = card.computed();
        if (computed != null) {
            words.getChildren().add(computed(computed, look));
        }
        words.getStyleClass().add("column");
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox headline = new HBox(badge, words);
        headline.getStyleClass().add("headline");
        headline.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(headline);
        if (!card.others().isEmpty()) {
            getChildren().add(PanelText.text(card.others(), PanelText.MUTED));
        }
    }

    private static Node computed(GradeCard.Computed computed, PanelSection.Look look) {
        GradeBadge badge = new GradeBadge(Math.round(COMPUTED_BADGE * look.unit()));
        badge.show(computed.range(), look.theme());
        VBox words = new VBox(PanelText.text(PanelText.together(computed.title()), "computed"));
        if (!computed.since().isEmpty()) {
            words.getChildren()
                    .add(PanelText.text(PanelText.together(computed.since()), PanelText.MUTED));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(badge, words);
        line.getStyleClass().add("computed-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
