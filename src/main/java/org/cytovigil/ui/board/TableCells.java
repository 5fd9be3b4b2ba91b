package org.cytovigil.ui.board;

import java.util.StringJoiner;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ui.theme.GradeBadge;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of the board's table. FX thread. */
final class TableCells {
    private static final PseudoClass HIGH = PseudoClass.getPseudoClass("high");
    private static final PseudoClass MEDIUM = PseudoClass.getPseudoClass("medium");
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    private static final PseudoClass UNLIT = PseudoClass.getPseudoClass("unlit");
    private static final double BADGE = 2.5;

    private static final double SIZE = 1.2;

    private TableCells() {}

    /**
     * A cell's content.
     *
     * @param words the same for one who hears the screen
     * @param waiting the priority of the alarm that it tells of and that waits for an answer;
     *     {@code null} for none
     */
    record Shown(Region node, String words, @Nullable AlarmPriority waiting) {
        Shown(Region node, String words) {
            this(node, words, null);
        }
    }

    /** One line above another; either may be empty. */
    static Shown words(String above, String below, boolean strong) {
        VBox lines = new VBox();
        lines.setAlignment(Pos.CENTER_LEFT);
        if (!above.isEmpty()) {
            lines.getChildren()
                    .add(label(above, strong ? "board-table-strong" : "board-table-text"));
        }
        if (!below.isEmpty()) {
            lines.getChildren().add(label(below, "board-table-muted"));
        }
        return new Shown(lines, join(above, below));
    }

    /** The two identifiers. */
    static Shown who(BedCard card) {
        return words(
                card.name(),
                card.stay() == null ? "" : Texts.of("board.table.record", card.recordNumber()),
                true);
    }

    /** Badge, direction, what it leaves open or what a clinician's grade hides, and since when. */
    static Shown grade(BedCard card, Theme theme, double em) {
        if (card.stay() == null) {
            return words("", "", false);
        }
        GradeBadge badge = new GradeBadge(Math.rint(BADGE * em));
        badge.show(card.grade(), card.computed() != null, theme);
        String arrow =
                card.grade() == null
                        ? ""
                        : card.direction() > 0 ? "↑" : card.direction() < 0 ? "↓" : "→";
        String range =
                card.computed() != null
                        ? Texts.of("board.computed", BedCards.shortRange(card.computed()))
                        : card.grade() == null || card.grade().determined()
                                ? ""
                                : BedCards.shortRange(card.grade());
        VBox lines =
                new VBox(
                        label(join(arrow, range), "board-table-strong"),
                        label(join(card.scale(), card.since()), "board-table-muted"));
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox both = new HBox(badge, lines);
        both.getStyleClass().add("board-table-grade");
        both.setAlignment(Pos.CENTER_LEFT);
        return new Shown(
                both, join(badge.getAccessibleText(), arrow, range, card.scale(), card.since()));
    }

    /** A value as on a tile: with unit and age, struck out when it is stale. */
    // [impl->req~ui.stale-looks-stale~1]
    static Shown value(BedCard.Value value, Theme theme, Ink ink, double em) {
        ValueText text = new ValueText();
        text.show(new BedCard.Value(value.text(), value.unit(), "", value.stale()), theme, ink);
        VBox lines = new VBox(new Room(text, SIZE * em));
        lines.setAlignment(Pos.CENTER_LEFT);
        if (!value.age().isEmpty()) {
            lines.getChildren()
                    .add(
                            label(
                                    value.age(),
                                    value.stale() ? "board-table-text" : "board-table-muted"));
        }
        return new Shown(lines, join(value.text(), value.unit(), value.age()));
    }

    /** What is due; strong when it is overdue. */
    static Shown due(BedCard card) {
        return words(card.due() == null ? "" : card.due().text(), "", card.isOverdue());
    }

    /** The most urgent alarm; it looks as on the strip while it waits. */
    static Shown alarm(BedCard card) {
        BedCard.AlarmLine line = card.alarm();
        if (line == null) {
            return words("", "", false);
        }
        String words =
                line.answered() ? "✓ " + line.text() : line.priority().mark() + " " + line.text();
        Label label = label(words, line.answered() ? "board-table-muted" : "board-table-alarm");
        AlarmPriority waiting = line.answered() ? null : line.priority();
        label.pseudoClassStateChanged(HIGH, waiting == AlarmPriority.HIGH);
        label.pseudoClassStateChanged(MEDIUM, waiting == AlarmPriority.MEDIUM);
        label.pseudoClassStateChanged(LOW, waiting == AlarmPriority.LOW);
        return new Shown(label, words, waiting);
    }

    /** Lights what tells of an alarm, or leaves it dark for the other half of the beat. */
    static void light(Region alarm, boolean lit) {
        alarm.pseudoClassStateChanged(UNLIT, !lit);
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static String join(String... parts) {
        StringJoiner joined = new StringJoiner(" ");
        for (String part : parts) {
            if (!part.isEmpty()) {
                joined.add(part);
            }
        }
        return joined.toString();
    }

    /** A value that is made smaller, never cut, where the column is narrow. */
    private static final class Room extends Region {
        private final ValueText text;
        private final double size;

        Room(ValueText text, double size) {
            this.text = text;
            this.size = size;
            getChildren().add(text);
            setMinSize(0, size * 1.4);
        }

        @Override
        protected void layoutChildren() {
            text.size(size, getWidth());
            text.place(0, getHeight() / 2 + size * 0.36);
        }
    }
}
