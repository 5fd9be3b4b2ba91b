package org.cytovigil.build;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program's own settings of the log let into the file. */
class LogTest {
    @TempDir private Path folder;
    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void ofAnExceptionTheKindAndThePlaceAreLoggedAndNoneOfItsWords() throws Exception {
        IllegalArgumentException cause =
                new IllegalArgumentException("SECRET of Doe, Jane\nSECRET on a second line: 38.6");
        Exception problem = new IllegalStateException("SECRET visit 4711: gone", cause);
        problem.addSuppressed(new IOException("SECRET too"));

        String log = logged(problem);

        assertThat(log)
                .contains("what could not be done")
                .contains("java.lang.IllegalStateException")
                .contains("Caused by: java.lang.IllegalArgumentException")
                .contains("java.io.IOException")
                .contains("\tat org.cytovigil.build.LogTest.")
                .doesNotContain("SECRET")
                .doesNotContain("38.6");
    }

    @Test
    void anExceptionWithoutWordsIsLoggedToo() throws Exception {
        assertThat(logged(new NullPointerException()))
                .contains("java.lang.NullPointerException")
                .contains("\tat org.cytovigil.build.LogTest.");
    }

    private String logged(Exception problem) throws JoranException, IOException {
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("cytovigil.logs", folder.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogTest.class.getResource("/logback.xml"));
        context.getLogger(LogTest.class).error("what could not be done", problem);
        return Files.readString(folder.resolve("cytovigil.log"));
    }
}
