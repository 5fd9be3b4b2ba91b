package org.cytovigil.ui.bedside;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cytovigil.ui.theme.GradeBadge;
import org.cytovigil.ui.theme.Texts;

/** The grade, why it is so, what would raise it, what is missing. Scrolls when room is short. */
final class GradePanel extends ScrollPane {
    private static final double BADGE = 96;
    private static final String DECIDING = "deciding";
    private static final String OTHER = "other";
    private static final String ITEM = "item";

    private final BedsideViewModel model;
    private final VBox content = new VBox();
    private final InvalidationListener changed = observable -> show();
    private double unit = 1;

    GradePanel(BedsideViewModel model) {
        this.model = model;
        getStyleClass().add("bedside-panel");
        content.getStyleClass().add("content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        WeakInvalidationListener weak = new WeakInvalidationListener(changed);
        model.gradeProperty().addListener(weak);
        model.themeProperty().addListener(weak);
        show();
    }

    void setUnit(double pixels) {
        if (pixels != unit) {
            unit = pixels;
            show();
        }
    }

    private void show() {
        GradeCard card = model.gradeProperty().get();
        List<Node> sections = new ArrayList<>();
        sections.add(headline(card));
        if (!card.others().isEmpty()) {
            sections.add(text(card.others(), "muted"));
        }
        if (card.range() != null) {
            sections.add(why(card));
            sections.add(section("bedside.panel.next", items(card.nextUp(), "bedside.panel.top")));
            sections.add(
                    section(
                            "bedside.panel.missing",
                            items(card.missing(), "bedside.panel.complete")));
        }
        List<Node> notes = new ArrayList<>();
        card.notes().forEach(note -> notes.add(bullet(ITEM, note, "plain")));
        if (!card.wouldBe().isEmpty()) {
            notes.add(bullet(ITEM, card.wouldBe(), "plain"));
        }
        if (!notes.isEmpty()) {
            sections.add(section("bedside.panel.notes", notes));
        }
        content.getChildren().setAll(sections);
    }

    private Node headline(GradeCard card) {
        GradeBadge badge = new GradeBadge(Math.round(BADGE * unit));
        badge.show(card.range(), model.themeProperty().get());
        VBox words = new VBox(text(card.title(), "grade-title"));
        if (!card.since().isEmpty()) {
            words.getChildren().add(text(card.since(), "muted"));
        }
        words.getStyleClass().add("column");
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox headline = new HBox(badge, words);
        headline.getStyleClass().add("headline");
        headline.setAlignment(Pos.CENTER_LEFT);
        return headline;
    }

    private static Node why(GradeCard card) {
        List<Node> lines = new ArrayList<>();
        lines.add(text(card.criterion(), "criterion"));
        for (GradeCard.Fact fact : card.facts()) {
            lines.add(
                    fact.deciding()
                            ? bullet(DECIDING, fact.text(), "plain")
                            : bullet(OTHER, fact.text(), "muted"));
        }
        return section("bedside.panel.why", lines);
    }

    private static List<Node> items(List<String> texts, String emptyKey) {
        List<Node> lines = new ArrayList<>();
        texts.forEach(text -> lines.add(bullet(ITEM, text, "plain")));
        if (texts.isEmpty()) {
            lines.add(text(Texts.of(emptyKey), "muted"));
        }
        return lines;
    }

    private static Node section(String titleKey, List<Node> lines) {
        VBox section = new VBox(text(Texts.of(titleKey), "section-title"));
        section.getStyleClass().add("section");
        section.getChildren().addAll(lines);
        return section;
    }

    private static Node bullet(String mark, String words, String style) {
        // Shapes, not letters: a typeface may lack the letters.
        Region sign = new Region();
        sign.getStyleClass().setAll("mark", mark);
        Label text = text(words, style);
        HBox.setHgrow(text, Priority.ALWAYS);
        StackPane place = new StackPane(sign);
        place.getStyleClass().add("mark-place");
        HBox line = new HBox(place, text);
        line.getStyleClass().add("bullet");
        return line;
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().setAll("bedside-label", style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
