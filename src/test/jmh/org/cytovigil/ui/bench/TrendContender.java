package org.cytovigil.ui.bench;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.GrowingChart;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitMonitor;
import org.cytovigil.ui.trend.Pulses;
import org.cytovigil.ui.trend.TrendChart;
import org.cytovigil.ui.trend.TrendViewModel;

/** One chart of the same series; each in the way that its own documentation says is quick. */
interface TrendContender {
    Node node();

    /**
     * Adds the point of that index to each series and shows the stretch of so many points.
     *
     * @param first the index at the left edge, a fraction where it lies between two
     */
    void frame(int added, double first, int points);

    static TrendContender of(String name, double[][] values, int points) {
        return switch (name) {
            case "floor" -> new Floor();
            case "line" -> new Line(values, points);
            case "chartfx" -> new ChartFx(values, points);
            case "trend" -> new Trend(values, points);
            default -> throw new IllegalArgumentException("unknown: " + name);
        };
    }

    /** A series each in a quarter of the height, as in lanes. */
    private static double stacked(int series, double value) {
        return 25 * series + 25 * value;
    }

    /** A window that is painted anew and draws nothing. */
    final class Floor implements TrendContender {
        private final Rectangle ground =
                new Rectangle(TrendFrames.WIDTH, TrendFrames.HEIGHT, Color.BLACK);

        @Override
        public Node node() {
            return ground;
        }

        @Override
        public void frame(int added, double first, int points) {
            ground.setFill(added % 2 == 0 ? Color.BLACK : Color.DARKSLATEGREY);
        }
    }

    /** JavaFX's own, without symbols and animation. */
    final class Line implements TrendContender {
        private final NumberAxis x = new NumberAxis();
        private final LineChart<Number, Number> chart =
                new LineChart<>(x, new NumberAxis(0, 100, 10));
        private final double[][] values;

        Line(double[][] values, int points) {
            this.values = values;
            chart.setAnimated(false);
            chart.setCreateSymbols(false);
            x.setAnimated(false);
            x.setAutoRanging(false);
            x.setTickUnit(points / 10.0);
            for (int s = 0; s < values.length; s++) {
                List<XYChart.Data<Number, Number>> data = new ArrayList<>();
                for (int i = 0; i < points; i++) {
                    data.add(new XYChart.Data<>(i, stacked(s, values[s][i])));
                }
                XYChart.Series<Number, Number> series = new XYChart.Series<>();
                series.getData().setAll(data);
                chart.getData().add(series);
            }
        }

        @Override
        public Node node() {
            return chart;
        }

        @Override
        public void frame(int added, double first, int points) {
            for (int s = 0; s < values.length; s++) {
                chart.getData()
                        .get(s)
                        .getData()
                        .add(new XYChart.Data<>(added, stacked(s, values[s][added])));
            }
            x.setLowerBound(first);
            x.setUpperBound(first + points);
        }
    }

    /** chart-fx without error bars, markers and animation, with its own reduction of points. */
    final class ChartFx implements TrendContender {
        private final DefaultNumericAxis x = new DefaultNumericAxis();
        private final io.fair_acc.chartfx.XYChart chart;
        private final List<DoubleDataSet> sets = new ArrayList<>();
        private final double[][] values;

        ChartFx(double[][] values, int points) {
            this.values = values;
            DefaultNumericAxis y = new DefaultNumericAxis();
            x.setAutoRanging(false);
            x.setAnimated(false);
            x.set(0, points);
            y.setAutoRanging(false);
            y.setAnimated(false);
            y.set(0, 100);
            chart = new io.fair_acc.chartfx.XYChart(x, y);
            chart.setAnimated(false);
            ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
            renderer.setErrorStyle(ErrorStyle.NONE);
            renderer.setDrawMarker(false);
            renderer.setDrawBars(false);
            chart.getRenderers().setAll(renderer);
            for (int s = 0; s < values.length; s++) {
                DoubleDataSet set = new DoubleDataSet("series " + s, points + 100_000);
                for (int i = 0; i < points; i++) {
                    set.add(i, stacked(s, values[s][i]));
                }
                sets.add(set);
            }
            renderer.getDatasets().addAll(sets);
        }

        @Override
        public Node node() {
            return chart;
        }

        @Override
        public void frame(int added, double first, int points) {
            for (int s = 0; s < sets.size(); s++) {
                sets.get(s).add(added, stacked(s, values[s][added]));
            }
            x.set(first, first + points);
        }
    }

    /**
     * The program's own: the lanes with all that stands on them, and a derived snapshot a frame.
     */
    final class Trend implements TrendContender {
        private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

        /** About fourteen days, whatever the number of points. */
        private static final long SPAN = 1_200_000_000L;

        private final TrendViewModel model = new TrendViewModel(ZoneOffset.UTC);
        private final TrendChart chart = new TrendChart(model, Pulses.ofToolkit());
        private final GrowingChart series = new GrowingChart();
        private final StaySnapshot stay;
        private final double[][] values;
        private final long step;

        Trend(double[][] values, int points) {
            this.values = values;
            step = SPAN / points;
            for (int i = 0; i < points; i++) {
                add(i);
            }
            Stay admitted =
                    new Stay(
                            new StayId("bench"),
                            new Patient("BENCH", "MRN", 60.0, null, Patient.Baseline.NONE),
                            new Infusion("axi-cel", BEGIN),
                            BEGIN,
                            null,
                            "1",
                            Stay.Origin.LIVE);
            UnitMonitor monitor = new UnitMonitor(SitePolicy.DEFAULT, ZoneOffset.UTC, BEGIN);
            monitor.accept(
                    new Entry(
                            admitted.id(),
                            BEGIN,
                            BEGIN,
                            new Author(Author.Kind.DEVICE, "bench"),
                            new Entry.Admitted(admitted)));
            monitor.tick(BEGIN.plusMillis(SPAN));
            stay = monitor.snapshot().stays().getFirst();
        }

        private void add(int i) {
            series.add(
                    BEGIN.toEpochMilli() + i * step,
                    values[0][i],
                    values[1][i],
                    values[2][i],
                    values[3][i]);
        }

        @Override
        public Node node() {
            return chart;
        }

        @Override
        public void frame(int added, double first, int points) {
            add(added);
            model.show(series.in(stay), BEGIN.plusMillis(added * step), List.of());
            Instant from = BEGIN.plusMillis(Math.round(first * step));
            Duration span = model.visibleTimeProperty().get().span();
            if (span.toMillis() != SPAN) {
                model.zoom((double) SPAN / span.toMillis(), from);
            }
            model.pan(Duration.between(model.visibleTimeProperty().get().from(), from));
        }
    }
}
