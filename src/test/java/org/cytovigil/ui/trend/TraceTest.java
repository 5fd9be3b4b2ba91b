package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.TreeMap;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a series to draw, beside all of its samples. */
// [utest->req~ui.trend-reduction~1]
class TraceTest {
    private static final long MINUTE = 60_000;
    private static final long JOIN = 30 * MINUTE;

    /** Samples a few seconds up to two hours apart, most of them near each other. */
    private static Series random(long seed, int size) {
        Random random = new Random(seed);
        Course course = new Course();
        double hour = 0;
        for (int i = 0; i < size; i++) {
            hour += random.nextInt(25) == 0 ? 2 * random.nextDouble() : 0.05 * random.nextDouble();
            course.fact(
                    hour,
                    new Observation.BodyTemperature(
                            Temperature.ofCelsius(36 + random.nextInt(50) / 10.0),
                            Observation.TemperatureSite.UNSTATED,
                            false));
        }
        return course.snapshot(hour + 1).chart().of(Parameter.TEMPERATURE);
    }

    private static TimeAxis axis(Series series, double from, double to) {
        long first = series.time(0);
        long length = series.time(series.size() - 1) - first;
        return new TimeAxis(
                first + Math.round(from * length), first + Math.round(to * length), 0, 200);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyColumnKeepsItsLowestItsHighestItsFirstAndItsLast(long seed) {
        Series series = random(seed, 600);
        Random random = new Random(-seed);
        Trace trace = new Trace();
        for (int round = 0; round < 12; round++) {
            double from = random.nextDouble() * 0.9;
            TimeAxis axis = axis(series, from, from + 0.02 + random.nextDouble());
            trace.read(series, axis, Long.MAX_VALUE, JOIN);

            TreeMap<Long, double[]> expected = new TreeMap<>();
            for (int i = 0; i < series.size(); i++) {
                if (series.time(i) >= axis.from() && series.time(i) <= axis.to()) {
                    double value = series.value(i);
                    double[] seen =
                            expected.computeIfAbsent(
                                    axis.column(series.time(i)),
                                    c -> new double[] {value, value, value, value});
                    seen[0] = Math.min(seen[0], value);
                    seen[1] = Math.max(seen[1], value);
                    seen[3] = value;
                }
            }
            TreeMap<Long, double[]> found = new TreeMap<>();
            for (int i = 0; i < trace.size(); i++) {
                if (trace.time(i) >= axis.from() && trace.time(i) <= axis.to()) {
                    double value = trace.value(i);
                    double[] seen =
                            found.computeIfAbsent(
                                    axis.column(trace.time(i)),
                                    c -> new double[] {value, value, value, value});
                    seen[0] = Math.min(seen[0], value);
                    seen[1] = Math.max(seen[1], value);
                    seen[3] = value;
                }
            }
            assertThat(found.keySet()).isEqualTo(expected.keySet());
            expected.forEach((column, seen) -> assertThat(found.get(column)).containsExactly(seen));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void pointsAreJoinedWhereNoTwoSamplesBetweenThemAreTooFarApart(long seed) {
        Series series = random(seed, 600);
        Trace trace = new Trace();
        for (double width : new double[] {0.02, 0.2, 1}) {
            trace.read(series, axis(series, 0, width), Long.MAX_VALUE, JOIN);
            int place = 0;
            for (int i = 0; i < trace.size(); i++) {
                long gap = 0;
                int from = place;
                while (series.time(place) != trace.time(i)
                        || series.value(place) != trace.value(i)) {
                    place++;
                    gap = Math.max(gap, series.time(place) - series.time(place - 1));
                }
                if (i > 0) {
                    assertThat(trace.joined(i))
                            .as("joined over %d to %d", from, place)
                            .isEqualTo(gap <= JOIN);
                }
            }
        }
    }

    @Test
    void whatIsLaterThanThePresentIsLeftOut() {
        Series series = random(21, 100);
        long now = series.time(49);
        Trace trace = new Trace();
        trace.read(series, axis(series, 0, 1), now, JOIN);
        assertThat(trace.time(trace.size() - 1)).isEqualTo(now);
        assertThat(Instant.ofEpochMilli(now)).isBefore(Instant.ofEpochMilli(series.time(99)));
    }
}
