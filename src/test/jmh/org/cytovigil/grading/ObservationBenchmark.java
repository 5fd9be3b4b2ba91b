package org.cytovigil.grading;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One observation after another, in order: into the picture, and every scale asked after each. The
 * stay goes round and round, so that the fold always has a long record behind it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ObservationBenchmark {
    private final Recording recording = new Recording();
    private final GradeFold fold =
            new GradeFold(
                    Recording.patient(),
                    PolicyTimeline.always(SitePolicy.DEFAULT),
                    GradingScales.ALL);
    private long next;

    /** Reads the next observation from the columns and does nothing with it. */
    @Benchmark
    public double readOnly() {
        int set = (int) (next / Recording.PARAMETERS % Recording.SETS);
        int parameter = (int) (next % Recording.PARAMETERS);
        next++;
        return recording.read(set, parameter);
    }

    /** Makes the next observation, folds it, and grades the moment on all seven scales. */
    @Benchmark
    public void foldAndGrade(Blackhole hole) {
        int set = (int) (next / Recording.PARAMETERS % Recording.SETS);
        int parameter = (int) (next % Recording.PARAMETERS);
        Instant at = Instant.ofEpochMilli(Recording.START + next * 7_500);
        next++;
        fold.add(at, recording.observation(set, parameter));
        hole.consume(fold.assess(at));
    }
}
