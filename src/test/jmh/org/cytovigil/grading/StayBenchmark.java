package org.cytovigil.grading;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.cytovigil.monitor.StayMonitor;
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

/** A stay of 14 days at one set a minute, from nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class StayBenchmark {
    private final Recording recording = new Recording();

    /** Reads every column once. */
    @Benchmark
    public double readOnly() {
        double sum = 0;
        for (int set = 0; set < Recording.SETS; set++) {
            for (int parameter = 0; parameter < Recording.PARAMETERS; parameter++) {
                sum += recording.read(set, parameter);
            }
        }
        return sum;
    }

    /** The engine alone: every observation folded, every set graded on all scales. */
    @Benchmark
    public void foldAndGrade(Blackhole hole) {
        GradeFold fold =
                new GradeFold(
                        Recording.patient(),
                        PolicyTimeline.always(SitePolicy.DEFAULT),
                        GradingScales.ALL);
        for (int set = 0; set < Recording.SETS; set++) {
            Instant at = Instant.ofEpochMilli(recording.times[set]);
            for (int parameter = 0; parameter < Recording.PARAMETERS; parameter++) {
                fold.add(at, recording.observation(set, parameter));
            }
            hole.consume(fold.assess(at));
        }
    }

    /**
     * As the program does it: with facts kept in order, histories, series for charts, checkpoints
     * for late facts, and every moment at which time alone changes something.
     */
    @Benchmark
    public void monitorStay(Blackhole hole) {
        StayMonitor monitor =
                new StayMonitor(Recording.stay(), SitePolicy.DEFAULT, GradingScales.ALL);
        for (int set = 0; set < Recording.SETS; set++) {
            Instant at = Instant.ofEpochMilli(recording.times[set]);
            for (int parameter = 0; parameter < Recording.PARAMETERS; parameter++) {
                monitor.observe(at, recording.observation(set, parameter));
            }
        }
        monitor.advance(Instant.ofEpochMilli(recording.times[Recording.SETS - 1]), hole::consume);
    }
}
