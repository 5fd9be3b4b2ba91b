package org.cytovigil.ui.panel;

/** A screen that knows itself what to do without while a panel lies over its right side. */
public interface Coverable {
    /**
     * A panel lies over the screen, or none any more. FX thread.
     *
     * @param width of what is covered, in pixels; 0 for nothing
     */
    void setCovered(double width);
}
