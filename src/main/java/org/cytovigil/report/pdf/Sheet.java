package org.cytovigil.report.pdf;

import java.time.Instant;
import java.util.List;

/**
 * What is to be put on paper.
 *
 * @param title what kind of sheet it is; the title of the file too, so never a patient's name
 * @param printed when it was made; the only time that the file bears
 * @param landscape whether the paper lies on its long side
 * @param running what stands on every page
 * @param blocks what stands on it, one below the other
 */
public record Sheet(
        String title, Instant printed, boolean landscape, Running running, List<Block> blocks) {
    public Sheet {
        blocks = List.copyOf(blocks);
    }

    /**
     * What stands on every page.
     *
     * @param who whom it is about, in bold letters at the top
     * @param under what stands below that: bed, times, who printed it
     * @param warning why it is not about a patient who is here, in bold letters; empty for none
     * @param foot what stands at the foot
     * @param page the words of "page {0} of {1}"
     */
    public record Running(String who, String under, String warning, String foot, String page) {}
}
