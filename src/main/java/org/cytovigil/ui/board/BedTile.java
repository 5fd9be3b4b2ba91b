package org.cytovigil.ui.board;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.GradeBadge;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * One bed on the board: a TilesFX tile whose content is laid out for reading from four metres. FX
 * thread.
 */
final class BedTile extends Region {
    /** The size for which all measures of tiles are written; everything scales with the tile. */
    private static final double WIDTH = 380;

    private static final double HEIGHT = 230;

    /** On smaller ones the letters of everything could not be read. */
    private static final double SMALL = 0.62;

    private final Tile ground;
    final GradeBadge badge = new GradeBadge(UsualTile.BADGE);
    final Text bed = new Text();
    final Text name = new Text();
    final Text age = new Text();
    final Text nurse = new Text();
    final Text time = new Text();
    final Text arrow = new Text();
    final Text scale = new Text();
    final Text computed = new Text();
    final Text since = new Text();
    final Text peak = new Text();
    final Text warning = new Text();
    final Text due = new Text();
    final ValueText temperature = new ValueText();
    final ValueText pressure = new ValueText();
    final ValueText oxygen = new ValueText();
    final ValueText vasopressors = new ValueText();
    final Text alarm = new Text();
    final Rectangle alarmGround = new Rectangle();
    final Sparkline sparkline = new Sparkline();
    private final TileFrame frame;
    private final Tooltip reason = new Tooltip("");
    private Theme theme;
    private BedCard card;
    private double larger = 1;

    BedTile(BedCard card, Theme theme, Flash flash) {
        this.card = card;
        this.theme = theme;
        this.frame = new TileFrame(flash);
        ground =
                TileBuilder.create()
                        .skinType(Tile.SkinType.CUSTOM)
                        .title("")
                        .text("")
                        .animated(false)
                        .roundedCorners(true)
                        .build();
        ground.setMouseTransparent(true);
        ground.setFocusTraversable(false);
        setFocusTraversable(true);
        getStyleClass().add("bed-tile");
        getChildren().addAll(ground, frame, sparkline, badge, alarmGround);
        getChildren()
                .addAll(
                        List.of(
                                bed,
                                name,
                                age,
                                nurse,
                                time,
                                arrow,
                                scale,
                                computed,
                                since,
                                peak,
                                warning,
                                due,
                                temperature,
                                pressure,
                                oxygen,
                                vasopressors,
                                alarm));
        getChildren().forEach(node -> node.setMouseTransparent(true));
        focusedProperty().addListener((property, before, now) -> frame.setKeyboard(now));
    }

    BedCard card() {
        return card;
    }

    /** Shows another state of a bed. */
    void show(BedCard shown, Theme colours) {
        card = shown;
        theme = colours;
        bed.setText(shown.bed());
        name.setText(shown.name());
        age.setText(shown.age());
        time.setText(shown.time());
        badge.setVisible(shown.stay() != null);
        badge.show(shown.grade(), shown.computed() != null, theme);
        computed.setText(computedWords());
        arrow.setText(shown.direction() > 0 ? "↑" : shown.direction() < 0 ? "↓" : "→");
        arrow.setVisible(shown.grade() != null);
        scale.setText(shown.scale() + openRange(shown));
        since.setText(shown.since());
        peak.setText(shown.peak());
        warning.setText(shown.warning());
        due.setText(shown.due() == null ? "" : shown.due().text());
        due.setFill(theme.colour(shown.isOverdue() ? Ink.TEXT : Ink.MUTED));
        temperature.show(shown.temperature(), theme, Ink.TEMPERATURE);
        pressure.show(shown.pressure(), theme, Ink.PRESSURE);
        oxygen.show(shown.oxygen(), theme, Ink.OXYGEN);
        vasopressors.show(shown.vasopressors(), theme, Ink.VASOPRESSOR);
        showAlarm(shown.alarm());
        for (ValueText value : List.of(temperature, pressure, oxygen, vasopressors)) {
            value.setVisible(shown.stay() != null);
        }
        for (Text text : List.of(bed, name, arrow, computed, warning)) {
            text.setFill(theme.colour(Ink.TEXT));
        }
        for (Text text : List.of(age, nurse, scale, since, peak)) {
            text.setFill(theme.colour(Ink.MUTED));
        }
        time.setFill(theme.colour(Ink.TEXT));
        name.setFill(theme.colour(shown.stay() == null ? Ink.MUTED : Ink.TEXT));
        ground.setBackgroundColor(theme.colour(shown.stay() == null ? Ink.GROUND : Ink.SURFACE));
        setAccessibleText(TileWords.of(shown, words(shown)));
        requestLayout();
    }

    /** Why it stands where it stands; empty for no reason but its bed. */
    void setReason(String words) {
        if (words.equals(reason.getText())) {
            return;
        }
        if (reason.getText().isEmpty()) {
            Tooltip.install(this, reason);
        } else if (words.isEmpty()) {
            Tooltip.uninstall(this, reason);
        }
        reason.setText(words);
        setAccessibleHelp(words);
    }

    /**
     * Makes text larger: 1 for the usual size. What there is no room for then goes, least first.
     */
    // [impl->req~ui.text-size~1]
    void setText(double factor) {
        if (factor != larger) {
            larger = factor;
            requestLayout();
        }
    }

    /** Whether another tile would be dropped here. */
    void setTarget(boolean now) {
        frame.setTarget(now);
    }

    /** Lets go of the shared beat; the tile is not used afterwards. */
    void dispose() {
        frame.dispose();
    }

    private static String openRange(BedCard card) {
        GradeRange grade = card.grade();
        return grade == null || grade.determined()
                ? ""
                : "  " + grade.lowest() + "–" + grade.highest();
    }

    private static String words(BedCard card) {
        if (card.grade() == null) {
            return Texts.of("grade.none");
        }
        return card.computed() == null
                ? card.grade().toString()
                : Texts.of("board.set", card.grade(), card.computed());
    }

    private void showAlarm(BedCard.@Nullable AlarmLine line) {
        alarmGround.setVisible(line != null && !line.answered());
        if (line == null) {
            alarm.setText("");
        } else {
            alarm.setText(alarmWords());
            alarm.setFill(theme.colour(line.answered() ? Ink.MUTED : Ink.ON_ALARM));
            alarmGround.setFill(theme.colour(TileFrame.ink(line.priority())));
        }
        frame.show(line, theme);
    }

    /** The alarm with its mark; empty for none. */
    String alarmWords() {
        BedCard.AlarmLine line = card.alarm();
        return line == null
                ? ""
                : (line.answered() ? "✓" : line.priority().mark()) + " " + line.text();
    }

    /** The computed grade beside one that a clinician set; empty for none. */
    String computedWords() {
        return card.computed() == null
                ? ""
                : Texts.of("board.computed", BedCards.shortRange(card.computed()));
    }

    private double factor() {
        return Math.max(0.5, Math.min(getWidth() / WIDTH, getHeight() / HEIGHT));
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        double s = factor();
        ground.resizeRelocate(0, 0, w, h);
        frame.layout(w, h, s);
        if (Math.min(w / WIDTH, h / HEIGHT) < SMALL) {
            SmallTile.layout(this);
            return;
        }
        for (Text text : List.of(age, time, scale, due, alarm, warning)) {
            text.setVisible(true);
        }
        nurse.setVisible(true);
        sparkline.setVisible(true);
        alarmGround.setVisible(card.alarm() != null && !card.alarm().answered());
        computed.setVisible(card.computed() != null);
        peak.setVisible(warning.getText().isEmpty());
        if (larger > 1) {
            LargeTile.layout(this, s * larger);
        } else {
            UsualTile.layout(this, s);
        }
    }

    /** Draws the curve as large as it is now; nothing for an empty bed. */
    void drawSparkline(double s) {
        if (card.stay() == null) {
            sparkline.clear();
        } else {
            sparkline.draw(card.sparkline(), theme, s);
        }
    }
}
