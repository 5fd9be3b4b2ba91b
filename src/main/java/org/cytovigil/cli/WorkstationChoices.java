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
import org.cytovigil.ui.theme.TextSize;
import org.cytovigil.ui.trend.LaneChoice;
import org.slf4j.LoggerFactory;

/**
 * What people chose for this workstation, in a file of properties beside its store: whether sound
 * is on and how large text is. Written whole or not at all. A file that cannot be read is put
 * aside, and what it should say is as if nobody had chosen.
 */
// [impl->req~ui.sound-kept~1]
// [impl->req~ui.text-size~1]
// [impl->req~ui.trend-lanes-chosen~1]
final class WorkstationChoices implements SoundChoice, TextSize.Choice, LaneChoice.Keeper {
    private static final String SOUND = "sound";
    private static final String TEXT = "text";
    private static final String LANES = "lanes";

    private final Path file;
    private final Executor background;
    private boolean on;
    private int percent = TextSize.NORMAL;
    private LaneChoice lanes = LaneChoice.USUAL;

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
            read();
        } catch (NoSuchFileException e) {
            // Nobody has chosen yet.
            on = false;
        } catch (IOException | IllegalArgumentException e) {
            putAside(e);
        }
    }

    private void read() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        boolean sounding =
                switch (properties.getProperty(SOUND, "")) {
                    case "on" -> true;
                    case "off" -> false;
                    default ->
                            throw new IllegalArgumentException(
                                    "it does not say \"sound=on\" or \"off\"");
                };
        // Files of before there were sizes have none.
        int size = Integer.parseInt(properties.getProperty(TEXT, "" + TextSize.NORMAL).strip());
        if (!TextSize.STEPS.contains(size)) {
            throw new IllegalArgumentException("there is no text of " + size + " per cent");
        }
        // Lanes that a newer or an older program wrote otherwise are no reason to lose the sound.
        lanes = LaneChoice.parse(properties.getProperty(LANES, "")).orElse(LaneChoice.USUAL);
        on = sounding;
        percent = size;
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
                "The choices of this workstation cannot be read, and %s. Sound is off until somebody switches it on, and text is of the usual size."
                        .formatted(kept);
        LoggerFactory.getLogger(WorkstationChoices.class).warn("{}", said, problem);
    }

    /** What was wrong with the file, in words for the user; empty when nothing was. */
    String said() {
        return said;
    }

    @Override
    public synchronized boolean on() {
        return on;
    }

    @Override
    public synchronized void choose(boolean chosen) {
        on = chosen;
        keep();
    }

    @Override
    public synchronized int textPercent() {
        return percent;
    }

    @Override
    public synchronized void chooseText(int chosen) {
        percent = chosen;
        keep();
    }

    @Override
    public synchronized LaneChoice lanes() {
        return lanes;
    }

    @Override
    public synchronized void chooseLanes(LaneChoice chosen) {
        lanes = chosen;
        keep();
    }

    private void keep() {
        String lines =
                "%s=%s%n%s=%d%n%s=%s%n"
                        .formatted(SOUND, on ? "on" : "off", TEXT, percent, LANES, lanes.text());
        background.execute(() -> write(lines));
    }

    private void write(String lines) {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(
                    written,
                    lines,
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
            // It is as chosen now; only the next start will not know.
            LoggerFactory.getLogger(WorkstationChoices.class)
                    .warn("the choices of this workstation cannot be kept", e);
        }
    }
}
