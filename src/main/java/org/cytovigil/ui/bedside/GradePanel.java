package org.cytovigil.ui.bedside;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.protocol.ProtocolCard;
import org.cytovigil.ui.theme.GradeBadge;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The grade, why it is so, what is missing, what would raise it, and what else must be known. The
 * grade stays at the top; the rest scrolls when room is short, and a word at the bottom tells that
 * there is more.
 */
// [impl->req~ui.reasons~1]
final class GradePanel extends VBox {
    private static final double SMALL_BADGE = 44;

    /** Part of what is seen that one press of a key moves by. */
    private static final double STEP = 0.25;

    /** The least height of what scrolls below the grade, in units. */
    private static final double LEAST_SEEN = 40;

    private final BedsideViewModel model;
    private final GradeHeadline head = new GradeHeadline();
    private final ScrollPane scroll = new ScrollPane();
    private final VBox content = new VBox();
    private final PanelSection<GradeCard.Why> why =
            new PanelSection<>("bedside.panel.why", (card, look) -> why(card));
    private final PanelSection<List<String>> missing =
            new PanelSection<>(
                    "bedside.panel.missing",
                    (texts, look) -> items(texts, "bedside.panel.complete"));
    private final PanelSection<List<String>> nextUp =
            new PanelSection<>(
                    "bedside.panel.next", (texts, look) -> items(texts, "bedside.panel.top"));
    private final PanelSection<List<DueRow>> due =
            new PanelSection<>("bedside.panel.due", (rows, look) -> due(rows));
    private final PanelSection<ProtocolCard> protocol =
            new PanelSection<>("bedside.panel.protocol", (card, look) -> protocol(card));
    private final PanelSection<List<String>> notes =
            new PanelSection<>("bedside.panel.notes", (texts, look) -> items(texts));
    private final PanelSection<List<GradeCard.Line>> settings =
            new PanelSection<>("bedside.panel.settings", (lines, look) -> lines(lines));
    private final PanelSection<EpisodeCard> episode =
            new PanelSection<>("bedside.panel.episode", (card, look) -> episode(card));
    private final PanelSection<NeurologyCard> neurology =
            new PanelSection<>("bedside.panel.neurology", GradePanel::neurology);
    private final PanelSection<List<GradeCard.Line>> rejected =
            new PanelSection<>("bedside.panel.rejected", (lines, look) -> lines(lines));
    private final PanelSection<List<GradeCard.Line>> revised =
            new PanelSection<>("bedside.panel.revised", (lines, look) -> lines(lines));
    private final DerivedTable derived = new DerivedTable(this::reveal);
    private final Label policy = PanelText.text("", PanelText.SMALL);
    private final HBox more = new HBox();
    private final HBox foot;
    private final InvalidationListener changed = observable -> show();
    private double unit = 1;
    private @Nullable StayId shown;

    GradePanel(BedsideViewModel model) {
        this.model = model;
        getStyleClass().add("bedside-panel");
        content.getStyleClass().add("content");
        why.getStyleClass().add("first");
        content.getChildren()
                .addAll(
                        List.of(
                                why, missing, nextUp, due, protocol, notes, settings, episode,
                                neurology, rejected, revised, derived));
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setMinHeight(0);
        foot = foot();
        getChildren().addAll(head, scroll, foot);
        heightProperty().addListener((property, before, now) -> fitHead());
        InvalidationListener moved = observable -> tellMore();
        scroll.vvalueProperty().addListener(moved);
        scroll.viewportBoundsProperty().addListener(moved);
        content.heightProperty().addListener(moved);
        WeakInvalidationListener weak = new WeakInvalidationListener(changed);
        model.gradeProperty().addListener(weak);
        model.protocolCardProperty().addListener(weak);
        model.themeProperty().addListener(weak);
        show();
    }

    /** Where large text leaves too little room, the grade scrolls with the rest. */
    private void fitHead() {
        double least = head.prefHeight(getWidth()) + foot.prefHeight(getWidth());
        boolean low = getHeight() < least + LEAST_SEEN * unit;
        if (low != content.getChildren().contains(head)) {
            (low ? getChildren() : content.getChildren()).remove(head);
            (low ? content.getChildren() : getChildren()).addFirst(head);
        }
    }

    private HBox foot() {
        Region sign = new Region();
        sign.getStyleClass().setAll("more-sign");
        more.getChildren().addAll(PanelText.text(Texts.of("bedside.panel.more"), PanelText.SMALL));
        more.getChildren().add(sign);
        more.getStyleClass().add("more");
        more.setAlignment(Pos.CENTER_RIGHT);
        more.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(policy, Priority.ALWAYS);
        policy.setMaxWidth(Double.MAX_VALUE);
        HBox foot = new HBox(policy, more);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    void setUnit(double pixels) {
        if (pixels != unit) {
            unit = pixels;
            show();
        }
    }

    /** Scrolls down by a quarter of what is seen times {@code steps}, or up when negative. */
    void scrollBy(int steps) {
        double hidden = hidden();
        if (hidden > 0) {
            double part = steps * STEP * scroll.getViewportBounds().getHeight() / hidden;
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + part, 0, 1));
        }
    }

    /** Scrolls no further than it takes to see a part of the content. */
    private void reveal(Node part) {
        double hidden = hidden();
        if (hidden <= 0) {
            return;
        }
        double seen = scroll.getViewportBounds().getHeight();
        Bounds place = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double top = scroll.getVvalue() * hidden;
        double wanted =
                place.getMinY() < top ? place.getMinY() : Math.max(top, place.getMaxY() - seen);
        scroll.setVvalue(Math.clamp(wanted / hidden, 0, 1));
    }

    private double hidden() {
        return content.getHeight() - scroll.getViewportBounds().getHeight();
    }

    /** The word stays in the layout, so that nothing jumps when it comes and goes. */
    private void tellMore() {
        more.setVisible(hidden() * (1 - scroll.getVvalue()) > 1);
    }

    private void show() {
        GradeCard card = model.gradeProperty().get();
        boolean graded = card.range() != null;
        PanelSection.Look look = new PanelSection.Look(model.themeProperty().get(), unit);
        head.show(card, look);
        why.show(graded ? card.why() : null, look);
        missing.show(graded ? card.missing() : null, look);
        nextUp.show(graded ? card.nextUp() : null, look);
        due.show(card.due(), look);
        protocol.show(graded ? model.protocolCardProperty().get() : null, look);
        notes.show(card.notes(), look);
        settings.show(card.settings(), look);
        episode.show(card.episode(), look);
        if (card.episode() != null) {
            episode.setTitle(card.episode().title());
        }
        neurology.show(card.neurology(), look);
        rejected.show(card.rejected(), look);
        revised.show(card.revised(), look);
        derived.show(card.derived(), look);
        policy.setText(card.policy());
        if (!Objects.equals(card.stay(), shown)) {
            shown = card.stay();
            scroll.setVvalue(0);
        }
    }

    private static List<Node> why(GradeCard.Why card) {
        List<Node> lines = new ArrayList<>();
        if (!card.set().isEmpty()) {
            lines.add(PanelText.text(card.set(), "criterion"));
            lines.add(PanelText.text(Texts.of("bedside.panel.computed-because"), PanelText.MUTED));
        }
        lines.add(PanelText.text(card.criterion(), "criterion"));
        lines.add(PanelText.text(card.source(), PanelText.SMALL));
        for (GradeCard.Fact fact : card.facts()) {
            lines.add(
                    fact.deciding()
                            ? PanelText.bullet(PanelText.DECIDING, fact.text(), PanelText.PLAIN)
                            : PanelText.bullet(PanelText.OTHER, fact.text(), PanelText.MUTED));
        }
        return lines;
    }

    private static List<Node> items(List<String> texts, String emptyKey) {
        return texts.isEmpty()
                ? List.of(PanelText.text(Texts.of(emptyKey), PanelText.MUTED))
                : items(texts);
    }

    private static List<Node> items(List<String> texts) {
        List<Node> lines = new ArrayList<>();
        texts.forEach(text -> lines.add(PanelText.bullet(PanelText.ITEM, text, PanelText.PLAIN)));
        return lines;
    }

    private static List<Node> lines(List<GradeCard.Line> texts) {
        List<Node> lines = new ArrayList<>();
        texts.forEach(text -> lines.add(PanelText.bullet(PanelText.ITEM, text)));
        return lines;
    }

    private static List<Node> due(List<DueRow> rows) {
        List<Node> lines = new ArrayList<>();
        for (DueRow row : rows) {
            lines.add(
                    PanelText.bullet(
                            row.overdue() ? PanelText.DECIDING : PanelText.OTHER,
                            new GradeCard.Line(row.text(), row.detail()),
                            row.overdue() ? "criterion" : PanelText.PLAIN));
        }
        return lines;
    }

    private static List<Node> protocol(ProtocolCard card) {
        List<Node> lines = new ArrayList<>();
        if (!card.fault().isEmpty()) {
            lines.add(PanelText.text(card.fault(), "criterion"));
        }
        lines.add(PanelText.text(card.heading(), "criterion"));
        if (!card.range().isEmpty()) {
            lines.add(PanelText.text(card.range(), PanelText.PLAIN));
        }
        lines.addAll(items(card.items(), "protocol.nothing"));
        lines.add(PanelText.text(card.source(), PanelText.SMALL));
        return lines;
    }

    private static List<Node> episode(EpisodeCard card) {
        List<Node> lines = new ArrayList<>();
        for (String line : card.lines()) {
            lines.add(
                    PanelText.text(
                            line, card.shares().isEmpty() ? PanelText.MUTED : PanelText.PLAIN));
        }
        if (!card.shares().isEmpty()) {
            lines.add(new GradeBar(card.shares()));
            lines.add(
                    PanelText.text(
                            String.join(
                                    "\u00a0· ",
                                    card.shares().stream().map(EpisodeCard.Share::words).toList()),
                            PanelText.MUTED));
        }
        return lines;
    }

    private static List<Node> neurology(NeurologyCard card, PanelSection.Look look) {
        GradeBadge badge = new GradeBadge(Math.round(SMALL_BADGE * look.unit()));
        badge.show(card.range(), card.isSet(), look.theme());
        VBox words = new VBox(PanelText.text(PanelText.together(card.title()), "computed"));
        if (card.isSet()) {
            words.getChildren()
                    .add(PanelText.text(PanelText.together(card.computed()), "computed"));
        }
        words.getChildren().add(PanelText.text(card.criterion(), PanelText.MUTED));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(badge, words);
        line.getStyleClass().add("computed-line");
        line.setAlignment(Pos.CENTER_LEFT);
        List<Node> lines = new ArrayList<>(List.of(line));
        for (String finding : card.findings()) {
            lines.add(PanelText.bullet(PanelText.ITEM, finding, card.stale() ? "stale" : "plain"));
        }
        lines.add(PanelText.text(card.age(), PanelText.MUTED));
        return lines;
    }
}
