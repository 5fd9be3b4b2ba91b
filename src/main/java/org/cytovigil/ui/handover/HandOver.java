package org.cytovigil.ui.handover;

import java.util.List;

/**
 * What is told of a patient when the next one takes over, in the order of SBAR: situation,
 * background, assessment, recommendation.
 *
 * @param who bed, name and record number
 * @param when the moment that it tells of
 * @param parts the four parts
 */
public record HandOver(String who, String when, List<Part> parts) {
    /**
     * A part with its heading.
     *
     * @param lines one sentence each; never empty
     */
    public record Part(String heading, List<String> lines) {}

    /** The whole as plain text, for a record elsewhere. */
    public String text(String foot) {
        StringBuilder text = new StringBuilder(who).append('\n').append(when).append('\n');
        for (Part part : parts) {
            text.append('\n').append(part.heading()).append('\n');
            part.lines().forEach(line -> text.append("- ").append(line).append('\n'));
        }
        return text.append('\n').append(foot).append('\n').toString();
    }
}
