package org.cytovigil.ui.board;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.Fonts;
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
    /** The size for which the measures below are written; everything scales with the tile. */
    private static final double WIDTH = 380;

    private static final double HEIGHT = 230;
    private static final double PAD = 14;
    private static final double BADGE = 76;
    private static final double VALUES_LEFT = 122;
    private static final double BED_ROOM = 84;

    /** On smaller ones the letters of everything could not be read. */
    private static final double SMALL = 0.62;

    /** Of the line under the name; the rest is for what is due. */
    private static final double NURSE_SHARE = 0.5;

    /** In large text. */
    private static final double LARGE_LEFT = 97;

    private static final double LARGE_BADGE = 52;

    private final Tile ground;
    private final Rectangle edge = new Rectangle();
    private final Rectangle frame = new Rectangle();
    private final Rectangle focus = new Rectangle();
    final GradeBadge badge = new GradeBadge(BADGE);
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
    final Canvas sparkline = new Canvas();
    private final Tooltip reason = new Tooltip("");
    private final Flash flash;
    private final ChangeListener<Boolean> onFlash = (property, before, lit) -> drawFrame(lit);
    private Theme theme;
    private @Nullable AlarmPriority flashing;
    private BedCard card;
    private boolean target;
    private double larger = 1;

    BedTile(BedCard card, Theme theme, Flash flash) {
        this.card = card;
        this.theme = theme;
        this.flash = flash;
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
        for (Rectangle outline : List.of(edge, frame, focus)) {
            outline.setFill(Color.TRANSPARENT);
        }
        setFocusTraversable(true);
        getStyleClass().add("bed-tile");
        getChildren().addAll(ground, edge, frame, focus, sparkline, badge, alarmGround);
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
        focusedProperty().addListener((property, before, now) -> drawFrame(true));
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
        target = now;
        drawFrame(true);
    }

    /** Lets go of the shared beat; the tile is not used afterwards. */
    void dispose() {
        watchFlash(null);
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
            watchFlash(null);
        } else {
            alarm.setText(alarmWords());
            alarm.setFill(theme.colour(line.answered() ? Ink.MUTED : Ink.ON_ALARM));
            alarmGround.setFill(theme.colour(ink(line.priority())));
            watchFlash(line.answered() ? null : line.priority());
        }
        drawFrame(true);
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

    private void watchFlash(@Nullable AlarmPriority priority) {
        if (flashing == priority) {
            return;
        }
        if (flashing != null) {
            flash.lit(flashing).removeListener(onFlash);
        }
        flashing = priority;
        if (priority != null) {
            flash.lit(priority).addListener(onFlash);
        }
    }

    static Ink ink(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> Ink.ALARM_HIGH;
            case MEDIUM -> Ink.ALARM_MEDIUM;
            case LOW -> Ink.ALARM_LOW;
        };
    }

    /** The frame tells of the alarm, and inside it another of the keyboard. */
    private void drawFrame(boolean lit) {
        BedCard.AlarmLine line = card.alarm();
        double s = factor();
        double width = 1;
        boolean coloured = false;
        frame.setStroke(theme.colour(Ink.LINE));
        if (line != null && line.priority() != AlarmPriority.LOW) {
            width = line.answered() ? 1.6 * s : 5 * s;
            coloured = line.answered() || lit;
            frame.setStroke(theme.colour(coloured ? ink(line.priority()) : Ink.LINE));
        }
        frame.setStrokeWidth(width);
        edge.setStroke(theme.colour(Ink.ALARM_EDGE));
        edge.setStrokeWidth(width + 1.5);
        edge.setVisible(coloured);
        focus.setStroke(theme.colour(Ink.FOCUS));
        focus.setStrokeWidth(3);
        focus.setVisible(isFocused() || target);
    }

    private void outline(Rectangle outline, double inset, double arc) {
        outline.setX(inset);
        outline.setY(inset);
        outline.setWidth(Math.max(0, getWidth() - 2 * inset));
        outline.setHeight(Math.max(0, getHeight() - 2 * inset));
        outline.setArcWidth(arc);
        outline.setArcHeight(arc);
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
        outline(edge, 2.5 * s, 16 * s);
        outline(frame, 2.5 * s, 16 * s);
        outline(focus, 5 * s + 3, 12 * s);
        drawFrame(flashing == null || flash.lit(flashing).get());
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
            layoutLarge(w, h, s * larger);
            return;
        }
        layoutHead(w, s);
        layoutGrade(s);
        layoutValues(w, s);
        layoutFoot(w, h, s);
    }

    /**
     * In large text: the lines stand closer, the badge is smaller; first goes the curve, then how
     * long the grade has stood, then the highest grade. A warning and a grade that was set stay.
     */
    private void layoutLarge(double w, double h, double s) {
        double left = LARGE_LEFT * s;
        double room = w - left - PAD * s;
        double bottom = h - PAD * s;
        layoutHead(w, s);
        badge.setSize(Math.rint(LARGE_BADGE * s));
        badge.relocate(PAD * s, 54 * s);
        put(arrow, (PAD + LARGE_BADGE + 2) * s, 88 * s, 20 * s, true);
        put(scale, PAD * s, 120 * s, 12 * s, false);
        TileText.shrink(scale, left - (PAD + 4) * s, 12 * s);
        temperature.size(21 * s, room * 0.48);
        temperature.place(left, 72 * s);
        pressure.size(21 * s, room - temperature.width() - 8 * s);
        pressure.place(w - PAD * s - pressure.width(), 72 * s);
        oxygen.size(17 * s, room);
        oxygen.place(left, 95 * s);
        vasopressors.size(17 * s, room);
        vasopressors.place(left, 117 * s);
        alarm.setFont(Fonts.bold(14 * s));
        boolean said = !warning.getText().isEmpty() || !computed.getText().isEmpty();
        placeAlarm(w, bottom, s, (said ? 0.5 : 1) * (w - 2 * PAD * s) - 12 * s);
        double end = alarm.getText().isEmpty() ? w - PAD * s : alarm.getLayoutX() - 12 * s;
        put(computed, PAD * s, bottom, 14 * s, true);
        boolean both = !warning.getText().isEmpty() && !computed.getText().isEmpty();
        TileText.shrink(computed, (end - PAD * s) * (both ? 0.45 : 1), 14 * s);
        double after =
                computed.getText().isEmpty()
                        ? PAD * s
                        : (PAD + 8) * s + computed.getLayoutBounds().getWidth();
        put(warning, after, bottom, 14 * s, true);
        TileText.shrink(warning, end - after, 14 * s);
        boolean third = bottom - 22 * s > 137 * s;
        put(peak, left, 137 * s, 13 * s, false);
        TileText.shrink(peak, room, 13 * s);
        peak.setVisible(third && warning.getText().isEmpty());
        put(since, PAD * s, 137 * s, 13 * s, false);
        TileText.shrink(since, left - (PAD + 4) * s, 13 * s);
        since.setVisible(third);
        double top = 144 * s;
        double height = Math.max(0, bottom - 22 * s - top);
        sparkline.setWidth(Math.max(0, room));
        sparkline.setHeight(height);
        sparkline.relocate(left, top);
        drawSparkline(s);
    }

    private void placeAlarm(double w, double bottom, double s, double room) {
        TileText.shrink(alarm, room, 14 * s);
        double alarmWidth = alarm.getLayoutBounds().getWidth();
        double alarmLeft = w - (PAD + 6) * s - alarmWidth;
        alarm.relocate(alarmLeft, bottom - alarm.getBaselineOffset());
        alarmGround.setX(alarmLeft - 6 * s);
        alarmGround.setY(bottom - 15 * s);
        alarmGround.setWidth(alarmWidth + 12 * s);
        alarmGround.setHeight(21 * s);
    }

    private void layoutHead(double w, double s) {
        double line = (PAD + 20) * s;
        TileText.fit(bed, card.bed(), BED_ROOM * s, 24 * s, true);
        TileText.place(bed, PAD * s, line);
        time.setFont(Fonts.regular(15 * s));
        double timeLeft = w - PAD * s - time.getLayoutBounds().getWidth();
        time.relocate(timeLeft, line - 16 * s);
        // Hospital systems name beds at length.
        double nameLeft = Math.max(54 * s, (PAD + 10) * s + bed.getLayoutBounds().getWidth());
        TileText.fit(name, card.name(), timeLeft - nameLeft - 6 * s, 17 * s, true);
        TileText.place(name, nameLeft, line - 4 * s);
        put(age, nameLeft, line + 12 * s, 12.5 * s, false);
        double ageEnd = nameLeft + age.getLayoutBounds().getWidth() + 8 * s;
        double rest = w - PAD * s - ageEnd;
        ageEnd = layoutNurse(ageEnd, line + 12 * s, rest * NURSE_SHARE, s);
        double dueRoom = w - PAD * s - ageEnd;
        String words = card.due() == null ? "" : card.due().text();
        TileText.fit(due, words, dueRoom, 13 * s, card.isOverdue());
        TileText.place(due, w - PAD * s - due.getLayoutBounds().getWidth(), line + 15 * s);
    }

    /** Where what stands behind it begins. */
    private double layoutNurse(double x, double baseline, double room, double s) {
        if (card.nurse().isEmpty()) {
            nurse.setText("");
            return x;
        }
        TileText.fit(nurse, Texts.of("board.nurse", card.nurse()), room, 12.5 * s, false);
        TileText.place(nurse, x, baseline);
        return x + nurse.getLayoutBounds().getWidth() + 8 * s;
    }

    private void layoutGrade(double s) {
        badge.setSize(Math.rint(BADGE * s));
        badge.relocate(PAD * s - 2 * s, 56 * s);
        put(arrow, (PAD + BADGE + 2) * s, 88 * s, 22 * s, true);
    }

    private void layoutValues(double w, double s) {
        double left = VALUES_LEFT * s;
        double right = w - PAD * s;
        double room = right - left;
        temperature.size(21 * s, room * 0.52);
        temperature.place(left, 84 * s);
        pressure.size(21 * s, room - temperature.width() - 12 * s);
        pressure.place(right - pressure.width(), 84 * s);
        oxygen.size(17 * s, room);
        oxygen.place(left, 112 * s);
        vasopressors.size(17 * s, room);
        vasopressors.place(left, 138 * s);
    }

    private void layoutFoot(double w, double h, double s) {
        double left = VALUES_LEFT * s;
        double bottom = h - PAD * s;
        boolean set = card.computed() != null;
        if (set) {
            TileText.fit(computed, computedWords(), left - PAD * s - 4 * s, 15 * s, true);
            TileText.place(computed, PAD * s, 154 * s);
        }
        put(since, PAD * s, (set ? 172 : 154) * s, 13 * s, false);
        // On the flattest tiles there is no third line; the computed grade goes first.
        since.setVisible(!set || 172 * s < bottom - 14 * s);
        put(scale, PAD * s, bottom - 1 * s, 12 * s, false);
        double alarmRoom = w - (PAD + PAD + 12) * s - scale.getLayoutBounds().getWidth() - 14 * s;
        TileText.fit(alarm, alarmWords(), alarmRoom, 14 * s, true);
        double alarmWidth = alarm.getLayoutBounds().getWidth();
        double alarmLeft = w - (PAD + 6) * s - alarmWidth;
        alarm.relocate(alarmLeft, bottom - alarm.getBaselineOffset());
        alarmGround.setX(alarmLeft - 6 * s);
        alarmGround.setY(bottom - 15 * s);
        alarmGround.setWidth(alarmWidth + 12 * s);
        alarmGround.setHeight(21 * s);
        if (warning.getText().isEmpty()) {
            put(peak, left, 162 * s, 13 * s, false);
        } else {
            TileText.fit(warning, card.warning(), w - left - PAD * s, 14 * s, true);
            TileText.place(warning, left, 162 * s);
        }
        peak.setVisible(warning.getText().isEmpty());
        double top = 170 * s;
        double height = Math.max(0, bottom - 20 * s - top);
        sparkline.setWidth(Math.max(0, w - left - PAD * s));
        sparkline.setHeight(height);
        sparkline.relocate(left, top);
        drawSparkline(s);
    }

    /**
     * Twelve hours of temperature between 36 and 40.5 °C, with the fever line; no point is joined
     * over a gap of 8 h.
     */
    private void drawSparkline(double s) {
        GraphicsContext g = sparkline.getGraphicsContext2D();
        double w = sparkline.getWidth();
        double h = sparkline.getHeight();
        g.clearRect(0, 0, w, h);
        if (card.stay() == null || h < 8) {
            return;
        }
        g.setStroke(theme.colour(Ink.LINE));
        g.setLineWidth(1);
        double fever = y(38.0, h);
        g.setLineDashes(3 * s, 4 * s);
        g.strokeLine(0, fever, w, fever);
        g.setLineDashes();
        if (h > 60 * s) {
            g.setFill(theme.colour(Ink.MUTED));
            g.setFont(Fonts.regular(10.5 * s));
            g.setTextAlign(TextAlignment.RIGHT);
            g.setTextBaseline(VPos.BOTTOM);
            g.fillText(Texts.of("board.sparkline"), w, h);
            g.fillText("38", w, fever);
        }
        g.setStroke(theme.colour(Ink.TEMPERATURE));
        g.setFill(theme.colour(Ink.TEMPERATURE));
        g.setLineWidth(1.8 * s);
        BedCard.Point last = null;
        for (BedCard.Point point : card.sparkline()) {
            double x = point.position() * w;
            double y = y(point.celsius(), h);
            if (last != null && point.position() - last.position() <= 8.0 / 12) {
                g.strokeLine(last.position() * w, y(last.celsius(), h), x, y);
            }
            double r = 1.8 * s;
            g.fillOval(x - r, y - r, 2 * r, 2 * r);
            last = point;
        }
    }

    private static double y(double celsius, double height) {
        double part = (Math.min(40.5, Math.max(35.5, celsius)) - 35.5) / 5;
        return height - 3 - part * (height - 6);
    }

    private static void put(Text text, double x, double baseline, double size, boolean bold) {
        text.setFont(bold ? Fonts.bold(size) : Fonts.regular(size));
        text.relocate(x, baseline - text.getBaselineOffset());
    }
}
