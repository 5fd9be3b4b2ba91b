package org.cytovigil.ui.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cytovigil.grading.Assessment;
import org.cytovigil.monitor.ChartData;
import org.cytovigil.monitor.ChartData.DoseStep;
import org.cytovigil.monitor.ChartData.OxygenStep;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.monitor.TimedFact;
import org.cytovigil.ui.theme.Texts;

/**
 * The moments at which something was charted, along which a crosshair goes from one to the next. A
 * step costs a binary search in each of its parts.
 *
 * @param name what is charted there, in a word or two
 * @param parts the moments, each part in the order of time
 */
record Track(String name, List<Times> parts) {
    /** Some moments in the order of time. */
    interface Times {
        /** How many there are. */
        int size();

        /** One of them, in milliseconds since 1970 UTC. */
        long time(int i);

        /** The index of the last at or before a time; -1 when there is none. */
        int lastAt(long time);
    }

    /** The tracks of a chart: all facts first, then lane by lane from the top. */
    static List<Track> of(ChartScene scene) {
        ChartData data = scene.data();
        List<Times> doses = new ArrayList<>();
        data.vasopressors().values().forEach(steps -> doses.add(set(steps, DoseStep::at)));
        List<Track> lanes =
                List.of(
                        measured(data, "temperature", Parameter.TEMPERATURE),
                        measured(
                                data,
                                "pressure",
                                Parameter.SYSTOLIC,
                                Parameter.DIASTOLIC,
                                Parameter.MEAN),
                        new Track(
                                Texts.of("bedside.lane.oxygen"),
                                List.of(
                                        measured(data.of(Parameter.SATURATION)),
                                        set(data.oxygen(), OxygenStep::at))),
                        new Track(Texts.of("bedside.lane.vasopressors"), doses),
                        new Track(
                                Texts.of("bedside.lane.treatments"),
                                List.of(set(data.events(), TimedFact::at))));
        List<Times> all = new ArrayList<>();
        lanes.forEach(lane -> all.addAll(lane.parts));
        all.add(measured(data.of(Parameter.HEART_RATE)));
        all.add(measured(data.of(Parameter.RESPIRATORY_RATE)));
        List<Track> tracks = new ArrayList<>();
        tracks.add(new Track(Texts.of("trend.track.all"), all));
        tracks.addAll(lanes);
        return tracks;
    }

    /** What happened beside what was measured: treatments, notes, alarms, changes of grade. */
    static Track events(ChartScene scene) {
        return new Track(
                Texts.of("trend.track.events"),
                List.of(
                        set(scene.data().events(), TimedFact::at),
                        set(scene.flags(), flag -> Instant.ofEpochMilli(flag.millis())),
                        set(scene.grades().changes(), Assessment::at)));
    }

    private static Track measured(ChartData data, String lane, Parameter... parameters) {
        List<Times> parts = new ArrayList<>();
        for (Parameter parameter : parameters) {
            parts.add(measured(data.of(parameter)));
        }
        return new Track(Texts.of("bedside.lane." + lane), parts);
    }

    private static Times measured(Series series) {
        return new Times() {
            @Override
            public int size() {
                return series.size();
            }

            @Override
            public long time(int i) {
                return series.time(i);
            }

            @Override
            public int lastAt(long time) {
                return series.lastAt(time);
            }
        };
    }

    private static <T> Times set(List<T> steps, Function<T, Instant> at) {
        return new Times() {
            @Override
            public int size() {
                return steps.size();
            }

            @Override
            public long time(int i) {
                return at.apply(steps.get(i)).toEpochMilli();
            }

            @Override
            public int lastAt(long time) {
                return Steps.lastAt(steps, at, time);
            }
        };
    }

    /** The first moment after a time; {@code Long.MAX_VALUE} when there is none. */
    long after(long time) {
        long first = Long.MAX_VALUE;
        for (Times part : parts) {
            int i = part.lastAt(time) + 1;
            first = i < part.size() ? Math.min(first, part.time(i)) : first;
        }
        return first;
    }

    /** The last moment before a time; {@code Long.MIN_VALUE} when there is none. */
    long before(long time) {
        long last = Long.MIN_VALUE;
        for (Times part : parts) {
            int i = part.lastAt(time - 1);
            last = i >= 0 ? Math.max(last, part.time(i)) : last;
        }
        return last;
    }
}
