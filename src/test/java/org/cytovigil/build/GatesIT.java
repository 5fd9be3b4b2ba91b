package org.cytovigil.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every gate of the build bites: this project's own pom.xml is put over one bad sample at a time,
 * and the build must fail for the gate's own reason. (The gate on the architecture is proved in
 * {@link ArchitectureTest}.)
 */
class GatesIT {
    private static final String GOOD_SAMPLE =
            """
            package org.cytovigil;

            /** A good sample. */
            public final class Sample {
                private Sample() {}

                static String text() {
                    return "good";
                }
            }
            """;

    @TempDir private Path project;

    /** What a build printed and how it ended. */
    private record Outcome(int code, String output) {}

    @Test
    void theGoodSamplePasses() throws Exception {
        write("src/main/java/org/cytovigil/Sample.java", GOOD_SAMPLE);

        Outcome compiled =
                maven("validate", "dependency:copy-dependencies@javafx-folder", "compiler:compile");
        Outcome formatted = maven("validate", "exec:exec@format-check");
        Outcome traced = maven("validate", "openfasttrace:trace@trace-requirements");

        assertThat(compiled.code()).as(compiled.output()).isZero();
        assertThat(formatted.code()).as(formatted.output()).isZero();
        assertThat(traced.code()).as(traced.output()).isZero();
    }

    @Test
    void aLintWarningEndsTheBuild() throws Exception {
        write(
                "src/main/java/org/cytovigil/Sample.java",
                GOOD_SAMPLE.replace(
                        "return \"good\";", "return new java.util.ArrayList().toString();"));

        assertFails(maven("validate", "compiler:compile"), "[rawtypes]", "-Werror");
    }

    @Test
    void anErrorProneFindingEndsTheBuild() throws Exception {
        write(
                "src/main/java/org/cytovigil/Sample.java",
                GOOD_SAMPLE.replace(
                        "return \"good\";", "new IllegalStateException(); return \"bad\";"));

        assertFails(maven("validate", "compiler:compile"), "[DeadException]");
    }

    @Test
    void aPossibleNullEndsTheBuild() throws Exception {
        write("src/main/java/org/cytovigil/Sample.java", GOOD_SAMPLE.replace("\"good\"", "null"));

        assertFails(maven("validate", "compiler:compile"), "[NullAway]");
    }

    @Test
    void badFormatEndsTheBuild() throws Exception {
        write(
                "src/main/java/org/cytovigil/Sample.java",
                GOOD_SAMPLE.replace("static String text() {", "static   String text( ) {"));

        assertFails(maven("validate", "exec:exec@format-check"), "format violations");
    }

    @Test
    void aRequirementWithoutCodeEndsTheBuild() throws Exception {
        write("src/main/java/org/cytovigil/Sample.java", GOOD_SAMPLE);
        write(
                "src/site/markdown/requirements/sample.md",
                """
                # Sample

                ## Nobody builds this
                `req~sample.not-built~1`

                Needs: impl, utest
                """);

        assertFails(
                maven("validate", "openfasttrace:trace@trace-requirements"), "sample.not-built");
    }

    private static void assertFails(Outcome outcome, String... reasons) {
        assertThat(outcome.code()).as(outcome.output()).isNotZero();
        assertThat(outcome.output()).contains(reasons);
    }

    private void write(String file, String text) throws IOException {
        Path target = project.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    /**
     * Runs Maven over the sample, in this Java, without the network: the outer build has fetched
     * everything.
     */
    private Outcome maven(String... goals) throws IOException, InterruptedException {
        Files.copy(
                Path.of("pom.xml"),
                project.resolve("pom.xml"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        String home = System.getProperty("maven.home");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-classpath",
                        home + "/boot/*",
                        "-Dclassworlds.conf=" + home + "/bin/m2.conf",
                        "-Dmaven.home=" + home,
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                        "-Dmaven.multiModuleProjectDirectory=" + project,
                        "org.codehaus.plexus.classworlds.launcher.Launcher",
                        "--batch-mode",
                        "--offline"));
        command.addAll(List.of(goals));
        Path output = project.resolve("output.txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(project.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("Maven ended within five minutes").isTrue();
        return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
