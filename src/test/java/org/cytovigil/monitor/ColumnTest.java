package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values in the order of time, and the extremes of any stretch of them beside brute force. */
// [utest->req~ui.trend-reduction~1]
class ColumnTest {
    /** Few different values and times, so that equals and gaps of 0 are met often. */
    private static void add(Column column, Random random, long time) {
        column.add(time, random.nextInt(12));
    }

    private static void assertExtremes(Series series, int from, int to) {
        int least = from;
        int most = from;
        long gap = 0;
        for (int i = from + 1; i <= to; i++) {
            least = series.value(i) < series.value(least) ? i : least;
            most = series.value(i) > series.value(most) ? i : most;
            gap = Math.max(gap, series.time(i) - series.time(i - 1));
        }
        assertThat(series.least(from, to)).as("least of %d to %d", from, to).isEqualTo(least);
        assertThat(series.most(from, to)).as("most of %d to %d", from, to).isEqualTo(most);
        assertThat(series.longestGap(from, to)).as("gap of %d to %d", from, to).isEqualTo(gap);
    }

    @Test
    void everyStretchOfAShortSeriesHasItsExtremes() {
        Random random = new Random(7);
        Column column = new Column();
        for (int i = 0; i < 70; i++) {
            add(column, random, random.nextInt(90));
        }
        Series series = column.series();
        for (int from = 0; from < series.size(); from++) {
            for (int to = from; to < series.size(); to++) {
                assertExtremes(series, from, to);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 4_095, 4_096, 4_097, 70_000})
    void stretchesOfLongSeriesHaveTheirExtremes(int size) {
        Random random = new Random(size);
        Column column = new Column();
        long time = 0;
        for (int i = 0; i < size; i++) {
            time += random.nextInt(1_000) == 0 ? random.nextInt(1_000) : 1;
            add(column, random, time);
        }
        Series series = column.series();
        assertExtremes(series, 0, size - 1);
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(size);
            assertExtremes(series, from, from + random.nextInt(size - from));
        }
    }

    @Test
    void whatWasHandedOutDoesNotChangeWhileValuesComeAtTheEndAndLate() {
        Random random = new Random(11);
        Column column = new Column();
        List<Series> handedOut = new ArrayList<>();
        List<List<Double>> asTheyWere = new ArrayList<>();
        long time = 0;
        for (int i = 0; i < 3_000; i++) {
            boolean late = random.nextInt(40) == 0;
            time += late ? 0 : 1 + random.nextInt(3);
            add(column, random, late ? (long) (random.nextDouble() * time) : time);
            if (random.nextInt(25) == 0) {
                Series series = column.series();
                handedOut.add(series);
                asTheyWere.add(values(series));
            }
        }
        for (int i = 0; i < handedOut.size(); i++) {
            Series series = handedOut.get(i);
            assertThat(values(series)).isEqualTo(asTheyWere.get(i));
            for (int j = 0; j < 10; j++) {
                int from = random.nextInt(series.size());
                assertExtremes(series, from, from + random.nextInt(series.size() - from));
            }
        }
    }

    private static List<Double> values(Series series) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            values.add(series.value(i));
        }
        return values;
    }

    @Test
    void theBlocksTakeFarLessThanTheValues() {
        Column column = new Column();
        int size = 100_000;
        for (int i = 0; i < size; i++) {
            column.add(i, i);
        }
        // A value and its time are 16 bytes; the goal is one and a half times that.
        assertThat(column.blockBytes()).isPositive().isLessThan(16L * size / 5);
    }
}
