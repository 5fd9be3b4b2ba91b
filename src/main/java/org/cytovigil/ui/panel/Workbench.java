package org.cytovigil.ui.panel;

import java.time.ZoneId;
import java.util.concurrent.Executor;
import org.cytovigil.monitor.UnitSource;

/**
 * What panels work with.
 *
 * @param source the unit, and where what is charted goes
 * @param zone in which times are shown and typed
 * @param background waits for the disk
 * @param screen runs on the FX thread
 */
public record Workbench(UnitSource source, ZoneId zone, Executor background, Executor screen) {}
