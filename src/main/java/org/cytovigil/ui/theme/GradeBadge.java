package org.cytovigil.ui.theme;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.cytovigil.grading.GradeRange;
import org.jspecify.annotations.Nullable;

/**
 * A grade as digit and shape: ring, disc, square, diamond, octagon for 0 to 4, the octagon crossed
 * out for 5. A range has a broken outline and shows its lowest grade with a plus sign, or a
 * question mark when that is 0. FX thread.
 */
public final class GradeBadge extends Region {
    private final Canvas canvas = new Canvas();
    private Theme theme = Theme.NIGHT;
    private @Nullable GradeRange range;

    /**
     * @param size width and height in pixels
     */
    public GradeBadge(double size) {
        getChildren().add(canvas);
        setMouseTransparent(true);
        setSize(size);
    }

    /** Makes the badge larger or smaller. */
    public void setSize(double size) {
        if (canvas.getWidth() != size) {
            setMinSize(size, size);
            setPrefSize(size, size);
            setMaxSize(size, size);
            canvas.setWidth(size);
            canvas.setHeight(size);
            draw();
        }
    }

    /** Shows a grade; {@code null} shows that there is none. */
    public void show(@Nullable GradeRange grade, Theme colours) {
        range = grade;
        theme = colours;
        setAccessibleText(
                grade == null ? Texts.of("grade.none") : Texts.of("grade.accessible", grade));
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double size = canvas.getWidth();
        g.clearRect(0, 0, size, size);
        paint(g, range, theme, size / 2, size / 2, size * 0.92);
    }

    /** Paints a grade centred on a point, for canvases; {@code null} paints nothing known. */
    public static void paint(
            GraphicsContext g,
            @Nullable GradeRange range,
            Theme theme,
            double x,
            double y,
            double size) {
        g.save();
        int grade = range == null ? 0 : range.lowest();
        boolean open = range == null || !range.determined();
        Color fill = theme.grade(grade);
        g.setFill(fill);
        g.setStroke(grade == 0 || open ? theme.colour(Ink.MUTED) : theme.grade(Math.max(grade, 2)));
        g.setLineWidth(Math.max(1.2, size * 0.035));
        g.setLineCap(StrokeLineCap.BUTT);
        if (open) {
            g.setLineDashes(size * 0.10, size * 0.07);
        }
        double half = size / 2;
        switch (grade) {
            case 0, 1 -> {
                double r = half * 0.92;
                g.fillOval(x - r, y - r, 2 * r, 2 * r);
                g.strokeOval(x - r, y - r, 2 * r, 2 * r);
            }
            case 2 -> {
                double r = half * 0.82;
                g.fillRoundRect(x - r, y - r, 2 * r, 2 * r, size * 0.1, size * 0.1);
                g.strokeRoundRect(x - r, y - r, 2 * r, 2 * r, size * 0.1, size * 0.1);
            }
            case 3 -> polygon(g, x, y, half, 4, 0);
            default -> polygon(g, x, y, half * 0.96, 8, Math.PI / 8);
        }
        g.setLineDashes();
        g.setFill(theme.onGrade(grade));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        String text = text(range);
        g.setFont(Fonts.bold(size * (text.length() > 1 ? 0.36 : 0.44)));
        g.fillText(text, x, y);
        if (grade == 5) {
            g.setStroke(theme.onGrade(grade));
            g.strokeLine(x - half * 0.6, y + half * 0.6, x + half * 0.6, y - half * 0.6);
        }
        g.restore();
    }

    private static String text(@Nullable GradeRange range) {
        if (range == null) {
            return "–";
        }
        if (range.determined()) {
            return Integer.toString(range.lowest());
        }
        return range.lowest() == 0 ? "?" : range.lowest() + "+";
    }

    private static void polygon(
            GraphicsContext g, double x, double y, double radius, int corners, double turn) {
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = turn + 2 * Math.PI * i / corners;
            xs[i] = x + radius * Math.cos(angle);
            ys[i] = y + radius * Math.sin(angle);
        }
        g.fillPolygon(xs, ys, corners);
        g.strokePolygon(xs, ys, corners);
    }
}
