package org.cytovigil.ui.board;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.text.Text;
import org.cytovigil.ui.theme.Fonts;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Theme;

/**
 * A value on a tile: the number large, its unit and its age small beside it, on one baseline. FX
 * thread.
 */
// [impl->req~ui.stale-looks-stale~1]
final class ValueText extends Group {
    private static final double UNIT = 0.62;
    private static final double GAP = 0.25;
    private static final double LEAST = 7;

    private final Text number = new Text();
    private final Text unit = new Text();
    private final Text age = new Text();
    private double width;

    ValueText() {
        for (Text text : new Text[] {number, unit, age}) {
            text.setTextOrigin(VPos.BASELINE);
        }
        getChildren().addAll(number, unit, age);
    }

    void show(BedCard.Value value, Theme theme, Ink ink) {
        number.setText(value.text());
        number.setStrikethrough(value.stale());
        number.setFill(theme.colour(value.stale() ? Ink.MUTED : ink));
        unit.setText(value.unit());
        unit.setFill(theme.colour(Ink.MUTED));
        age.setText(value.age());
        age.setFill(theme.colour(value.stale() ? Ink.TEXT : Ink.MUTED));
    }

    /** Sets the size of the number, smaller when the whole would not fit: a value is never cut. */
    void size(double wanted, double room) {
        age.setVisible(true);
        fit(wanted, room);
    }

    private void fit(double wanted, double room) {
        arrange(wanted);
        if (room > 0 && width > room) {
            arrange(Math.max(LEAST, wanted * room / width));
        }
    }

    /** The same without the age of a value that still stands, where there is no room for it. */
    void brief(double wanted, double room) {
        age.setVisible(number.isStrikethrough());
        fit(wanted, room);
    }

    double width() {
        return width;
    }

    void place(double x, double baseline) {
        setLayoutX(x);
        setLayoutY(baseline);
    }

    private void arrange(double size) {
        number.setFont(Fonts.bold(size));
        unit.setFont(Fonts.regular(size * UNIT));
        age.setFont(Fonts.regular(size * UNIT));
        double x = number.getLayoutBounds().getWidth();
        // Empty parts would widen the whole where they stood before.
        unit.setX(0);
        age.setX(0);
        if (!unit.getText().isEmpty()) {
            unit.setX(x + size * GAP);
            x += size * GAP + unit.getLayoutBounds().getWidth();
        }
        if (age.isVisible() && !age.getText().isEmpty()) {
            age.setX(x + size * GAP * 1.6);
            x += size * GAP * 1.6 + age.getLayoutBounds().getWidth();
        }
        width = x;
    }
}
