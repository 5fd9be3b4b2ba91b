package org.cytovigil.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws plots. */
final class Plots {
    private static final double TITLE = 92;
    private static final double SCALE = 20;
    private static final double RIGHT = 62;
    private static final double GAP = 4;
    private static final double AXIS = 14;
    private static final double SIZE = 7;

    /** Edges of spans narrower than that would be all that is seen of them. */
    private static final double NARROW = 3;

    /** Two points nearer than that on paper are one to the eye. */
    private static final double COLUMN = 0.35;

    private final Pages pages;
    private final Plot plot;
    private final double left;
    private final double width;

    Plots(Pages pages, Plot plot) {
        this.pages = pages;
        this.plot = plot;
        left = pages.left() + TITLE;
        width = pages.width() - TITLE - RIGHT;
    }

    void draw() throws IOException {
        double height = height(plot);
        pages.need(height);
        axis(pages.y(), pages.y() - height + AXIS + 6 + GAP);
        for (Plot.Lane lane : plot.lanes()) {
            frame(lane);
            switch (lane) {
                case Plot.Curves curves -> curves(curves);
                case Plot.Ribbon ribbon -> ribbon(ribbon);
                case Plot.Marks marks -> marks(marks);
            }
            pages.down(lane.height() + GAP);
        }
        pages.down(AXIS + 6);
    }

    /** How much room a plot takes. */
    static double height(Plot plot) {
        double height = AXIS + 6;
        for (Plot.Lane lane : plot.lanes()) {
            height += lane.height() + GAP;
        }
        return height;
    }

    private void frame(Plot.Lane lane) throws IOException {
        PDPageContentStream stream = pages.content();
        stream.setStrokingColor(0.6f);
        stream.setLineWidth(0.4f);
        rectangle(left, pages.y() - lane.height(), width, lane.height());
        stream.stroke();
        stream.setStrokingColor(0f);
        Typeface face = pages.face(true);
        double wide = TITLE - (lane instanceof Plot.Curves ? SCALE : 4);
        double base = pages.y() - SIZE - 1;
        for (String line : Words.wrap(face, SIZE, face.drawable(lane.title()), wide)) {
            pages.show(face, SIZE, line, pages.left(), base);
            base -= SIZE * 1.2;
        }
    }

    private void axis(double top, double bottom) throws IOException {
        PDPageContentStream stream = pages.content();
        Typeface face = pages.face(false);
        double free = Double.NEGATIVE_INFINITY;
        for (Plot.Tick tick : plot.ticks()) {
            double x = x(tick.at());
            if (x < left - 0.5 || x > left + width + 0.5) {
                continue;
            }
            stream.setStrokingColor(0.8f);
            stream.setLineWidth(0.3f);
            line(x, top, x, bottom - 3);
            String label = face.drawable(tick.label());
            double wide = face.width(label, SIZE);
            double at = Math.min(x + 2, left + width + RIGHT - wide);
            if (at > free) {
                pages.show(face, SIZE, label, at, bottom - SIZE - 2);
                free = at + wide + 4;
            }
        }
        stream.setStrokingColor(0f);
    }

    // --- values ---

    private void curves(Plot.Curves lane) throws IOException {
        PDPageContentStream stream = pages.content();
        Typeface face = pages.face(false);
        double right = left + width + 3;
        for (Plot.Limit limit : lane.limits()) {
            double y = y(lane, limit.value());
            stream.setStrokingColor(0.45f);
            stream.setLineWidth(0.5f);
            stream.setLineDashPattern(new float[] {3, 2}, 0);
            line(left, y, left + width, y);
            stream.setLineDashPattern(new float[] {}, 0);
            pages.show(face, SIZE, face.drawable(limit.label()), right, y - SIZE * 0.35);
        }
        scale(lane);
        stream.saveGraphicsState();
        // A line along the edge is seen whole.
        rectangle(left, pages.y() - lane.height() - 1, width, lane.height() + 2);
        stream.clip();
        stream.setStrokingColor(0f);
        stream.setLineJoinStyle(1);
        for (Plot.Curve curve : lane.curves()) {
            stream.setLineWidth(curve.thick() ? 1.1f : 0.6f);
            curve(lane, curve);
        }
        stream.restoreGraphicsState();
    }

    /** The ends of the scale, within the lane where no limit's label stands. */
    private void scale(Plot.Curves lane) throws IOException {
        Typeface face = pages.face(false);
        String high = face.drawable(number(lane.high()));
        String low = face.drawable(number(lane.low()));
        double edge = left - 3;
        pages.muted(true);
        pages.show(face, SIZE, high, edge - face.width(high, SIZE), pages.y() - SIZE);
        double foot = pages.y() - lane.height() + 1;
        pages.show(face, SIZE, low, edge - face.width(low, SIZE), foot);
        pages.muted(false);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : Double.toString(Math.rint(value * 100) / 100);
    }

    private void curve(Plot.Curves lane, Plot.Curve curve) throws IOException {
        List<Plot.Point> points = curve.points();
        Plot.Point before = null;
        Stroke stroke = new Stroke();
        for (Plot.Point point : points) {
            if (point.at() > plot.to()) {
                break;
            }
            boolean outside = point.at() < plot.from() && !curve.stepped();
            if (Double.isNaN(point.value()) || outside) {
                if (before != null && curve.stepped()) {
                    stroke.to(x(point.at()), y(lane, before.value()));
                }
                before = null;
                continue;
            }
            double x = Math.max(left, x(point.at()));
            double y = y(lane, point.value());
            boolean joined = before != null && point.at() - before.at() <= curve.joined();
            if (before == null || !joined) {
                stroke.end();
                stroke.begin(x, y);
            } else if (curve.stepped()) {
                stroke.to(x, y(lane, before.value()));
                stroke.to(x, y);
            } else {
                stroke.to(x, y);
            }
            before = point;
        }
        stroke.end();
    }

    /** A path that leaves out what no eye can tell apart, but keeps each column's extremes. */
    private final class Stroke {
        private boolean drawing;
        private double x;
        private double low;
        private double high;
        private double last;

        void begin(double atX, double atY) throws IOException {
            pages.content().moveTo(Pages.f(atX), Pages.f(atY));
            drawing = true;
            column(atX, atY);
        }

        void to(double atX, double atY) throws IOException {
            if (!drawing) {
                begin(atX, atY);
            } else if (atX - x < COLUMN) {
                low = Math.min(low, atY);
                high = Math.max(high, atY);
                last = atY;
            } else {
                flush();
                pages.content().lineTo(Pages.f(atX), Pages.f(atY));
                column(atX, atY);
            }
        }

        private void column(double atX, double atY) {
            x = atX;
            low = atY;
            high = atY;
            last = atY;
        }

        private void flush() throws IOException {
            PDPageContentStream stream = pages.content();
            if (low != high) {
                stream.lineTo(Pages.f(x), Pages.f(low));
                stream.lineTo(Pages.f(x), Pages.f(high));
                stream.lineTo(Pages.f(x), Pages.f(last));
            }
        }

        void end() throws IOException {
            if (drawing) {
                flush();
                // A single value is a dot, which a line of no length would not show.
                pages.content().lineTo(Pages.f(x + 0.8), Pages.f(last));
                pages.content().stroke();
                drawing = false;
            }
        }
    }

    // --- spans and marks ---

    private void ribbon(Plot.Ribbon lane) throws IOException {
        PDPageContentStream stream = pages.content();
        Typeface face = pages.face(true);
        double bottom = pages.y() - lane.height();
        for (Plot.Span span : lane.spans()) {
            double from = Math.max(left, x(span.from()));
            double to = Math.min(left + width, x(span.to()));
            if (to <= from) {
                continue;
            }
            stream.setNonStrokingColor(Pages.f(1 - span.shade()));
            rectangle(from, bottom, to - from, lane.height());
            stream.fill();
            if (span.hatched()) {
                hatch(from, bottom, to - from, lane.height());
            }
            if (to - from > NARROW) {
                stream.setStrokingColor(0f);
                stream.setLineWidth(0.4f);
                line(from, bottom, from, bottom + lane.height());
            }
            String label = face.drawable(span.label());
            double wide = face.width(label, SIZE);
            if (wide + 2 < to - from) {
                double x = from + (to - from - wide) / 2;
                if (span.hatched()) {
                    stream.setNonStrokingColor(1f);
                    rectangle(x - 1, bottom + 1, wide + 2, lane.height() - 2);
                    stream.fill();
                }
                stream.setNonStrokingColor(span.shade() > 0.5 && !span.hatched() ? 1f : 0f);
                pages.show(face, SIZE, label, x, bottom + (lane.height() - SIZE) / 2 + 1);
            }
            stream.setNonStrokingColor(0f);
            if (wide + 2 >= to - from && to >= left + width - 0.5) {
                // The present must be read however short it has been so.
                pages.show(face, SIZE, label, left + width + 3, bottom + 3);
            }
        }
    }

    private void hatch(double x, double y, double w, double h) throws IOException {
        PDPageContentStream stream = pages.content();
        stream.saveGraphicsState();
        rectangle(x, y, w, h);
        stream.clip();
        stream.setStrokingColor(0.35f);
        stream.setLineWidth(0.4f);
        for (double at = x - h; at < x + w; at += 4) {
            stream.moveTo(Pages.f(at), Pages.f(y));
            stream.lineTo(Pages.f(at + h), Pages.f(y + h));
        }
        stream.stroke();
        stream.restoreGraphicsState();
    }

    /** Marks with their words in as many lines as the lane has; the mark is there in any case. */
    private void marks(Plot.Marks lane) throws IOException {
        PDPageContentStream stream = pages.content();
        Typeface face = pages.face(false);
        int rows = Math.max(1, (int) Math.floor((lane.height() - 4) / (SIZE * 1.15)));
        List<List<double[]>> taken = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            taken.add(new ArrayList<>());
        }
        for (Plot.Tick mark : lane.marks()) {
            double x = x(mark.at());
            if (x < left || x > left + width) {
                continue;
            }
            stream.setStrokingColor(0f);
            stream.setLineWidth(0.8f);
            line(x, pages.y(), x, pages.y() - 4);
            String label = face.drawable(mark.label());
            double wide = face.width(label, SIZE);
            for (int row = 0; row < rows; row++) {
                double at = Math.min(x + 1.5, left + width - wide);
                double from = at;
                boolean free =
                        taken.get(row).stream()
                                .noneMatch(old -> from < old[1] && from + wide + 4 > old[0]);
                if (free && at >= left) {
                    double base = pages.y() - 4 - (row + 1) * SIZE * 1.15 + 2;
                    pages.show(face, SIZE, label, at, base);
                    taken.get(row).add(new double[] {at, at + wide + 4});
                    break;
                }
            }
        }
    }

    // --- geometry ---

    private double x(long at) {
        return left + (double) (at - plot.from()) / (plot.to() - plot.from()) * width;
    }

    private double y(Plot.Curves lane, double value) {
        double bottom = pages.y() - lane.height();
        return bottom + (value - lane.low()) / (lane.high() - lane.low()) * lane.height();
    }

    private void rectangle(double x, double y, double w, double h) throws IOException {
        pages.content().addRect(Pages.f(x), Pages.f(y), Pages.f(w), Pages.f(h));
    }

    private void line(double x1, double y1, double x2, double y2) throws IOException {
        PDPageContentStream stream = pages.content();
        stream.moveTo(Pages.f(x1), Pages.f(y1));
        stream.lineTo(Pages.f(x2), Pages.f(y2));
        stream.stroke();
    }
}
