package org.cytovigil.report.pdf;

/** Follows the making of a sheet, from the thread that makes it. */
public interface Progress {
    /** Nobody follows, and nobody stops it. */
    Progress NONE =
            new Progress() {
                @Override
                public void page(int number) {
                    // Nobody wants to know.
                }

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };

    /** That page is begun, counted from 1. */
    void page(int number);

    /** Whether it is to stop. */
    boolean isCancelled();
}
