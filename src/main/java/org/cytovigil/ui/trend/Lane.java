package org.cytovigil.ui.trend;

/**
 * One parameter over time, drawn into its part of the chart. It keeps nothing of what it drew but
 * the room to draw in. FX thread.
 */
interface Lane {
    /** Draws the plot and, in the gutter, title, scale and present value. */
    void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis);
}
