package org.cytovigil.feed.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server under measurement, in a JVM of its own. */
public final class Server implements AutoCloseable {
    /** For both servers alike: the collector that the program's launcher chooses, and one heap. */
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m");

    private static final Pattern PORT = Pattern.compile("listening.*port (\\d+).*");
    private static final Pattern USED = Pattern.compile(" used (\\d+)K");

    private final String name;
    private final Process process;
    private final int port;

    private Server(String name, Process process, int port) {
        this.name = name;
        this.process = process;
        this.port = port;
    }

    /** HAPI's SimpleServer. */
    static Server bare(String model) throws IOException {
        return start("SimpleServer, " + model, JVM, "org.cytovigil.feed.bench.BareServer", model);
    }

    /**
     * The gateway as a unit runs it.
     *
     * @param jvm further arguments of its JVM
     */
    public static Server gateway(Path store, List<String> jvm) throws IOException {
        List<String> arguments = new ArrayList<>(JVM);
        arguments.addAll(jvm);
        return start(
                "cytovigil serve",
                arguments,
                "org.cytovigil.cli.Main",
                "serve",
                "--store",
                store.toString(),
                "--mllp",
                "0");
    }

    private static Server start(String name, List<String> jvm, String main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-classpath");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher listening = PORT.matcher(line);
            if (listening.matches()) {
                // Nobody reads what it says from here on; a health line a minute fits the pipe.
                return new Server(name, process, Integer.parseInt(listening.group(1)));
            }
        }
        process.destroy();
        throw new IOException(name + " did not begin to listen");
    }

    String name() {
        return name;
    }

    public int port() {
        return port;
    }

    /** The time of all processors that it has used so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The memory that it holds of the machine, in KiB. */
    long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** The heap that is left in use after everything that nobody needs was cleared, in KiB. */
    long heap() throws IOException {
        tool("GC.run");
        Matcher used = USED.matcher(tool("GC.heap_info"));
        long total = 0;
        while (used.find()) {
            total += Long.parseLong(used.group(1));
        }
        return total;
    }

    /** What takes the heap. */
    String histogram(int lines) throws IOException {
        return String.join("\n", tool("GC.class_histogram").lines().limit(lines).toList());
    }

    private String tool(String command) throws IOException {
        Process tool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(process.pid()),
                                command)
                        .start();
        try (BufferedReader out = tool.inputReader(StandardCharsets.UTF_8)) {
            return String.join("\n", out.readAllLines());
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
