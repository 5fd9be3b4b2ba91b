package org.cytovigil.monitor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Four measured series of any length and what charts draw of them, made without a ledger. */
public final class GrowingChart {
    private final Map<Parameter, Column> columns = new EnumMap<>(Parameter.class);

    public GrowingChart() {
        for (Parameter parameter :
                List.of(
                        Parameter.TEMPERATURE,
                        Parameter.SYSTOLIC,
                        Parameter.DIASTOLIC,
                        Parameter.SATURATION)) {
            columns.put(parameter, new Column());
        }
    }

    /** Adds one value each; values are from 0 to 1. */
    public void add(long time, double first, double second, double third, double fourth) {
        put(Parameter.TEMPERATURE, time, 36 + 4 * first);
        put(Parameter.SYSTOLIC, time, 100 + 50 * second);
        put(Parameter.DIASTOLIC, time, 40 + 40 * third);
        put(Parameter.SATURATION, time, 82 + 17 * fourth);
    }

    private void put(Parameter parameter, long time, double value) {
        columns.get(parameter).add(time, value);
    }

    public ChartData data() {
        Map<Parameter, Series> series = new EnumMap<>(Parameter.class);
        columns.forEach((parameter, column) -> series.put(parameter, column.series()));
        return new ChartData(
                series, Map.of(), Map.of(), List.of(), Map.of(), List.of(), List.of(), List.of());
    }

    /** A snapshot of a stay with these series in place of its own. */
    public StaySnapshot in(StaySnapshot stay) {
        return new StaySnapshot(
                stay.stay(),
                stay.bed(),
                stay.lostBed(),
                stay.beds(),
                stay.discharged(),
                stay.nurse(),
                stay.policy(),
                stay.picture(),
                stay.assessments(),
                stay.histories(),
                stay.episodes(),
                stay.rejected(),
                stay.late(),
                stay.amended(),
                data(),
                stay.expected(),
                stay.alarms(),
                stay.schedule());
    }

    /** The bytes of all blocks of extremes. */
    public long blockBytes() {
        return columns.values().stream().mapToLong(Column::blockBytes).sum();
    }

    /** Nanoseconds to make the blocks of one column at once. */
    public static long blocksBuilt(long[] times, double[] values) {
        long begin = System.nanoTime();
        Extremes made = Extremes.NONE.extended(times, values, 0, values.length, true);
        long end = System.nanoTime();
        if (made.least(values, 0, values.length - 1) < 0) {
            throw new IllegalStateException("no value is the lowest");
        }
        return end - begin;
    }
}
