package org.cytovigil.ui.protocol;

import java.util.List;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the protocol says for the grade that stands.
 *
 * @param heading the scale and the grade
 * @param range when the grade is open, that it could be higher; else empty
 * @param items what it says
 * @param source whence it comes, and that it supports
 * @param fault why the unit's own file is not shown; else empty
 */
public record ProtocolCard(
        String heading, String range, List<String> items, String source, String fault) {
    /**
     * The card of a stay; {@code null} when nothing was graded on the protocol's scale. Of an open
     * grade it shows what is said for the lowest possible one, and names the highest. Below grade 1
     * the protocol says nothing.
     */
    // [impl->req~ui.protocol~1]
    public static @Nullable ProtocolCard of(StaySnapshot stay, Protocol protocol) {
        Assessment assessment = stay.assessment(protocol.scale());
        if (assessment == null) {
            return null;
        }
        GradeRange range = assessment.standing();
        List<String> items = protocol.of(range.lowest());
        if (range.highest() == 0 && protocol.fault().isEmpty()) {
            return null;
        }
        return new ProtocolCard(
                Texts.of("protocol.heading", protocol.scale().title(), range.lowest()),
                range.determined() ? "" : Texts.of("protocol.range", range.highest()),
                items,
                Texts.of("protocol.source", protocol.source()),
                protocol.fault().isEmpty() ? "" : Texts.of("protocol.refused", protocol.fault()));
    }
}
