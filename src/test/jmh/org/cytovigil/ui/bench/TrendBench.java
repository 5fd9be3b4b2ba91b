package org.cytovigil.ui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.cytovigil.monitor.GrowingChart;

/**
 * JavaFX's LineChart, chart-fx and the program's own chart side by side: the same four series in a
 * window of 1600 x 900, each frame with one more point a series and moved by two pixels. Each run
 * is a process of its own; what is told is the processor time of that process, the bytes that all
 * its threads allocated, and frames a second. One that is not done after {@code patience} seconds
 * is ended and told so.
 *
 * <p>First argument: names of contenders ({@code floor,line,chartfx,trend,structure}) or {@code
 * all}; second: points a series. Properties: {@code seconds} measured, {@code patience}, {@code
 * pictures} for a folder, {@code recording} for a flight recording of each run.
 */
final class TrendBench {
    private static final String ALL = "floor,line,chartfx,trend,structure";
    private static final String POINTS = "2000,20000,200000,1200000";
    private static final int SERIES = 4;

    private TrendBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("run")) {
            run(arguments[1], Integer.parseInt(arguments[2]));
            return;
        }
        String names = arguments.length == 0 || arguments[0].equals("all") ? ALL : arguments[0];
        String points = arguments.length < 2 || arguments[1].equals("all") ? POINTS : arguments[1];
        for (String count : points.split(",")) {
            for (String name : names.split(",")) {
                inItsOwnProcess(name, count);
            }
        }
    }

    private static void inItsOwnProcess(String name, String points)
            throws IOException, InterruptedException {
        int patience = Integer.getInteger("patience", 120);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx3g",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Dseconds=" + Integer.getInteger("seconds", 8)));
        String pictures = System.getProperty("pictures", "");
        if (!pictures.isEmpty()) {
            command.add("-Dpictures=" + pictures);
        }
        String recording = System.getProperty("recording", "");
        if (!recording.isEmpty()) {
            Path file = Path.of(recording, name + "-" + points + ".jfr");
            command.add("-XX:StartFlightRecording=delay=4s,settings=profile,filename=" + file);
        }
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrendBench.class.getName(),
                        "run",
                        name,
                        points));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(patience, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            ScreenBench.say("%-9s %9s points: not done after %d s", name, points, patience);
        } else if (process.exitValue() != 0) {
            ScreenBench.say("%-9s %9s points: failed", name, points);
        }
    }

    private static void run(String name, int points) throws InterruptedException {
        if (name.equals("structure")) {
            structure(points);
        } else {
            new TrendFrames(name, points, data(points, points + 100_000)).run();
        }
    }

    /** Random walks with noise, between 0 and 1. */
    private static double[][] data(int seed, int length) {
        Random random = new Random(seed);
        double[][] values = new double[SERIES][length];
        for (double[] series : values) {
            double walk = 0.5;
            for (int i = 0; i < length; i++) {
                walk = Math.clamp(walk + 0.01 * random.nextGaussian(), 0.1, 0.9);
                series[i] = Math.clamp(walk + 0.02 * random.nextGaussian(), 0.0, 1.0);
            }
        }
        return values;
    }

    private static void structure(int points) {
        double[] values = data(points, points)[0];
        long[] times = new long[points];
        for (int i = 0; i < points; i++) {
            times[i] = 1_000L * i;
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            best = Math.min(best, GrowingChart.blocksBuilt(times, values));
        }
        GrowingChart grown = new GrowingChart();
        for (int i = 0; i < points; i++) {
            grown.add(times[i], values[i], values[i], values[i], values[i]);
        }
        ScreenBench.say(
                "structure %,9d points: %.2f ms a series at once, %.1f ns a value; %.2f of the raw data's bytes",
                points,
                best / 1e6,
                (double) best / points,
                1 + grown.blockBytes() / (16.0 * SERIES * points));
    }
}
