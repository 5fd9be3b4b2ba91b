package org.cytovigil.ui.panel;

import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cytovigil.monitor.UnitSource;

/**
 * What panels work with.
 *
 * @param source the unit, and where what is charted goes
 * @param zone in which times are shown and typed
 * @param background waits for the disk
 * @param screen runs on the FX thread
 * @param missed says, where everybody sees it, what a panel could not say because it was closed
 *     before the store answered; called on the FX thread
 */
public record Workbench(
        UnitSource source,
        ZoneId zone,
        Executor background,
        Executor screen,
        Consumer<String> missed) {}
