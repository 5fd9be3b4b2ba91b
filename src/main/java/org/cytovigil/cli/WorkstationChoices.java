package org.cytovigil.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.cytovigil.ui.sound.SoundChoice;
import org.slf4j.LoggerFactory;

/**
 * What people chose for this workstation, in a file of properties beside its store: whether sound
 * is on. Written whole or not at all. A file that cannot be read is put aside, and what it should
 * say is as if nobody had chosen.
 */
// [impl->req~ui.sound-kept~1]
final class WorkstationChoices implements SoundChoice {
    private static final String SOUND = "sound";

    private final Path file;
    private final Executor background;
    private boolean on;

    /** Why the file was no good; empty when it was, or when there was none. */
    private String said = "";

    /** Those of the workstation that has that store; written on a thread of their own. */
    static WorkstationChoices of(Path store) {
        return new WorkstationChoices(
                store,
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("choices").factory()));
    }

    /**
     * @param background writes the file, in the order in which it is asked to
     */
    WorkstationChoices(Path store, Executor background) {
        this.file = store.resolveSibling(store.getFileName() + ".workstation.properties");
        this.background = background;
        try {
            on = read();
        } catch (NoSuchFileException e) {
            // Nobody has chosen yet.
            on = false;
        } catch (IOException | IllegalArgumentException e) {
            putAside(e);
        }
    }

    private boolean read() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return switch (properties.getProperty(SOUND, "")) {
            case "on" -> true;
            case "off" -> false;
            default ->
                    throw new IllegalArgumentException("it does not say \"sound=on\" or \"off\"");
        };
    }

    private void putAside(Exception problem) {
        String kept;
        try {
            Path bad = file.resolveSibling(file.getFileName() + ".bad");
            Files.move(file, bad, StandardCopyOption.REPLACE_EXISTING);
            kept = "it is kept as " + bad.getFileName();
        } catch (IOException e) {
            kept = "it could not be put aside (%s)".formatted(e.getClass().getSimpleName());
        }
        said =
                "The choices of this workstation cannot be read, and %s. Sound is off until somebody switches it on."
                        .formatted(kept);
        LoggerFactory.getLogger(WorkstationChoices.class).warn("{}", said, problem);
    }

    /** What was wrong with the file, in words for the user; empty when nothing was. */
    String said() {
        return said;
    }

    @Override
    public boolean on() {
        return on;
    }

    @Override
    public void choose(boolean chosen) {
        background.execute(() -> write(chosen));
    }

    private void write(boolean chosen) {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(
                    written,
                    "%s=%s%n".formatted(SOUND, chosen ? "on" : "off"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(
                    written,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Sound itself is as chosen; only the next start will not know.
            LoggerFactory.getLogger(WorkstationChoices.class)
                    .warn("the choices of this workstation cannot be kept", e);
        }
    }
}
