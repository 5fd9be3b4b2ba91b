package org.cytovigil.ui.theme;

import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.cytovigil.grading.GradeRange;
import org.jspecify.annotations.Nullable;

/**
 * A grade as digit and shape: ring, disc, square, diamond, octagon for 0 to 4, the octagon crossed
 * out for 5. A range has a broken outline and shows its lowest grade with a plus sign, or a
 * question mark when that is 0. A grade that a clinician set has a second outline and says so. FX
 * thread.
 */
public final class GradeBadge extends Region {
    /** Leaves room for the second outline of a grade that was set. */
    private static final double INNER = 0.84;

    private static final double LEAST_WITH_WORD = 48;

    private final Canvas canvas = new Canvas();
    private Theme theme = Theme.NIGHT;
    private @Nullable GradeRange range;
    private boolean set;
    private boolean shown;

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

    /** Shows a computed grade; {@code null} shows that there is none. */
    public void show(@Nullable GradeRange grade, Theme colours) {
        show(grade, false, colours);
    }

    /**
     * Shows a grade; {@code null} shows that there is none.
     *
     * @param byClinician whether a clinician set it beside the computed one
     */
    public void show(@Nullable GradeRange grade, boolean byClinician, Theme colours) {
        if (shown && Objects.equals(grade, range) && byClinician == set && colours == theme) {
            return;
        }
        shown = true;
        range = grade;
        set = byClinician;
        theme = colours;
        setAccessibleText(
                grade == null
                        ? Texts.of("grade.none")
                        : Texts.of(set ? "grade.accessible-set" : "grade.accessible", grade));
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double size = canvas.getWidth();
        g.clearRect(0, 0, size, size);
        paint(g, size / 2, size / 2, size * 0.92);
    }

    private void paint(GraphicsContext g, double x, double y, double size) {
        g.save();
        int grade = range == null ? 0 : range.lowest();
        boolean open = range == null || !range.determined();
        g.setFill(theme.grade(grade));
        g.setStroke(grade == 0 || open ? theme.colour(Ink.MUTED) : theme.grade(Math.max(grade, 2)));
        g.setLineWidth(Math.max(1.2, size * 0.035));
        g.setLineCap(StrokeLineCap.BUTT);
        if (open) {
            g.setLineDashes(size * 0.10, size * 0.07);
        }
        double half = size / 2;
        shape(g, grade, x, y, set ? half * INNER : half, true);
        g.setLineDashes();
        if (set) {
            g.setStroke(theme.colour(Ink.TEXT));
            shape(g, grade, x, y, half, false);
        }
        words(g, grade, x, y, size);
        g.restore();
    }

    private void words(GraphicsContext g, int grade, double x, double y, double size) {
        g.setFill(theme.onGrade(grade));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        String text = text(range);
        double digit = size * (text.length() > 1 ? 0.36 : 0.44) * (set ? INNER : 1);
        // A smaller word could not be read; whoever shows so small a badge says it beside it.
        boolean says = set && size >= LEAST_WITH_WORD;
        double middle = says ? y - size * 0.09 : y;
        g.setFont(Fonts.bold(digit));
        g.fillText(text, x, middle);
        if (grade == 5) {
            g.setStroke(theme.onGrade(grade));
            double reach = digit * 0.68;
            g.strokeLine(x - reach, middle + reach, x + reach, middle - reach);
        }
        if (says) {
            g.setFont(Fonts.bold(size * 0.17));
            g.fillText(Texts.of("grade.set"), x, y + size * 0.2);
        }
    }

    private static void shape(
            GraphicsContext g, int grade, double x, double y, double half, boolean filled) {
        switch (grade) {
            case 0, 1 -> {
                double r = half * 0.92;
                if (filled) {
                    g.fillOval(x - r, y - r, 2 * r, 2 * r);
                }
                g.strokeOval(x - r, y - r, 2 * r, 2 * r);
            }
            case 2 -> {
                double r = half * 0.82;
                double round = half * 0.2;
                if (filled) {
                    g.fillRoundRect(x - r, y - r, 2 * r, 2 * r, round, round);
                }
                g.strokeRoundRect(x - r, y - r, 2 * r, 2 * r, round, round);
            }
            case 3 -> polygon(g, x, y, half, 4, 0, filled);
            default -> polygon(g, x, y, half * 0.96, 8, Math.PI / 8, filled);
        }
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
            GraphicsContext g,
            double x,
            double y,
            double radius,
            int corners,
            double turn,
            boolean filled) {
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = turn + 2 * Math.PI * i / corners;
            xs[i] = x + radius * Math.cos(angle);
            ys[i] = y + radius * Math.sin(angle);
        }
        if (filled) {
            g.fillPolygon(xs, ys, corners);
        }
        g.strokePolygon(xs, ys, corners);
    }
}
