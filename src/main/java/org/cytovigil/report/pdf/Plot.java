package org.cytovigil.report.pdf;

import java.util.List;

/**
 * Values over time in lanes one above the other, drawn with lines and not with dots, so that it is
 * as sharp as the printer.
 *
 * @param from the left edge, in milliseconds since 1970 UTC
 * @param to the right edge; after {@code from}
 * @param ticks what stands below
 * @param lanes one above the other
 */
public record Plot(long from, long to, List<Tick> ticks, List<Lane> lanes) {
    public Plot {
        ticks = List.copyOf(ticks);
        lanes = List.copyOf(lanes);
        if (to <= from) {
            throw new IllegalArgumentException("a plot must end after it begins");
        }
    }

    /** A labelled moment. */
    public record Tick(long at, String label) {}

    /** A lane. */
    public sealed interface Lane {
        /** What it shows. */
        String title();

        /** How high it is, in points. */
        double height();
    }

    /**
     * Values.
     *
     * @param low the value at the lower edge
     * @param high the value at the upper edge; above {@code low}
     * @param curves what is drawn
     * @param limits values with a line across
     */
    public record Curves(
            String title,
            double height,
            double low,
            double high,
            List<Curve> curves,
            List<Limit> limits)
            implements Lane {
        public Curves {
            curves = List.copyOf(curves);
            limits = List.copyOf(limits);
        }
    }

    /** A line across a lane, with its label. */
    public record Limit(double value, String label) {}

    /**
     * A curve.
     *
     * @param points in time order
     * @param stepped whether a value holds until the next one
     * @param joined how long after a point the next one is still joined to it, in milliseconds
     * @param thick whether it is the one to look at
     */
    public record Curve(List<Point> points, boolean stepped, long joined, boolean thick) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /** A value at a moment; not a number for none from then on. */
    public record Point(long at, double value) {}

    /** Spans of time with a shade and a label. */
    public record Ribbon(String title, double height, List<Span> spans) implements Lane {
        public Ribbon {
            spans = List.copyOf(spans);
        }
    }

    /**
     * A span of time.
     *
     * @param shade from 0 (white) to 1 (black)
     * @param hatched whether it is not known for certain
     */
    public record Span(long from, long to, double shade, boolean hatched, String label) {}

    /**
     * Moments at which something was done.
     *
     * @param marks those whose words matter most first: where they would lie over others, the words
     *     of the later ones are left out, and the marks stay
     */
    public record Marks(String title, double height, List<Tick> marks) implements Lane {
        public Marks {
            marks = List.copyOf(marks);
        }
    }
}
