package org.cytovigil.ui.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.text.TextAlignment;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeOverride;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The computed grades of one scale over time; ranges are hatched. Where a clinician's grade stood a
 * line runs along the foot and the label names it beside the computed one.
 */
final class GradeRibbon implements Lane {
    private static final double NARROW = 2;
    private static final double SET_LINE = 6;

    private final Function<ChartScene, GradeSteps> grades;
    private final boolean titled;

    GradeRibbon(Function<ChartScene, GradeSteps> grades) {
        this(grades, true);
    }

    /**
     * @param titled whether the scale's name stands before it
     */
    GradeRibbon(Function<ChartScene, GradeSteps> grades, boolean titled) {
        this.grades = grades;
        this.titled = titled;
    }

    /**
     * A stretch in which nothing changes.
     *
     * @param set the grade that a clinician set, or {@code null}
     */
    private record Segment(GradeRange range, @Nullable Integer set, double from, double to) {
        boolean shows(Assessment assessment) {
            return range.equals(assessment.range()) && Objects.equals(set, setGrade(assessment));
        }

        Segment upTo(double end) {
            return new Segment(range, set, from, end);
        }

        static Segment of(Assessment assessment, double from, double to) {
            return new Segment(assessment.range(), setGrade(assessment), from, to);
        }

        private static @Nullable Integer setGrade(Assessment assessment) {
            GradeOverride override = assessment.override();
            return override == null ? null : override.grade();
        }
    }

    @Override
    public void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        if (titled) {
            title(brush, area, grades.apply(scene).title());
        }
        List<Segment> narrow = new ArrayList<>();
        for (Segment segment : segments(scene, axis)) {
            if (segment.to - segment.from < NARROW) {
                narrow.add(segment);
            } else {
                segment(brush, area, segment);
            }
        }
        // A grade that stood for less than a pixel is still seen, the worst of several on top.
        narrow.sort(Comparator.comparingInt(segment -> segment.range.lowest()));
        for (Segment segment : narrow) {
            segment(brush, area, segment.upTo(segment.from + NARROW));
        }
    }

    private static void title(Brush brush, ChartArea area, String title) {
        brush.margin(
                () -> {
                    brush.fill(Ink.TEXT, 1);
                    brush.text(
                            title,
                            area.gutter(),
                            area.top() + area.height() / 2,
                            Brush.BODY,
                            true,
                            TextAlignment.LEFT);
                });
    }

    private List<Segment> segments(ChartScene scene, TimeAxis axis) {
        List<Segment> segments = new ArrayList<>();
        for (Steps.Held<Assessment> held :
                Steps.visible(
                        grades.apply(scene).changes(),
                        Assessment::at,
                        axis,
                        scene.nowMillis(),
                        Long.MAX_VALUE / 2)) {
            double to = axis.x(held.to());
            Segment last = segments.isEmpty() ? null : segments.getLast();
            if (last != null && last.shows(held.value())) {
                segments.removeLast();
                segments.add(last.upTo(to));
            } else {
                segments.add(Segment.of(held.value(), axis.x(held.from()), to));
            }
        }
        return segments;
    }

    private static void segment(Brush brush, ChartArea area, Segment segment) {
        GradeRange range = segment.range;
        double from = Math.max(segment.from, area.left() - 20);
        double to = Math.min(segment.to, area.right() + 20);
        double seam = to - from > 4 ? 1 : 0;
        double height = area.height();
        double round = Math.min(brush.px(6), to - from);
        brush.canvas().setFill(brush.theme().grade(range.lowest()));
        brush.canvas()
                .fillRoundRect(from + seam, area.top(), to - from - 2 * seam, height, round, round);
        if (!range.determined()) {
            brush.hatch(
                    from + seam,
                    area.top(),
                    to - from - 2 * seam,
                    height,
                    range.lowest() >= 3 ? Ink.ON_HIGH_GRADE : Ink.ON_LOW_GRADE,
                    0.4);
        }
        if (range.lowest() == 0 && to - from > 4) {
            brush.line(Ink.LINE, 1, 1);
            brush.canvas()
                    .strokeRoundRect(
                            from + seam + 0.5,
                            area.top() + 0.5,
                            to - from - 2 * seam - 1,
                            height - 1,
                            round,
                            round);
        }
        if (segment.set != null) {
            setLine(brush, area, from + seam, to - seam);
        }
        label(brush, area, segment, Math.max(from, area.left()), Math.min(to, area.right()));
    }

    /** Seen on every grade's colour, for it brings its own ground. */
    private static void setLine(Brush brush, ChartArea area, double from, double to) {
        double height = brush.px(SET_LINE);
        double top = area.top() + area.height() - height;
        brush.fill(Ink.GROUND, 1);
        brush.canvas().fillRect(from, top, to - from, height);
        brush.fill(Ink.TEXT, 1);
        brush.canvas().fillRect(from, top + height * 0.4, to - from, height * 0.6);
    }

    private static void label(
            Brush brush, ChartArea area, Segment segment, double from, double to) {
        GradeRange range = segment.range;
        for (String text : texts(segment)) {
            double width = brush.width(text, Brush.SMALL, true);
            if (width + brush.px(8) <= to - from) {
                double line = segment.set == null ? 0 : brush.px(SET_LINE);
                double y = area.top() + (area.height() - line) / 2;
                if (!range.determined()) {
                    // The hatching stops around the text.
                    brush.canvas().setFill(brush.theme().grade(range.lowest()));
                    double half = width / 2 + brush.px(4);
                    double middle = (from + to) / 2;
                    brush.canvas()
                            .fillRect(
                                    middle - half,
                                    area.top() + 2,
                                    2 * half,
                                    area.height() - line - 4);
                }
                brush.canvas().setFill(brush.theme().onGrade(range.lowest()));
                brush.text(text, (from + to) / 2, y, Brush.SMALL, true, TextAlignment.CENTER);
                return;
            }
        }
    }

    /** From the longest to the shortest; the computed grade is in each. */
    private static List<String> texts(Segment segment) {
        List<String> computed = texts(segment.range);
        if (segment.set == null) {
            return computed;
        }
        List<String> both = new ArrayList<>();
        both.add(Texts.of("bedside.ribbon.set", computed.getFirst(), segment.set.toString()));
        both.addAll(computed);
        return both;
    }

    private static List<String> texts(GradeRange range) {
        if (range.determined()) {
            return List.of(Integer.toString(range.lowest()));
        }
        String both = range.lowest() + "–" + range.highest();
        return List.of(both, range.lowest() == 0 ? "?" : range.lowest() + "+");
    }
}
