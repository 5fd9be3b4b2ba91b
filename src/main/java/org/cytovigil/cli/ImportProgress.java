package org.cytovigil.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.cytovigil.feed.clif.ClifProgress;
import org.jspecify.annotations.Nullable;

/** Draws one progress bar a table on the error stream, so that results can be piped. */
final class ImportProgress implements ClifProgress, AutoCloseable {
    private @Nullable ProgressBar bar;
    private String drawn = "";

    @Override
    public void read(String file, long bytes, long ofBytes, long rows) {
        if (!file.equals(drawn)) {
            close();
            drawn = file;
            bar =
                    new ProgressBarBuilder()
                            .setTaskName(file)
                            .setInitialMax(Math.max(1, ofBytes))
                            .setUnit(" KiB", 1024)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setUpdateIntervalMillis(200)
                            .build();
        }
        if (bar != null) {
            bar.stepTo(bytes);
            bar.setExtraMessage(rows + " rows");
        }
    }

    /** Ends the bar that is drawn, if any. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
